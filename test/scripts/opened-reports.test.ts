import { execFile, execFileSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

import { utf8 } from '../../crypto/index.ts';
import { findProgram } from '../../scripts/browsers.ts';
import { quoted } from '../../scripts/lib/shell.ts';
import { bundleOf, seal } from './bundles.ts';
import { amparo, CLI, jsonIn, modeOf, passphraseFile } from './cli.ts';
import { folderOf, idOf, isFile, noise, text, useMachine } from './machine.ts';

const CLEAR_LINE = '\r\u001B[K';

const machine = useMachine();

test('a report opens to its own bytes, a readable text, its files and their sums, for its owner alone', async () => {
  const { reader, openAll } = machine();
  const report = utf8('{"version": 1,  "story": "What\\nhappened", "newer": {"x": [1]}}');
  const plain = await seal(reader, { report });
  const sealed = await seal(reader, { files: [text('first'), { name: 'long.bin', content: noise(2_500_000) }] });
  const { ran, json, out } = await openAll([plain, sealed]);
  expect(ran.code).toBe(0);
  expect(json).toMatchObject({ letters: 2, opened: 2, damaged: 0, failed: 0, notForThisKey: 0, failure: null });

  const first = join(out, folderOf(plain));
  expect(await isFile(join(first, 'report.json'), report)).toBe(true);
  expect(await readFile(join(first, 'report.txt'), 'utf8')).toContain('  | What\n  | happened');
  expect(await readFile(join(first, 'report.txt'), 'utf8')).toContain('Unknown to this version: newer');

  const second = join(out, folderOf(sealed));
  expect(await isFile(join(second, 'files/long.bin'), noise(2_500_000))).toBe(true);
  expect(await readFile(join(second, 'files/first.txt'), 'utf8')).toBe('first');
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'sha256sums.txt'], { cwd: second });
  for (const path of ['report.json', 'report.txt', 'letter.json', 'sha256sums.txt', 'files/long.bin']) {
    expect([path, await modeOf(join(second, path))]).toEqual([path, 0o600]);
  }
  expect(await modeOf(second)).toBe(0o700);
  expect(JSON.parse(await readFile(join(out, 'bundle.json'), 'utf8'))).toMatchObject({
    letters: [
      { id: idOf(plain.letter), outcome: 'opened', cursor: 1 },
      { folder: folderOf(sealed), outcome: 'opened' },
    ],
  });
});

test('a story that a recording tells is pointed to', async () => {
  const { reader, openAll } = machine();
  const sealed = await seal(reader, {
    files: [text('first'), { name: 'story.webm', content: noise(100) }],
    report: (evidence) => ({
      version: 1,
      story: '',
      evidence: evidence && {
        ...evidence,
        files: evidence.files.map((file, i) => (i === 1 ? { ...file, story: true } : file)),
      },
    }),
  });
  const { ran, out } = await openAll([sealed]);
  expect(ran.code).toBe(0);
  expect(await readFile(join(out, folderOf(sealed), 'report.txt'), 'utf8')).toMatch(
    /first\.txt, \d+ bytes\n {2}\| files\/story\.webm, 100 bytes\n {2}\| {3}This recording tells the story\.\n/,
  );
});

test('what is for somebody else is counted and no fault', async () => {
  const { reader, other, openAll, open } = machine();
  const mine = await seal(reader);
  const { ran, json, bundle } = await openAll([await seal(other), mine]);
  expect([ran.code, json]).toEqual([0, expect.objectContaining({ opened: 1, notForThisKey: 1, problems: [] })]);
  const theirs = await open(bundle, `${bundle}.other`, other);
  expect(theirs.json).toMatchObject({ opened: 1, notForThisKey: 1 });
});

test('a wrong pass phrase exits 3, and a file that is no key file exits 1', async () => {
  const { folder, secret, reader, writeBundle } = machine();
  const bundle = await writeBundle(bundleOf([]));
  const wrong = await passphraseFile(folder, 'wrong', 'not this one at all');
  const args = ['bundle', 'open', bundle, '--out', join(folder, 'never'), '--json'];
  const locked = await amparo([...args, '--key', reader.keyFile, '--passphrase-file', wrong]);
  expect([locked.code, jsonIn(locked)['error']]).toEqual([3, expect.objectContaining({ code: 'key-file-locked' })]);
  const noKey = await amparo([...args, '--key', secret, '--passphrase-file', secret]);
  expect([noKey.code, jsonIn(noKey)['error']]).toEqual([1, expect.objectContaining({ code: 'key-file-malformed' })]);
  expect(await readdir(folder)).not.toContain('never');
});

test('300 letters open in one go, and are not opened again', async () => {
  const { reader, openAll, open } = machine();
  const first = await seal(reader);
  const others = await Promise.all(Array.from({ length: 299 }, () => seal(reader)));
  const { ran, json, out, bundle } = await openAll([first, ...others]);
  expect([ran.code, ran.stderr, json]).toEqual([0, '', expect.objectContaining({ letters: 300, opened: 300 })]);
  const report = join(out, folderOf(first), 'report.json');
  const before = await stat(report);
  expect((await open(bundle, out)).json).toMatchObject({ letters: 300, opened: 300 });
  expect((await stat(report)).mtimeMs).toBe(before.mtimeMs);

  // Somebody changed one: it is opened again, and what was there is kept aside.
  await writeFile(report, 'changed');
  expect((await open(bundle, out)).json).toMatchObject({ opened: 300 });
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ story: 'What happened' });
  expect((await readdir(out)).filter((name) => name.includes('.replaced-'))).toHaveLength(1);
});

test.skipIf(findProgram(['script']) === undefined || process.platform !== 'linux')(
  'progress is drawn on a terminal',
  async () => {
    const { secret, reader, writeBundle } = machine();
    const bundle = await writeBundle(bundleOf(await Promise.all(Array.from({ length: 60 }, () => seal(reader)))));
    const args = [
      process.execPath,
      CLI,
      'bundle',
      'open',
      bundle,
      '--key',
      reader.keyFile,
      '--out',
      `${bundle}.opened`,
      '--passphrase-file',
      secret,
    ];
    const { stdout } = await promisify(execFile)('script', ['-qec', args.map(quoted).join(' '), '/dev/null'], {
      timeout: 60_000,
    });
    expect(stdout.replaceAll(CLEAR_LINE, '\n')).toMatch(/\nOpening: [\d,]+ letters, [\d,]+ per second/);
    expect(stdout).toContain('60 opened');
  },
);
