import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { epochOf, isoDateOf, monthOf, openKeyFile, sealKeyFile, systemRandom } from '../../crypto/index.ts';
import { withMonths } from '../../client/shared/office/months.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { amparo, amparoDone, jsonIn, modeOf, passphraseFile } from './cli.ts';

const PASSPHRASE = 'plain lantern orbit meadow';
const CURRENT = epochOf(isoDateOf(new Date()));

let folder = '';
let secret = '';
const run = (...args: string[]) => amparo([...args, '--json'], { cwd: folder });
const done = async (...args: string[]) => jsonIn(await amparoDone([...args, '--json'], { cwd: folder }));
const inFolder = (...parts: string[]) => join(folder, ...parts);

/** The same keys under little work, so that every later opening is quick. */
async function makeCheap(name: string, months = 3): Promise<void> {
  const path = inFolder(name);
  const keys = await openKeyFile(await readFile(path, 'utf8'), PASSPHRASE, argon2id);
  const grown = keys.role === 'charter' ? keys : await withMonths(keys, isoDateOf(new Date()), months, systemRandom);
  await writeFile(path, await sealKeyFile(grown, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-office-'));
  secret = await passphraseFile(folder, 'secret', PASSPHRASE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the ceremony of an office, in order', () => {
  let shown: unknown;

  test('office init makes a charter key that only its owner reads, and a draft', async () => {
    const made = await done(
      'office',
      'init',
      'office',
      '--name',
      'Office for Fair Borders',
      '--languages',
      'en,es',
      '--passphrase-file',
      secret,
    );
    shown = made['fingerprint'];
    expect(shown).toMatch(/^(?:\d{5} ){7}\d{5}$/);
    expect(await modeOf(inFolder('office/charter.key'))).toBe(0o600);
    expect(await modeOf(inFolder('office'))).toBe(0o700);
    expect(JSON.parse(await readFile(inFolder('office/roster.json'), 'utf8'))).toMatchObject({
      slots: 4,
      threshold: 1,
      demo: false,
      reviewers: [],
    });
    await makeCheap('office/charter.key');
  });

  test('a second office init leaves the first alone', async () => {
    const before = await readFile(inFolder('office/charter.key'));
    const ran = await run('office', 'init', 'office', '--name', 'Another', '--passphrase-file', secret);
    expect(ran.code).toBe(2);
    expect(jsonIn(ran)).toMatchObject({ error: { code: 'file-exists' } });
    expect(await readFile(inFolder('office/charter.key'))).toEqual(before);
  });

  test('an empty roster is not signed', async () => {
    const ran = await run('roster', 'sign', 'office', '--passphrase-file', secret);
    expect([ran.code, jsonIn(ran)]).toEqual([
      1,
      { error: { code: 'roster-invalid', message: expect.any(String) as string } },
    ]);
  });

  test('key new refuses a short pass phrase and writes nothing', async () => {
    const short = await passphraseFile(folder, 'short', 'eleven char');
    const ran = await run(
      'key',
      'new',
      '--name',
      'Case worker',
      '--out',
      'case-worker.key',
      '--passphrase-file',
      short,
    );
    expect([ran.code, jsonIn(ran)['error']]).toEqual([2, expect.objectContaining({ code: 'passphrase-short' })]);
    expect(await readdir(folder)).not.toContain('case-worker.key');
  });

  test('key new writes a key file for its owner and a public file for all', async () => {
    const made = await done(
      'key',
      'new',
      '--name',
      'Case worker',
      '--out',
      'case-worker.key',
      '--months',
      '1',
      '--passphrase-file',
      secret,
    );
    expect(made['months']).toEqual([monthOf(CURRENT)]);
    expect(await modeOf(inFolder('case-worker.key'))).toBe(0o600);
    const text = await readFile(inFolder('case-worker.pub.json'), 'utf8');
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['name', 'identity', 'epochKeys']);
    const again = await run('key', 'new', '--name', 'x', '--out', 'case-worker.key', '--passphrase-file', secret);
    expect(again.code).toBe(2);
    await makeCheap('case-worker.key', 1);
    await done('key', 'new', '--name', 'Legal adviser', '--out', 'adviser.key', '--passphrase-file', secret);
    await makeCheap('adviser.key');
  });

  test('key show needs no pass phrase for the name, and the right one for the months', async () => {
    const { code, stdout } = await amparo(['key', 'show', 'case-worker.key'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('Name: Case worker');
    expect(stdout).not.toContain('Months');
    expect(await done('key', 'show', 'adviser.key', '--passphrase-file', secret)).toMatchObject({
      role: 'reviewer',
      months: [CURRENT, CURRENT + 1, CURRENT + 2].map(monthOf),
    });
    const wrong = await run(
      'key',
      'show',
      'adviser.key',
      '--passphrase-file',
      await passphraseFile(folder, 'wrong', 'not this one at all'),
    );
    expect([wrong.code, jsonIn(wrong)['error']]).toEqual([3, expect.objectContaining({ code: 'key-file-locked' })]);
  });

  test('a pass phrase file that others can read gets a warning', async () => {
    await writeFile(inFolder('open.passphrase'), PASSPHRASE, { mode: 0o644 });
    const { code, stderr } = await run('key', 'show', 'adviser.key', '--passphrase-file', 'open.passphrase');
    expect([code, stderr]).toEqual([0, expect.stringContaining('others on this machine can read')]);
  });

  test('roster add, show, sign and publish put two reviewers where a server finds them', async () => {
    await done('roster', 'add', 'office', 'case-worker.pub.json', '--role', 'reads reports', '--languages', 'en,es');
    await done(
      'roster',
      'add',
      'office',
      'adviser.pub.json',
      '--role',
      'knows the law',
      '--languages',
      'es',
      '--slot',
      '3',
    );
    const twice = await run('roster', 'add', 'office', 'adviser.pub.json', '--role', 'x', '--languages', 'es');
    expect(jsonIn(twice)).toMatchObject({ error: { code: 'reviewer-known' } });
    expect((await run('roster', 'publish', 'office', '--data', 'data')).code).toBe(2);

    const signed = await done('roster', 'sign', 'office', '--passphrase-file', secret);
    expect(signed).toMatchObject({ version: 1, fingerprint: shown, readers: ['Case worker', 'Legal adviser'] });
    const published = await done('roster', 'publish', 'office', '--data', 'data');
    expect(published).toMatchObject({ version: 1, without: [], fingerprint: shown });
    expect(await readFile(inFolder('data/pages/en/index.html'), 'utf8')).toContain('Case worker');
    expect(await readdir(inFolder('data'))).toEqual([
      'directory.json',
      'emergency.json',
      'pages',
      'questionnaire.json',
    ]);
  });

  test('roster show says which reviewer lacks next month, and where draft and signed differ', async () => {
    const { warnings } = await done('roster', 'show', 'office');
    expect(warnings).toEqual([expect.stringContaining(`Case worker has no key for ${monthOf(CURRENT + 1)}`)]);
    await done('roster', 'remove', 'office', 'Legal adviser');
    const { code, stdout } = await amparo(['roster', 'show', 'office'], { cwd: folder });
    expect([code, stdout]).toEqual([0, expect.stringContaining('The draft differs from version 1')]);
    expect(stdout).toContain(String(shown));
    const unknown = await run('roster', 'remove', 'office', 'Nobody');
    expect(unknown.stdout).toContain('Case worker');
    expect(unknown.code).toBe(2);
  });

  test('key rotate adds months, and publish takes them without the charter key', async () => {
    const rotated = await done('key', 'rotate', 'case-worker.key', '--months', '3', '--passphrase-file', secret);
    expect(rotated['added']).toEqual([monthOf(CURRENT + 1), monthOf(CURRENT + 2)]);
    expect(await modeOf(inFolder('case-worker.key'))).toBe(0o600);
    await makeCheap('case-worker.key');
    await rm(inFolder('elsewhere'), { recursive: true, force: true });
    await done('roster', 'publish', 'office', '--data', 'data', 'case-worker.pub.json');
    const { epochKeys } = JSON.parse(await readFile(inFolder('data/directory.json'), 'utf8')) as {
      epochKeys: unknown[];
    };
    expect(epochKeys).toHaveLength(6);
  });

  test('publishing an older roster is refused, and leaves the newer one', async () => {
    const older = await readFile(inFolder('office/directory.json'));
    await done('roster', 'sign', 'office', '--passphrase-file', secret);
    expect(await done('roster', 'publish', 'office', '--data', 'data')).toMatchObject({
      version: 2,
      readers: ['Case worker'],
    });
    const newer = await readFile(inFolder('data/directory.json'));
    await writeFile(inFolder('office/directory.json'), older);
    const ran = await run('roster', 'publish', 'office', '--data', 'data');
    expect([ran.code, jsonIn(ran)['error']]).toEqual([1, expect.objectContaining({ code: 'roster-rolled-back' })]);
    expect(await readFile(inFolder('data/directory.json'))).toEqual(newer);
  });

  test('another office is not published over this one', async () => {
    await done('office', 'init', 'other', '--name', 'Other', '--passphrase-file', secret);
    await done('roster', 'add', 'other', 'adviser.pub.json', '--role', 'x', '--languages', 'en');
    await done('roster', 'sign', 'other', '--passphrase-file', secret);
    const ran = await run('roster', 'publish', 'other', '--data', 'data');
    expect([ran.code, jsonIn(ran)['error']]).toEqual([3, expect.objectContaining({ code: 'charter-differs' })]);
  });

  test('key forget keeps months that can still be sealed to, asks, and destroys the others', async () => {
    const keys = await openKeyFile(await readFile(inFolder('adviser.key'), 'utf8'), PASSPHRASE, argon2id);
    const old = await withMonths(
      { ...keys, epochs: [] },
      isoDateOf(new Date(Date.UTC(2020, CURRENT - 4, 1))),
      7,
      systemRandom,
    );
    await writeFile(
      inFolder('adviser.key'),
      await sealKeyFile(old, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom),
    );

    const inUse = await run(
      'key',
      'forget',
      'adviser.key',
      '--before',
      monthOf(CURRENT),
      '--passphrase-file',
      secret,
      '--yes',
    );
    expect([inUse.code, jsonIn(inUse)['error']]).toEqual([2, expect.objectContaining({ code: 'months-in-use' })]);
    const unasked = await run('key', 'forget', 'adviser.key', '--passphrase-file', secret);
    expect([unasked.code, jsonIn(unasked)['error']]).toEqual([
      2,
      expect.objectContaining({ code: 'confirmation-needed' }),
    ]);

    const forgot = await done('key', 'forget', 'adviser.key', '--passphrase-file', secret, '--yes');
    expect(forgot['forgotten']).toEqual([CURRENT - 4, CURRENT - 3].map(monthOf));
    const shownAfter = await done('key', 'show', 'adviser.key', '--passphrase-file', secret);
    expect(shownAfter['months']).toEqual([-2, -1, 0, 1, 2].map((offset) => monthOf(CURRENT + offset)));
    expect(await modeOf(inFolder('adviser.key'))).toBe(0o600);
  });

  test('a key file of another kind is refused before a pass phrase is asked for', async () => {
    const ran = await run('key', 'rotate', 'office/charter.key');
    expect([ran.code, jsonIn(ran)['error']]).toEqual([3, expect.objectContaining({ code: 'key-role' })]);
  });

  test('nothing half written is left anywhere', async () => {
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => /\.new$|\.part$/.test(name))).toEqual([]);
  });
});

test('a public file whose months another reviewer signed is refused', async () => {
  await done('key', 'new', '--name', 'Stranger', '--out', 'stranger.key', '--passphrase-file', secret);
  const [mine, theirs] = await Promise.all(
    ['adviser.pub.json', 'stranger.pub.json'].map(
      async (name) => JSON.parse(await readFile(inFolder(name), 'utf8')) as { epochKeys: unknown },
    ),
  );
  await writeFile(inFolder('mixed.pub.json'), JSON.stringify({ ...mine, epochKeys: theirs?.epochKeys }));
  const ran = await run('roster', 'add', 'office', 'mixed.pub.json', '--role', 'x', '--languages', 'en');
  expect([ran.code, jsonIn(ran)['error']]).toEqual([1, expect.objectContaining({ code: 'public-file-invalid' })]);
});
