/** How long back the speed is looked at. */
const WINDOW_MS = 5_000;

/** Bytes each second, over the last few seconds. */
export class Pace {
  #samples: { readonly atMs: number; readonly bytes: number }[] = [];

  add(atMs: number, bytes: number): void {
    this.#samples = [...this.#samples.filter((sample) => sample.atMs > atMs - WINDOW_MS), { atMs, bytes }];
  }

  /** `null` until there is something to tell it from. */
  get bytesPerSecond(): number | null {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || last.atMs === first.atMs || last.bytes < first.bytes) return null;
    return ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs);
  }
}
