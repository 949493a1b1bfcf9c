import { RATE_HZ } from './voices.ts';

const HOP = 160;
const SPAN = 640;
const LAG_MIN = RATE_HZ / 400;
const LAG_MAX = RATE_HZ / 60;
const LIKENESS_MIN = 0.6;

/** Pitch by autocorrelation, every 10 ms, in Hz; `NaN` where there is none. Not the code that is tested. */
export function pitchTrack(samples: Float32Array): number[] {
  const track: number[] = [];
  for (let start = 0; start + SPAN + LAG_MAX < samples.length; start += HOP) track.push(pitchAt(samples, start));
  return track;
}

function pitchAt(samples: Float32Array, start: number): number {
  const likeness: number[] = [];
  for (let lag = 0; lag <= LAG_MAX; lag += 1) {
    let [product, here, later] = [1e-9, 1e-6, 1e-6];
    for (let i = start; i < start + SPAN; i += 2) {
      const a = samples[i] ?? 0;
      const b = samples[i + lag] ?? 0;
      product += a * b;
      here += a * a;
      later += b * b;
    }
    likeness.push(product / Math.sqrt(here * later));
  }
  const best = Math.max(...likeness.slice(LAG_MIN));
  if (best < LIKENESS_MIN) return Number.NaN;
  // The shortest lag that is nearly the best: a voice is as like itself two periods later.
  const lag = likeness.findIndex(
    (like, i) => i >= LAG_MIN && like > 0.9 * best && like >= (likeness[i - 1] ?? 1) && like >= (likeness[i + 1] ?? 1),
  );
  return lag < 0 ? Number.NaN : RATE_HZ / lag;
}

export function voicedPitches(samples: Float32Array): number[] {
  return pitchTrack(samples).filter((pitch) => !Number.isNaN(pitch));
}
