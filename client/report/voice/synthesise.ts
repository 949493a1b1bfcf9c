/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index lies within its array; checking each would cost as much as the work, where scripts are not compiled */
import { HOP, type Frames } from './analyse.ts';
import { bandOf, BANDS, BIN_FIRST, BIN_HZ, BIN_PLACE, BINS, centreHz, clamp } from './bands.ts';
import { Wander, type Draws } from './draws.ts';
import { FOURIER_LENGTH, transform } from './fourier.ts';
import { SAMPLE_RATE_HZ } from './samples.ts';
import { STEP_AVERAGE, STEP_DB } from './without-voice.ts';

const PITCH_LOWEST_HZ = 95;
const PITCH_HIGHEST_HZ = 190;
const PITCH_WANDER = 0.03; // a voice that never moves tires the listener
const JITTER = 0.01; // of a period: without it the voice rings like metal

/** How far formants are moved, as natural logarithms: at least 8%, at most 20%, in the whole voice up or down. */
const SHIFT_MIN = 0.08;
const SHIFT_MAX = 0.18;
const SHIFT_WANDER = 0.04;
const SHIFT_LOW_HZ = 700; // below, one shift (the first formant), above the other a second one
const SHIFT_HIGH_HZ = 2200;

const PACE = 0.06; // the whole recording, faster or slower
const PACE_WANDER = 0.08;

/** Bends of what wanders lie 0.3 to 1.2 s apart. */
const BEND_FRAMES_MIN = 20;
const BEND_FRAMES_MAX = 75;

/** How loud a band is on average: level to 500 Hz, then falling (Byrne et al., JASA 96, 1994), for every speaker alike. */
const FALL_FROM_HZ = 500;
const FALL_DB_PER_OCTAVE = 8;
const TILT_DB_PER_OCTAVE = 1;
const AVERAGE_DB = -20; // of full scale, at the level part: the loudest vowels then stay below it

const VOICE_TO_HZ = 2500; // above, voices are part breath
const BREATH_FROM_HZ = 5500;
const VOICE_LEAST = 0.3;

const WINDOW = Float64Array.from({ length: FOURIER_LENGTH }, (_, i) =>
  Math.sin((Math.PI * (i + 0.5)) / FOURIER_LENGTH),
);
/** Makes the unscaled inverse transform of random phases as loud as its gains say. */
const SCALE = 1 / Math.sqrt(FOURIER_LENGTH);
const CIRCLE_COSINES = Float64Array.from({ length: 256 }, (_, i) => Math.cos((Math.PI * i) / 128));
const CIRCLE_SINES = Float64Array.from({ length: 256 }, (_, i) => Math.sin((Math.PI * i) / 128));

const BIN_BELOW = Uint8Array.from(BIN_PLACE, (place) => Math.min(Math.floor(place), BANDS - 2));

/** The share of the voice, not of breath, in the sound of each bin of a voiced frame. */
const VOICE_SHARE = Float64Array.from({ length: BINS }, (_, bin) => {
  const breath = (bin * BIN_HZ - VOICE_TO_HZ) / (BREATH_FROM_HZ - VOICE_TO_HZ);
  return 1 - (1 - VOICE_LEAST) * clamp(breath, 0, 1);
});
const BREATH_SHARE = VOICE_SHARE.map((share) => Math.sqrt(1 - share * share));

/** Speaks frames with a voice that is drawn for this one recording. `onProgress` gets shares from 0 to 1. */
export function synthesise(frames: Frames, draws: Draws, onProgress: (share: number) => void): Float32Array {
  const voice = new Voice(draws);
  const pace = draws.between(-PACE, PACE);
  const paceWander = wander(draws, PACE_WANDER);
  const places: number[] = [];
  for (let place = 0; place < frames.count; place += Math.exp(pace + paceWander.next())) places.push(place);

  const out = new Float32Array(places.length * HOP + FOURIER_LENGTH);
  for (const [i, place] of places.entries()) {
    voice.speak(frames, place, out, i * HOP);
    onProgress((i + 1) / places.length);
  }
  return out;
}

function wander(draws: Draws, reach: number): Wander {
  return new Wander(draws, reach, BEND_FRAMES_MIN, BEND_FRAMES_MAX);
}

class Voice {
  readonly #draws: Draws;
  readonly #pitchHz: number;
  readonly #pitchWander: Wander;
  readonly #shiftLow: number;
  readonly #shiftHigh: number;
  readonly #shiftLowWander: Wander;
  readonly #shiftHighWander: Wander;
  readonly #colourDb: Float64Array;
  #nextPulse = 0;
  readonly #gains = new Float64Array(BANDS);
  readonly #re = new Float64Array(FOURIER_LENGTH);
  readonly #im = new Float64Array(FOURIER_LENGTH);

  constructor(draws: Draws) {
    this.#draws = draws;
    this.#pitchHz = draws.between(PITCH_LOWEST_HZ, PITCH_HIGHEST_HZ);
    this.#pitchWander = wander(draws, PITCH_WANDER);
    const direction = draws.sign();
    this.#shiftLow = direction * draws.between(SHIFT_MIN + SHIFT_WANDER, SHIFT_MAX);
    this.#shiftHigh = direction * draws.between(SHIFT_MIN + SHIFT_WANDER, SHIFT_MAX);
    this.#shiftLowWander = wander(draws, SHIFT_WANDER);
    this.#shiftHighWander = wander(draws, SHIFT_WANDER);
    const fall = FALL_DB_PER_OCTAVE + draws.between(-TILT_DB_PER_OCTAVE, TILT_DB_PER_OCTAVE);
    this.#colourDb = Float64Array.from({ length: BANDS }, (_, band) => {
      return AVERAGE_DB - fall * Math.max(Math.log2(centreHz(band) / FALL_FROM_HZ), 0);
    });
  }

  /** Adds one frame's sound to `out` at `start`. `place` lies between two frames as often as on one. */
  speak(frames: Frames, place: number, out: Float32Array, start: number): void {
    this.#shape(frames, place);
    const voiced = frames.voiced[Math.floor(place)] === 1;
    this.#spectra(voiced);
    transform(this.#im, this.#re); // exchanged: the inverse
    for (let i = 0; i < FOURIER_LENGTH; i += 1) out[start + i]! += WINDOW[i]! * this.#im[i]!;
    this.#pulses(voiced, out, start);
  }

  /** The loudness of each band, after the formants were moved. */
  #shape(frames: Frames, place: number): void {
    const low = this.#shiftLow + this.#shiftLowWander.next();
    const high = this.#shiftHigh + this.#shiftHighWander.next();
    const frame = Math.floor(place);
    const later = Math.min(frame + 1, frames.count - 1);
    for (let band = 0; band < BANDS; band += 1) {
      const hz = centreHz(band);
      const upwards = clamp(Math.log(hz / SHIFT_LOW_HZ) / Math.log(SHIFT_HIGH_HZ / SHIFT_LOW_HZ), 0, 1);
      const from = clamp(bandOf(hz * Math.exp(-(low + (high - low) * upwards))), 0, BANDS - 1);
      const now = stepAt(frames, frame, from);
      const step = now + (stepAt(frames, later, from) - now) * (place - frame);
      this.#gains[band] =
        step < 0.5 ? 0 : SCALE * 10 ** ((this.#colourDb[band]! + STEP_DB * (step - STEP_AVERAGE)) / 20);
    }
  }

  /** Two real sounds as one complex spectrum: after the inverse `re` is one period of the voice, `im` is breath. */
  #spectra(voiced: boolean): void {
    const re = this.#re;
    const im = this.#im;
    re.fill(0);
    im.fill(0);
    for (let bin = BIN_FIRST; bin < BINS; bin += 1) {
      const below = BIN_BELOW[bin]!;
      const gain = this.#gains[below]!;
      const here = gain + (this.#gains[below + 1]! - gain) * (BIN_PLACE[bin]! - below);
      const voice = voiced ? here * VOICE_SHARE[bin]! : 0;
      const breath = voiced ? here * BREATH_SHARE[bin]! : here;
      const angle = this.#draws.byte();
      const across = breath * CIRCLE_SINES[angle]!;
      const along = breath * CIRCLE_COSINES[angle]!;
      re[bin] = voice - across;
      re[FOURIER_LENGTH - bin] = voice + across;
      im[bin] = along;
      im[FOURIER_LENGTH - bin] = along;
    }
  }

  #pulses(voiced: boolean, out: Float32Array, start: number): void {
    const pitch = this.#pitchHz * Math.exp(this.#pitchWander.next());
    const period = SAMPLE_RATE_HZ / pitch;
    // Pulses as loud as breath of the same shape; breath is scaled by the square root of its length.
    const gain = Math.sqrt(period / FOURIER_LENGTH);
    const end = start + HOP;
    if (this.#nextPulse < start) this.#nextPulse = start;
    for (; this.#nextPulse < end; this.#nextPulse += period * (1 + this.#draws.between(-JITTER, JITTER))) {
      if (!voiced) continue;
      const centre = Math.round(this.#nextPulse);
      for (let i = 0; i < FOURIER_LENGTH; i += 1) {
        const at = centre + i;
        if (at < out.length) {
          const value = this.#re[(i + BINS) % FOURIER_LENGTH]!;
          out[at]! += gain * value;
        }
      }
    }
  }
}

function stepAt({ steps }: Frames, frame: number, band: number): number {
  const below = Math.min(Math.floor(band), BANDS - 2);
  const step = steps[frame * BANDS + below]!;
  return step + (steps[frame * BANDS + below + 1]! - step) * (band - below);
}
