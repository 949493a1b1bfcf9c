import * as z from 'zod/mini';

import {
  concatBytes,
  fromBase64,
  fromHex,
  sized,
  toBase64,
  toHex,
  u32,
  utf8,
  type Branded,
  type Bytes,
  type RandomBytes,
} from './bytes.ts';
import { isoDate } from './calendar.ts';
import { AmparoError } from './errors.ts';
import { sha256 } from './evidence.ts';
import {
  deriveSubkey,
  identityPublicKey,
  SIGNING_KEY_BYTES,
  signingPublicKey,
  SUBKEY,
  type FileKey,
  type SigningSeed,
} from './keys.ts';
import {
  entryIdSchema,
  journalContentSchema,
  knowsKind,
  REPORT_TAG_BYTES,
  reportTagSchema,
  standsWhereItMay,
  type EntryId,
  type JournalContent,
  type KnownContent,
  type ReportTag,
} from './journal-content.ts';
import { openSealed } from './note.ts';
import { base64Bytes, isBase64, parse, parseJson } from './parse.ts';
import { claimedReviewer, type Reviewers } from './signer.ts';
import { sodium } from './sodium.ts';
import { openStatement, PAYLOAD_BYTES_MAX, signStatement, type Envelope } from './statement.ts';

/** SPEC.md, Journal: the reviewers' signed entries, of which any two sets merge into their union. */
export type JournalKey = Branded<'JournalKey'>;
const KEY_BYTES = 32;
export const journalKey = sized<'JournalKey'>('journal key', KEY_BYTES);
const letterId = sized<'LetterId'>('letter id', 32);

/** How a report is named in the journal, and what its entries are sealed with. */
export interface JournalKeys {
  readonly tag: ReportTag;
  readonly key: JournalKey;
}

/**
 * Of the letter with this id, its SHA-256 in hex: whoever holds a file key can seal another letter under it, and must not gain the name of
 * the first by that.
 */
export async function journalKeys(fileKey: FileKey, letter: string): Promise<JournalKeys> {
  const { crypto_generichash } = await sodium();
  const id = letterId(fromHex(letter));
  const ofLetter = async (subkey: typeof SUBKEY.journal | typeof SUBKEY.journalTag) =>
    crypto_generichash(KEY_BYTES, id, await deriveSubkey(fileKey, subkey));
  const tag = await ofLetter(SUBKEY.journalTag);
  return { tag: toHex(tag.subarray(0, REPORT_TAG_BYTES)), key: journalKey(await ofLetter(SUBKEY.journal)) };
}

/** What an author's first entry names as the one before. */
export const NO_ENTRY: EntryId = '0'.repeat(64);
const ENTRIES_MAX = 2 ** 32 - 1;
const NONCE_BYTES = 24;
/** Lengths of what is said are seen only up to this: entries travel to people who may not read them. */
const SEALED_STEP_BYTES = 256;

const TIME = /^T(?:[01]\d|2[0-3]):[0-5]\dZ$/;
const minute = z
  .string()
  .check(z.refine((at) => TIME.test(at.slice(10)) && z.safeParse(isoDate, at.slice(0, 10)).success));
const head = {
  identity: base64Bytes(SIGNING_KEY_BYTES),
  number: z.int().check(z.positive(), z.maximum(ENTRIES_MAX)),
  previous: entryIdSchema,
  /** The author's word, in UTC. */
  at: minute,
};

const payloadSchema = z
  .union([
    z.strictObject({ ...head, about: z.null(), content: z.looseObject({ kind: z.string() }) }),
    z.strictObject({ ...head, about: reportTagSchema, sealed: z.string().check(z.refine(isBase64)) }),
  ])
  .check(z.refine(({ number, previous }) => (number === 1) === (previous === NO_ENTRY), { path: ['previous'] }));
type Payload = z.infer<typeof payloadSchema>;

export interface NewEntry {
  readonly seed: SigningSeed;
  /** The author's entries, counted from 1. */
  readonly number: number;
  /** The author's entry before, {@link NO_ENTRY} for the first. */
  readonly previous: EntryId;
  /** `YYYY-MM-DDTHH:MMZ`. */
  readonly at: string;
  readonly about: JournalKeys | null;
  readonly content: KnownContent;
}

/** Signs an entry, sealed to those who hold the report it is about. Throws `journal-invalid`, naming the member. */
export async function signEntry(
  { seed, number, previous, at, about, content }: NewEntry,
  random: RandomBytes,
): Promise<{ readonly envelope: Envelope; readonly id: EntryId }> {
  const said = parse(journalContentSchema, content, 'journal-invalid');
  if (!standsWhereItMay(said, about !== null)) throw new AmparoError('journal-invalid', 'about');
  const identity = await signingPublicKey(seed);
  const shared = { identity: toBase64(identity), number, previous, at };
  const payload = parse(
    payloadSchema,
    about === null
      ? { ...shared, about, content: said }
      : { ...shared, about: about.tag, sealed: await seal(said, about, identity, number, random) },
    'journal-invalid',
  );
  const envelope = await signStatement('journal', payload, seed);
  const bytes = fromBase64(envelope.payload);
  if (bytes.length > PAYLOAD_BYTES_MAX) throw new AmparoError('journal-invalid', 'length');
  return { envelope, id: toHex(await sha256(bytes)) };
}

export interface JournalEntry {
  /** SHA-256 of the payload. */
  readonly id: EntryId;
  /** The reviewer's identity, in base64. */
  readonly author: string;
  readonly number: number;
  readonly previous: EntryId;
  readonly at: string;
  readonly about: ReportTag | null;
  /** `null` where it is sealed to a report whose key is not held. */
  readonly content: JournalContent | null;
}

/**
 * Opens an entry as far as it can be read here. Throws as `openStatement`, and `journal-unknown-reviewer`, `journal-invalid`,
 * `journal-damaged` (sealed under the report's key for another place, or altered).
 */
export async function openEntry(
  envelope: unknown,
  among: Reviewers,
  keyOf: (tag: ReportTag) => JournalKey | undefined,
): Promise<JournalEntry> {
  const [statement, reviewer] = claimedReviewer(envelope, among);
  if (!reviewer) throw new AmparoError('journal-unknown-reviewer');
  const signer = identityPublicKey(fromBase64(reviewer.identity));
  const payload = await openStatement('journal', statement, signer, payloadSchema, 'journal-invalid');
  const { identity: author, number, previous, at, about } = payload;
  if (author !== reviewer.identity) throw new AmparoError('journal-invalid', 'identity');
  const id = toHex(await sha256(fromBase64(statement.payload)));
  return { id, author, number, previous, at, about, content: await contentOf(payload, keyOf) };
}

async function contentOf(
  payload: Payload,
  keyOf: (tag: ReportTag) => JournalKey | undefined,
): Promise<JournalContent | null> {
  if (payload.about === null) return readContent(payload.content, false);
  const key = keyOf(payload.about);
  if (key === undefined) return null;
  const associated = place(payload.about, fromBase64(payload.identity), payload.number);
  const opened = await openSealed(fromBase64(payload.sealed), key, associated);
  if (opened === null) throw new AmparoError('journal-damaged');
  return readContent(parseJson(opened, 'journal-invalid'), true);
}

function readContent(value: unknown, isAboutReport: boolean): JournalContent {
  const content: JournalContent =
    knowsKind(value) === false ? { kind: 'unknown' } : parse(journalContentSchema, value, 'journal-invalid');
  if (!standsWhereItMay(content, isAboutReport)) throw new AmparoError('journal-invalid', 'about');
  return content;
}

async function seal(
  content: KnownContent,
  { tag, key }: JournalKeys,
  identity: Bytes,
  number: number,
  random: RandomBytes,
): Promise<string> {
  const { crypto_aead_xchacha20poly1305_ietf_encrypt } = await sodium();
  const json = utf8(JSON.stringify(content));
  const padded = new Uint8Array(Math.ceil(json.length / SEALED_STEP_BYTES) * SEALED_STEP_BYTES).fill(0x20);
  padded.set(json);
  const nonce = random(NONCE_BYTES);
  const associated = place(tag, identity, number);
  return toBase64(concatBytes(nonce, crypto_aead_xchacha20poly1305_ietf_encrypt(padded, associated, null, nonce, key)));
}

/** Where an entry stands: whoever copies what they cannot read into an entry of their own copies what does not open. */
function place(tag: ReportTag, identity: Bytes, number: number): Bytes {
  return concatBytes(utf8('amparo/v1/journal'), fromHex(tag), identity, u32(number));
}
