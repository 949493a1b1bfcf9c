import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  AmparoError,
  BUNDLE_MAGIC,
  CELL_PLAINTEXT_BYTES,
  cellCount,
  concatBytes,
  decodeReport,
  encodeDirectoryRecord,
  encodeEndRecord,
  encodeLetterRecord,
  encodeReport,
  fromBase64,
  LETTER_MAGIC,
  LETTER_SIZES,
  letterCapacity,
  listEvidence,
  newEpochKeyPair,
  newEvidenceKey,
  openEvidence,
  padme,
  readBundle,
  sealEvidence,
  sealLetter,
  SLOT_COUNTS,
  systemRandom,
  toBase64,
  utf8,
  type Bytes,
  type Letter,
} from '../../crypto/index.ts';
import { openAlone } from '../open-alone.ts';
import { collect, flow } from './run-vector.ts';

const EPOCH = 82;
const bytes = (max: number) => fc.uint8Array({ maxLength: max }).map((value) => new Uint8Array(value));

describe('letters', () => {
  test('open to what was sealed, in the smallest size that holds it, whoever is addressed', async () => {
    const key = await newEpochKeyPair(EPOCH, systemRandom);
    const report = fc.oneof(
      bytes(64),
      fc.integer({ min: 0, max: 490_000 }).map((length) => new Uint8Array(length).fill(65)),
    );
    await fc.assert(
      fc.asyncProperty(report, fc.constantFrom(...SLOT_COUNTS), fc.nat(), async (content, slots, nat) => {
        const slot = nat % slots;
        fc.pre(content.length <= letterCapacity(LETTER_SIZES[2], slots));
        const addressing = { epoch: EPOCH, slots, recipients: new Map([[slot, key.publicKey]]) };
        const letter = await sealLetter(content, addressing, systemRandom);
        expect(letter.length).toBe(LETTER_SIZES.find((size) => letterCapacity(size, slots) >= content.length));
        const opened = await openAlone(letter, key);
        expect(opened?.slot).toBe(slot);
        expect(Buffer.compare(opened?.report ?? new Uint8Array(), content)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test('altered anywhere, never open to anything', async () => {
    const key = await newEpochKeyPair(EPOCH, systemRandom);
    const addressing = { epoch: EPOCH, slots: 4 as const, recipients: new Map([[1, key.publicKey]]) };
    const letter = await sealLetter(new Uint8Array(100), addressing, systemRandom);
    await fc.assert(
      fc.asyncProperty(fc.nat(letter.length - 1), fc.integer({ min: 1, max: 255 }), async (at, difference) => {
        const altered = letter.slice();
        altered[at] = (altered[at] ?? 0) ^ difference;
        const outcome = await openAlone(altered, key).catch((error: unknown) => error);
        expect(outcome === null || outcome instanceof AmparoError).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('refuse to address nobody', async () => {
    const addressing = { epoch: EPOCH, slots: 4 as const, recipients: new Map() };
    const sealing = sealLetter(new Uint8Array(1), addressing, systemRandom);
    await expect(sealing).rejects.toMatchObject({ code: 'no-recipient' });
  });

  test('refuse a report that no size holds', async () => {
    const key = await newEpochKeyPair(EPOCH, systemRandom);
    const addressing = { epoch: EPOCH, slots: 4 as const, recipients: new Map([[1, key.publicKey]]) };
    const tooLong = new Uint8Array(letterCapacity(LETTER_SIZES[2], 4) + 1);
    await expect(sealLetter(tooLong, addressing, systemRandom)).rejects.toMatchObject({
      code: 'report-too-long',
    });
  });
});

describe('evidence', () => {
  test('opens to what was sealed, however it flows', async () => {
    const key = newEvidenceKey(systemRandom);
    const content = fc
      .tuple(
        fc.constantFrom(0, 1, CELL_PLAINTEXT_BYTES - 1, CELL_PLAINTEXT_BYTES, CELL_PLAINTEXT_BYTES + 1),
        fc.nat(255),
      )
      .map(([length, fill]) => new Uint8Array(length).fill(fill));
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 3_000_000 }), async (whole, piece) => {
        const cells: Bytes[] = [];
        for await (const cell of sealEvidence(key, whole.length, flow(pieces(whole, piece)))) cells.push(cell);
        expect(cells.length).toBe(cellCount(whole.length));
        const opened: Bytes[] = [];
        for await (const part of openEvidence(key, whole.length, flow(cells))) opened.push(part);
        expect(Buffer.compare(Buffer.concat(opened), whole)).toBe(0);
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ['grew', 11],
    ['shrank', 9],
    ['vanished', 0],
  ])('a file that %s while it was read is refused', async (_what, length) => {
    const sealing = collect(sealEvidence(newEvidenceKey(systemRandom), 10, flow([new Uint8Array(length)])));
    await expect(sealing).rejects.toMatchObject({ code: 'evidence-changed' });
  });

  test('refuses more than 65,536 cells', () => {
    expect(() => cellCount(65_537 * CELL_PLAINTEXT_BYTES)).toThrow(
      expect.objectContaining({ code: 'evidence-too-large' }),
    );
  });
});

test('Padme rounds up by at most 12%, never down, and is its own fixed point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65_536 }), (count) => {
      const padded = padme(count);
      expect(padded).toBeGreaterThanOrEqual(count);
      expect(padded).toBeLessThanOrEqual(Math.ceil(count * 1.12));
      expect(padme(padded)).toBe(padded);
    }),
  );
  expect([1, 2, 3, 8, 9, 10, 17, 100, 1000].map(padme)).toEqual([1, 2, 3, 8, 10, 10, 18, 104, 1024]);
});

test('base64 has one form', () => {
  fc.assert(
    fc.property(bytes(300), (value) => {
      expect(Buffer.compare(fromBase64(toBase64(value)), value)).toBe(0);
    }),
  );
  for (const text of ['A', 'AA', 'AA=', 'AB==', ' AA==', 'AA==\n', 'A-==', 'AAA=AAA=']) {
    expect(() => fromBase64(text), text).toThrow(AmparoError);
  }
});

test('a bundle reads the same in pieces of any size', async () => {
  const letter = concatBytes(LETTER_MAGIC, new Uint8Array(LETTER_SIZES[0] - 8)) as Letter;
  const bundle = concatBytes(
    BUNDLE_MAGIC,
    encodeDirectoryRecord(utf8('{"roster":1}')),
    encodeLetterRecord({ cursor: 1, day: 20_000, cells: 0, letter }),
    encodeLetterRecord({ cursor: 2, day: 20_000, cells: 0, letter }),
    encodeEndRecord({ cursor: 2, letters: 2 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: bundle.length }), async (piece) => {
      const records = await collect(readBundle(flow(pieces(bundle, Math.max(piece, 97)))));
      expect(records.map((record) => record.type)).toEqual(['directory', 'letter', 'letter', 'end']);
      expect(records[0]).toEqual({ type: 'directory', directory: { roster: 1 } });
    }),
    { numRuns: 50 },
  );
});

describe('reports', () => {
  const story = 'A border clerk asked for money.';

  test('any text survives, in any script', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }), async (text) => {
        fc.pre(text.trim() !== '');
        expect(decodeReport(await encodeReport({ version: 1, story: text })).story).toBe(text);
      }),
    );
  });

  test.each([
    ['an empty story', { version: 1, story: '  \n' }],
    ['a lone surrogate', { version: 1, story: 'a\ud800b' }],
    ['a story of 100,001 characters', { version: 1, story: 'x'.repeat(100_001) }],
    ['an unknown code', { version: 1, story, danger: 'perhaps' }],
    ['an unknown member', { version: 1, story, colour: 'blue' }],
  ])('%s is not sealed', async (_what, report) => {
    await expect(encodeReport(report as never)).rejects.toThrow(expect.objectContaining({ code: 'report-invalid' }));
  });

  describe('a story that a recording tells', () => {
    const evidence = (told: object) =>
      listEvidence(newEvidenceKey(systemRandom), [
        { name: 'a.jpg', type: 'image/jpeg', size: 3 },
        { name: 'b.webm', type: 'audio/webm', size: 4, ...told },
      ]);

    test('needs no text, and may have some', async () => {
      for (const text of ['', '  ', story]) {
        const bytes = await encodeReport({ version: 1, story: text, evidence: evidence({ story: true }) });
        expect(decodeReport(bytes).evidence?.files.map((file) => file.story)).toEqual([undefined, true]);
      }
    });

    test.each([
      ['no file tells it', {}],
      ['a file says that it does not', { story: false }],
      ['a file says so in another way', { story: 'yes' }],
    ])('is asked for where %s', async (_what, told) => {
      await expect(encodeReport({ version: 1, story: '', evidence: evidence(told) })).rejects.toThrow(
        expect.objectContaining({ code: 'report-invalid' }),
      );
    });
  });

  test.each([
    ['no key', { key: undefined }],
    ['a short key', { key: 'AAAA' }],
  ])('evidence with %s is not sealed', async (_what, change) => {
    const list = listEvidence(newEvidenceKey(systemRandom), [{ name: 'a', type: '', size: 3 }]);
    await expect(encodeReport({ version: 1, story, evidence: { ...list, ...change } as never })).rejects.toThrow(
      expect.objectContaining({ code: 'report-invalid' }),
    );
  });

  test('100,000 characters of four bytes each fit the largest letter at every number of slots', async () => {
    const longest = await encodeReport({ version: 1, story: '\u{1F600}'.repeat(100_000) });
    for (const slots of SLOT_COUNTS) expect(longest.length).toBeLessThanOrEqual(letterCapacity(LETTER_SIZES[2], slots));
  });

  test('files follow each other in the list', async () => {
    const list = listEvidence(newEvidenceKey(systemRandom), [
      { name: 'a', type: 'text/plain', size: 3 },
      { name: 'b', type: 'text/plain', size: 0 },
      { name: 'c', type: 'text/plain', size: 4 },
    ]);
    expect(list.files.map((file) => file.offset)).toEqual([0, 3, 3]);
    await expect(encodeReport({ version: 1, story, evidence: list })).resolves.toBeInstanceOf(Uint8Array);
  });
});

function pieces(whole: Bytes, size: number): Bytes[] {
  return Array.from({ length: Math.ceil(whole.length / size) }, (_, i) => whole.subarray(i * size, (i + 1) * size));
}
