import { FOURIER_LENGTH, transform } from '../../../client/report/voice/fourier.ts';
import { mean, RATE_HZ } from './voices.ts';

const HOP = 160;
const LOWEST_HZ = 220;
const BANDS_PER_OCTAVE = 8;
/** Bands lie evenly on a scale of octaves, so that moving all formants by one factor is moving along the bands. */
export const BANDS = 38;

/** Loudness in decibels: frames (every 10 ms) of bands. */
export type Spectra = readonly (readonly number[])[];

export function spectra(samples: Float32Array): Spectra {
  const frames: number[][] = [];
  for (let start = 0; start + FOURIER_LENGTH <= samples.length; start += HOP) frames.push(bandsAt(samples, start));
  return frames;
}

/** For each band the bins it takes in, with their weights: wide enough to see formants, not overtones. */
const FILTERS = Array.from({ length: BANDS }, (_, band) => {
  const centre = LOWEST_HZ * 2 ** (band / BANDS_PER_OCTAVE);
  const reach = Math.max(centre * 0.12, 150);
  const bins: (readonly [bin: number, weight: number])[] = [];
  for (let bin = 1; bin < FOURIER_LENGTH / 2; bin += 1) {
    const weight = 1 - Math.abs((bin * RATE_HZ) / FOURIER_LENGTH - centre) / reach;
    if (weight > 0) bins.push([bin, weight / (reach / (RATE_HZ / FOURIER_LENGTH))]);
  }
  return bins;
});
const WINDOW = Float64Array.from({ length: FOURIER_LENGTH }, (_, i) => Math.sin((Math.PI * i) / FOURIER_LENGTH) ** 2);

function bandsAt(samples: Float32Array, start: number): number[] {
  const re = WINDOW.map((weight, i) => weight * (samples[start + i] ?? 0));
  const im = new Float64Array(FOURIER_LENGTH);
  transform(re, im);
  return FILTERS.map((bins) => {
    let sum = 1e-9;
    for (const [bin, weight] of bins) sum += weight * ((re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2);
    return 10 * Math.log10(sum);
  });
}

/** Frames that hold speech: none of the pauses. */
export function loud(frames: Spectra): Spectra {
  const loudness = frames.map((frame) => Math.max(...frame));
  const limit = Math.max(...loudness) - 30;
  return frames.filter((_, i) => (loudness[i] ?? 0) > limit);
}

/** Each band's mean. */
export function colour(frames: Spectra): number[] {
  return Array.from({ length: BANDS }, (_, band) => mean(frames.map((frame) => frame[band] ?? 0)));
}

/** Without each band's mean: what changes. */
export function changes(frames: Spectra): Spectra {
  const means = colour(frames);
  return frames.map((frame) => frame.map((value, band) => value - (means[band] ?? 0)));
}

/** As if all formants had been moved by `factor`. */
export function warped(frame: readonly number[], factor: number): number[] {
  return frame.map((_, band) => {
    const place = Math.min(Math.max(band - BANDS_PER_OCTAVE * Math.log2(factor), 0), BANDS - 1);
    const below = Math.floor(place);
    const value = frame[below] ?? 0;
    return value + ((frame[below + 1] ?? value) - value) * (place - below);
  });
}

/** The pairs of frames of two recordings of the same words that fit best in their order (dynamic time warping). */
export function aligned(a: Spectra, b: Spectra): [number, number][] {
  const width = b.length;
  const cost = new Float64Array(a.length * width).fill(Infinity);
  const at = (i: number, j: number) => (i < 0 || j < 0 ? Infinity : (cost[i * width + j] ?? Infinity));
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const before = i === 0 && j === 0 ? 0 : Math.min(at(i - 1, j - 1), at(i - 1, j), at(i, j - 1));
      cost[i * width + j] = before + distance(a[i] ?? [], b[j] ?? []);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = a.length - 1, j = width - 1; i >= 0 && j >= 0;) {
    pairs.push([i, j]);
    const [both, first, second] = [at(i - 1, j - 1), at(i - 1, j), at(i, j - 1)];
    const least = Math.min(both, first, second);
    if (least !== second || i === 0) i -= least === second && i === 0 ? 0 : 1;
    if (least === both || least === second) j -= 1;
  }
  return pairs.reverse();
}

export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(mean(a.map((value, i) => (value - (b[i] ?? 0)) ** 2)));
}
