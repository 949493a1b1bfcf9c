/** The protocol's only door. SPEC.md says what each part does to the byte. */
export * from './build.ts';
export {
  BUNDLE_MAGIC,
  DIRECTORY_RECORD_BYTES_MAX,
  encodeCellRecord,
  encodeDirectoryRecord,
  encodeEndRecord,
  encodeLetterRecord,
  encodeStampRecord,
  readBundle,
  type BundleRecord,
  type EndRecord,
  type LetterRecord,
  type StampRecord,
} from './bundle.ts';
export * from './bundle-scan.ts';
export {
  concatBytes,
  fromBase64,
  fromHex,
  fromUtf8,
  readU32,
  systemRandom,
  toBase64,
  toBytes,
  toHex,
  utf8,
  type Bytes,
  type RandomBytes,
} from './bytes.ts';
export { dayOf, epochOf, isoDateOf, isoDateOfDay, lastDayToSeal, monthOf, type IsoDate } from './calendar.ts';
export {
  CASE_SECRET_BYTES,
  caseSecret,
  CODE_GROUP_DIGITS,
  CODE_GROUPS,
  codeDigits,
  digitsIn,
  hasDigits,
  newCaseSecret,
  readCodeDigits,
  type CaseCodeReading,
  type CaseSecret,
} from './case-code.ts';
export * from './casebook.ts';
export { CODE_WORDS, codeWords, readCodeWords } from './case-words.ts';
export { mailboxOf, openCase, type Case } from './case.ts';
export {
  chooseRecipients,
  directorySchema,
  openDirectory,
  type Directory,
  type Office,
  type Recipients,
} from './directory.ts';
export { openEpochKey, signEpochKey, type EpochKey } from './epoch-key.ts';
export { AmparoError, ERROR_MESSAGES, type ErrorCode } from './errors.ts';
export {
  CELL_BYTES,
  CELL_PLAINTEXT_BYTES,
  CellCipher,
  cellCount,
  digestOfHashes,
  EVIDENCE_READ_BYTES,
  evidenceDigest,
  openEvidence,
  sealEvidence,
  sha256,
  type Cell,
} from './evidence.ts';
export { fingerprintWords } from './fingerprint-words.ts';
export * from './grant.ts';
export { GrowingEvidence } from './growing-evidence.ts';
export * from './journal-chain.ts';
export {
  CLOSING_REASONS,
  CUSTODY_ACTS,
  journalContentSchema,
  JOURNAL_FIELDS,
  JOURNAL_LABEL_CHARACTERS_MAX,
  JOURNAL_LINE_CHARACTERS_MAX,
  JOURNAL_NOTE_CHARACTERS_MAX,
  OFFICE_SETTING_BYTES_MAX,
  OFFICE_SETTINGS,
  STATUSES,
  URGENCIES,
  type ClosingReason,
  type EntryId,
  type JournalContent,
  type JournalField,
  type KnownContent,
  type OfficeSetting,
  type ReportTag,
  type Status,
  type UnknownContent,
  type Urgency,
} from './journal-content.ts';
export * from './journal-letter.ts';
export * from './journal.ts';
export {
  KEY_FILE_COSTS,
  openKeyFile,
  readKeyFileHeader,
  sealKeyFile,
  type KeyFileHeader,
  type KeyFileRole,
  type Keys,
} from './key-file.ts';
export {
  charterPublicKey,
  epochKeyPair,
  epochPublicKey,
  epochSecretKey,
  evidenceKey,
  fileKey,
  fingerprint,
  identityPublicKey,
  locator,
  logPublicKey,
  newEpochKeyPair,
  newEvidenceKey,
  newFileKey,
  openedKey,
  signingPublicKey,
  signingSeed,
  type CasebookKey,
  type CharterPublicKey,
  type EpochKeyPair,
  type EpochPublicKey,
  type EpochSecretKey,
  type EvidenceKey,
  type FileKey,
  type IdentityPublicKey,
  type Locator,
  type LogPublicKey,
  type SigningSeed,
  readerKey,
  type ReaderKey,
  type WrapKey,
  wrapKey,
} from './keys.ts';
export {
  asLetter,
  isLetterSize,
  LETTER_MAGIC,
  LETTER_SIZES,
  letterCapacity,
  letterEpoch,
  sealLetter,
  SLOT_COUNTS,
  type Letter,
  type LetterSize,
  type SlotCount,
} from './letter.ts';
export * from './log/index.ts';
export {
  coverEntry,
  decodeLogEntry,
  encodeLogEntry,
  LOG_ENTRY_BYTES,
  receivedHead,
  type LogEntry,
  type OpenedEntry,
  type ReceivedEntry,
} from './log-entry.ts';
export * from './mailbox.ts';
export { emptyNote, note, NOTE_BYTES, openNote, sealNote, type Note, type NoteContents } from './note.ts';
export * from './open-letter.ts';
export * from './opened.ts';
export * from './outbound.ts';
export { padme } from './padding.ts';
export { PAPER_KEY_WORDS, paperKeyWords, readPaperKeyWords, type PaperKeyReading } from './paper-key.ts';
export { PARCEL_SUFFIX, readParcel, writeParcel, type ParcelLetter, type ParcelPart } from './parcel.ts';
export { base64Bytes, parse, parseJson } from './parse.ts';
export { type Argon2id, type PassphraseCosts } from './passphrase.ts';
export * from './reader-key.ts';
export * from './receipt.ts';
export * from './release.ts';
export * from './reply.ts';
export { caseOfReport, reportCaseSchema, type KnownCase, type ReportCase } from './report-case.ts';
export * from './report-codes.ts';
export {
  decodeReport,
  encodeReport,
  evidenceKeyIn,
  FILE_NAME_CHARACTERS_MAX,
  FILE_TYPE_CHARACTERS_MAX,
  FILES_MAX,
  LINE_CHARACTERS_MAX,
  listEvidence,
  NOTE_CHARACTERS_MAX,
  REPEATS_MAX,
  REPORT_VERSION,
  reportSchema,
  STORY_CHARACTERS_MAX,
  TEXT_CHARACTERS_MAX,
  totalSize,
  type EvidenceFile,
  type EvidenceList,
  type OpenedReport,
  type Report,
} from './report.ts';
export {
  identityOf,
  logOf,
  openRoster,
  rosterLogSchema,
  rosterSchema,
  signRoster,
  THRESHOLD_MAX,
  type Reviewer,
  type Roster,
  type RosterLog,
  type SeenRoster,
} from './roster.ts';
export { requireWebCrypto, sealCover, sealReport } from './seal.ts';
export type { Reviewers } from './signer.ts';
export { sodium } from './sodium.ts';
export { checkStamp, stampParameters, type Stamp } from './stamp.ts';
export {
  envelopeSchema,
  openStatement,
  signStatement,
  statementOf,
  type Envelope,
  type StatementKind,
} from './statement.ts';
export * from './wire.ts';
export { type Slip, type WordList } from './words.ts';
export * from './wire-review.ts';
