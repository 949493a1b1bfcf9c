import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  AmparoError,
  CELL_PLAINTEXT_BYTES,
  CellCipher,
  cellCount,
  evidenceDigest,
  GrowingEvidence,
  newEvidenceKey,
  sealEvidence,
  systemRandom,
  toHex,
  type Bytes,
  type EvidenceKey,
} from '../../crypto/index.ts';
import { collect, flow } from './run-vector.ts';

const CELL = CELL_PLAINTEXT_BYTES;
const CHUNK_PLAINTEXT_BYTES = CELL / 16;

function contentOf(length: number, fill: number): Bytes {
  return Uint8Array.from({ length }, (_, i) => (fill + (i >> 8)) % 256);
}

async function sealReady(stream: GrowingEvidence, content: Bytes, cells: Bytes[]): Promise<void> {
  while (cells.length < stream.readyCells) {
    const { start, end } = stream.rangeOf(cells.length);
    cells.push(await stream.sealCell(cells.length, content.subarray(start, end)));
  }
}

/** Sizes around the edges of cells, where it matters. */
const size = fc.oneof(
  fc.constantFrom(0, 1, CELL - 1, CELL, CELL + 1, 2 * CELL, 9 * CELL),
  fc.integer({ min: 0, max: 3 * CELL }),
);

describe('a stream that grows', () => {
  test('gives the cells of sealEvidence, however its files come and whenever its cells are sealed', async () => {
    const steps = fc.array(fc.record({ size, sealsThen: fc.boolean() }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(steps, async (files) => {
        const key = newEvidenceKey(systemRandom);
        const stream = await GrowingEvidence.begin(key);
        const cells: Bytes[] = [];
        const content = contentOf(
          files.reduce((sum, file) => sum + file.size, 0),
          7,
        );
        let length = 0;
        for (const file of files) {
          length += file.size;
          expect(stream.resize(length)).toBe(true);
          if (file.sealsThen) await sealReady(stream, content, cells);
          expect(stream.settledBytes).toBeLessThanOrEqual(Math.max(0, length - 1));
        }
        expect(stream.finish()).toBe(cellCount(content.length));
        await sealReady(stream, content, cells);
        const atOnce = await collect(sealEvidence(key, content.length, flow([content])));
        expect(cells.length).toBe(atOnce.length);
        expect(cells.every((cell, i) => Buffer.compare(cell, atOnce[i] ?? new Uint8Array()) === 0)).toBe(true);
        expect(toHex(await stream.digest())).toBe(toHex(await evidenceDigest(atOnce)));
      }),
      { numRuns: 12 },
    );
  });

  test('holds the last cell back until it is finished', async () => {
    const stream = await GrowingEvidence.begin(newEvidenceKey(systemRandom));
    const readyAt = (bytes: number) => (stream.resize(bytes), stream.readyCells);
    expect([0, 1, CELL, CELL + 1, 2 * CELL, 2 * CELL + 1].map(readyAt)).toEqual([0, 0, 0, 1, 1, 2]);
    await expect(stream.sealCell(2, new Uint8Array(1))).rejects.toThrow(RangeError);
    expect(stream.finish()).toBe(3);
    await expect(stream.sealCell(1, new Uint8Array(CELL))).rejects.toThrow(RangeError); // none is left out
    await expect(stream.digest()).rejects.toThrow(RangeError);
  });

  test('lets go of what was not sealed, and of nothing else', async () => {
    const whole = new Uint8Array(CELL);
    const begun = async () => {
      const stream = await GrowingEvidence.begin(newEvidenceKey(systemRandom));
      stream.resize(CELL + 10);
      await stream.sealCell(0, whole);
      return stream;
    };
    const grown = await begun();
    expect(grown.resize(CELL + 1)).toBe(true);
    expect(grown.resize(CELL)).toBe(false); // the sealed cell would be the last, and was not marked so
    expect(grown.resize(CELL - 1)).toBe(false);
    expect(grown.resize(3 * CELL)).toBe(true);

    // Nine cells of content are padded to ten, so that the ninth is not the last.
    const padded = await GrowingEvidence.begin(newEvidenceKey(systemRandom));
    padded.resize(9 * CELL + 1);
    for (let i = 0; i < 9; i += 1) await padded.sealCell(i, whole);
    expect(padded.resize(9 * CELL)).toBe(true);
    expect(padded.finish()).toBe(10);

    const finished = await begun();
    finished.finish();
    expect(finished.resize(CELL + 11)).toBe(true); // its end was not sealed yet
    finished.finish();
    await finished.sealCell(1, new Uint8Array(11));
    expect([finished.resize(CELL + 12), finished.resize(CELL + 10), finished.resize(CELL + 11)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('refuses content that is longer, shorter or other than before', async () => {
    const stream = await GrowingEvidence.begin(newEvidenceKey(systemRandom));
    stream.resize(10);
    stream.finish();
    for (const length of [0, 9, 11]) {
      await expect(stream.sealCell(0, new Uint8Array(length))).rejects.toMatchObject({ code: 'evidence-changed' });
    }
    const first = await stream.sealCell(0, new Uint8Array(10));
    await expect(stream.sealCell(0, new Uint8Array(10).fill(1))).rejects.toMatchObject({ code: 'evidence-changed' });
    expect(toHex(await stream.sealCell(0, new Uint8Array(10)))).toBe(toHex(first));
  });

  test('refuses what no report can carry', async () => {
    const stream = await GrowingEvidence.begin(newEvidenceKey(systemRandom));
    expect(() => stream.resize(65_537 * CELL)).toThrow(expect.objectContaining({ code: 'evidence-too-large' }));
    expect(stream.readyCells).toBe(0);
  });
});

describe('an attacker who makes a sender seal again and again, with files that change meanwhile', () => {
  type Step =
    | { readonly do: 'resize'; readonly to: number }
    | { readonly do: 'finish' }
    | { readonly do: 'seal'; readonly index: number; readonly fill: number }
    | { readonly do: 'seal-twice-at-once'; readonly index: number; readonly fill: number };
  const index = fc.nat(3);
  const fill = fc.nat(1);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constant('resize' as const), to: fc.oneof(size, fc.constantFrom(CELL + 1, 2 * CELL + 1)) }),
    fc.record({ do: fc.constant('finish' as const) }),
    fc.record({ do: fc.constant('seal' as const), index, fill }),
    fc.record({ do: fc.constant('seal-twice-at-once' as const), index, fill }),
  );

  test('no place of the stream is sealed twice with different content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const key = newEvidenceKey(systemRandom);
        const stream = await GrowingEvidence.begin(key);
        const given: { index: number; cell: Bytes }[] = [];
        const seal = async (at: number, filledWith: number) => {
          const { start, end } = stream.rangeOf(at);
          const cell = await refusedOr(stream.sealCell(at, contentOf(end - start, filledWith)));
          if (cell) given.push({ index: at, cell });
        };
        for (const each of steps) {
          if (each.do === 'resize') stream.resize(each.to);
          else if (each.do === 'finish') stream.finish();
          else if (each.do === 'seal') await seal(each.index, each.fill);
          else await Promise.all([seal(each.index, each.fill), seal(each.index, each.fill + 1)]);
        }
        await expectOneContentForEachNonce(key, given);
      }),
      { numRuns: 60 },
    );
  });
});

/** Opens every chunk that was given out, under each nonce it may have, and holds its content to the first of that nonce. */
async function expectOneContentForEachNonce(
  key: EvidenceKey,
  given: readonly { readonly index: number; readonly cell: Bytes }[],
): Promise<void> {
  const cipher = await CellCipher.derive(key);
  const contents = new Map<string, Bytes>();
  for (const { index, cell } of given) {
    const [asLast, asOther] = await Promise.all([
      refusedOr(cipher.openCell(index, true, cell)),
      refusedOr(cipher.openCell(index, false, cell)),
    ]);
    const content = asLast ?? asOther;
    if (!content) throw new Error('a cell that does not open');
    for (let chunk = 0; chunk < 16; chunk += 1) {
      const nonce = `${String(index)}.${String(chunk)}${asLast && chunk === 15 ? ', last' : ''}`;
      const part = content.subarray(chunk * CHUNK_PLAINTEXT_BYTES, (chunk + 1) * CHUNK_PLAINTEXT_BYTES);
      const before = contents.get(nonce) ?? part;
      contents.set(nonce, before);
      expect(Buffer.compare(part, before), nonce).toBe(0);
    }
  }
}

async function refusedOr<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof AmparoError || error instanceof RangeError) return null;
    throw error;
  }
}
