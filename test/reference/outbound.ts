import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equal, hex, readBigEndian, slice, utf8 } from './bytes.ts';
import { Refusal } from './refusal.ts';

// SPEC, Outbound bundle.
const MAGIC = concat(utf8('amparo'), Uint8Array.of(3, 1));
const LETTER_MAGIC = concat(utf8('amparo'), Uint8Array.of(0, 1));
const REPLY_MAGIC = concat(utf8('amparo'), Uint8Array.of(2, 1));
const LETTER_SIZES = [32_768, 131_072, 524_288];
const REPLY_BYTES = 16_384;
const MARK_BYTES = 168;
const BYTES_MAX = 17_000_000;

export interface Outbound {
  readonly mailboxes: string[];
  readonly days: number[];
  /** SHA-256 of each. */
  readonly letters: string[];
}

export function readOutbound(bytes: Uint8Array): Outbound {
  if (bytes.length > BYTES_MAX) throw malformed('too long');
  if (!equal(bytes.slice(0, MAGIC.length), MAGIC)) throw malformed('magic');
  const found: Outbound = { mailboxes: [], days: [], letters: [] };
  let at = MAGIC.length;
  for (;;) {
    const header = bytes.slice(at, at + 5);
    if (header.length < 5) throw malformed('no end');
    const [type] = header;
    const length = Number(readBigEndian(header.slice(1)));
    const body = bytes.slice(at + 5, at + 5 + length);
    if (body.length < length) throw malformed('cut within a record');
    at += 5 + length;
    if (type === 1) found.mailboxes.push(mailboxIn(body));
    else if (type === 2) found.days.push(dayIn(body));
    else if (type === 3) found.letters.push(letterIn(body));
    else if (type === 0) {
      const records = found.mailboxes.length + found.days.length + found.letters.length;
      const isEnd = length === 4 && Number(readBigEndian(body)) === records && at === bytes.length;
      if (!isEnd) throw malformed('end');
      return found;
    }
  }
}

function mailboxIn(body: Uint8Array): string {
  if (body.length !== 32 + REPLY_BYTES || !equal(slice(body, 32, 8), REPLY_MAGIC)) throw malformed('reply');
  return hex(slice(body, 0, 32));
}

function dayIn(body: Uint8Array): number {
  if (body.length !== 4 + MARK_BYTES) throw malformed('mark');
  return Number(readBigEndian(slice(body, 0, 4)));
}

function letterIn(body: Uint8Array): string {
  if (!LETTER_SIZES.includes(body.length) || !equal(slice(body, 0, 8), LETTER_MAGIC)) throw malformed('letter');
  return hex(sha256(body));
}

function malformed(reason: string): Refusal {
  return new Refusal('outbound-malformed', reason);
}
