import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RandomBytes } from '../../../crypto/index.ts';

const FOLDER = join(import.meta.dirname, '../../data/voice');

export const SPEAKERS = ['m1', 'm3', 'm7', 'f2', 'f4', 'klatt4'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const RATE_HZ = 16_000;

/** A fixture: mono, 16 kHz, 8 bit (test/data/voice/README.md). */
export function voice(name: string): Float32Array {
  const wav = readFileSync(join(FOLDER, `${name}.wav`));
  const data = wav.subarray(wav.indexOf('data') + 8);
  return Float32Array.from(data, (byte) => (byte - 128) / 128);
}

/** Random bytes that come again with the same seed. */
export function seeded(seed: number): RandomBytes {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16));
  return (length) => new Uint8Array(cipher.update(Buffer.alloc(length)));
}

/** What a cheap voice changer does: played faster or slower, pitch and formants move by `factor` together. */
export function naivelyShifted(samples: Float32Array, factor: number): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / factor) - 1 }, (_, i) => {
    const place = i * factor;
    const before = Math.floor(place);
    const a = samples[before] ?? 0;
    return a + ((samples[before + 1] ?? 0) - a) * (place - before);
  });
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [product, squareA, squareB] = [0, 0, 0];
  a.forEach((value, i) => {
    const other = (b[i] ?? Number.NaN) - meanB;
    product += (value - meanA) * other;
    squareA += (value - meanA) ** 2;
    squareB += other ** 2;
  });
  return product / Math.sqrt(squareA * squareB);
}
