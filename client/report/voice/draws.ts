import type { RandomBytes } from '../../../crypto/index.ts';

const BATCH_BYTES = 4096; // one call for each byte would cost more than the disguise itself
const U32_SPAN = 2 ** 32;

/** Numbers drawn from random bytes, fetched in batches. */
export class Draws {
  readonly #random: RandomBytes;
  #batch: Uint8Array = new Uint8Array(0);
  #used = 0;

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  byte(): number {
    if (this.#used === this.#batch.length) {
      this.#batch = this.#random(BATCH_BYTES);
      this.#used = 0;
    }
    return this.#batch[this.#used++] ?? 0;
  }

  /** Evenly from `low` to `high`. */
  between(low: number, high: number): number {
    const word = ((this.byte() * 256 + this.byte()) * 256 + this.byte()) * 256 + this.byte();
    return low + ((high - low) * word) / U32_SPAN;
  }

  sign(): 1 | -1 {
    return this.byte() < 128 ? 1 : -1;
  }
}

/** A value that wanders between -reach and reach along straight lines; each bend lies at a place and a time that are drawn. */
export class Wander {
  readonly #draws: Draws;
  readonly #reach: number;
  readonly #stepsMin: number;
  readonly #stepsMax: number;
  #value: number;
  #slope = 0;
  #left = 0;

  /** A stretch between two bends lasts from `stepsMin` to `stepsMax` steps. */
  constructor(draws: Draws, reach: number, stepsMin: number, stepsMax: number) {
    this.#draws = draws;
    this.#reach = reach;
    this.#stepsMin = stepsMin;
    this.#stepsMax = stepsMax;
    this.#value = draws.between(-reach, reach);
  }

  next(): number {
    if (this.#left === 0) {
      this.#left = Math.round(this.#draws.between(this.#stepsMin, this.#stepsMax));
      this.#slope = (this.#draws.between(-this.#reach, this.#reach) - this.#value) / this.#left;
    }
    this.#left -= 1;
    this.#value += this.#slope;
    return this.#value;
  }
}
