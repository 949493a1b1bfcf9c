/** The protocol's only door. SPEC.md says what each part does to the byte. */
export * from './bundle.ts';
export {
  concatBytes,
  fromBase64,
  fromHex,
  fromUtf8,
  systemRandom,
  toBase64,
  toBytes,
  toHex,
  utf8,
  type Bytes,
  type RandomBytes,
} from './bytes.ts';
export { dayOf, epochOf, isoDateOf, isoDateOfDay, monthOf, type IsoDate } from './calendar.ts';
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
  cellCount,
  EvidenceKey,
  EVIDENCE_READ_BYTES,
  evidenceDigest,
  openEvidence,
  sealEvidence,
  sha256,
  type Cell,
} from './evidence.ts';
export {
  KEY_FILE_COSTS,
  openKeyFile,
  readKeyFileHeader,
  sealKeyFile,
  type Argon2id,
  type KeyFileHeader,
  type KeyFileRole,
  type Keys,
  type PassphraseCosts,
} from './key-file.ts';
export {
  charterPublicKey,
  epochKeyPair,
  epochPublicKey,
  epochSecretKey,
  fileKey,
  fingerprint,
  identityPublicKey,
  newEpochKeyPair,
  newFileKey,
  signingPublicKey,
  signingSeed,
  type CharterPublicKey,
  type EpochKeyPair,
  type EpochPublicKey,
  type EpochSecretKey,
  type FileKey,
  type IdentityPublicKey,
  type SigningSeed,
} from './keys.ts';
export {
  asLetter,
  isLetterSize,
  LETTER_MAGIC,
  LETTER_SIZES,
  letterCapacity,
  letterEpoch,
  openLetter,
  sealLetter,
  SLOT_COUNTS,
  type Letter,
  type OpenedLetter,
  type SlotCount,
} from './letter.ts';
export { padme } from './padding.ts';
export { parse, parseJson } from './parse.ts';
export * from './report-codes.ts';
export {
  decodeReport,
  encodeReport,
  FILE_NAME_CHARACTERS_MAX,
  FILES_MAX,
  listEvidence,
  REPORT_VERSION,
  reportSchema,
  STORY_CHARACTERS_MAX,
  totalSize,
  type EvidenceFile,
  type EvidenceList,
  type OpenedReport,
  type Report,
} from './report.ts';
export {
  identityOf,
  openRoster,
  rosterSchema,
  signRoster,
  type Reviewer,
  type Roster,
  type SeenRoster,
} from './roster.ts';
export { requireWebCrypto, sealReport } from './seal.ts';
export { sodium } from './sodium.ts';
export { envelopeSchema, openStatement, signStatement, type Envelope, type StatementKind } from './statement.ts';
export * from './wire.ts';
