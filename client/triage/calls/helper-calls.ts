import type { Bytes, JournalContents, OpenedReport, PassphraseCosts } from '../../../crypto/index.ts';
import type { Call, Failure } from './line.ts';

export interface EpochSecret {
  readonly epoch: number;
  readonly secretKey: Uint8Array;
}

/** A report that opened, as a casebook keeps it but for what the bundle says of it. */
export interface OpenedAs {
  readonly tag: string;
  /** Base64. */
  readonly fileKey: string;
  readonly report: OpenedReport;
  readonly caseLocator: string | null;
  readonly caseFault: Failure | null;
  readonly epoch: number;
}

/** This reviewer's part of a letter that several open together. */
export interface OwnShare {
  readonly threshold: number;
  readonly slot: number;
  /** Base64. */
  readonly wrapKey: string;
  /** Base64. */
  readonly readerKey: string;
}

/** What came of one letter; `letter` is its id in hex. */
export type LetterOutcome =
  | { readonly kind: 'opened'; readonly letter: string; readonly opened: OpenedAs }
  | { readonly kind: 'waiting'; readonly letter: string; readonly share: OwnShare; readonly bytes: Bytes }
  | { readonly kind: 'journal'; readonly letter: string; readonly content: JournalContents }
  | { readonly kind: 'not-mine'; readonly letter: string }
  | { readonly kind: 'failed'; readonly letter: string; readonly failure: Failure };

/** A letter, and the id that it has: its SHA-256 in hex. */
export interface LetterToOpen {
  readonly id: string;
  readonly bytes: Bytes;
}

/** What helpers do: heavy work on threads of their own. */
export interface HelperCalls {
  /** In a helper that is ended afterwards, so that its memory is given back. */
  hashPassphrase: Call<{ passphrase: Bytes; salt: Bytes; costs: PassphraseCosts }, Uint8Array>;
  takeKeys: Call<readonly EpochSecret[], null>;
  openLetters: Call<readonly LetterToOpen[], readonly LetterOutcome[]>;
}
