/** How long a way back the speed is measured: long enough to ride out the stutter of a circuit, short enough to tell of a new one. */
const WINDOW_MS = 30_000;
const MEASURED_MS_MIN = 3_000;
const SAMPLE_EVERY_MS = 500;

/** How fast bytes have been going out lately. */
export class Pace {
  #samples: { readonly atMs: number; readonly bytes: number }[] = [];

  /** `bytes` is how many are out in all. */
  moved(atMs: number, bytes: number): void {
    const last = this.#samples.at(-1);
    if (last && bytes < last.bytes)
      this.#samples = []; // something is sent again
    else if (last && atMs - last.atMs < SAMPLE_EVERY_MS) return;
    this.#samples.push({ atMs, bytes });
    this.#samples = this.#samples.filter((sample) => sample.atMs >= atMs - WINDOW_MS);
  }

  /** Begins to measure anew, after a time in which nothing could go out. */
  reset(): void {
    this.#samples = [];
  }

  /** `undefined` where too little was seen to tell. */
  secondsFor(bytesLeft: number): number | undefined {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || last.atMs - first.atMs < MEASURED_MS_MIN || last.bytes <= first.bytes) return undefined;
    return Math.ceil((bytesLeft / (last.bytes - first.bytes)) * ((last.atMs - first.atMs) / 1000));
  }
}
