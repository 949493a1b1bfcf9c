/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index lies within its array; checking each would cost as much as the work, where scripts are not compiled */
/**
 * Fourier transforms of one fixed length. Own code: it is one loop, and must be quick where scripts are not compiled,
 * which is why it works in place, on arrays of its caller, with tables made once.
 */
export const FOURIER_LENGTH = 512;

const N = FOURIER_LENGTH;
const COSINES = Float64Array.from({ length: N / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / N));
const SINES = Float64Array.from({ length: N / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / N));
const REVERSED = Uint16Array.from({ length: N }, (_, k) => {
  let reversed = 0;
  for (let bit = 1; bit < N; bit *= 2) reversed = reversed * 2 + (k & bit ? 1 : 0);
  return reversed;
});

/** Forward and unscaled, in place. With `re` and `im` exchanged it is the inverse, `N` times too large. */
export function transform(re: Float64Array, im: Float64Array): void {
  reorder(re);
  reorder(im);
  for (let half = 1; half < N; half *= 2) {
    const step = N / 2 / half;
    for (let k = 0; k < half; k += 1) {
      const c = COSINES[k * step]!;
      const s = SINES[k * step]!;
      for (let i = k; i < N; i += 2 * half) {
        const j = i + half;
        const a = re[j]!;
        const b = im[j]!;
        const x = a * c + b * s;
        const y = b * c - a * s;
        const u = re[i]!;
        const v = im[i]!;
        re[j] = u - x;
        im[j] = v - y;
        re[i] = u + x;
        im[i] = v + y;
      }
    }
  }
}

function reorder(values: Float64Array): void {
  for (let i = 0; i < N; i += 1) {
    const j = REVERSED[i]!;
    if (j > i) {
      const kept = values[i]!;
      values[i] = values[j]!;
      values[j] = kept;
    }
  }
}
