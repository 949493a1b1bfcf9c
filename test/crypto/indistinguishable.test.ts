import { afterEach, describe, expect, test, vi } from 'vitest';

import {
  epochKeyPair,
  epochSecretKey,
  letterCapacity,
  LETTER_SIZES,
  newEpochKeyPair,
  sealLetter,
  sodium,
  systemRandom,
  type EpochPublicKey,
  type Letter,
} from '../../crypto/index.ts';
import { openSlot } from '../../crypto/slots.ts';

/** SPEC.md, Security analysis, "Who was excluded": lengths, distribution, order of work. */
const SLOTS = 4;
const SLOT_BYTES = 1176;
const PREAMBLE_BYTES = 16;
const ML_KEM_BYTES = 1088;
const LETTERS = 400;

async function sealWith(recipients: ReadonlyMap<number, EpochPublicKey>, length = 100, threshold = 1): Promise<Letter> {
  const addressing = { epoch: 82, slots: SLOTS as 4, recipients, threshold };
  return sealLetter(new Uint8Array(length), addressing, systemRandom);
}

function slotOf(letter: Letter, slot: number): Uint8Array {
  return letter.subarray(PREAMBLE_BYTES + slot * SLOT_BYTES, PREAMBLE_BYTES + (slot + 1) * SLOT_BYTES);
}

/** Pearson's chi-squared of two samples of counts, as a z-score (Wilson-Hilferty would differ little at these degrees). */
function chiSquaredZ(a: readonly number[], b: readonly number[]): number {
  const totalA = a.reduce((sum, n) => sum + n, 0);
  const totalB = b.reduce((sum, n) => sum + n, 0);
  let statistic = 0;
  let degrees = -1;
  for (const [i, inA] of a.entries()) {
    const inB = b[i] ?? 0;
    if (inA + inB === 0) continue;
    statistic += (Math.sqrt(totalB / totalA) * inA - Math.sqrt(totalA / totalB) * inB) ** 2 / (inA + inB);
    degrees += 1;
  }
  return (statistic - degrees) / Math.sqrt(2 * degrees);
}

/** Counts of 10-bit values, the unit of ML-KEM-768's compressed vector u: where its ciphertexts are least uniform. */
function coefficientCounts(samples: readonly Uint8Array[]): number[] {
  const counts = Array.from({ length: 1024 }, () => 0);
  for (const sample of samples) {
    for (let at = 0; at + 5 <= 960; at += 5) {
      const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0] = sample.subarray(at, at + 5);
      for (const value of [
        b0 | ((b1 & 0x03) << 8),
        (b1 >> 2) | ((b2 & 0x0f) << 6),
        (b2 >> 4) | ((b3 & 0x3f) << 4),
        (b3 >> 6) | (b4 << 2),
      ]) {
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
  }
  return counts;
}

function byteCounts(samples: readonly Uint8Array[], from: number, to: number): number[] {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const sample of samples) for (const byte of sample.subarray(from, to)) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

/** How often the top bit of the X25519 part is set: never, in a real ciphertext. */
function topBits(samples: readonly Uint8Array[]): number {
  return samples.filter((sample) => ((sample[ML_KEM_BYTES + 31] ?? 0) & 0x80) !== 0).length;
}

describe('addressed and excluded slots', () => {
  test.each([1, 2])(
    'cannot be told apart by distribution, by tests that do tell random bytes from both (threshold %i)',
    async (threshold) => {
      const key = await newEpochKeyPair(82, systemRandom);
      const addressed: Uint8Array[] = [];
      const excluded: Uint8Array[] = [];
      for (let i = 0; i < LETTERS; i += 1) {
        const readers = Array.from({ length: threshold }, (_, n) => [(i + n) % SLOTS, key.publicKey] as const);
        const letter = await sealWith(new Map(readers), 100, threshold);
        addressed.push(slotOf(letter, i % SLOTS));
        excluded.push(slotOf(letter, (i + threshold) % SLOTS));
      }
      const random = addressed.map(() => systemRandom(SLOT_BYTES));

      // 6 standard deviations: a false alarm in a thousand million runs; a real difference is far beyond.
      expect(Math.abs(chiSquaredZ(coefficientCounts(addressed), coefficientCounts(excluded)))).toBeLessThan(6);
      expect(Math.abs(chiSquaredZ(byteCounts(addressed, 960, 1120), byteCounts(excluded, 960, 1120)))).toBeLessThan(6);
      expect(Math.abs(chiSquaredZ(byteCounts(addressed, 1120, 1176), byteCounts(excluded, 1120, 1176)))).toBeLessThan(
        6,
      );
      expect(topBits(addressed)).toBe(0);
      expect(topBits(excluded)).toBe(0);

      expect(chiSquaredZ(coefficientCounts(addressed), coefficientCounts(random))).toBeGreaterThan(20);
      expect(topBits(random)).toBeGreaterThan(LETTERS / 4);
    },
  );

  test('never repeat, although one decoy key fills all excluded slots of a letter', async () => {
    const key = await newEpochKeyPair(82, systemRandom);
    const letter = await sealWith(new Map([[0, key.publicKey]]));
    const slots = [1, 2, 3].map((slot) => Buffer.from(slotOf(letter, slot)).toString('hex'));
    expect(new Set(slots).size).toBe(3);
  });

  test('hold nothing of the file key where nobody is addressed, even for whoever kept the decoy', async () => {
    const key = await newEpochKeyPair(82, systemRandom);
    const drawn: Uint8Array[] = [];
    const recorded = (length: number) => {
      const bytes = systemRandom(length);
      drawn.push(bytes);
      return bytes;
    };
    const addressing = { epoch: 82, slots: SLOTS as 4, recipients: new Map([[0, key.publicKey]]) };
    const letter = await sealLetter(new Uint8Array(9), addressing, recorded);
    const decoy = await epochKeyPair(82, epochSecretKey(drawn[1] ?? new Uint8Array()));
    const fillings = drawn.filter((bytes) => bytes.length === 40).map((bytes) => Buffer.from(bytes).toString('hex'));
    for (const slot of [1, 2, 3]) {
      const opened = await openSlot(slot, new Uint8Array(slotOf(letter, slot)), decoy);
      expect(Buffer.from(opened?.share ?? []).toString('hex')).toBe(fillings[slot]);
    }
    expect(await openSlot(0, new Uint8Array(slotOf(letter, 0)), decoy)).toBeNull();
  });

  test.each([1, 30_000, 200_000])('give letters of the same length (%i bytes of report)', async (length) => {
    const key = await newEpochKeyPair(82, systemRandom);
    const one = await sealWith(new Map([[3, key.publicKey]]), length);
    const all = await sealWith(new Map([0, 1, 2, 3].map((slot) => [slot, key.publicKey])), length);
    expect(one.length).toBe(all.length);
    expect(length).toBeLessThanOrEqual(letterCapacity(one.length, SLOTS));
    expect(LETTER_SIZES).toContain(one.length);
  });
});

describe('the order of work', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Every call to libsodium and to the generator, with the lengths of what goes in. */
  async function traceOf(recipients: ReadonlyMap<number, EpochPublicKey>, threshold: number): Promise<string[]> {
    const library = (await sodium()) as unknown as Record<string, (...args: unknown[]) => unknown>;
    const trace: string[] = [];
    for (const name of Object.keys(library)) {
      const original = library[name];
      if (!name.startsWith('crypto_') || typeof original !== 'function') continue;
      vi.spyOn(library, name).mockImplementation((...args) => {
        trace.push(`${name}(${args.map((arg) => (arg instanceof Uint8Array ? arg.length : String(arg))).join()})`);
        return original(...args);
      });
    }
    const random = (length: number) => {
      trace.push(`random(${String(length)})`);
      return systemRandom(length);
    };
    const addressing = { epoch: 82, slots: SLOTS as 4, recipients, threshold };
    await sealLetter(new Uint8Array(100), addressing, random);
    vi.restoreAllMocks();
    return trace;
  }

  test.each([1, 2, 3])('is the same for every set of recipients (threshold %i)', async (threshold) => {
    const key = await newEpochKeyPair(82, systemRandom);
    const traces = new Set<string>();
    for (let set = 1; set < 2 ** SLOTS; set += 1) {
      const slots = [0, 1, 2, 3].filter((slot) => (set & (1 << slot)) !== 0);
      if (slots.length < threshold) continue;
      traces.add((await traceOf(new Map(slots.map((slot) => [slot, key.publicKey])), threshold)).join('\n'));
    }
    expect(traces.size).toBe(1);
    const [trace = ''] = traces;
    expect(trace.match(/crypto_kem_xwing_enc_deterministic/g)).toHaveLength(SLOTS);
    expect(trace.match(/crypto_aead_xchacha20poly1305_ietf_encrypt/g)).toHaveLength(SLOTS);
  });
});
