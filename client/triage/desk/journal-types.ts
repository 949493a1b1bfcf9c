/** The journal's words as the desk uses them (SPEC.md, Journal). All are plain text, so that a state can be saved and compared. */

/** Hex of 16 bytes: what the journal calls a report. */
export type ReportTag = string;
/** Hex of the SHA-256 of the entry's payload. */
export type EntryId = string;
/** A reviewer's identity key, base64 as in the roster. */
export type Identity = string;
/** `YYYY-MM-DDTHH:MMZ`, as the author's clock had it. Compares as text. */
export type Minute = string;

export type JournalField = 'status' | 'reason' | 'urgency' | 'assignee' | 'duplicate-of';
export type OfficeSetting = 'sub-statuses' | 'labels' | 'filters' | 'templates';

export type JournalContent =
  | { kind: 'set'; field: JournalField; value: string | null; replaces: EntryId[] }
  | { kind: 'add'; to: 'label' | 'link'; value: string; why?: string | undefined }
  | { kind: 'remove'; entries: EntryId[] }
  | { kind: 'note'; text: string; replaces?: EntryId[] | undefined }
  | { kind: 'recuse'; on: boolean; replaces: EntryId[]; why?: string | undefined }
  | { kind: 'opened'; letter: string }
  | { kind: 'replied'; number: number; day: string; acknowledges?: boolean | undefined; feedback?: boolean | undefined }
  | { kind: 'referred'; to: string; consent: string }
  | { kind: 'granted'; to: Identity }
  | { kind: 'released'; letter: string; to: Identity }
  | {
      kind: 'custody';
      act: 'opened' | 'saved' | 'exported';
      file?: { name: string; sha256: string; bytes: number } | undefined;
      to?: string | undefined;
    }
  | { kind: 'ask-share'; letter: string }
  | { kind: 'office'; name: OfficeSetting; value: string; replaces: EntryId[] }
  | { kind: 'unknown' };

/** An entry whose signature was checked. `content` is null where it is sealed to a report whose key this reviewer lacks. */
export interface JournalEntry {
  readonly id: EntryId;
  readonly author: Identity;
  readonly number: number;
  readonly previous: string;
  readonly at: Minute;
  readonly about: ReportTag | null;
  readonly content: JournalContent | null;
}
