import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  CELL_BYTES,
  concatBytes,
  encodeCellRecord,
  encodeEndRecord,
  encodeLetterRecord,
  BUNDLE_MAGIC,
  readBundle,
  scanBundle,
  type Bytes,
  type Sliceable,
} from '../../crypto/index.ts';
import { readVectors } from './run-vector.ts';
import { bytesOf } from './vector-bytes.ts';

const all = readVectors();
const bundles = [...all].filter(([, { kind }]) => kind === 'bundle');

/** What a reader gives before it ends, and how it ends. */
async function told(records: AsyncIterable<{ type: string }>): Promise<unknown[]> {
  const seen: unknown[] = [];
  try {
    for await (const record of records) {
      const { letter, ...rest } = record as Record<string, unknown> & { letter?: Bytes };
      for (const place of ['cell', 'at', 'next']) Reflect.deleteProperty(rest, place);
      seen.push({ ...rest, ...(letter && { letter: [letter.length, letter[0]] }) });
    }
  } catch (error) {
    seen.push((error as Error).message);
  }
  return seen;
}

/** Bytes at hand, and which of them were read. */
class Watched implements Sliceable {
  readonly size: number;
  readonly reads: [start: number, end: number][] = [];
  readonly #bytes: Bytes;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  read(start: number, end: number): Promise<Bytes> {
    this.reads.push([start, end]);
    return Promise.resolve(this.#bytes.slice(start, end));
  }
}

async function* one(bytes: Bytes): AsyncGenerator<Bytes> {
  yield await Promise.resolve(bytes);
}

function bundleOf(cells: readonly number[]): Bytes {
  const records = cells.flatMap((count, i) => [
    encodeLetterRecord({ cursor: i + 1, day: 20_000, cells: count, letter: new Uint8Array(32_768).fill(i) }),
    ...Array.from({ length: count }, () => encodeCellRecord(new Uint8Array(CELL_BYTES).fill(7))),
  ]);
  return concatBytes(BUNDLE_MAGIC, ...records, encodeEndRecord({ cursor: cells.length, letters: cells.length }));
}

describe('a bundle that is scanned', () => {
  test('there are vectors to compare by', () => {
    expect(bundles.length).toBeGreaterThan(5);
  });

  test.each(bundles)('tells the same as one that is read: %s', async (_name, vector) => {
    const bytes = bytesOf(vector, 'bundle', all);
    expect(await told(scanBundle(new Watched(bytes)))).toEqual(await told(readBundle(one(bytes))));
  });

  test('tells the same wherever it is cut or altered', async () => {
    const whole = bundleOf([0, 2, 1]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const bytes = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) bytes[at] = byte;
        expect(await told(scanBundle(new Watched(bytes)))).toEqual(await told(readBundle(one(bytes))));
      }),
      {
        numRuns: 40,
        examples: [
          [8, 2, false],
          [8 + 5 + 16 + 32_768 + 1, 0, false],
          [whole.length, 1, false],
        ],
      },
    );
  });

  test('of much evidence almost nothing is read, and every cell is where it is said to be', async () => {
    const cells = 40;
    const bytes = bundleOf([cells, 0]);
    const source = new Watched(bytes);
    const places: number[] = [];
    for await (const record of scanBundle(source)) if (record.type === 'cell') places.push(record.at);
    expect(places.length).toBe(cells);
    for (const at of places) {
      expect(bytes.subarray(at, at + CELL_BYTES).every((byte) => byte === 7)).toBe(true);
    }
    const read = source.reads.reduce((total, [start, end]) => total + end - start, 0);
    expect(read).toBeLessThan(bytes.length / 5);
  });
});
