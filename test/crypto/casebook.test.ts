import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  AmparoError,
  CASEBOOK_HEAD_BYTES,
  CASEBOOK_MAGIC,
  concatBytes,
  fromUtf8,
  identityPublicKey,
  newCasebook,
  readCasebook,
  readU32,
  rewrapCasebook,
  sealCasebook,
  systemRandom,
  toHex,
  unlockCasebook,
  utf8,
  type Bytes,
  type Casebook,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { collect, flow } from './run-vector.ts';

/** SPEC.md, Casebook. */
const PASSPHRASE = 'plain lantern orbit meadow';
const COSTS = { memoryKiB: 8192, passes: 1 };
const CHUNK_BYTES = 65_536;
const identity = identityPublicKey(new Uint8Array(32).fill(7));

let casebook: Casebook;
beforeAll(async () => {
  casebook = await newCasebook(PASSPHRASE, identity, COSTS, argon2id, systemRandom);
});

async function sealed(lines: readonly string[], generation = 1, by = casebook): Promise<Bytes> {
  return concatBytes(...(await collect(sealCasebook(by, generation, lines, systemRandom))));
}

interface Reading {
  readonly lines: string[];
  readonly error?: string;
}

/** What a reader gets of a file before it ends, and how it ends. */
async function read(file: Uint8Array, by = casebook): Promise<Reading> {
  const lines: string[] = [];
  try {
    for await (const line of readCasebook(by, flow([file]))) lines.push(line);
    return { lines };
  } catch (error) {
    return { lines, error: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AmparoError) return error.code;
  throw error;
}

const refusal = (promise: Promise<unknown>) => promise.then(() => 'opened', codeOf);
const unlock = (file: Bytes, passphrase = PASSPHRASE) =>
  unlockCasebook(file.slice(0, CASEBOOK_HEAD_BYTES), passphrase, argon2id);
const headLength = (file: Bytes) => 12 + readU32(file, 8);

/** Lines of about `bytes` bytes together, each its own. */
function manyLines(bytes: number): string[] {
  const filler = 'a clerk at the border '.repeat(40);
  return Array.from({ length: Math.ceil(bytes / 900) }, (_, i) => JSON.stringify({ type: 'report', i, filler }));
}

function withHeader(file: Bytes, change: (header: Record<string, unknown>) => object): Bytes {
  const stated = JSON.parse(fromUtf8(file.subarray(12, headLength(file))) ?? '') as Record<string, unknown>;
  const header = utf8(JSON.stringify(change(stated)));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return concatBytes(CASEBOOK_MAGIC, length, header, file.subarray(headLength(file)));
}

describe('a casebook', () => {
  test('opens to the lines that were saved, whatever they are and however the file comes in', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !text.includes('\n'));
    const long = fc.integer({ min: 60_000, max: 140_000 }).map((length) => '\u00e9'.repeat(length));
    const lines = fc.array(fc.oneof({ weight: 9, arbitrary: line }, long), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 100_000 }), async (saved, size) => {
        const file = await sealed(saved);
        const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, i) =>
          file.subarray(i * size, (i + 1) * size),
        );
        expect(await collect(readCasebook(casebook, flow(pieces)))).toEqual(saved);
      }),
      { numRuns: 60 },
    );
  });

  test('is unlocked by its pass phrase in any form of Unicode, and says whose it is and how often it was saved', async () => {
    const accented = await newCasebook('caf\u00e9', identity, COSTS, argon2id, systemRandom);
    const file = await sealed(['{"a":1}'], 41, accented);
    const opened = await unlock(file, 'cafe\u0301');
    expect(opened.generation).toBe(41);
    expect(toHex(opened.identity)).toBe(toHex(identity));
    expect(await read(file, opened)).toEqual({ lines: ['{"a":1}'] });
  });

  test('holds nothing of its content or key in the clear, and no two saves share a byte of stream', async () => {
    const line = JSON.stringify({ story: 'CANARY at the border' });
    const [one, two] = [await sealed([line]), await sealed([line])];
    for (const secret of [utf8('CANARY'), casebook.key])
      expect(Buffer.from(one).includes(Buffer.from(secret))).toBe(false);
    expect(toHex(one.subarray(headLength(one)))).not.toBe(toHex(two.subarray(headLength(two))));
  });

  test('a line break within a line is refused, as it would be read as two lines', async () => {
    await expect(sealed(['one\ntwo'])).rejects.toThrow(RangeError);
  });

  test('saving and reading hold a few chunks, however many lines there are', async () => {
    const LINES = 60_000;
    const line = JSON.stringify({ filler: 'x'.repeat(600) });
    let taken = 0;
    function* source() {
      for (; taken < LINES; taken += 1) yield line;
    }
    let ahead = 0;
    let given = 0;
    const watched = async function* (): AsyncGenerator<Bytes> {
      for await (const piece of sealCasebook(casebook, 1, source(), systemRandom)) {
        given += piece.length;
        ahead = Math.max(ahead, taken * line.length - given);
        yield piece;
      }
    };
    let lines = 0;
    let behind = 0;
    for await (const opened of readCasebook(casebook, watched())) {
      if (opened !== line) throw new Error('another line');
      lines += 1;
      behind = Math.max(behind, given - lines * line.length);
    }
    expect(lines).toBe(LINES);
    expect(given).toBeGreaterThan(30 * 1_048_576);
    expect(ahead).toBeLessThan(3 * 1_048_576);
    expect(behind).toBeLessThan(3 * 1_048_576);
  });
});

describe('a damaged casebook', () => {
  test('a wrong pass phrase opens nothing', async () => {
    expect(await refusal(unlock(await sealed([]), 'plain lantern orbit meadows'))).toBe('casebook-locked');
  });

  test('a file cut anywhere gives the whole lines before the cut, and says that it was cut', async () => {
    const lines = manyLines(3.5 * CHUNK_BYTES);
    const file = await sealed(lines);
    const head = headLength(file);
    const places = [
      0,
      1,
      7,
      8,
      11,
      12,
      head - 1,
      head,
      head + 1,
      head + 16,
      head + CHUNK_BYTES - 1,
      head + CHUNK_BYTES,
    ];
    places.push(
      head + CHUNK_BYTES + 1,
      head + 2 * CHUNK_BYTES,
      head + 3 * CHUNK_BYTES,
      file.length - 17,
      file.length - 1,
    );
    for (const place of places) {
      const reading = await read(file.subarray(0, place));
      expect(reading.error, String(place)).toBe(place < head ? 'casebook-malformed' : 'casebook-damaged');
      expect(reading.lines, String(place)).toEqual(wholeLines(lines, Math.floor((place - head) / CHUNK_BYTES)));
      if (place < head) expect(await refusal(unlock(file.slice(0, place)))).toBe('casebook-malformed');
    }
  });

  test('one altered bit anywhere is found, and gives only lines that were saved', async () => {
    const lines = manyLines(2.5 * CHUNK_BYTES);
    const file = await sealed(lines);
    const head = headLength(file);
    const place = fc.oneof(fc.nat({ max: head - 1 }), fc.integer({ min: head, max: file.length - 1 }));
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 7 }), async (at, bit) => {
        const altered = file.slice();
        altered[at] = (altered[at] ?? 0) ^ (1 << bit);
        const opened = await unlock(altered).catch(codeOf);
        const { lines: given, error } =
          typeof opened === 'string' ? { lines: [], error: opened } : await read(altered, opened);
        expect(error).toMatch(/^casebook-/);
        expect(given).toEqual(wholeLines(lines, at < head ? 0 : Math.floor((at - head) / CHUNK_BYTES)));
      }),
      { numRuns: 150 },
    );
  });

  test('chunks that were exchanged, repeated or appended are found', async () => {
    const lines = manyLines(3 * CHUNK_BYTES);
    const file = await sealed(lines);
    const head = file.subarray(0, headLength(file));
    const chunk = (i: number) => file.subarray(head.length + i * CHUNK_BYTES, head.length + (i + 1) * CHUNK_BYTES);
    const exchanged = await read(concatBytes(head, chunk(1), chunk(0), chunk(2), chunk(3)));
    expect(exchanged).toEqual({ lines: [], error: 'casebook-damaged' });
    const repeated = await read(concatBytes(head, chunk(0), chunk(0), chunk(1), chunk(2), chunk(3)));
    expect(repeated).toEqual({ lines: wholeLines(lines, 1), error: 'casebook-damaged' });
    const appended = await read(concatBytes(file, new Uint8Array(CHUNK_BYTES)));
    expect(appended).toEqual({ lines: wholeLines(lines, 3), error: 'casebook-damaged' });
  });

  test('an older file cannot pass for a newer one, nor lend its stream to one', async () => {
    const [older, newer] = [await sealed(['"older"'], 8), await sealed(['"newer"'], 9)];
    expect([(await unlock(older)).generation, (await unlock(newer)).generation]).toEqual([8, 9]);
    const renumbered = withHeader(older, (header) => ({ ...header, generation: 9 }));
    expect(await read(renumbered, await unlock(renumbered))).toEqual({ lines: [], error: 'casebook-damaged' });
    const spliced = concatBytes(newer.subarray(0, headLength(newer)), older.subarray(headLength(older)));
    expect(await read(spliced)).toEqual({ lines: [], error: 'casebook-damaged' });
  });

  test('a newer format is told from damage', async () => {
    const file = await sealed([]);
    const version = file.slice();
    version[7] = 2;
    expect(await refusal(unlock(version))).toBe('casebook-unsupported');
    const format = (change: object) =>
      withHeader(file, (header) => {
        const stated = JSON.parse(atob(String(header['protected']))) as object;
        return { ...header, protected: btoa(JSON.stringify({ ...stated, ...change })) };
      });
    expect(await refusal(unlock(format({ format: 'amparo-casebook/2' })))).toBe('casebook-unsupported');
    const costly = { name: 'argon2id', memoryKiB: 2 ** 22, passes: 1, salt: btoa('0123456789abcdef') };
    expect(await refusal(unlock(format({ kdf: costly })))).toBe('casebook-unsupported');
    const other = identityPublicKey(new Uint8Array(32).fill(8));
    expect(await refusal(unlock(format({ identity: Buffer.from(other).toString('base64') })))).toBe('casebook-locked');
    expect(await refusal(unlock(withHeader(file, (header) => ({ ...header, colour: 1 }))))).toBe('casebook-malformed');
    expect(await refusal(unlock(withHeader(file, (header) => ({ ...header, more: 'x'.repeat(4096) }))))).toBe(
      'casebook-malformed',
    );
  });

  test('another pass phrase: the old one opens nothing that is saved since, the new one all of it', async () => {
    const before = await sealed(['"before"'], 1);
    const rewrapped = await rewrapCasebook(casebook, 'quiet harbour', COSTS, argon2id, systemRandom);
    const after = await sealed(['"after"'], 2, rewrapped);
    expect(await refusal(unlock(after))).toBe('casebook-locked');
    const opened = await unlock(after, 'quiet harbour');
    expect(toHex(opened.identity)).toBe(toHex(identity));
    expect(await read(after, opened)).toEqual({ lines: ['"after"'] });
    // Whoever has the old file and its pass phrase puts the old head before the new stream.
    const forged = concatBytes(before.subarray(0, headLength(before)), after.subarray(headLength(after)));
    expect(await read(forged, await unlock(before))).toEqual({ lines: [], error: 'casebook-damaged' });
    expect(await read(after, casebook)).toEqual({ lines: [], error: 'casebook-locked' });
  });
});

/** Those of `lines` that end within the first `chunks` chunks. */
function wholeLines(lines: readonly string[], chunks: number): string[] {
  let end = 0;
  return lines.filter((line) => (end += line.length + 1) <= chunks * (CHUNK_BYTES - 16));
}
