import type { ClosingReason, IsoDate } from '../../../crypto/index.ts';
import type { Deadline } from '../desk/deadlines.ts';
import type { Interest } from '../desk/interests.ts';
import type { EntryId, Identity, JournalEntry, JournalField, ReportTag } from '../desk/journal-types.ts';
import type { LinkReason } from '../desk/links.ts';
import type { ReferralWarning } from '../desk/referral.ts';
import type { OfficeLabel, SavedFilter, SubStatus } from '../desk/settings.ts';
import type { OfficeTemplate } from '../desk/templates.ts';
import type { Linked, Triage } from '../desk/types.ts';
import type { ProposedUrgency } from '../desk/urgency.ts';
import type { Call } from './line.ts';
import type { RelatedReport } from './reading-calls.ts';

export interface Person {
  readonly identity: Identity;
  readonly name: string;
}

/** A link, and the report that it leads to; `null` where that one is not here. */
export interface ShownLink {
  readonly link: Linked;
  readonly other: RelatedReport | null;
}

export interface ShownSuggestion {
  readonly other: RelatedReport;
  readonly reasons: readonly LinkReason[];
}

/** All that was decided about one report, and what helps to decide. */
export interface ShownTriage {
  readonly tag: ReportTag;
  readonly triage: Omit<Triage, 'history' | 'links'>;
  readonly history: readonly JournalEntry[];
  readonly links: readonly ShownLink[];
  readonly proposed: ProposedUrgency;
  readonly deadlines: readonly Deadline[];
  /** Reviewers whom the report names, or the office. */
  readonly interests: readonly Interest[];
  /** Whoever looks has taken themself off it: of the report itself nothing is shown. */
  readonly isRecused: boolean;
  /** The report that this one repeats. */
  readonly original: RelatedReport | null;
  /** Those that repeat it. */
  readonly duplicates: readonly RelatedReport[];
  readonly today: IsoDate;
}

/** What the office agreed on, and who is in it. */
export interface DeskChoices {
  readonly me: Identity;
  readonly people: readonly Person[];
  /** With those who have left. */
  readonly everybody: readonly Person[];
  readonly subStatuses: readonly SubStatus[];
  readonly labels: readonly OfficeLabel[];
  /** Labels of the office, and any that some report has. */
  readonly labelsInUse: readonly string[];
  readonly filters: readonly SavedFilter[];
  readonly templates: readonly OfficeTemplate[];
}

export interface FieldSet {
  readonly tag: ReportTag;
  readonly field: JournalField;
  readonly value: string | null;
}

export interface Closing {
  readonly tag: ReportTag;
  /** `closed`, or one of the office's own below it. */
  readonly status: string;
  readonly reason: ClosingReason;
}

export interface Marked {
  readonly tag: ReportTag;
  readonly to: 'label' | 'link';
  readonly value: string;
  readonly why?: string;
}

export interface Unmarked {
  readonly tag: ReportTag;
  readonly to: 'label' | 'link';
  readonly value: string;
}

export interface NoteWritten {
  readonly tag: ReportTag;
  readonly text: string;
  /** The reviewer's own note, as it read when they began to change it. */
  readonly replaces: EntryId | null;
}

export interface Recusing {
  readonly tag: ReportTag;
  readonly on: boolean;
  readonly why: string;
}

export interface Referring {
  readonly tag: ReportTag;
  readonly to: string;
  readonly consent: string;
}

/** In how many reports something of the office's stands. */
export interface OfficeUse {
  readonly labels: ReadonlyMap<string, number>;
  /** By their ids. */
  readonly subStatuses: ReadonlyMap<string, number>;
}

export interface OfficeSet {
  readonly name: 'sub-statuses' | 'labels' | 'filters' | 'templates';
  readonly value: readonly unknown[];
}

/** What a reviewer decides. Each becomes an entry that they sign, and none takes another's away unseen. */
export interface TriageCalls {
  triage: Call<ReportTag, ShownTriage | null>;
  choices: Call<null, DeskChoices>;
  /** Reports that seem to be about the same. Asked apart: it takes longer than the rest. */
  suggestions: Call<ReportTag, readonly ShownSuggestion[]>;
  /** Sets a value, and settles what was set side by side. */
  setField: Call<FieldSet, null>;
  close: Call<Closing, null>;
  /** `of`: the report that it repeats; it is closed under that one. `null`: it repeats none after all. */
  setDuplicate: Call<{ readonly tag: ReportTag; readonly of: ReportTag | null }, null>;
  mark: Call<Marked, null>;
  unmark: Call<Unmarked, null>;
  note: Call<NoteWritten, null>;
  recuse: Call<Recusing, null>;
  /** What to think of before the report goes there. */
  referralWarnings: Call<Omit<Referring, 'consent'>, readonly ReferralWarning[]>;
  refer: Call<Referring, null>;
  setOffice: Call<OfficeSet, null>;
  officeUse: Call<null, OfficeUse>;
  /** In the office's list, and in every report that has it. */
  renameLabel: Call<{ readonly from: string; readonly to: string }, null>;
  /** The report that a number, as it is shown, names. */
  byNumber: Call<string, RelatedReport | null>;
}
