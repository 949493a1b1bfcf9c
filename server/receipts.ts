import { createHash } from 'node:crypto';

import {
  CELL_BYTES,
  decodeLogEntry,
  emptyNote,
  encodeLogEntry,
  fromBase64,
  logPublicKey,
  NOTE_BYTES,
  receiptOf,
  signatureIn,
  signReceipt,
  statementOf,
  toBytes,
  type Bytes,
  type Envelope,
  type NoteContents,
  type RandomBytes,
} from '../crypto/index.ts';

import type { Blobs } from './blobs/blobs.ts';
import type { LogKey } from './log/log-key.ts';
import { Refusal } from './problems.ts';
import { StorageUnavailable } from './store/store.ts';

/** SPEC.md, Receipt and Log entries: what is given for a letter, and what the log will show of it. */
export interface Acceptance {
  readonly receipt: Envelope;
  /** 173 bytes. */
  readonly entry: Bytes;
}

/** `day` counts from 1970-01-01. */
export async function acceptanceOf(
  contents: NoteContents,
  note: Bytes,
  day: number,
  { seed }: LogKey,
): Promise<Acceptance> {
  const receipt = await signReceipt(receiptOf(contents, note, day), seed);
  return { receipt, entry: encodeLogEntry({ kind: 'received', day, note, signature: signatureIn(receipt) }) };
}

/** The receipt that was given before, from the entry that was kept. */
export function receiptAgain(contents: NoteContents, entry: Bytes, { publicKey }: LogKey): Envelope {
  const shown = decodeLogEntry(entry);
  if (shown.kind !== 'received') throw new Error('a letter was kept with an entry of another kind');
  const receipt = receiptOf(contents, shown.note, shown.day);
  return statementOf('receipt', receipt, logPublicKey(publicKey), shown.signature);
}

/** The note in a request's header; random bytes where there is none. */
export function noteIn(header: string | undefined, random: RandomBytes): Bytes {
  if (header === undefined) return emptyNote(random);
  let bytes: Bytes;
  try {
    bytes = fromBase64(header);
  } catch {
    throw new Refusal('note-malformed');
  }
  if (bytes.length !== NOTE_BYTES) throw new Refusal('note-malformed');
  return bytes;
}

/** SPEC.md, Evidence: `SHA-256(SHA-256(cell 0) || ...)`, read from where the cells lie, one at a time. */
export async function digestOf(id: string, bytes: number, blobs: Blobs): Promise<Bytes> {
  const cells = bytes / CELL_BYTES;
  const reader = await blobs.open(id, cells);
  if (reader === null) throw new StorageUnavailable('evidence is missing');
  try {
    const digest = createHash('sha256');
    for (let cell = 0; cell < cells; cell += 1) {
      digest.update(
        createHash('sha256')
          .update(await reader.next())
          .digest(),
      );
    }
    return toBytes(digest.digest());
  } finally {
    await reader.close();
  }
}
