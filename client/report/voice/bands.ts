/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index lies within its array; checking each would cost as much as the work, where scripts are not compiled */
import { FOURIER_LENGTH } from './fourier.ts';
import { SAMPLE_RATE_HZ } from './samples.ts';

/**
 * The frequency bands through which speech passes. Listeners understand sentences from a handful of bands (Shannon et al.,
 * Science 270, 1995); machines that were taught on plain speech, and people who listen through a bad line, need more.
 */
export const BANDS = 22;

/** The lowest overtone tells the pitch; what lies below this is left out, as on a telephone. */
const LOWEST_HZ = 200;
const HIGHEST_HZ = 7200;
const CORNER_HZ = 1500; // below about here bands are nearly evenly wide, above they widen with frequency, as hearing does
const RATE = (Math.log(1 + HIGHEST_HZ / CORNER_HZ) - Math.log(1 + LOWEST_HZ / CORNER_HZ)) / (BANDS - 1);

export const BINS = FOURIER_LENGTH / 2; // the one at half the sample rate is left out
export const BIN_HZ = SAMPLE_RATE_HZ / FOURIER_LENGTH;

/** Where a frequency lies among the centres of the bands: 0 is the first, BANDS - 1 the last. */
export function bandOf(hz: number): number {
  return (Math.log(1 + hz / CORNER_HZ) - Math.log(1 + LOWEST_HZ / CORNER_HZ)) / RATE;
}

export function centreHz(band: number): number {
  return CORNER_HZ * (Math.exp(band * RATE + Math.log(1 + LOWEST_HZ / CORNER_HZ)) - 1);
}

export const BIN_FIRST = Math.ceil((0.75 * LOWEST_HZ) / BIN_HZ);

/** The place of each bin among the bands, and for each band the bins that touch it. */
export const BIN_PLACE = Float64Array.from({ length: BINS }, (_, bin) => clamp(bandOf(bin * BIN_HZ), 0, BANDS - 1));
export const BAND_FROM = new Uint16Array(BANDS).fill(BINS);
export const BAND_TO = new Uint16Array(BANDS);
export const WEIGHTS = new Float64Array(BANDS);
for (let bin = BIN_FIRST; bin < BINS; bin += 1) {
  for (let band = 0; band < BANDS; band += 1) {
    const weight = 1 - Math.abs(BIN_PLACE[bin]! - band);
    if (weight <= 0) continue;
    BAND_FROM[band] = Math.min(BAND_FROM[band]!, bin);
    BAND_TO[band] = bin + 1;
    WEIGHTS[band]! += weight;
  }
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
