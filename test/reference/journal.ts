import { sha256 } from '@noble/hashes/sha2.js';
import { bigEndian, concat, fromBase64, fromHex, hex, utf8 } from './bytes.ts';
import { date } from './calendar.ts';
import { readContent } from './journal-content.ts';
import { base64, integer, members, object, parseBytes, text, type JsonObject } from './json.ts';
import { blake2b256, kdf, openXChaCha } from './primitives.ts';
import { Refusal } from './refusal.ts';
import { readEnvelope, verify } from './statement.ts';

// SPEC, Journal.
const INVALID = 'journal-invalid';
const HEAD = ['identity', 'number', 'previous', 'at', 'about'];
const NONE = '0'.repeat(64);
const NONCE_BYTES = 24;

export interface Entry {
  readonly id: string;
  readonly author: string;
  readonly number: number;
  readonly previous: string;
  readonly at: string;
  readonly about: string | null;
  readonly content: JsonObject | null;
}

export interface HeldLetter {
  readonly id: Uint8Array;
  readonly fileKey: Uint8Array;
}

export function openEntry(value: unknown, reviewers: Uint8Array[], held: HeldLetter[]): Entry {
  const envelope = readEnvelope(value, 'journal');
  const author = reviewers.find((identity) => hex(identity) === hex(envelope.keyid));
  if (author === undefined) throw new Refusal('journal-unknown-reviewer', 'not on the roster');
  const { payload, payloadBytes } = verify(envelope, author);
  const isOfOffice = object(payload, INVALID)['about'] === null;
  const found = members(payload, [...HEAD, isOfOffice ? 'content' : 'sealed'], [], INVALID);
  const head = readHead(found);
  if (!isOfOffice) fromBase64(text(found['sealed'], 0, Infinity, INVALID), INVALID);
  else if (typeof object(found['content'], INVALID)['kind'] !== 'string') throw new Refusal(INVALID, 'no kind');
  if (hex(base64(found['identity'], 32, INVALID)) !== hex(author)) throw new Refusal(INVALID, 'identity');
  const content = isOfOffice
    ? readContent(found['content'], false)
    : unseal(found['sealed'] as string, { ...head, about: head.about ?? '', author }, held);
  return { id: hex(sha256(payloadBytes)), author: found['identity'] as string, ...head, content };
}

function readHead(found: JsonObject): Pick<Entry, 'number' | 'previous' | 'at' | 'about'> {
  base64(found['identity'], 32, INVALID);
  const number = integer(found['number'], 1, 2 ** 32 - 1, INVALID);
  const previous = formed(found['previous'], /^[0-9a-f]{64}$/);
  if ((number === 1) !== (previous === NONE)) throw new Refusal(INVALID, 'previous of another number');
  const at = formed(found['at'], /^.{10}T([01][0-9]|2[0-3]):[0-5][0-9]Z$/);
  date(at.slice(0, 10), INVALID);
  const about = found['about'] === null ? null : formed(found['about'], /^[0-9a-f]{32}$/);
  return { number, previous, at, about };
}

interface Place {
  readonly about: string;
  readonly author: Uint8Array;
  readonly number: number;
}

/** Null where the report is not held. */
function unseal(sealed: string, { about, author, number }: Place, held: HeldLetter[]): JsonObject | null {
  const letter = held.find(({ id, fileKey }) => hex(blake2b256(kdf(fileKey, 5), id).slice(0, 16)) === about);
  if (letter === undefined) return null;
  const key = blake2b256(kdf(letter.fileKey, 4), letter.id);
  const bytes = fromBase64(sealed);
  const associated = concat(utf8('amparo/v1/journal'), fromHex(about), author, bigEndian(number, 4));
  const json = openXChaCha(key, bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES), associated);
  if (json === null) throw new Refusal('journal-damaged', 'the seal does not open');
  return readContent(parseBytes(json, INVALID), true);
}

function formed(value: unknown, form: RegExp): string {
  const found = text(value, 1, 64, INVALID);
  if (!form.test(found)) throw new Refusal(INVALID, found);
  return found;
}
