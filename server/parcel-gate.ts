import type { Clock } from './clock.ts';
import { Refusal } from './problems.ts';

/** How much may come by the way of parcels, from everybody together: no addresses are looked at. */
export interface ParcelLimits {
  /** A stamp can be made ahead (SPEC.md, Stamp), so that this bounds a flood: 60 MiB of letters. An office gets a few a day. */
  readonly lettersAnHour: number;
  /** As many at once, when a courier comes back with a pocket full. */
  readonly lettersInARow: number;
  /** Whose stamp has not been seen yet, each holding half a megabyte at most. */
  readonly arriving: number;
  /** With a good stamp, on their way to the disk. */
  readonly admitted: number;
}

export const PARCEL_LIMITS: ParcelLimits = { lettersAnHour: 120, lettersInARow: 60, arriving: 16, admitted: 16 };

const HOUR_MS = 3_600_000;
const SOON = { 'Retry-After': '30' };

/** One parcel on its way to be stored. Exactly one of its methods is called. */
export interface ParcelAdmission {
  accept(): void;
  /** Nothing was kept of it. */
  release(): void;
}

/** Few at once, and few an hour; what is refused here touches nothing of the way that letters take with work of their own. */
export class ParcelGate {
  readonly #clock: Clock;
  readonly #limits: ParcelLimits;
  readonly #underWay = new Set<string>();
  #arriving = 0;
  #letters: number;
  #filledMs: number;

  constructor(clock: Clock, limits: ParcelLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#letters = limits.lettersInARow;
    this.#filledMs = clock().getTime();
  }

  /** Takes a place among those that have shown nothing yet; gives it back when called. Throws `busy`. */
  enter(): () => void {
    if (this.#arriving >= this.#limits.arriving) throw new Refusal('busy', SOON);
    this.#arriving += 1;
    let isHeld = true;
    return () => {
      if (isHeld) this.#arriving -= 1;
      isHeld = false;
    };
  }

  /**
   * Lets a letter with a good stamp go on; `id` is its own. What was not stored in the end counts for nothing, so that a line that
   * breaks does not cost the next person their turn. Throws `busy`.
   */
  admit(id: string): ParcelAdmission {
    this.#fill();
    if (this.#underWay.size >= this.#limits.admitted || this.#underWay.has(id)) throw new Refusal('busy', SOON);
    if (this.#letters < 1) throw new Refusal('busy', { 'Retry-After': String(this.#secondsToNext()) });
    this.#letters -= 1;
    this.#underWay.add(id);
    return {
      accept: () => {
        this.#underWay.delete(id);
      },
      release: () => {
        this.#underWay.delete(id);
        this.#letters += 1;
      },
    };
  }

  #fill(): void {
    const nowMs = this.#clock().getTime();
    const grown = (Math.max(0, nowMs - this.#filledMs) / HOUR_MS) * this.#limits.lettersAnHour;
    this.#letters = Math.min(this.#limits.lettersInARow, this.#letters + grown);
    this.#filledMs = nowMs;
  }

  #secondsToNext(): number {
    return Math.ceil(((1 - this.#letters) / this.#limits.lettersAnHour) * 3_600);
  }
}
