/** The journal's words, as the desk uses them (SPEC.md, Journal). All are plain text, so that a state can be saved and compared. */
export type {
  EntryId,
  JournalContent,
  JournalEntry,
  JournalField,
  OfficeSetting,
  ReportTag,
} from '../../../crypto/index.ts';

/** A reviewer's identity key, base64 as in the roster. */
export type Identity = string;
/** `YYYY-MM-DDTHH:MMZ`, as the author's clock had it. Compares as text. */
export type Minute = string;
