import { Bell } from './bell.ts';

/** Between tries, over and over, the last one for as long as the page is open. */
const WAITS_MS = {
  line: [1_000, 3_000, 8_000, 15_000, 30_000],
  full: [5_000, 15_000, 30_000, 60_000],
} as const;

/** How long to wait before something is tried again: longer each time, unless something got through or somebody asks. */
export class BackOff {
  readonly #urged = new Bell();
  #tries = 0;

  async wait(kind: keyof typeof WAITS_MS): Promise<void> {
    const waits = WAITS_MS[kind];
    const waitMs = waits[Math.min(this.#tries, waits.length - 1)];
    this.#tries += 1;
    await this.#urged.heard(waitMs);
  }

  gotThrough(): void {
    this.#tries = 0;
  }

  /** Ends the wait that is under way. */
  urge(): void {
    this.#tries = 0;
    this.#urged.ring();
  }
}
