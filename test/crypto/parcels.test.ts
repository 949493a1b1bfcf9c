import fc from 'fast-check';
import { expect, test } from 'vitest';

import { makeStamp as makeStampInPage } from '../../client/report/stamp.ts';
import {
  CELL_BYTES,
  checkStamp,
  readBundle,
  readParcel,
  sha256,
  stampParameters,
  writeParcel,
  type ParcelPart,
} from '../../crypto/index.ts';
import { makeStamp as makeStampOnCommand } from '../../scripts/lib/work.ts';
import { BASE_DIFFICULTY, expectedIterations } from '../../server/difficulty.ts';
import { joined, stampedLetter } from '../server/parcels.ts';
import { collect, flow } from './run-vector.ts';

const QUICK = 21; // a letter whose stamp is found within a few tries

test('a parcel reads the same in pieces of any size, and as a bundle does', async () => {
  const { letter, stamp } = stampedLetter(0);
  const cells = [new Uint8Array(CELL_BYTES).fill(1), new Uint8Array(CELL_BYTES).fill(2)];
  const parcel = await joined(writeParcel({ letter, stamp, count: 2, cells }));
  const isWhole = (parts: readonly ParcelPart[]) => {
    const [first, ...rest] = parts;
    expect(first).toMatchObject({ type: 'letter', stamp, cells: 2 });
    expect(first?.type === 'letter' && Buffer.from(first.letter).equals(letter)).toBe(true);
    expect(rest.map((part) => part.type === 'cell' && part.cell[CELL_BYTES - 1])).toEqual([1, 2]);
  };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: parcel.length }), async (size) => {
      const length = Math.max(size, 997);
      const pieces = Array.from({ length: Math.ceil(parcel.length / length) }, (_, i) =>
        parcel.subarray(i * length, (i + 1) * length),
      );
      isWhole(await collect(readParcel(flow(pieces))));
    }),
    { numRuns: 25 },
  );
  const records = await collect(readBundle(flow([parcel])));
  expect(records.map(({ type }) => type)).toEqual(['stamp', 'letter', 'cell', 'cell', 'end']);
});

test('a letter that trickles in byte after byte is read, and its bytes are not kept apart', async () => {
  const parcel = await joined(writeParcel({ ...stampedLetter(0), count: 0, cells: [] }));
  const bytes = Array.from({ length: parcel.length }, (_, i) => parcel.subarray(i, i + 1));
  expect(await collect(readParcel(flow(bytes)))).toHaveLength(1);
});

test.each([0, 1, 3])('a parcel with another number of cells than announced is not written: %i for 2', async (given) => {
  const cells = Array.from({ length: given }, () => new Uint8Array(CELL_BYTES));
  const writing = joined(writeParcel({ ...stampedLetter(0), count: 2, cells }));
  await expect(writing).rejects.toMatchObject({ code: 'evidence-size' });
});

test.each([
  ['the page', makeStampInPage],
  ['the command line', makeStampOnCommand],
])('what %s finds is a stamp, for this letter and no other', async (_who, makeStamp) => {
  const { letter } = stampedLetter(QUICK);
  const stamp = await makeStamp(letter);
  await checkStamp(await sha256(letter), stamp);
  const other = await sha256(stampedLetter(0).letter);
  await expect(checkStamp(other, stamp)).rejects.toMatchObject({ code: 'stamp-invalid' });
});

test('a stamp costs eight times what the form does on a calm server', async () => {
  const { cost, keyPrefix } = stampParameters(await sha256(stampedLetter(0).letter));
  expect(expectedIterations({ cost, keyPrefix })).toBe(8 * expectedIterations(BASE_DIFFICULTY));
});
