import { concatBytes, readU64, utf8, type Bytes } from '../bytes.ts';
import { AmparoError } from '../errors.ts';
import { ED25519_SIGNATURE_BYTES, signaturesOf, verifyEd25519, type SignedNote, type NoteKey } from './note.ts';

/** SPEC.md, Log: a witness says that it saw a log grow to a checkpoint and never saw another history; C2SP tlog-cosignature, v1. */
export const NOTE_COSIGNATURE = 4;

const TIME_BYTES = 8;

export interface Cosignature {
  readonly name: string;
  /** When the witness saw it: seconds since 1970. */
  readonly time: number;
}

/** What a witness signs. */
export function cosignedMessage(checkpoint: string, time: number): Bytes {
  return utf8(`cosignature/v1\ntime ${String(time)}\n${checkpoint}`);
}

/** The cosignatures of those who are known here. Others are passed over; one that does not hold: `log-signature-invalid`. */
export async function openCosignatures(note: SignedNote, witnesses: readonly NoteKey[]): Promise<Cosignature[]> {
  const found: Cosignature[] = [];
  for (const witness of witnesses) {
    const [own] = await signaturesOf(note, witness, NOTE_COSIGNATURE);
    if (own === undefined) continue;
    found.push({ name: witness.name, time: await openCosignature(own.signature, note.text, witness) });
  }
  return found;
}

async function openCosignature(bytes: Bytes, checkpoint: string, witness: NoteKey): Promise<number> {
  const isSized = bytes.length === TIME_BYTES + ED25519_SIGNATURE_BYTES;
  const time = isSized ? readU64(bytes, 0) : undefined;
  if (time === undefined) throw new AmparoError('log-signature-invalid', witness.name);
  await verifyEd25519(concatBytes(bytes.subarray(TIME_BYTES)), cosignedMessage(checkpoint, time), witness);
  return time;
}
