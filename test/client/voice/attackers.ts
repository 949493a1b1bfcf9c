import { changes, colour, distance, loud, spectra, warped, type Spectra } from './spectra.ts';
import { mean, type Speaker } from './voices.ts';

/** How far formants may have been moved, for an attacker who tries it all. */
export const WARPS = Array.from({ length: 25 }, (_, i) => 0.74 * 1.025 ** i);

/** Who is the speaker? Names the candidate whose enrolled recording fits best, whatever the formants were moved by. */
export type Attacker = (suspect: Float32Array, enrolled: ReadonlyMap<Speaker, Float32Array>) => Speaker;

/** Compares the mean spectrum, the colour of the voice. Pitch does not count: it is the first thing that any changer changes. */
export const byColour = attacker((frames) => level(colour(loud(frames))), distance);

/** Compares how bands go together once each one's mean is gone: a classic of speaker recognition (Bimbot et al., 1995). */
export const byCovariance = attacker((frames) => covariance(changes(loud(frames))), distance);

function attacker(
  trait: (frames: Spectra) => readonly number[],
  apart: (a: readonly number[], b: readonly number[]) => number,
): Attacker {
  return (suspect, enrolled) => {
    const frames = spectra(suspect);
    const guises = WARPS.map((factor) => trait(frames.map((frame) => warped(frame, 1 / factor))));
    return nearest(
      [...enrolled].map(([speaker, samples]) => {
        const known = trait(spectra(samples));
        return [speaker, Math.min(...guises.map((guise) => apart(guise, known)))];
      }),
    );
  };
}

/**
 * Knows the disguise and has it: puts each candidate's recording through it, many times, and compares disguised with disguised
 * by both traits.
 */
export function informed(disguiseOnce: (samples: Float32Array, seed: number) => Float32Array, times: number): Attacker {
  const traits = (samples: Float32Array): readonly number[] => {
    const frames = loud(spectra(samples));
    return [...level(colour(frames)), ...covariance(changes(frames)).map((value) => value / 8)];
  };
  const enrolments = new Map<Float32Array, readonly number[]>();
  const enrol = (samples: Float32Array): readonly number[] => {
    const known =
      enrolments.get(samples) ??
      average(Array.from({ length: times }, (_, i) => traits(disguiseOnce(samples, 100 + i))));
    enrolments.set(samples, known);
    return known;
  };
  return (suspect, enrolled) => {
    const seen = traits(suspect);
    return nearest([...enrolled].map(([speaker, samples]) => [speaker, distance(seen, enrol(samples))]));
  };
}

function nearest(candidates: [Speaker, number][]): Speaker {
  const [best] = candidates.sort(([, a], [, b]) => a - b);
  if (!best) throw new Error('nobody is enrolled');
  return best[0];
}

function level(bands: readonly number[]): number[] {
  const middle = mean(bands);
  return bands.map((band) => band - middle);
}

function average(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, i) => mean(rows.map((row) => row[i] ?? 0)));
}

/** Every second band with every second band. */
function covariance(frames: Spectra): number[] {
  const size = Math.ceil((frames[0]?.length ?? 0) / 2);
  const products = new Float64Array(size * size);
  for (const frame of frames) {
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) {
        products[a * size + b] = (products[a * size + b] ?? 0) + (frame[2 * a] ?? 0) * (frame[2 * b] ?? 0);
      }
    }
  }
  return Array.from(products, (product) => product / frames.length);
}
