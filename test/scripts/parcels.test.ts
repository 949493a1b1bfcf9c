import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  charterPublicKey,
  checkStamp,
  encodeEndRecord,
  fingerprint,
  readParcel,
  sealKeyFile,
  sha256,
  systemRandom,
  toBytes,
  type Keys,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { ACCOUNT, afterTest, makeAccount, makeOffice, startServer, type TestOffice } from '../server/helpers.ts';
import { BROWSER, postForm } from '../server/parcels.ts';
import { amparo, amparoDone, jsonIn, passphraseFile } from './cli.ts';
import { startFaultyProxy, type Fault } from './faulty-proxy.ts';

const PASSPHRASE = 'plain lantern orbit meadow';
const STORY = 'The captain sells the stamps.';
const EVIDENCE = Buffer.alloc(2_300_000, 'evidence ');

let office: TestOffice;
let folder = '';
let secret = '';
let signIn = '';
let key = '';
let sealed: Record<string, unknown> = {};
const inFolder = (name: string) => join(folder, name);
const run = (...args: string[]) => amparo([...args, '--json'], { cwd: folder });
const code = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as { error: { code: string } }).error.code;

beforeAll(async () => {
  office = await makeOffice();
  folder = await mkdtemp(join(tmpdir(), 'amparo-parcels-'));
  secret = await passphraseFile(folder, 'key', PASSPHRASE);
  signIn = await passphraseFile(folder, 'sign-in', ACCOUNT.passphrase);
  const [reviewer] = office.reviewers;
  if (!reviewer) throw new Error('no reviewer');
  const keys: Keys = { role: 'reviewer', name: reviewer.name, seed: reviewer.seed, epochs: [reviewer.epochKey] };
  key = inFolder('reviewer.key');
  await writeFile(key, await sealKeyFile(keys, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom));
  await writeFile(inFolder('directory.json'), JSON.stringify(office.directory));
  await writeFile(inFolder('report.json'), JSON.stringify({ version: 1, story: STORY }));
  await writeFile(inFolder('ledger.bin'), EVIDENCE);
  const shown = await fingerprint(office.charter);
  sealed = jsonIn(
    await amparoDone(
      [
        ...['report', 'seal', 'directory.json', '--file', 'report.json', '--attach', 'ledger.bin'],
        ...['--charter', shown, '--out', 'report.amparo', '--json'],
      ],
      { cwd: folder },
    ),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The server of the office for which the report was sealed. */
async function serverOf() {
  const server = await startServer();
  await writeFile(join(server.folder, 'directory.json'), JSON.stringify(office.directory));
  await makeAccount(server);
  return server;
}

function open(out: string, ...files: string[]) {
  return run('bundle', 'open', ...files, '--key', key, '--out', out, '--passphrase-file', secret);
}

function fetchAll(url: string, out: string, ...more: string[]) {
  return run('courier', 'fetch', url, '--user', ACCOUNT.name, '--out', out, '--passphrase-file', signIn, ...more);
}

test('a report is sealed offline into one file that only its owner reads, with a stamp that holds', async () => {
  expect(sealed).toMatchObject({ verified: true, readers: ['Intake officer', 'Legal adviser'] });
  expect((await stat(inFolder('report.amparo'))).mode & 0o777).toBe(0o600);
  const parcel = await readFile(inFolder('report.amparo'));
  expect(parcel.includes('captain')).toBe(false);
  const kinds: string[] = [];
  for await (const part of readParcel(flowOf(parcel))) {
    kinds.push(part.type);
    if (part.type === 'letter') await checkStamp(await sha256(part.letter), part.stamp);
  }
  expect(kinds).toEqual(['letter', 'cell', 'cell', 'cell']);
  expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('a file that came by hand opens as a bundle does, and says that no day is given', async () => {
  const ran = await open('by-hand', 'report.amparo');
  expect([ran.code, jsonIn(ran)]).toEqual([0, expect.objectContaining({ letters: 1, opened: 1, failure: null })]);
  const name = `undated-${String(sealed['id']).slice(0, 8)}`;
  expect((await readdir(inFolder('by-hand'))).sort()).toEqual(['bundle.json', name].sort());
  expect((await readFile(inFolder(`by-hand/${name}/files/ledger.bin`))).equals(EVIDENCE)).toBe(true);
  const text = await readFile(inFolder(`by-hand/${name}/report.txt`), 'utf8');
  expect(text).toContain(STORY);
  expect(text).toContain('Day not given');
  expect(text).not.toContain('1970');
  expect(await readFile(inFolder('by-hand/bundle.json'), 'utf8')).not.toContain('1970');
});

test('by the plain form it reaches the reviewers; the same report by hand is not opened a second time', async () => {
  const server = await serverOf();
  const parcel = toBytes(await readFile(inFolder('report.amparo')));
  const answer = await postForm(server.url, parcel, 'en', BROWSER);
  expect(answer.headers.get('Location')).toBe('/en/delivered/');
  expect(jsonIn(await fetchAll(server.url, 'form.bundle'))).toMatchObject({ letters: 1 });
  const ran = await open('both', 'form.bundle', 'report.amparo');
  expect([ran.code, jsonIn(ran)]).toEqual([
    0,
    expect.objectContaining({
      letters: 2,
      opened: 2,
      bundles: [
        { path: 'form.bundle', letters: 1, failure: null },
        { path: 'report.amparo', letters: 1, failure: null },
      ],
    }),
  ]);
  const reports = (await readdir(inFolder('both'))).filter((name) => name !== 'bundle.json');
  expect(reports).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/)]);
  expect((await readFile(inFolder(`both/${reports[0] ?? ''}/files/ledger.bin`))).equals(EVIDENCE)).toBe(true);

  const since = await fetchAll(server.url, 'newer.bundle', '--since', 'report.amparo');
  expect([since.code, code(since)]).toEqual([2, 'since-parcel']);
});

test('somebody else delivers it over a bad line, whole and once', async () => {
  const server = await serverOf();
  const faults: Fault[] = [
    { of: /^PATCH /, does: 'cut-body', after: 300_000 },
    { of: /^PATCH /, does: 'lose-answer' },
    { of: /^POST \/api\/reports$/, does: 'lose-answer' },
    { of: /^POST \/api\/reports$/, does: 'answer', status: 403, code: 'work-spent' },
  ];
  const proxy = await startFaultyProxy(server.url, faults);
  afterTest(() => proxy.stop());
  const delivered = await run('report', 'deliver', 'report.amparo', proxy.url);
  expect([delivered.code, jsonIn(delivered), proxy.isDone()]).toEqual([0, { id: sealed['id'] }, true]);
  expect(jsonIn(await fetchAll(server.url, 'delivered.bundle'))).toMatchObject({ letters: 1 });
  const ran = await open('delivered', 'delivered.bundle');
  expect(jsonIn(ran)).toMatchObject({ opened: 1 });
  const [report = ''] = (await readdir(inFolder('delivered'))).filter((name) => name !== 'bundle.json');
  expect((await readFile(inFolder(`delivered/${report}/files/ledger.bin`))).equals(EVIDENCE)).toBe(true);
});

test('files of other kinds, and damaged ones, are told apart before anything is sent', async () => {
  const parcel = await readFile(inFolder('report.amparo'));
  await writeFile(inFolder('cut.amparo'), parcel.subarray(0, 1_500_000));
  await writeFile(
    inFolder('no-letter.amparo'),
    Buffer.concat([parcel.subarray(0, 17), encodeEndRecord({ cursor: 1, letters: 0 })]),
  );
  const nowhere = 'http://127.0.0.1:1';
  for (const [file, exit, expected] of [
    ['report.json', 2, 'parcel-foreign'],
    ['reviewer.key', 2, 'parcel-foreign'],
    ['missing.amparo', 2, 'file-unreadable'],
    [folder, 2, 'file-unreadable'],
    ['cut.amparo', 1, 'bundle-truncated'],
    ['no-letter.amparo', 1, 'parcel-malformed'],
  ] as const) {
    const ran = await run('report', 'deliver', file, nowhere);
    expect([file, ran.code, code(ran)]).toEqual([file, exit, expected]);
  }

  const several = await open('mixed', 'report.json', 'cut.amparo', 'report.amparo');
  expect([several.code, jsonIn(several)]).toEqual([
    1,
    expect.objectContaining({
      letters: 2,
      opened: 1,
      bundles: [
        expect.objectContaining({ failure: expect.objectContaining({ code: 'not-a-bundle' }) as unknown }),
        expect.objectContaining({ failure: expect.objectContaining({ code: 'bundle-truncated' }) as unknown }),
        expect.objectContaining({ failure: null }),
      ],
    }),
  ]);
  // What the cut one lacked, the whole one brought, into the same folder.
  const reports = (await readdir(inFolder('mixed'))).filter((name) => /^undated-[0-9a-f]{8}$/.test(name));
  expect((await readFile(inFolder(`mixed/${reports[0] ?? ''}/files/ledger.bin`))).equals(EVIDENCE)).toBe(true);
});

test('nothing is sealed for an office that is not the one expected, over another file, or without a directory', async () => {
  const seal = (...more: string[]) => run('report', 'seal', ...more, '--file', 'report.json');
  const foreign = await fingerprint(charterPublicKey(systemRandom(32)));
  const differs = await seal('directory.json', '--out', 'x.amparo', '--charter', foreign);
  expect([differs.code, code(differs)]).toEqual([3, 'charter-differs']);
  const there = await seal('directory.json', '--out', 'report.amparo');
  expect([there.code, code(there)]).toEqual([2, 'file-exists']);
  const missing = await seal('nowhere.json', '--out', 'x.amparo');
  expect([missing.code, code(missing)]).toEqual([2, 'file-unreadable']);
  const noDirectory = await seal('report.json', '--out', 'x.amparo');
  expect([noDirectory.code, code(noDirectory)]).toEqual([1, 'statement-malformed']);
  expect(await readdir(folder)).not.toContain('x.amparo');
});

async function* flowOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
