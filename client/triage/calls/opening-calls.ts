import type { Call, Failure } from './line.ts';

export interface OpeningProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly letters: number;
  readonly milliseconds: number;
}

export interface OpeningSummary {
  readonly letters: number;
  /** Reports that were not in the casebook before. */
  readonly opened: number;
  readonly known: number;
  readonly notForThisKey: number;
  /** Letters that need further reviewers. */
  readonly waiting: number;
  readonly failed: number;
  /** Letters between reviewers, the entries in them that are new here, and those that were not believed. */
  readonly journal: number;
  readonly entries: number;
  readonly refusedEntries: number;
  readonly milliseconds: number;
  readonly isCancelled: boolean;
  /** Files that could not be read to their end, and why. */
  readonly damaged: readonly { readonly name: string; readonly failure: Failure }[];
  /** What a bundle said of the office that cannot be believed. */
  readonly office: Failure | null;
}

/** A letter that could not be opened, and why. */
export interface Unopened {
  readonly letter: string;
  readonly day: string | null;
  readonly bundle: string;
  readonly failure: Failure;
}

/** What is known of the office, once a bundle or casebook told of it. */
export interface OfficeFacts {
  readonly name: string;
  readonly contact: string;
  readonly isDemo: boolean;
  readonly version: number;
  readonly expires: string;
  readonly isExpired: boolean;
  readonly fingerprint: string;
  /** Whether the reviewer compared the fingerprint. */
  readonly isPinned: boolean;
  readonly reviewers: readonly { readonly name: string; readonly role: string; readonly identity: string }[];
}

export interface OpeningCalls {
  open: Call<readonly File[], OpeningSummary, OpeningProgress>;
  unopened: Call<null, readonly Unopened[]>;
  office: Call<null, OfficeFacts | null>;
  /** Takes in what a file says of the office, and gives why it is not believed. */
  takeDirectory: Call<File, Failure | null>;
  /** The reviewer's word on whether the fingerprint is that of the office. */
  pin: Call<{ readonly isRight: boolean }, OfficeFacts | null>;
}
