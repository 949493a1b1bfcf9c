import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  charterPublicKey,
  fingerprint,
  openBuild,
  sealKeyFile,
  signBuild,
  signingPublicKey,
  signingSeed,
  signRoster,
  systemRandom,
  toBase64,
  type Build,
  type Keys,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { makeOffice } from '../server/helpers.ts';
import { amparo, jsonIn, passphraseFile, type Ran } from './cli.ts';

const PASSPHRASE = 'plain lantern orbit meadow';
const seed = signingSeed(systemRandom(32));

let folder = '';
let secret = '';
let shown = '';
const inFolder = (name: string) => join(folder, name);
const run = (...args: string[]) => amparo([...args, '--json'], { cwd: folder });
const code = (ran: Ran) => (jsonIn(ran)['error'] as { code: string }).code;
const verify = (...args: string[]) => run('page', 'verify', ...args, '--fingerprint', shown);

/** An office as `office init` and `roster sign` leave it, under a key that opens quickly. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-pages-'));
  secret = await passphraseFile(folder, 'secret', PASSPHRASE);
  shown = await fingerprint(charterPublicKey(await signingPublicKey(seed)));
  await mkdir(inFolder('office'));
  const keys: Keys = { role: 'charter', name: 'Office', seed, epochs: [] };
  const file = await sealKeyFile(keys, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom);
  await writeFile(inFolder('office/charter.key'), file, { mode: 0o600 });
  await writeFile(inFolder('office/roster.json'), '{}');
  await mkdir(inFolder('pages'));
  await writeFile(inFolder('pages/amparo-en.html'), '<!doctype html><title>Report</title>');
  await writeFile(inFolder('pages/amparo-es.html'), '<!doctype html><title>Denuncia</title>');
  await writeFile(inFolder('pages/notes.txt'), 'not a page');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the pages are signed with the charter key, and a copy of one is checked against the printed fingerprint', async () => {
  const signed = await run('page', 'sign', 'office', '--pages', 'pages', '--passphrase-file', secret);
  expect([signed.code, jsonIn(signed)]).toEqual([0, expect.objectContaining({ fingerprint: shown })]);
  const envelope: unknown = JSON.parse(await readFile(inFolder('office/build.json'), 'utf8'));
  const build = await openBuild(envelope, charterPublicKey(await signingPublicKey(seed)));
  expect(build.files.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['amparo-en.html', 36],
    ['amparo-es.html', 38],
  ]);

  await writeFile(inFolder('amparo-en (1).html'), '<!doctype html><title>Report</title>');
  const good = await verify('amparo-en (1).html', 'pages/amparo-es.html', '--build', 'office/build.json');
  expect([good.code, jsonIn(good)]).toEqual([
    0,
    expect.objectContaining({
      verified: true,
      files: [
        { file: 'amparo-en (1).html', signedAs: 'amparo-en.html' },
        { file: 'pages/amparo-es.html', signedAs: 'amparo-es.html' },
      ],
    }),
  ]);
});

test('a page altered by one character is not of the office, though others beside it are', async () => {
  await writeFile(inFolder('altered.html'), '<!doctype html><title>report</title>');
  const ran = await verify('altered.html', 'pages/amparo-es.html', '--build', 'office/build.json');
  expect([ran.code, jsonIn(ran)]).toEqual([
    1,
    expect.objectContaining({
      verified: false,
      files: [
        { file: 'altered.html', signedAs: null },
        { file: 'pages/amparo-es.html', signedAs: 'amparo-es.html' },
      ],
    }),
  ]);
  const human = await amparo(
    ['page', 'verify', 'altered.html', '--build', 'office/build.json', '--fingerprint', shown],
    { cwd: folder },
  );
  expect(human.stdout).toContain('altered.html: NOT a page that the office signed');
});

test('a list that somebody else signed, or that was changed, vouches for nothing', async () => {
  const good = JSON.parse(await readFile(inFolder('office/build.json'), 'utf8')) as { payload: string; signatures: [] };
  const build = JSON.parse(Buffer.from(good.payload, 'base64').toString()) as Build;
  const write = (name: string, value: unknown) => writeFile(inFolder(name), JSON.stringify(value));

  await write('stranger.json', await signBuild(build, signingSeed(systemRandom(32))));
  const stranger = await verify('pages/amparo-en.html', '--build', 'stranger.json');
  expect([stranger.code, code(stranger)]).toEqual([3, 'charter-differs']);

  const payload = toBase64(Buffer.from(JSON.stringify({ ...build, version: '9.9.9' })));
  await write('changed.json', { ...good, payload });
  const changed = await verify('pages/amparo-en.html', '--build', 'changed.json');
  expect([changed.code, code(changed)]).toEqual([1, 'signature-invalid']);

  const office = await makeOffice();
  await write('roster.json', office.directory.roster);
  const roster = await run(
    ...['page', 'verify', 'pages/amparo-en.html', '--build', 'roster.json'],
    ...['--fingerprint', await fingerprint(office.charter)],
  );
  expect([roster.code, code(roster)]).toEqual([1, 'statement-kind']);

  const foreign = await verify('pages/amparo-en.html', '--build', 'pages/notes.txt');
  expect([foreign.code, code(foreign)]).toEqual([1, 'build-foreign']);
});

test('what cannot be signed is told before the pass phrase is asked for', async () => {
  await mkdir(inFolder('empty'), { recursive: true });
  const none = await run('page', 'sign', 'office', '--pages', 'empty');
  expect([none.code, code(none)]).toEqual([2, 'pages-none']);
  await mkdir(inFolder('odd'), { recursive: true });
  await writeFile(inFolder('odd/a page.html'), '');
  const odd = await run('page', 'sign', 'office', '--pages', 'odd');
  expect([odd.code, code(odd)]).toEqual([2, 'page-name']);
  const noOffice = await run('page', 'sign', 'empty', '--pages', 'pages');
  expect([noOffice.code, code(noOffice)]).toEqual([2, 'office-missing']);
});

test('publishing puts the signed list among the pages, and refuses one of another office', async () => {
  const office = await makeOffice();
  const [reviewer] = office.reviewers;
  if (!reviewer) throw new Error('no reviewer');
  const roster = await signRoster(
    {
      ...{ office: 'Office', contact: '', languages: ['en'], version: 1, issued: '2026-01-01', expires: '2099-12-31' },
      ...{ slots: 4, threshold: 1, demo: true },
      reviewers: [
        {
          slot: 0,
          name: reviewer.name,
          role: 'reads',
          languages: ['en'],
          identity: toBase64(await signingPublicKey(reviewer.seed)),
        },
      ],
    },
    seed,
  );
  const [month] = office.directory.epochKeys;
  await writeFile(inFolder('office/directory.json'), JSON.stringify({ roster, epochKeys: [month] }));
  const publish = () => run('roster', 'publish', 'office', '--data', 'data');
  const published = await publish();
  expect([published.code, published.stderr]).toEqual([0, '']);
  const copy = await readFile(inFolder('data/pages/build.json'), 'utf8');
  expect(copy).toBe(await readFile(inFolder('office/build.json'), 'utf8'));

  const build = await openBuild(JSON.parse(copy), charterPublicKey(await signingPublicKey(seed)));
  await writeFile(inFolder('office/build.json'), JSON.stringify(await signBuild(build, signingSeed(systemRandom(32)))));
  const foreign = await publish();
  expect([foreign.code, code(foreign)]).toEqual([1, 'signature-invalid']);
  expect(await readFile(inFolder('data/pages/build.json'), 'utf8')).toBe(copy);
});
