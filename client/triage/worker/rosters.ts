import type { Envelope, Reviewers, Roster } from '../../../crypto/index.ts';
import type { Identity } from '../desk/journal-types.ts';

export interface KnownRoster {
  readonly envelope: Envelope;
  readonly roster: Roster;
}

/** Every list of reviewers that the office signed, as far as it came here: who stood on which is asked long after. */
export class Rosters {
  readonly #byPayload = new Map<string, KnownRoster>();

  /** Gives whether it is new here. Its signature was checked. */
  add(known: KnownRoster): boolean {
    if (this.#byPayload.has(known.envelope.payload)) return false;
    this.#byPayload.set(known.envelope.payload, known);
    return true;
  }

  has(payload: string): boolean {
    return this.#byPayload.has(payload);
  }

  /** The oldest first. */
  all(): KnownRoster[] {
    return [...this.#byPayload.values()].sort((a, b) => a.roster.version - b.roster.version);
  }

  /** All who ever stood on one, each as the newest has them. */
  reviewers(): Reviewers {
    const people = new Map<Identity, Reviewers['reviewers'][number]>();
    for (const { roster } of this.all()) for (const each of roster.reviewers) people.set(each.identity, each);
    return { reviewers: [...people.values()] };
  }

  clear(): void {
    this.#byPayload.clear();
  }
}
