import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js';
import { allZero, concat, equal, hex, readBigEndian, slice, utf8 } from './bytes.ts';
import { date } from './calendar.ts';
import type { Case } from './case.ts';
import { integer, members, parseBytes, text } from './json.ts';
import { blake2b256 } from './primitives.ts';
import { Refusal } from './refusal.ts';
import type { Roster } from './roster.ts';
import { readEnvelope, readShape, verify } from './statement.ts';
import { openChunk } from './stream.ts';

// SPEC, Reply.
export const REPLY_BYTES = 16_384;
export const REPLY_MAGIC = concat(utf8('amparo'), Uint8Array.of(2, 1));
const CIPHERTEXT_BYTES = 1120;
const INVALID = 'reply-invalid';
const ANOTHER = 'reply-of-another-case';

export interface Reply {
  readonly reviewer: string;
  readonly number: number;
  readonly day: string;
  readonly language?: string;
  readonly text: string;
}

export function openReply(reply: Uint8Array, of: Case, roster: Roster): Reply {
  const statement = parseBytes(unpad(openContents(reply, of)), 'statement-malformed');
  const { keyid } = readShape(statement);
  const reviewer = roster.reviewers.find(({ identity }) => equal(identity, keyid));
  if (reviewer === undefined) throw new Refusal('reply-unknown-reviewer', 'not on the roster');
  const { payload } = verify(readEnvelope(statement, 'reply'), reviewer.identity);
  const found = members(payload, ['mailbox', 'number', 'day', 'text'], ['language'], INVALID);
  const mailbox = text(found['mailbox'], 64, 64, INVALID);
  if (!/^[0-9a-f]*$/.test(mailbox)) throw new Refusal(INVALID, 'mailbox');
  const number = integer(found['number'], 1, 10_000, INVALID);
  const day = date(found['day'], INVALID);
  const written = text(found['text'], 0, Infinity, INVALID);
  if (!written.isWellFormed() || Array.from(written).length > 10_000) throw new Refusal(INVALID, 'text');
  const language = found['language'];
  if (language !== undefined && !/^[A-Za-z0-9-]{2,35}$/.test(text(language, 0, Infinity, INVALID))) {
    throw new Refusal(INVALID, 'language');
  }
  if (mailbox !== hex(of.mailbox)) throw new Refusal(ANOTHER, 'written for another mailbox');
  const shown = { reviewer: reviewer.name, number, day, text: written };
  return typeof language === 'string' ? { ...shown, language } : shown;
}

function openContents(reply: Uint8Array, of: Case): Uint8Array {
  const ciphertext = slice(reply, REPLY_MAGIC.length, CIPHERTEXT_BYTES);
  const sharedSecret = decapsulate(ciphertext, of.replySecret);
  const key = blake2b256(sharedSecret, concat(utf8('amparo/v1/reply'), ciphertext, of.replyKey));
  const plaintext = openChunk(key, 0, true, reply.slice(REPLY_MAGIC.length + CIPHERTEXT_BYTES));
  if (plaintext === null) throw new Refusal(ANOTHER, 'does not open');
  return plaintext;
}

function decapsulate(ciphertext: Uint8Array, secret: Uint8Array): Uint8Array {
  try {
    return xWing.decapsulate(ciphertext, secret);
  } catch {
    throw new Refusal(ANOTHER, 'an X25519 part of low order');
  }
}

function unpad(plaintext: Uint8Array): Uint8Array {
  const length = Number(readBigEndian(slice(plaintext, 0, 4)));
  if (4 + length > plaintext.length) throw new Refusal('length-out-of-range', String(length));
  if (!allZero(plaintext.slice(4 + length))) throw new Refusal('padding-not-zero', 'after the statement');
  return slice(plaintext, 4, length);
}
