/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index lies within its array; checking each would cost as much as the work, where scripts are not compiled */
import { BAND_FROM, BAND_TO, BANDS, BIN_FIRST, BIN_HZ, BIN_PLACE, BINS, WEIGHTS } from './bands.ts';
import { FOURIER_LENGTH, transform } from './fourier.ts';
import { FLOOR_POWER, withoutVoice } from './without-voice.ts';
import { pitchHz } from './voicing.ts';

/** One frame every 16 ms: quick enough for consonants, too slow for what happens within a period of a voice. */
export const HOP = 256;

/**
 * All that passes from a recording to its disguise: for each frame one bit and BANDS numbers below STEPS,
 * 89 bits every 16 ms, 5.6 kbit for each second of sound that had 256.
 */
export interface Frames {
  readonly count: number;
  readonly voiced: Uint8Array;
  /** Frame after frame, BANDS each. */
  readonly steps: Uint8Array;
}

const BLUR_LEAST_HZ = 70; // where there is no pitch: what the window blurs anyway

const WINDOW = Float64Array.from(
  { length: FOURIER_LENGTH },
  (_, i) => Math.sin((Math.PI * (i + 0.5)) / FOURIER_LENGTH) ** 2,
);
const WINDOW_POWER = WINDOW.reduce((sum, value) => sum + value * value, 0);

/** `onProgress` gets shares from 0 to 1. */
export function analyse(samples: Float32Array, onProgress: (share: number) => void): Frames {
  const count = Math.ceil(samples.length / HOP);
  const decibels = new Float32Array(count * BANDS);
  const voiced = new Uint8Array(count);
  const spectra = [new Float64Array(BINS), new Float64Array(BINS)] as const;
  for (let frame = 0; frame < count; frame += 2) {
    twoSpectra(samples, frame * HOP, ...spectra);
    for (let i = frame; i < Math.min(frame + 2, count); i += 1) {
      const pitch = pitchHz(samples, i * HOP, FOURIER_LENGTH);
      voiced[i] = pitch > 0 ? 1 : 0;
      bandLevels(spectra[i % 2 === 0 ? 0 : 1], Math.max(pitch, BLUR_LEAST_HZ), decibels.subarray(i * BANDS));
    }
    onProgress(Math.min(frame + 2, count) / count);
  }
  return { count, voiced, steps: withoutVoice(decibels, count) };
}

const re = new Float64Array(FOURIER_LENGTH);
const im = new Float64Array(FOURIER_LENGTH);

/** The powers of two frames, HOP apart: one complex transform does for both. */
function twoSpectra(samples: Float32Array, start: number, first: Float64Array, second: Float64Array): void {
  for (let i = 0; i < FOURIER_LENGTH; i += 1) {
    const weight = WINDOW[i]!;
    re[i] = weight * (samples[start + i] ?? 0);
    im[i] = weight * (samples[start + HOP + i] ?? 0);
  }
  transform(re, im);
  for (let bin = BIN_FIRST; bin < BINS; bin += 1) {
    const a = re[bin]!;
    const b = im[bin]!;
    const c = re[FOURIER_LENGTH - bin]!;
    const d = im[FOURIER_LENGTH - bin]!;
    first[bin] = ((a + c) ** 2 + (b - d) ** 2) / (4 * WINDOW_POWER);
    second[bin] = ((b + d) ** 2 + (c - a) ** 2) / (4 * WINDOW_POWER);
  }
}

const running = new Float64Array(BINS + 1);

/**
 * The loudness of each band in decibels. Every power is spread evenly over `blurHz` first: spread over the distance
 * of the overtones, they run together into one smooth shape, whatever their distance was.
 */
function bandLevels(spectrum: Float64Array, blurHz: number, levels: Float32Array): void {
  for (let bin = 0; bin < BINS; bin += 1) running[bin + 1] = running[bin]! + spectrum[bin]!;
  const reach = blurHz / BIN_HZ / 2;
  for (let band = 0; band < BANDS; band += 1) {
    let power = 0;
    for (let bin = BAND_FROM[band]!; bin < BAND_TO[band]!; bin += 1) {
      const weight = 1 - Math.abs(BIN_PLACE[bin]! - band);
      power += weight * (sumBelow(bin + 0.5 + reach) - sumBelow(bin + 0.5 - reach));
    }
    levels[band] = 10 * Math.log10(Math.max(power / WEIGHTS[band]! / (2 * reach), FLOOR_POWER));
  }
}

/** Of all powers below a place between bins. */
function sumBelow(place: number): number {
  if (place <= 0) return 0;
  if (place >= BINS) return running[BINS]!;
  const below = Math.floor(place);
  return running[below]! + (running[below + 1]! - running[below]!) * (place - below);
}
