import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { LETTER_SIZES, systemRandom } from '../../crypto/index.ts';
import { coverSize, drawUniform, nextGapMs } from '../../scripts/lib/cover.ts';
import { makeOffice, tempFolder } from '../server/helpers.ts';
import { amparo, jsonIn } from './cli.ts';
import { makeDesk } from './desk.ts';

const DAY_MS = 86_400_000;
const DRAWS = 20_000;
/** Evenly spread from 0 to 1: the distribution is then exact, and no test fails by chance. */
const EVENLY = Array.from({ length: DRAWS }, (_, i) => (i + 0.5) / DRAWS);

describe('gaps', () => {
  test('are exponential: their mean is the rate, and a share of e^-x is longer than x means', () => {
    for (const perDay of [0.5, 12, 1000]) {
      const gaps = EVENLY.map((uniform) => nextGapMs(perDay, uniform));
      const mean = gaps.reduce((total, gap) => total + gap, 0) / DRAWS;
      expect(mean / (DAY_MS / perDay)).toBeCloseTo(1, 3);
      for (const x of [0.1, 1, 3]) {
        const longer = gaps.filter((gap) => gap > (x * DAY_MS) / perDay).length / DRAWS;
        expect(longer).toBeCloseTo(Math.exp(-x), 3);
      }
    }
  });

  test('are finite and not negative for every number that can be drawn', () => {
    for (const uniform of [0, 2 ** -53, 1 - 2 ** -53]) {
      expect(nextGapMs(1, uniform)).toBeGreaterThanOrEqual(0);
      expect(nextGapMs(1, uniform)).toBeLessThan(40 * DAY_MS);
    }
  });
});

test('what is drawn lies from 0 to below 1, at the ends of the randomness too, and evenly', () => {
  expect(drawUniform((length) => new Uint8Array(length))).toBe(0);
  expect(drawUniform((length) => new Uint8Array(length).fill(255))).toBe(1 - 2 ** -53);
  const tenths = new Map<number, number>();
  for (let i = 0; i < DRAWS; i += 1) {
    const tenth = Math.floor(drawUniform(systemRandom) * 10);
    tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
  }
  expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const drawn of tenths.values()) expect(Math.abs(drawn / DRAWS - 0.1)).toBeLessThan(0.02); // nine deviations
});

test('of a hundred letters 90 are of the smallest size, 8 of the next, 2 of the largest; none is too small for its slots', () => {
  const share = (slots: 4 | 32) =>
    LETTER_SIZES.map((size) => EVENLY.filter((uniform) => coverSize(slots, uniform) === size).length / DRAWS);
  for (const [i, expected] of [0.9, 0.08, 0.02].entries()) expect(share(4)[i]).toBeCloseTo(expected, 3);
  for (const [i, expected] of [0, 0.98, 0.02].entries()) expect(share(32)[i]).toBeCloseTo(expected, 3);
});

test('cover letters go the way of all letters to nobody: nothing is opened, and nothing complained of', async () => {
  const desk = await makeDesk();
  const sent = await desk.json(['cover', desk.server.url, '--per-day', '100000', '--count', '3']);
  expect([sent.code, sent.json]).toEqual([0, { sent: 3, failed: 0 }]);
  const opened = await desk.fetchAndOpen('1.bundle');
  expect(opened.code).toBe(0);
  expect(opened.json).toMatchObject({
    letters: 3,
    notForThisKey: 3,
    opened: 0,
    problems: [],
    warnings: [],
    failure: null,
  });
  expect(await readdir(desk.path('opened'))).toEqual(['bundle.json']);
  expect(opened.ran.stderr).toBe('');
  const open = [
    'bundle',
    'open',
    '1.bundle',
    '--key',
    '0.key',
    '--out',
    'again',
    '--passphrase-file',
    'key.passphrase',
  ];
  const said = await amparo(open, { cwd: desk.folder });
  expect(said.stdout).toMatch(/3 letters: 0 opened.*3 not for this key\./);
  expect(said.stdout).toMatch(/no key tells one from the other/);
});

describe('the setting of an office', () => {
  /** What a machine that sends has of an office: these two files. */
  async function folderOf(cover: unknown, directory: unknown): Promise<string> {
    const folder = join(await tempFolder(), 'office');
    await mkdir(folder);
    if (cover !== null) await writeFile(join(folder, 'cover.json'), JSON.stringify(cover));
    if (directory !== null) await writeFile(join(folder, 'directory.json'), JSON.stringify(directory));
    return folder;
  }

  test('says where to and how often; letters go to the office that is signed there, and to no other', async () => {
    const desk = await makeDesk();
    const cover = { server: desk.server.url, perDay: 100_000 };
    const own = await folderOf(cover, desk.server.office.directory);
    const sent = await desk.json(['cover', own, '--count', '2']);
    expect([sent.code, sent.json]).toEqual([0, { sent: 2, failed: 0 }]);
    expect((await desk.fetchAndOpen('1.bundle')).json).toMatchObject({ letters: 2, notForThisKey: 2 });

    const other = await folderOf(cover, (await makeOffice()).directory);
    const refused = await amparo(['cover', other, '--count', '1', '--json']);
    expect([refused.code, jsonIn(refused)]).toMatchObject([3, { error: { code: 'charter-differs' } }]);
  });

  test('that is missing, wrong, or not signed by anybody sends nothing, and says what to do', async () => {
    const { directory } = await makeOffice();
    const good = { server: 'https://example.org', perDay: 12 };
    const code = async (folder: string) => {
      const ran = await amparo(['cover', folder, '--count', '1', '--json']);
      return [ran.code, (jsonIn(ran) as { error: { code: string } }).error.code];
    };
    expect(await code(await folderOf(null, directory))).toEqual([2, 'cover-missing']);
    expect(await code(await folderOf({ ...good, perDay: 0 }, directory))).toEqual([1, 'cover-invalid']);
    expect(await code(await folderOf({ ...good, server: 'http://example.org' }, directory))).toEqual([
      1,
      'cover-invalid',
    ]);
    expect(await code(await folderOf({ ...good, hour: 3 }, directory))).toEqual([1, 'cover-invalid']);
    expect(await code(await folderOf(good, null))).toEqual([2, 'office-unsigned']);
  });
});
