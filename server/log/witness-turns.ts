import type { Witness } from './witnesses.ts';

const MINUTE_MS = 60_000;

/**
 * How many minutes after each miss a witness is asked again: soon at first, since a restart takes no longer, then seldom. After the last of
 * them, eight hours on, the next batch is its turn.
 */
export const WITNESS_WAITS_MINUTES = [1, 2, 5, 10, 30, 60, 120, 240] as const;

interface Turn {
  readonly misses: number;
  readonly dueMs: number;
}

/** Whose turn it is to cosign a checkpoint: everybody's once, and again that of those who missed it, for as long as that is of use. */
export class WitnessTurns {
  readonly #witnesses: readonly Witness[];
  #size = -1;
  readonly #open = new Map<string, Turn>();

  constructor(witnesses: readonly Witness[]) {
    this.#witnesses = witnesses;
  }

  /** A checkpoint of another size is another one: all begin anew. */
  due(size: number, nowMs: number): readonly Witness[] {
    if (size !== this.#size) {
      this.#size = size;
      for (const { name } of this.#witnesses) this.#open.set(name, { misses: 0, dueMs: nowMs });
    }
    return this.#witnesses.filter(({ name }) => (this.#open.get(name)?.dueMs ?? Infinity) <= nowMs);
  }

  cosigned(name: string): void {
    this.#open.delete(name);
  }

  /** Gives after how many minutes it is asked again, or `null` where that is not before the next batch. */
  missed(name: string, nowMs: number): number | null {
    const misses = this.#open.get(name)?.misses ?? 0;
    const minutes = WITNESS_WAITS_MINUTES[misses];
    if (minutes === undefined) {
      this.#open.delete(name);
      return null;
    }
    this.#open.set(name, { misses: misses + 1, dueMs: nowMs + minutes * MINUTE_MS });
    return minutes;
  }
}
