import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { analyse, HOP } from '../../../client/report/voice/analyse.ts';
import { BANDS } from '../../../client/report/voice/bands.ts';
import { disguise } from '../../../client/report/voice/disguise.ts';
import { Draws, Wander } from '../../../client/report/voice/draws.ts';
import { FOURIER_LENGTH, transform } from '../../../client/report/voice/fourier.ts';
import { SAMPLE_RATE_HZ } from '../../../client/report/voice/samples.ts';
import { encodeWav } from '../../../client/report/voice/wav.ts';
import { STEPS } from '../../../client/report/voice/without-voice.ts';
import { mean, seeded, voice } from './voices.ts';

describe('the transform', () => {
  test('is the sum that defines it', () => {
    const random = seeded(7);
    const input = Array.from(random(FOURIER_LENGTH), (byte) => byte - 128);
    const [re, im] = [Float64Array.from(input), Float64Array.from(input.toReversed())];
    transform(re, im);
    for (const k of [0, 1, 7, 255, 256, 511]) {
      let [sumRe, sumIm] = [0, 0];
      input.forEach((a, i) => {
        const b = input[FOURIER_LENGTH - 1 - i] ?? 0;
        const angle = (-2 * Math.PI * k * i) / FOURIER_LENGTH;
        sumRe += a * Math.cos(angle) - b * Math.sin(angle);
        sumIm += a * Math.sin(angle) + b * Math.cos(angle);
      });
      expect(re[k]).toBeCloseTo(sumRe, 6);
      expect(im[k]).toBeCloseTo(sumIm, 6);
    }
  });
});

describe('what passes', () => {
  test('is one bit and 22 numbers of 4 bits each 16 ms: 5.6 kbit a second', () => {
    const samples = voice('f2-b');
    const { count, voiced, steps } = analyse(samples, () => undefined);
    expect(count).toBe(Math.ceil(samples.length / HOP));
    expect(voiced).toHaveLength(count);
    expect(steps).toHaveLength(count * BANDS);
    expect(Math.max(...voiced)).toBe(1);
    expect(Math.max(...steps)).toBeLessThan(STEPS);
    const bits = 1 + BANDS * Math.log2(STEPS);
    expect((bits * SAMPLE_RATE_HZ) / HOP).toBeLessThan(5600);
  });
});

describe('any sound', () => {
  test('becomes finite sound of about its length, and progress goes from 0 to 1', () => {
    fc.assert(
      fc.property(fc.float32Array({ maxLength: 3000, noNaN: true, min: -1, max: 1 }), (samples) => {
        const shares: number[] = [];
        const out = disguise(samples, seeded(1), (share) => shares.push(share));
        expect(out.every(Number.isFinite)).toBe(true);
        expect(Math.abs(out.length - samples.length)).toBeLessThan(0.15 * samples.length + 4 * FOURIER_LENGTH);
        expect([...shares].sort((a, b) => a - b)).toEqual(shares);
        if (samples.length > 0) expect(shares.at(-1)).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  test('silence stays silence, and a voice is loud and seldom clipped', () => {
    expect(disguise(new Float32Array(16_000), seeded(1)).every((sample) => sample === 0)).toBe(true);
    for (const name of ['m1-a', 'f4-b']) {
      const out = disguise(voice(name), seeded(1));
      expect(Math.sqrt(mean(Array.from(out, (sample) => sample * sample)))).toBeGreaterThan(0.02);
      expect(out.filter((sample) => Math.abs(sample) > 1).length / out.length).toBeLessThan(0.001);
    }
  });
});

describe('draws', () => {
  test('lie evenly between their bounds', () => {
    const draws = new Draws(seeded(3));
    const values = Array.from({ length: 20_000 }, () => draws.between(-2, 6));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values)).toBeLessThan(6);
    for (const quarter of [0, 1, 2, 3]) {
      const inside = values.filter((value) => Math.floor((value + 2) / 2) === quarter).length;
      expect(Math.abs(inside - 5000)).toBeLessThan(300);
    }
  });

  test('what wanders keeps within its reach, uses it, and does not jump', () => {
    const wander = new Wander(new Draws(seeded(4)), 0.5, 20, 75);
    const values = Array.from({ length: 5000 }, () => wander.next());
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(0.5 + 1e-9);
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.8);
    const jumps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
    expect(Math.max(...jumps)).toBeLessThanOrEqual(1 / 20);
  });
});

test('a WAV file says what it holds, and nothing else', async () => {
  const blob = encodeWav(Float32Array.of(0, 0.5, -1, 3, -3));
  expect(blob.type).toBe('audio/wav');
  const bytes = Buffer.from(await blob.arrayBuffer());
  expect(bytes.toString('hex', 0, 44)).toBe(
    '52494646' +
      '2e000000' +
      '57415645' +
      '666d7420' +
      '10000000' +
      '01000100' +
      '803e0000' +
      '007d0000' +
      '02001000' +
      '64617461' +
      '0a000000',
  );
  expect([0, 1, 2, 3, 4].map((i) => bytes.readInt16LE(44 + 2 * i))).toEqual([0, 16_384, -32_767, 32_767, -32_767]);
  expect(bytes).toHaveLength(54);
});
