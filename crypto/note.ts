import { concatBytes, type Bytes, type Branded, type RandomBytes, sized } from './bytes.ts';
import type { CaseNoteKey } from './keys.ts';
import { sodium } from './sodium.ts';

/** What the log shows of a letter to whoever holds the case code, and to nobody else (SPEC.md, Note). */
export type Note = Branded<'Note'>;

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
const HASH_BYTES = 32;
export const NOTE_BYTES = NONCE_BYTES + 2 * HASH_BYTES + TAG_BYTES;
export const note = sized<'Note'>('note', NOTE_BYTES);

/** Stands for the digest of evidence where a report has none. */
const NO_EVIDENCE = new Uint8Array(HASH_BYTES);

export interface NoteContents {
  /** SHA-256 of the letter. */
  readonly report: Bytes;
  /** The evidence digest, 32 bytes; `null` where there is no evidence. */
  readonly evidence: Bytes | null;
}

export async function sealNote(
  { report, evidence }: NoteContents,
  key: CaseNoteKey,
  random: RandomBytes,
): Promise<Note> {
  const { crypto_aead_xchacha20poly1305_ietf_encrypt } = await sodium();
  const nonce = random(NONCE_BYTES);
  const plaintext = concatBytes(report, evidence ?? NO_EVIDENCE);
  return note(concatBytes(nonce, crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, null, null, nonce, key)));
}

/** A note of a letter without a case: nobody can tell. */
export function emptyNote(random: RandomBytes): Note {
  return note(random(NOTE_BYTES));
}

/** The contents of a note, or `null` where it is not one of this case. */
export async function openNote(sealed: Bytes, key: CaseNoteKey): Promise<NoteContents | null> {
  const opened = await openSealed(sealed, key);
  if (opened?.length !== 2 * HASH_BYTES) return null;
  const evidence = opened.slice(HASH_BYTES);
  return { report: opened.slice(0, HASH_BYTES), evidence: evidence.some((byte) => byte !== 0) ? evidence : null };
}

/** `nonce (24) || XChaCha(key, nonce, plaintext)`, opened, or `null`. */
export async function openSealed(sealed: Bytes, key: Bytes, associated: Bytes | null = null): Promise<Bytes | null> {
  const { crypto_aead_xchacha20poly1305_ietf_decrypt } = await sodium();
  const nonce = sealed.subarray(0, NONCE_BYTES);
  try {
    return new Uint8Array(
      crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.subarray(NONCE_BYTES), associated, nonce, key),
    );
  } catch {
    return null;
  }
}
