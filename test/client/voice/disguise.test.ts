import { describe, expect, test } from 'vitest';

import { disguise } from '../../../client/report/voice/disguise.ts';
import { pitchTrack, voicedPitches } from './pitch.ts';
import { aligned, BANDS, changes, spectra, warped, type Spectra } from './spectra.ts';
import { correlation, mean, median, naivelyShifted, seeded, SPEAKERS, voice } from './voices.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];
const MALE = 'm3-a';

/** Each recording is disguised once with each seed, whatever asks for it. */
const made = new Map<string, Float32Array>();
function disguised(name: string, seed: number): Float32Array {
  const key = `${name} ${String(seed)}`;
  const samples = made.get(key) ?? disguise(voice(name), seeded(seed));
  made.set(key, samples);
  return samples;
}

describe('pitch', () => {
  test('of the disguise is drawn, and the same whoever speaks', () => {
    const before = SPEAKERS.map((speaker) => median(voicedPitches(voice(`${speaker}-a`))));
    expect(Math.max(...before) / Math.min(...before)).toBeGreaterThan(2);
    for (const seed of SEEDS.slice(0, 2)) {
      const after = SPEAKERS.map((speaker) => median(voicedPitches(disguised(`${speaker}-a`, seed))));
      expect(Math.max(...after) / Math.min(...after)).toBeLessThan(1.04);
    }
    const drawn = SEEDS.map((seed) => median(voicedPitches(disguised(MALE, seed))));
    expect(Math.max(...drawn) / Math.min(...drawn)).toBeGreaterThan(1.15);
  });

  test('has lost its melody: a question sounds as a statement', () => {
    const likeness = (name: string, other: Float32Array) => likenessOfMelody(voice(name), other);
    for (const name of ['question', 'statement']) {
      expect(likeness(name, naivelyShifted(voice(name), 1.2))).toBeGreaterThan(0.6);
      expect(Math.abs(mean(SEEDS.map((seed) => likeness(name, disguised(name, seed)))))).toBeLessThan(0.35);
    }
    const range = (samples: Float32Array) => {
      const pitches = voicedPitches(samples).sort((a, b) => a - b);
      return (pitches[Math.floor(pitches.length * 0.9)] ?? 0) / (pitches[Math.floor(pitches.length * 0.1)] ?? 0);
    };
    expect(range(voice('question'))).toBeGreaterThan(1.2);
    for (const seed of SEEDS) expect(range(disguised('question', seed))).toBeLessThan(1.1);
  });
});

describe('formants', () => {
  test('are moved, up or down, by another amount each time', () => {
    const shifts = SEEDS.map((seed) => shiftBetween(voice(MALE), disguised(MALE, seed)));
    for (const shift of shifts) expect(Math.abs(Math.log(shift))).toBeGreaterThan(0.06);
    expect(Math.max(...shifts)).toBeGreaterThan(1);
    expect(Math.min(...shifts)).toBeLessThan(1);
    expect(new Set(shifts).size).toBeGreaterThanOrEqual(3);
    // The ruler is true: it finds what a plain change of speed moved, and nothing where nothing was moved.
    expect(shiftBetween(voice(MALE), voice(MALE))).toBeCloseTo(1, 1);
    expect(shiftBetween(voice(MALE), naivelyShifted(voice(MALE), 1.2))).toBeCloseTo(1.2, 1);
  });
});

describe('words', () => {
  test('stay: loudness goes up and down in each band as it did, and as in no other sentence', () => {
    for (const speaker of SPEAKERS) {
      const same = likenessOfWords(voice(`${speaker}-b`), disguised(`${speaker}-b`, 1));
      const other = likenessOfWords(voice(`${speaker}-a`), disguised(`${speaker}-b`, 1));
      expect(same).toBeGreaterThan(0.7);
      expect(other).toBeLessThan(same - 0.15);
    }
  });

  test('keep their pace, within a seventh', () => {
    for (const seed of SEEDS) {
      const change = disguised(MALE, seed).length / voice(MALE).length;
      expect(Math.abs(change - 1)).toBeLessThan(1 / 7);
    }
  });
});

describe('what does not pass', () => {
  test('a recording with its phase turned round gives the same bytes', () => {
    const samples = voice(MALE);
    const once = Buffer.from(disguise(samples, seeded(1)).buffer);
    const turned = samples.map((sample) => -sample);
    expect(once.equals(Buffer.from(disguise(turned, seeded(1)).buffer))).toBe(true);
    expect(once.equals(Buffer.from(disguise(samples, seeded(2)).buffer))).toBe(false);
  });

  test('how loud somebody spoke', () => {
    const loudness = (samples: Float32Array) => Math.sqrt(mean(Array.from(samples, (sample) => sample * sample)));
    const samples = voice(MALE);
    const whole = loudness(disguise(samples, seeded(1)));
    const tenth = loudness(
      disguise(
        samples.map((sample) => sample / 10),
        seeded(1),
      ),
    );
    expect(Math.abs(tenth / whole - 1)).toBeLessThan(0.1);
  });

  test('most of how a microphone colours the sound', () => {
    const samples = voice(MALE);
    const duller = (sound: Float32Array) => sound.map((sample, i) => 0.5 * sample + 0.5 * (sound[i - 2] ?? 0));
    const dull = duller(duller(samples));
    const between = (a: Float32Array, b: Float32Array) => {
      const [first, second] = [spectra(a), spectra(b)];
      const means = (frames: Spectra) => Array.from({ length: BANDS }, (_, i) => mean(frames.map((f) => f[i] ?? 0)));
      return Math.max(...means(first).map((value, i) => Math.abs(value - (means(second)[i] ?? 0))));
    };
    expect(between(samples, dull)).toBeGreaterThan(10);
    expect(between(disguise(samples, seeded(1)), disguise(dull, seeded(1)))).toBeLessThan(4);
  });
});

/** How alike the melodies of two recordings of the same length of words are. */
function likenessOfMelody(a: Float32Array, b: Float32Array): number {
  const [first, second] = [pitchTrack(a), pitchTrack(b)];
  const pairs = first
    .map(
      (pitch, i) => [pitch, second[Math.round((i * (second.length - 1)) / (first.length - 1))] ?? Number.NaN] as const,
    )
    .filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
  return correlation(
    pairs.map(([x]) => Math.log(x)),
    pairs.map(([, y]) => Math.log(y)),
  );
}

const FACTORS = Array.from({ length: 29 }, (_, i) => 1.02 ** (i - 14));

/** The factor that, applied to all formants of `a`, makes it most like `b`. */
function shiftBetween(a: Float32Array, b: Float32Array): number {
  const [from, to] = [changes(thinned(spectra(a))), changes(thinned(spectra(b)))];
  const scored = FACTORS.map((factor) => {
    const moved = from.map((frame) => warped(frame, factor));
    return [likenessAligned(moved, to), factor] as const;
  });
  return scored.sort(([x], [y]) => y - x)[0]?.[1] ?? Number.NaN;
}

function likenessOfWords(a: Float32Array, b: Float32Array): number {
  const factor = shiftBetween(a, b);
  return likenessAligned(
    changes(thinned(spectra(a))).map((frame) => warped(frame, factor)),
    changes(thinned(spectra(b))),
  );
}

/** The mean, over bands, of how alike their courses are. Quiet is cut off: the disguise has no pauses' noise. */
function likenessAligned(a: Spectra, b: Spectra): number {
  const [first, second] = [floored(a), floored(b)];
  const pairs = aligned(first, second);
  const bands = Array.from({ length: BANDS }, (_, band) => band);
  return mean(
    bands.map((band) =>
      correlation(
        pairs.map(([i]) => first[i]?.[band] ?? 0),
        pairs.map(([, j]) => second[j]?.[band] ?? 0),
      ),
    ),
  );
}

function floored(frames: Spectra): Spectra {
  const loudest = Math.max(...frames.flat());
  return frames.map((frame) => frame.map((value) => Math.max(value, loudest - 45)));
}

/** Every second frame: 20 ms are fine enough for syllables. */
function thinned(frames: Spectra): Spectra {
  return frames.filter((_, i) => i % 2 === 0);
}
