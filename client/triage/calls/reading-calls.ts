import type { OpenedReport } from '../../../crypto/index.ts';
import type { Filter } from '../desk/filters.ts';
import type { Order } from '../desk/finder.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import type { Row as DeskRow } from '../desk/rows.ts';
import type { Call, Failure } from './line.ts';

/** One line of the list. Text is as it was sent: whoever shows it makes it inert. */
export interface Row {
  readonly tag: ReportTag;
  readonly letter: string;
  readonly day: string | null;
  readonly excerpt: string;
  readonly danger: string | null;
  /** Help that cannot wait, by its code. */
  readonly needs: readonly string[];
  readonly children: boolean;
  readonly official: readonly string[];
  /** ISO 3166-1 codes. */
  readonly countries: readonly string[];
  readonly files: number;
  readonly hasStoryRecording: boolean;
  /** How many reports its case has; 0 where it belongs to none. */
  readonly ofCase: number;
  readonly followUp: boolean;
  readonly isUnread: boolean;
  readonly decided: RowDecided;
}

/** What was decided about a report, as its line shows it. */
export interface RowDecided extends Pick<
  DeskRow,
  'status' | 'reason' | 'urgency' | 'isProposed' | 'labels' | 'assignee' | 'isDisputed' | 'hasInterest' | 'isRecused'
> {
  /** Until the next day on which the reporter is owed something; below zero: since then. */
  readonly daysLeft: number | null;
  /** It stands under the report that it repeats. */
  readonly isDuplicate: boolean;
}

export interface ListFacts {
  /** Reports that there are. */
  readonly total: number;
  readonly shown: number;
  readonly unread: number;
  /** Reports that no list has yet: a large desk takes its time at first. */
  readonly waiting: number;
  /** Where the report that was asked about stands in the list. */
  readonly at: number | null;
}

export interface RelatedReport {
  readonly tag: ReportTag;
  readonly letter: string;
  readonly day: string | null;
  readonly excerpt: string;
  readonly followUp: boolean;
}

/** A report as the reading pane shows it. No key is in it. */
export interface ReadReport {
  readonly tag: ReportTag;
  readonly letter: string;
  readonly day: string | null;
  readonly bundle: string;
  readonly report: OpenedReport;
  /** All reports of its case but this one, the oldest first. */
  readonly ofCase: readonly RelatedReport[];
  /** Hex, what the server calls the case's mailbox; `null` where there is none. */
  readonly caseLocator: string | null;
  readonly followUp: boolean;
  /** Why it does not count to the case that it names. */
  readonly caseFault: Failure | null;
  readonly isUnread: boolean;
  /** Whoever looks has taken themself off it: nothing of what it says is here. */
  readonly isRecused: boolean;
  /** Whether the file with its evidence is at hand. */
  readonly evidence: 'none' | 'at-hand' | 'not-at-hand' | 'missing';
}

export interface ListAsked {
  /** Whose place in the list is asked for. */
  readonly selected: ReportTag | null;
  readonly filter: Filter;
  readonly order: Order;
}

export interface ReadingCalls {
  list: Call<ListAsked, ListFacts>;
  rows: Call<{ readonly from: number; readonly count: number }, readonly Row[]>;
  report: Call<ReportTag, ReadReport | null>;
  markRead: Call<{ readonly tags: readonly ReportTag[]; readonly isRead: boolean }, null>;
}
