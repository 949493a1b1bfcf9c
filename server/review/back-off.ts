import type { Clock } from '../clock.ts';
import { Refusal } from '../problems.ts';

const DELAY_MS_MIN = 1_000;
/** No longer, so that nobody can shut a reviewer out by guessing. */
const DELAY_MS_MAX = 60_000;
const UNKNOWN_NAMES_MAX = 10_000;

interface Attempts {
  failures: number;
  until: number;
}

/** Slows down guessing, name by name and never by address. Names that exist and names that do not are treated alike. */
export class BackOff {
  readonly #clock: Clock;
  readonly #known = new Map<string, Attempts>();
  readonly #unknown = new Map<string, Attempts>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts an attempt before its outcome is known, so that many at once are no way round. Throws `sign-in-later`. */
  begin(name: string, isKnown: boolean): void {
    const names = isKnown ? this.#known : this.#unknown;
    const nowMs = this.#clock().getTime();
    const attempts = names.get(name) ?? { failures: 0, until: 0 };
    if (attempts.until > nowMs) {
      throw new Refusal('sign-in-later', { 'Retry-After': String(Math.ceil((attempts.until - nowMs) / 1000)) });
    }
    attempts.failures += 1;
    attempts.until = nowMs + delayAfter(attempts.failures);
    names.delete(name); // so that the order is that of the last attempt
    names.set(name, attempts);
    if (this.#unknown.size > UNKNOWN_NAMES_MAX) this.#forgetOldestUnknown();
  }

  succeeded(name: string): void {
    this.#known.delete(name);
  }

  #forgetOldestUnknown(): void {
    for (const name of this.#unknown.keys()) {
      this.#unknown.delete(name);
      return;
    }
  }
}

/** Doubles with every failure. */
export function delayAfter(failures: number): number {
  return Math.min(DELAY_MS_MAX, DELAY_MS_MIN * 2 ** Math.min(failures - 1, 30));
}
