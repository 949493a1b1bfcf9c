import type { Call, Failure } from './line.ts';

/** How much of each kind. */
export interface OutboxCounts {
  readonly replies: number;
  readonly marks: number;
  /** Entries of the journal. */
  readonly entries: number;
  /** Statements for one colleague each. */
  readonly privates: number;
}

/** A bundle that was written before. */
export interface MadeBundle extends OutboxCounts {
  /** When, to the millisecond: names it. */
  readonly at: string;
}

/** A colleague to whom no letter can be sealed this month. */
export interface Unreachable {
  /** `null`: no longer on the office's list. */
  readonly name: string | null;
  readonly entries: number;
  readonly privates: number;
}

export interface OutboxFacts {
  /** What a bundle that is made now would hold. */
  readonly waiting: OutboxCounts;
  readonly unreachable: readonly Unreachable[];
  /** Why no letter to colleagues can be sealed now; replies and marks go all the same. */
  readonly letters: Failure | null;
  /** The newest first. */
  readonly made: readonly MadeBundle[];
}

/** A bundle, in as many files as it takes, that is written nowhere yet. */
export interface ReadyBundle extends MadeBundle {
  readonly files: readonly Blob[];
  /** Letters between colleagues. */
  readonly letters: number;
}

export interface OutboxCalls {
  outbox: Call<null, OutboxFacts>;
  /** `again`: with all that the bundle of that time held; `null`: with all that waits. Throws `outbox-empty`. */
  makeBundle: Call<{ readonly again: string | null }, ReadyBundle>;
  /** Its files are where the reviewer wants them: what they hold waits no more. */
  bundleWritten: Call<string, null>;
}
