import { concatBytes, fromBase64, toBase64, toBytes, toHex, utf8, type Bytes } from '../bytes.ts';
import { AmparoError } from '../errors.ts';
import { sha256 } from '../evidence.ts';
import type { SigningSeed } from '../keys.ts';
import { sodium } from '../sodium.ts';

/** SPEC.md, Log: text with signatures below it, by C2SP signed-note. */
export interface SignedNote {
  /** What is signed, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** The first 4 bytes of a hash of name and key: a hint. */
  readonly keyId: Bytes;
  readonly signature: Bytes;
}

/** Whose signature is looked for. */
export interface NoteKey {
  readonly name: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Bytes;
}

/** Says which algorithm a key id is for. */
export const NOTE_ED25519 = 1;

export const NOTE_CHARACTERS_MAX = 65_536;
const SIGNATURES_MAX = 64;
const KEY_ID_BYTES = 4;
export const ED25519_SIGNATURE_BYTES = 64;

/** Not empty, no white space of any script, no plus. */
const KEY_NAME = /^[^\s+\p{Z}\p{Cc}]{1,255}$/u;
const SIGNATURE_LINE = /^\u2014 (\S+) (\S+)$/u;
// eslint-disable-next-line no-control-regex -- C2SP signed-note forbids just these
const CONTROLS = /[\u0000-\u0009\u000b-\u001f]/;

export function isKeyName(text: string): boolean {
  return KEY_NAME.test(text) && text.isWellFormed();
}

/** Throws `note-malformed`. */
export function parseNote(note: string): SignedNote {
  const isText = note.length <= NOTE_CHARACTERS_MAX && note.isWellFormed() && !CONTROLS.test(note);
  const end = note.lastIndexOf('\n\n');
  if (!isText || end < 0 || !note.endsWith('\n')) throw new AmparoError('note-malformed');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) throw new AmparoError('note-malformed');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

/** One line of signature. Throws `note-malformed`. */
export function parseSignature(line: string): NoteSignature {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  if (!isKeyName(name)) throw new AmparoError('note-malformed');
  const bytes = fromBase64(encoded, 'note-malformed');
  if (bytes.length <= KEY_ID_BYTES) throw new AmparoError('note-malformed');
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

export function formatSignature({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${toBase64(concatBytes(keyId, signature))}`;
}

export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map((signature) => `${formatSignature(signature)}\n`).join('')}`;
}

/** SHA-256(name || newline || type || public key), its first 4 bytes. */
export async function noteKeyId({ name, publicKey }: NoteKey, type: number): Promise<Bytes> {
  const hash = await sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey));
  return hash.slice(0, KEY_ID_BYTES);
}

/** Those signatures that say they are of `key`. */
export async function signaturesOf({ signatures }: SignedNote, key: NoteKey, type: number): Promise<NoteSignature[]> {
  const keyId = toHex(await noteKeyId(key, type));
  return signatures.filter((signature) => signature.name === key.name && toHex(signature.keyId) === keyId);
}

/** Signs a text that ends in a newline. */
export async function signNote(text: string, name: string, seed: SigningSeed): Promise<SignedNote> {
  const { crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  const { publicKey, privateKey } = crypto_sign_seed_keypair(seed);
  const keyId = await noteKeyId({ name, publicKey: toBytes(publicKey) }, NOTE_ED25519);
  return { text, signatures: [{ name, keyId, signature: toBytes(crypto_sign_detached(utf8(text), privateKey)) }] };
}

/** Throws `log-signature-invalid` unless `key` signed it; a bad signature beside a good one spoils the note. */
export async function verifyNote(note: SignedNote, key: NoteKey): Promise<void> {
  const own = await signaturesOf(note, key, NOTE_ED25519);
  if (own.length === 0) throw new AmparoError('log-signature-invalid', key.name);
  for (const { signature } of own) await verifyEd25519(signature, utf8(note.text), key);
}

/** Throws `log-signature-invalid`. */
export async function verifyEd25519(signature: Bytes, message: Bytes, { name, publicKey }: NoteKey): Promise<void> {
  const { crypto_sign_verify_detached } = await sodium();
  const isGood =
    signature.length === ED25519_SIGNATURE_BYTES && crypto_sign_verify_detached(signature, message, publicKey);
  if (!isGood) throw new AmparoError('log-signature-invalid', name);
}
