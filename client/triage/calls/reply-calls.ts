import type { IsoDate } from '../../../crypto/index.ts';
import type { Identity, ReportTag } from '../desk/journal-types.ts';
import type { OfficeTemplate } from '../desk/templates.ts';
import type { Call } from './line.ts';
import type { RelatedReport } from './reading-calls.ts';

/** A reply as it is being written. */
export interface ReplyDraft {
  readonly tag: ReportTag;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** It tells the reporter that the report arrived. */
  readonly acknowledges: boolean;
  /** It tells the reporter what was done. */
  readonly feedback: boolean;
}

export interface ReplyAsked extends ReplyDraft {
  /** The reviewer answers although the reporter asked not to be answered. */
  readonly despiteWish: boolean;
}

/** Why nobody can be answered here. */
export type ReplyBar = 'case-none' | 'case-unusable' | 'not-listed' | 'replies-full';

interface Told {
  readonly number: number;
  readonly day: IsoDate;
  readonly acknowledges: boolean;
  readonly feedback: boolean;
}

/** What was said in a case, by either side. */
export type Message =
  | { readonly kind: 'report'; readonly report: RelatedReport; readonly isThis: boolean }
  /** Written here: the words are known, and whether a bundle held it (when that was made). */
  | (Told & {
      readonly kind: 'written';
      readonly language: string | null;
      readonly text: string;
      readonly sentAt: string | null;
    })
  /** As the journal tells of it: the words are known to who wrote them, and to the reporter. */
  | (Told & { readonly kind: 'told'; readonly by: Identity });

/** All that was said in the case of a report, and what helps to answer it. */
export interface Conversation {
  readonly tag: ReportTag;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly bar: ReplyBar | null;
  /** The reporter asked not to be answered. */
  readonly isUnwished: boolean;
  /** As the reporter will see who answers. */
  readonly from: { readonly name: string; readonly role: string };
  /** Of the next reply. */
  readonly number: number;
  readonly draft: ReplyDraft | null;
  /** What the reporter reads, the first first; BCP 47 tags as they were written by a stranger. */
  readonly languages: readonly string[];
  /** Codes of the days on which it is safe to answer. */
  readonly safeDays: readonly string[];
  readonly templates: readonly OfficeTemplate[];
  readonly received: IsoDate | null;
  readonly feedbackBy: IsoDate | null;
  /** Nobody has told the reporter yet that the report arrived. */
  readonly isUnacknowledged: boolean;
  readonly today: IsoDate;
}

export interface ReplyCalls {
  /** `null` where the report is not here, or hidden from who looks. */
  conversation: Call<ReportTag, Conversation | null>;
  /** Gives whether all is in the casebook's file. */
  keepDraft: Call<ReplyDraft, boolean>;
  /** Signs and seals; it waits in the outbox then. Gives its number. */
  reply: Call<ReplyAsked, number>;
}
