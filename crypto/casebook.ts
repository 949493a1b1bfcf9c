import * as z from 'zod/mini';

import { concatBytes, fromBase64, readU32, toBase64, u32, utf8, type Bytes, type RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import {
  CASEBOOK_KEY_BYTES,
  casebookKey,
  identityPublicKey,
  SIGNING_KEY_BYTES,
  type CasebookKey,
  type IdentityPublicKey,
} from './keys.ts';
import { linesOf, textOf } from './lines.ts';
import { base64Bytes, parse, parseJson } from './parse.ts';
import {
  kdfSchema,
  lock,
  readLocked,
  unlock,
  writeLocked,
  type Argon2id,
  type LockedBytes,
  type PassphraseCosts,
} from './passphrase.ts';
import { sodium } from './sodium.ts';
import { openFlow, sealFlow, StreamKey } from './stream.ts';

/** SPEC.md, Casebook: a reviewer's file of opened reports, readable under their pass phrase alone. */
export const CASEBOOK_MAGIC: Bytes = Uint8Array.of(0x61, 0x6d, 0x70, 0x61, 0x72, 0x6f, 0x04, 0x01);
export const CASEBOOK_GENERATION_MAX = 2 ** 32 - 1;

const LENGTH_OFFSET = 8;
const HEADER_OFFSET = 12;
const HEADER_BYTES_MAX = 4096;
/** So many bytes from its start hold the head of any casebook: all that unlocking needs. */
export const CASEBOOK_HEAD_BYTES = HEADER_OFFSET + HEADER_BYTES_MAX;

const FORMAT = 'amparo-casebook/1';
const SALT_BYTES = 32;

const headerSchema = z.strictObject({
  protected: z.string(),
  sealed: z.string(),
  salt: base64Bytes(SALT_BYTES),
  generation: z.int().check(z.minimum(1), z.maximum(CASEBOOK_GENERATION_MAX)),
});
const protectedSchema = z.strictObject({
  format: z.literal(FORMAT),
  identity: base64Bytes(SIGNING_KEY_BYTES),
  kdf: kdfSchema,
});

/** What a casebook is saved and read with: its key, and that key under the pass phrase. */
export interface Casebook extends LockedBytes {
  /** Whose it is. */
  readonly identity: IdentityPublicKey;
  readonly key: CasebookKey;
}

export interface UnlockedCasebook extends Casebook {
  /** How often it had been saved: tells an older file from a newer one. Proved once {@link readCasebook} has given or ended. */
  readonly generation: number;
}

/** A casebook of its own key. */
export async function newCasebook(
  passphrase: string,
  identity: IdentityPublicKey,
  costs: PassphraseCosts,
  argon2id: Argon2id,
  random: RandomBytes,
): Promise<Casebook> {
  const key = casebookKey(random(CASEBOOK_KEY_BYTES));
  const header: Omit<z.infer<typeof protectedSchema>, 'kdf'> = { format: FORMAT, identity: toBase64(identity) };
  return { identity, key, ...(await lock(header, key, passphrase, costs, argon2id, random)) };
}

/**
 * The same casebook under another pass phrase, from the next save on. Its key is new too, so that whoever has an older file and knows the
 * pass phrase of that time reads nothing that is saved afterwards.
 */
export function rewrapCasebook(
  { identity }: Casebook,
  passphrase: string,
  costs: PassphraseCosts,
  argon2id: Argon2id,
  random: RandomBytes,
): Promise<Casebook> {
  return newCasebook(passphrase, identity, costs, argon2id, random);
}

/** Takes the first {@link CASEBOOK_HEAD_BYTES} of a file, or all of a shorter one. Throws `casebook-malformed`, `casebook-unsupported`, `casebook-locked`. */
export async function unlockCasebook(head: Bytes, passphrase: string, argon2id: Argon2id): Promise<UnlockedCasebook> {
  const { locked, generation } = readHead(head) ?? malformed('cut');
  const stated = parse(protectedSchema, parseJson(locked.protected, 'casebook-malformed'), 'casebook-unsupported');
  const key = await unlock(locked, stated.kdf, passphrase, argon2id);
  if (key === null) throw new AmparoError('casebook-locked');
  if (key.length !== CASEBOOK_KEY_BYTES) malformed('key');
  return { identity: identityPublicKey(fromBase64(stated.identity)), key: casebookKey(key), ...locked, generation };
}

/** What a file says of itself without its pass phrase: whose it is, and how often it had been saved. Throws `casebook-malformed`, `casebook-unsupported`. */
export function casebookFacts(head: Bytes): Pick<UnlockedCasebook, 'identity' | 'generation'> {
  const { locked, generation } = readHead(head) ?? malformed('cut');
  const stated = parse(protectedSchema, parseJson(locked.protected, 'casebook-malformed'), 'casebook-unsupported');
  return { identity: identityPublicKey(fromBase64(stated.identity)), generation };
}

/** The file, in pieces. `generation` is one more than that of the file before. `lines` hold no line break, as JSON does not. */
export async function* sealCasebook(
  casebook: Casebook,
  generation: number,
  lines: AsyncIterable<string> | Iterable<string>,
  random: RandomBytes,
): AsyncGenerator<Bytes> {
  const salt = random(SALT_BYTES);
  const header = utf8(JSON.stringify({ ...writeLocked(casebook), salt: toBase64(salt), generation }));
  const key = await streamKey(casebook.key, salt, generation);
  yield concatBytes(CASEBOOK_MAGIC, u32(header.length), header);
  yield* sealFlow(key, textOf(lines));
}

/**
 * The lines of the file that was unlocked, each once it is there. Throws `casebook-malformed` and `casebook-unsupported`, `casebook-locked` where it is
 * another file, and `casebook-damaged`: every whole line before the damage has been given.
 */
export async function* readCasebook(casebook: Casebook, source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const pieces = source[Symbol.asyncIterator]();
  try {
    const { locked, salt, generation, end, begun } = await takeHead(pieces);
    // Every key has one head: with another one it is another file, or this one under another pass phrase.
    if (!isSame(locked, casebook)) throw new AmparoError('casebook-locked');
    const key = await streamKey(casebook.key, salt, generation);
    const stream = resumed(begun.subarray(end), pieces);
    yield* linesOf(openFlow(key, stream, 'casebook-damaged'), 'casebook-damaged');
  } finally {
    await pieces.return?.();
  }
}

interface Head {
  readonly locked: LockedBytes;
  readonly salt: Bytes;
  readonly generation: number;
  /** Where the stream begins. */
  readonly end: number;
}

/** The head of a casebook that begins with these bytes, or `null` where more of them are needed. */
function readHead(bytes: Bytes): Head | null {
  const known = CASEBOOK_MAGIC.length - 1; // then follows the version
  if (!CASEBOOK_MAGIC.subarray(0, Math.min(known, bytes.length)).every((byte, i) => bytes[i] === byte))
    malformed('magic');
  if (bytes.length < HEADER_OFFSET) return null;
  if (bytes[known] !== CASEBOOK_MAGIC[known]) throw new AmparoError('casebook-unsupported', 'version');
  const end = HEADER_OFFSET + readU32(bytes, LENGTH_OFFSET);
  if (end > CASEBOOK_HEAD_BYTES) malformed('length');
  if (bytes.length < end) return null;
  const stated = parseJson(bytes.subarray(HEADER_OFFSET, end), 'casebook-malformed');
  const { salt, generation, ...file } = parse(headerSchema, stated, 'casebook-malformed');
  return { locked: readLocked(file, 'casebook-malformed'), salt: fromBase64(salt), generation, end };
}

async function takeHead(pieces: AsyncIterator<Uint8Array>): Promise<Head & { readonly begun: Bytes }> {
  for (let begun: Bytes = new Uint8Array(); ;) {
    const head = readHead(begun);
    if (head) return { ...head, begun };
    const next = await pieces.next();
    if (next.done === true) return malformed('cut');
    begun = concatBytes(begun, next.value);
  }
}

async function* resumed(begun: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield begun;
  yield* { [Symbol.asyncIterator]: () => pieces };
}

function isSame(one: LockedBytes, other: LockedBytes): boolean {
  return JSON.stringify(writeLocked(one)) === JSON.stringify(writeLocked(other));
}

async function streamKey(key: CasebookKey, salt: Bytes, generation: number): Promise<StreamKey> {
  const { crypto_generichash } = await sodium();
  const context = concatBytes(utf8('amparo/v1/casebook'), salt, u32(generation));
  return StreamKey.import(new Uint8Array(crypto_generichash(CASEBOOK_KEY_BYTES, context, key)));
}

function malformed(what: string): never {
  throw new AmparoError('casebook-malformed', what);
}
