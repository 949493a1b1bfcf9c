/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index lies within its array; checking each would cost as much as the work, where scripts are not compiled */
import { BANDS } from './bands.ts';

/** Steps of a band's loudness; 4 bits. Step 0 is silence. */
export const STEPS = 16;
export const STEP_DB = 3;
/** The step of what is average in that band. */
export const STEP_AVERAGE = 10;

/** 80 dB below full scale: nothing, whatever the recording's loudest is. */
export const FLOOR_POWER = 1e-8;
const FLOOR_DB = 10 * Math.log10(FLOOR_POWER);

const SPEECH_BELOW_LOUD_DB = 25; // quieter frames are pauses and do not count
const LOUD_SHARE = 0.95; // a knock on the table is not how loud a person speaks

/** How much each ripple of a spectrum varies in speech, slow ripples first: about as in the human voices that were measured. */
const SPREAD_DB = [34, 28, 14, 12, 12, 9, 6.5, 6.3, 5.5, 4.6, 4.2, 4, 3.5, 3.2, 2.7, 2.5, 2.1, 1.9, 1.6, 1.6, 1.4, 1.3];
const RIPPLE_COUNT = SPREAD_DB.length;
const STRETCH_MOST = 1.6; // stretching what hardly varies would make noise of it

/** RIPPLES[k * BANDS + band]: ripple k, from which a spectrum is made up (the cosines of DCT-II, orthonormal). */
const RIPPLES = Float64Array.from({ length: RIPPLE_COUNT * BANDS }, (_, i) => {
  const k = Math.floor(i / BANDS);
  const scale = Math.sqrt((k === 0 ? 1 : 2) / BANDS);
  return scale * Math.cos((Math.PI * k * ((i % BANDS) + 0.5)) / BANDS);
});

/**
 * Turns loudness in decibels (frames of BANDS) into steps that no longer tell what is constant in a recording: how loud it is, the
 * colour of its voice, microphone and room (the mean of each ripple), and how strongly it articulates (their spread).
 */
export function withoutVoice(decibels: Float32Array, count: number): Uint8Array {
  const ripples = toRipples(decibels, count);
  const speech = speechFrames(decibels, count);
  const steps = new Uint8Array(count * BANDS);
  const means = new Float64Array(RIPPLE_COUNT);
  const stretches = new Float64Array(RIPPLE_COUNT);
  for (let k = 0; k < RIPPLE_COUNT; k += 1) {
    let sum = 0;
    let squares = 0;
    for (const frame of speech) {
      const value = ripples[frame * RIPPLE_COUNT + k]!;
      sum += value;
      squares += value * value;
    }
    means[k] = sum / speech.length;
    const spread = Math.sqrt(Math.max(squares / speech.length - means[k]! ** 2, 0));
    stretches[k] = Math.min(Math.max((SPREAD_DB[k] ?? 0) / (spread + Number.EPSILON), 1 / STRETCH_MOST), STRETCH_MOST);
  }
  for (let frame = 0; frame < count; frame += 1) {
    for (let band = 0; band < BANDS; band += 1) {
      let value = 0;
      for (let k = 0; k < RIPPLE_COUNT; k += 1)
        value += (ripples[frame * RIPPLE_COUNT + k]! - means[k]!) * stretches[k]! * RIPPLES[k * BANDS + band]!;
      const step = Math.min(Math.max(STEP_AVERAGE + Math.round(value / STEP_DB), 0), STEPS - 1);
      steps[frame * BANDS + band] = decibels[frame * BANDS + band]! <= FLOOR_DB ? 0 : step;
    }
  }
  return steps;
}

function toRipples(decibels: Float32Array, count: number): Float32Array {
  const ripples = new Float32Array(count * RIPPLE_COUNT);
  for (let frame = 0; frame < count; frame += 1) {
    for (let k = 0; k < RIPPLE_COUNT; k += 1) {
      let sum = 0;
      for (let band = 0; band < BANDS; band += 1) sum += RIPPLES[k * BANDS + band]! * decibels[frame * BANDS + band]!;
      ripples[frame * RIPPLE_COUNT + k] = sum;
    }
  }
  return ripples;
}

function speechFrames(decibels: Float32Array, count: number): number[] {
  const loudness = new Float32Array(count).fill(-Infinity);
  for (let i = 0; i < count * BANDS; i += 1) {
    const frame = Math.floor(i / BANDS);
    loudness[frame] = Math.max(loudness[frame]!, decibels[i]!);
  }
  const sorted = loudness.slice().sort();
  const speechDb = (sorted[Math.floor(LOUD_SHARE * (count - 1))] ?? 0) - SPEECH_BELOW_LOUD_DB;
  const speech: number[] = [];
  for (let frame = 0; frame < count; frame += 1) if (loudness[frame]! >= speechDb) speech.push(frame);
  return speech;
}
