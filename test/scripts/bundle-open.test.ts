import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { CELL_BYTES, cellCount, toBase64, utf8 } from '../../crypto/index.ts';
import { altered, bundleOf, seal, TODAY } from './bundles.ts';
import { amparo } from './cli.ts';
import { codesIn, folderOf, isFile, noise, text, useMachine } from './machine.ts';

const machine = useMachine();
const KEY = toBase64(new Uint8Array(32));

test('damaged letters are listed, and all the others open', async () => {
  const { reader, openAll } = machine();
  const good = [await seal(reader), await seal(reader), await seal(reader)] as const;
  const stream = await seal(reader);
  const commit = await seal(reader);
  const magic = await seal(reader);
  const lowOrder = (await seal(reader)).letter.slice();
  lowOrder.fill(0, 16 + 1088, 16 + 1120); // slot 0, which everybody tries: its X25519 part is a point of low order
  const { ran, json, out } = await openAll([
    good[0],
    { letter: altered(stream.letter, stream.letter.length - 1), cells: [] },
    { letter: altered(commit.letter, 16 + 4 * 1176), cells: [] },
    { letter: altered(magic.letter, 0), cells: [] },
    good[1],
    { letter: lowOrder, cells: [] },
    await seal(reader, { epoch: 3 }),
    good[2],
  ]);
  expect(ran.code).toBe(1);
  expect(json).toMatchObject({ letters: 8, opened: 3, failed: 5, failure: null });
  expect(codesIn(json)).toEqual([
    'stream-damaged',
    'commitment-mismatch',
    'letter-malformed',
    'commitment-mismatch',
    'epoch-key-missing',
  ]);
  expect((await readdir(out)).filter((name) => name.startsWith(TODAY)).sort()).toEqual(good.map(folderOf).sort());
});

test('a bundle that is cut opens up to there and says so', async () => {
  const { reader, writeBundle, open } = machine();
  const second = await seal(reader, { files: [{ name: 'a.bin', content: noise(3_000_000) }, text('late')] });
  const whole = Buffer.concat(bundleOf([await seal(reader), second, await seal(reader)]));
  const cutInCells = 8 + 5 + 16 + 32_768 + 5 + 16 + 32_768 + 5 + CELL_BYTES + 1000;
  const { ran, json, out } = await open(await writeBundle([whole.subarray(0, cutInCells)]));
  expect([ran.code, json]).toEqual([
    1,
    expect.objectContaining({
      letters: 2,
      opened: 1,
      damaged: 1,
      failure: expect.objectContaining({ code: 'bundle-truncated' }) as unknown,
    }),
  ]);
  const report = join(out, folderOf(second));
  expect((await readdir(join(report, 'files'))).sort()).toEqual(['a.bin.damaged']);
  expect((await stat(join(report, 'files/a.bin.damaged'))).size).toBe(1_048_320);
  expect(await readFile(join(report, 'report.txt'), 'utf8')).toContain('NOT WHOLE');

  // The whole bundle, fetched again, completes what was cut and leaves the rest as it is.
  const again = await open(await writeBundle([whole]), out);
  expect([again.ran.code, again.json]).toEqual([0, expect.objectContaining({ letters: 3, opened: 3, damaged: 0 })]);
  expect(await isFile(join(report, 'files/a.bin'), noise(3_000_000))).toBe(true);

  const notABundle = await open(await writeBundle([utf8('something else entirely')]));
  expect([notABundle.ran.code, notABundle.json]).toEqual([
    1,
    expect.objectContaining({ letters: 0, failure: expect.objectContaining({ code: 'not-a-bundle' }) as unknown }),
  ]);
});

test('one damaged piece of evidence harms the files in it alone', async () => {
  const { reader, openAll } = machine();
  const sealed = await seal(reader, {
    files: [text('first'), { name: 'long.bin', content: noise(2_500_000) }, text('last')],
  });
  const cells = sealed.cells.map((cell, i) => (i === 1 ? altered(cell, 5) : cell));
  const { ran, json, out } = await openAll([{ letter: sealed.letter, cells }, await seal(reader)]);
  expect([ran.code, json]).toEqual([1, expect.objectContaining({ opened: 1, damaged: 1 })]);
  expect(json['problems']).toMatchObject([{ problems: [{ code: 'evidence-damaged', file: 'long.bin.damaged' }] }]);
  const files = join(out, folderOf(sealed), 'files');
  expect((await readdir(files)).sort()).toEqual(['first.txt', 'last.txt', 'long.bin.damaged']);
  const saved = await readFile(join(files, 'long.bin.damaged'));
  const expected = Buffer.from(noise(2_500_000));
  expected.fill(0, 1_048_320 - 5, 2 * 1_048_320 - 5);
  expect(saved.equals(expected)).toBe(true);
  expect(await readFile(join(files, 'last.txt'), 'utf8')).toBe('last');
});

test('a report that claims more evidence than came writes none of it', async () => {
  const { reader, openAll } = machine();
  const size = 60 * 1024 ** 3;
  const claims = await seal(reader, {
    report: () => ({
      version: 1,
      story: 's',
      evidence: { key: KEY, cells: cellCount(size), files: [{ name: 'huge', type: '', size, offset: 0 }] },
    }),
  });
  const unlisted = await seal(reader, { report: () => ({ version: 1, story: 's' }), files: [text('x')] });
  const { ran, json, out } = await openAll([claims, unlisted]);
  expect(ran.code).toBe(1);
  expect(json['problems']).toMatchObject([
    { problems: [{ code: 'evidence-missing' }] },
    { problems: [{ code: 'evidence-not-listed' }] },
  ]);
  expect((await readdir(join(out, folderOf(claims)))).sort()).toEqual([
    'letter.json',
    'report.json',
    'report.txt',
    'sha256sums.txt',
  ]);
});

test('contents that are no report keep their bytes', async () => {
  const { reader, openAll } = machine();
  const contents = [Uint8Array.of(0xff, 0xfe), utf8('[1,2'), utf8('{"version":1}'), utf8('{"code":"x","message":"y"}')];
  const all = await Promise.all(contents.map((report) => seal(reader, { report })));
  const { ran, json, out } = await openAll([
    ...all,
    await seal(reader, { report: utf8('{"version":1,"story":"s","code":"c","message":"m"}') }),
  ]);
  expect([ran.code, json]).toEqual([1, expect.objectContaining({ opened: 1, damaged: 4 })]);
  expect(codesIn(json)).toEqual(['report-not-text', 'report-not-json', 'report-invalid', 'report-invalid']);
  for (const [i, sealed] of all.entries()) {
    expect(new Uint8Array(await readFile(join(out, folderOf(sealed), 'report.damaged')))).toEqual(
      new Uint8Array(contents[i] ?? []),
    );
  }
});

test('letters of the journal are counted and left to the desk', async () => {
  const { secret, reader, openAll } = machine();
  const journal = await seal(reader, { report: () => ({ version: 1, journal: [{}], grants: [], releases: [] }) });
  const broken = await seal(reader, { report: () => ({ version: 1, journal: 'none' }) });
  const report = await seal(reader);
  const { ran, json, out, bundle } = await openAll([journal, report]);
  expect([ran.code, json]).toEqual([0, expect.objectContaining({ letters: 2, opened: 1, journal: 1, problems: [] })]);
  expect((await readdir(out)).sort()).toEqual([folderOf(report), 'bundle.json'].sort());
  const human = await amparo([
    ...['bundle', 'open', bundle, '--key', reader.keyFile],
    ...['--out', out, '--passphrase-file', secret],
  ]);
  expect(human.stdout).toContain('1 for the desk');
  const bad = await openAll([broken]);
  expect([bad.ran.code, codesIn(bad.json)]).toEqual([1, ['journal-letter-invalid']]);
});

test('hostile file names end up in the folder of their report, under names that do nothing', async () => {
  const { secret, reader, openAll } = machine();
  const names = [
    '../../x',
    'a/b',
    '..\\up.exe',
    'CON',
    '\u202Egpj.exe',
    'x'.repeat(255),
    'same.txt',
    'same.txt',
    'SAME.TXT',
    '\u001B[2Jclear',
    '.hidden',
    '-rf',
    '/etc/passwd',
    '..',
  ];
  const sealed = await seal(reader, { files: names.map((name, i) => ({ name, content: utf8(String(i)) })) });
  const { ran, json, out, bundle } = await openAll([sealed]);
  expect(ran.code).toBe(0);
  const saved = await readdir(join(out, folderOf(sealed), 'files'));
  expect(saved.sort()).toEqual(
    [
      'file-1',
      'file-2',
      'file-3.exe',
      '_CON',
      'gpj.exe',
      'x'.repeat(200),
      'same.txt',
      'same (2).txt',
      'SAME (3).TXT',
      '[2Jclear',
      '_.hidden',
      '_-rf',
      'file-13',
      'file-14',
    ].sort(),
  );
  expect((json['renamed'] as { sent: string }[]).map(({ sent }) => sent)).toEqual([
    '../../x',
    'a/b',
    '..\\up.exe',
    '/etc/passwd',
    '..',
  ]);
  const human = await amparo([
    ...['bundle', 'open', bundle, '--key', reader.keyFile],
    ...['--out', out, '--passphrase-file', secret],
  ]);
  expect(human.stdout).toContain('tried to leave its folder');
  const shown = human.stdout + (await readFile(join(out, folderOf(sealed), 'report.txt'), 'utf8'));
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\u202E\p{Cc}]/u);
  expect((await readdir(out)).sort()).toEqual([folderOf(sealed), 'bundle.json'].sort());
});

test.each(['', 'x'.repeat(300)])(
  'a file name that no report may have keeps the report as it came: %j',
  async (name) => {
    const { reader, openAll } = machine();
    const evidence = { key: KEY, cells: 1, files: [{ name, type: '', size: 1, offset: 0 }] };
    const sealed = await seal(reader, { report: () => ({ version: 1, story: 's', evidence }), files: [text('x')] });
    const { ran, json, out } = await openAll([sealed, await seal(reader)]);
    expect([ran.code, json]).toEqual([1, expect.objectContaining({ opened: 1, damaged: 1 })]);
    expect(codesIn(json)).toEqual(['report-invalid']);
    expect(await readdir(join(out, folderOf(sealed)))).toContain('report.damaged');
  },
);
