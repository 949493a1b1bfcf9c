import type { Envelope, IsoDate, OpenedReport, Roster } from '../../../crypto/index.ts';
import type { EntryId, Identity, JournalEntry, Minute, ReportTag } from './journal-types.ts';
import type { SaidOf } from './said.ts';
import type { Settings } from './settings.ts';

/** A report as the casebook keeps it. */
export interface DeskReport {
  readonly tag: ReportTag;
  /** Hex id of the letter that it came in. */
  readonly letter: string;
  /** Base64. */
  readonly fileKey: string;
  /** When the server took it in. A parcel that never was on the server has no such day. */
  readonly day: IsoDate | null;
  /** Cells of evidence that the server holds for it. */
  readonly cells: number;
  /** Name of the bundle or parcel file. */
  readonly bundle: string;
  readonly report: OpenedReport;
  /** Hex, where the report proves that it belongs to a case. */
  readonly caseLocator: string | null;
  readonly followUp: boolean;
  /** The month whose key the letter was sealed with: nobody can have sealed it much later. */
  readonly epoch?: number;
  /** The day on which it was here first, by this machine's clock. */
  readonly taken?: IsoDate;
  /** Who gave it, where the letter itself was not for this reviewer. */
  readonly givenBy?: Identity;
}

/** A letter that several reviewers open together, and one's own part of it. It stays known once it is open: a colleague may ask later. */
export interface SharedLetter {
  readonly letter: string;
  readonly day: IsoDate | null;
  readonly cells: number;
  readonly bundle: string;
  readonly taken: IsoDate;
  /** How many it takes. */
  readonly threshold: number;
  readonly slot: number;
  /** Base64. */
  readonly wrapKey: string;
  /** Base64: what all have whom the letter addresses. */
  readonly readerKey: string;
}

/** Who said something, when by their clock, and in which entry. */
export interface Said {
  readonly by: Identity;
  readonly at: Minute;
  readonly entry: EntryId;
}

export interface Held<T> extends Said {
  readonly value: T | null;
}

/**
 * One value with a history. Where two reviewers set it without knowing of each other, the later one is shown and the other stays in
 * `conflict` until an entry replaces both.
 */
export interface Register<T> {
  readonly value: T | null;
  readonly by: Identity | null;
  readonly at: Minute | null;
  readonly entry: EntryId | null;
  readonly conflict: readonly Held<T>[];
}

/** A label, or a link to another report. `entries` are all adds of it that stand: what a removal has to name. */
export interface Labelled extends Said {
  readonly value: string;
  readonly why: readonly string[];
  readonly entries: readonly EntryId[];
}

export interface Linked extends Labelled {
  /** Whether the entries are about the other report, and name this one. */
  readonly fromOther: boolean;
}

export interface Note extends Said {
  readonly text: string;
  /** What its author had written before, oldest first. */
  readonly earlier: readonly (Said & { readonly text: string })[];
  /** More than one version was made from the same earlier one, on machines that did not know of each other. */
  readonly isForked: boolean;
}

export interface Recusal extends Said {
  readonly on: boolean;
  readonly why: string | null;
  /** What the reviewer's next word on it has to replace. */
  readonly heads: readonly EntryId[];
}

export type Replied = SaidOf<'replied'>;
export type LetterOpened = SaidOf<'opened'>;
export type Referred = SaidOf<'referred'>;
export type Granted = SaidOf<'granted'>;
export type Released = SaidOf<'released'>;
export type Custody = SaidOf<'custody'>;

/** All that the journal says of one report. */
export interface Triage {
  readonly status: Register<string>;
  readonly reason: Register<string>;
  readonly urgency: Register<string>;
  readonly assignee: Register<Identity>;
  readonly duplicateOf: Register<ReportTag>;
  readonly labels: readonly Labelled[];
  readonly links: readonly Linked[];
  readonly notes: readonly Note[];
  /** One for each reviewer who ever said so; `on` tells whether it stands. */
  readonly recusals: readonly Recusal[];
  readonly replies: readonly Replied[];
  readonly opened: readonly LetterOpened[];
  readonly referrals: readonly Referred[];
  readonly grants: readonly Granted[];
  readonly releases: readonly Released[];
  readonly custody: readonly Custody[];
  readonly history: readonly JournalEntry[];
}

export interface KeptEntry {
  readonly envelope: Envelope;
  readonly entry: JournalEntry;
}

/** All that a reviewer's machine knows. */
export interface DeskState {
  readonly reports: ReadonlyMap<ReportTag, DeskReport>;
  readonly shared: readonly SharedLetter[];
  readonly entries: ReadonlyMap<EntryId, KeptEntry>;
  readonly roster: Roster;
  /** Of the charter key, as the reviewer compared it. */
  readonly charter: string;
  readonly settings: Settings;
}
