/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index lies within its array; checking each would cost as much as the work, where scripts are not compiled */
import { SAMPLE_RATE_HZ } from './samples.ts';

const THINNING = 4;
const THIN_HZ = SAMPLE_RATE_HZ / THINNING;
const PITCH_LOWEST_HZ = 70;
const PITCH_HIGHEST_HZ = 450;
const LAG_MIN = Math.floor(THIN_HZ / PITCH_HIGHEST_HZ);
const LAG_MAX = Math.ceil(THIN_HZ / PITCH_LOWEST_HZ);
const LIKENESS_MIN = 0.55; // of a stretch to itself one period later
const NEARLY = 0.85; // a peak this near the best is as good an answer
const TINY = 1e-12; // silence is like nothing

/**
 * How many times a second a stretch of sound repeats itself, as a voice does; 0 where it does not. Where several answers fit, the
 * highest: it is used to blur the overtones together, and blurring too much tells less than blurring too little.
 */
export function pitchHz(samples: Float32Array, start: number, length: number): number {
  const thin = thinned(samples, start, length);
  const span = thin.length - LAG_MAX;
  const likeness = new Float64Array(LAG_MAX + 1);
  let energy = 0;
  for (let i = 0; i < span; i += 1) energy += thin[i]! ** 2;
  let best = 0;
  for (let lag = LAG_MIN; lag <= LAG_MAX; lag += 1) {
    let product = 0;
    let energyLater = 0;
    for (let i = 0; i < span; i += 1) {
      const later = thin[i + lag]!;
      product += thin[i]! * later;
      energyLater += later * later;
    }
    const like = product / Math.sqrt(energy * energyLater + TINY);
    likeness[lag] = like;
    if (like > best) best = like;
  }
  if (best < LIKENESS_MIN) return 0;
  for (let lag = LAG_MIN + 1; lag < LAG_MAX; lag += 1) {
    const like = likeness[lag]!;
    if (like >= NEARLY * best && like >= likeness[lag - 1]! && like >= likeness[lag + 1]!) return THIN_HZ / lag;
  }
  return THIN_HZ / LAG_MAX;
}

function thinned(samples: Float32Array, start: number, length: number): Float64Array {
  const thin = new Float64Array(Math.floor(length / THINNING));
  let sum = 0;
  for (let i = 0; i < thin.length; i += 1) {
    const at = start + i * THINNING;
    const value = (samples[at] ?? 0) + (samples[at + 1] ?? 0) + (samples[at + 2] ?? 0) + (samples[at + 3] ?? 0);
    thin[i] = value;
    sum += value;
  }
  const mean = sum / thin.length;
  for (let i = 0; i < thin.length; i += 1) thin[i]! -= mean;
  return thin;
}
