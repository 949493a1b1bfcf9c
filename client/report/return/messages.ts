import type { CaseCodeReading, ErrorCode, IsoDate, MissingReply } from '../../../crypto/index.ts';

import type { ToSealer } from '../messages.ts';
import type { LogFindings } from './log-state.ts';
import type { ReceiptOutcome } from './receipt-file.ts';

/** What the page asks the worker that holds the case. The code goes to it once, and nothing of the case comes back but what is shown. */
export type ToReturn =
  | { readonly type: 'enter'; readonly charter: string; readonly code: string; readonly language: string }
  | { readonly type: 'look' }
  /** Reads older parts of the log, for what is to be shown of it. */
  | { readonly type: 'look-back'; readonly for: 'case' | 'receipt' }
  /** Needs no code. */
  | { readonly type: 'check'; readonly charter: string; readonly file: Blob }
  /** Its case is the one that was entered. */
  | Extract<ToSealer, { type: 'send' }>
  | { readonly type: 'close' };

export type Slip = Exclude<CaseCodeReading, { secret: unknown }>;

export interface ShownReply {
  readonly name: string;
  readonly role: string;
  readonly day: IsoDate;
  readonly language: string | undefined;
  readonly text: string;
}

/** What lies in a mailbox, as far as it may be shown. */
export interface Findings {
  /** Oldest first. */
  readonly replies: readonly ShownReply[];
  /** Of whom a reply is missing: kept back, or perhaps deleted for its age. */
  readonly missing: readonly Pick<MissingReply, 'name' | 'mayHaveExpired'>[];
  /** Why something that lay there is not shown. */
  readonly refused: readonly ErrorCode[];
  /** What the log shows of the case; `null` where it was not asked. */
  readonly log: LogFindings | null;
}

export type FromReturn =
  | { readonly type: 'slip'; readonly written: 'digits' | 'words'; readonly slip: Slip }
  | { readonly type: 'mailbox'; readonly findings: Findings }
  /** How much of what was asked for of the log has been read, of 1. */
  | { readonly type: 'reading'; readonly share: number }
  | { readonly type: 'receipt'; readonly outcome: ReceiptOutcome }
  | { readonly type: 'closed' };
