import { concatBytes, readU32, toBytes, u32, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { signingSeed, SIGNING_KEY_BYTES } from './keys.ts';
import { emptyNote, NOTE_BYTES } from './note.ts';
import { OPENED_MARK_BYTES } from './opened.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Log entries: all of one length, whatever they say. */
export type LogEntry = Branded<'LogEntry'>;

export const LOG_ENTRY_BYTES = 173;
const SIGNATURE_BYTES = 64;
const COVER_MESSAGE_BYTES = 32;

const KIND = { received: 1, opened: 2 } as const;
const HEAD_BYTES = 5; // kind and day

/** A letter was received; `day` counts from 1970-01-01. */
export interface ReceivedEntry {
  readonly kind: 'received';
  readonly day: number;
  /** 104 bytes, sealed for whoever holds the case code. */
  readonly note: Bytes;
  /** 64 bytes: the Ed25519 signature of the receipt. */
  readonly signature: Bytes;
}

/** A reviewer opened a letter. */
export interface OpenedEntry {
  readonly kind: 'opened';
  readonly day: number;
  /** 168 bytes, sealed for whoever holds the case code. */
  readonly mark: Bytes;
}

export function encodeLogEntry(entry: ReceivedEntry | OpenedEntry): LogEntry {
  const head = concatBytes(Uint8Array.of(KIND[entry.kind]), u32(entry.day));
  if (entry.kind === 'opened') return concatBytes(head, part('mark', entry.mark, OPENED_MARK_BYTES)) as LogEntry;
  const signature = part('signature', entry.signature, SIGNATURE_BYTES);
  return concatBytes(head, part('note', entry.note, NOTE_BYTES), signature) as LogEntry;
}

function part(name: string, value: Bytes, length: number): Bytes {
  if (value.length === length) return value;
  throw new RangeError(`${name}: ${String(length)} bytes expected, got ${String(value.length)}`);
}

/** Throws `log-entry-malformed`. */
export function decodeLogEntry(bytes: Uint8Array): ReceivedEntry | OpenedEntry {
  if (bytes.length !== LOG_ENTRY_BYTES) throw new AmparoError('log-entry-malformed');
  const day = readU32(bytes, 1);
  const rest = (from: number, length: number) => toBytes(bytes.slice(HEAD_BYTES + from, HEAD_BYTES + from + length));
  switch (bytes[0]) {
    case KIND.received:
      return {
        kind: 'received',
        day,
        note: rest(0, NOTE_BYTES),
        signature: rest(NOTE_BYTES, SIGNATURE_BYTES),
      };
    case KIND.opened:
      return { kind: 'opened', day, mark: rest(0, OPENED_MARK_BYTES) };
    default:
      throw new AmparoError('log-entry-malformed');
  }
}

/** The bytes with which every received entry of a day begins. */
export function receivedHead(day: number): Bytes {
  return concatBytes(Uint8Array.of(KIND.received), u32(day));
}

/**
 * An entry for no letter, which nobody can tell from one for a letter. The signature is a real one, by a key that is thrown away:
 * 64 random bytes would mostly be no signature of anybody, and that could be seen.
 */
export async function coverEntry(random: RandomBytes, day: number): Promise<LogEntry> {
  const { crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  const { privateKey } = crypto_sign_seed_keypair(signingSeed(random(SIGNING_KEY_BYTES)));
  const signature = toBytes(crypto_sign_detached(random(COVER_MESSAGE_BYTES), privateKey));
  return encodeLogEntry({ kind: 'received', day, note: emptyNote(random), signature });
}
