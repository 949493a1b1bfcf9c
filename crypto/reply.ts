import * as z from 'zod/mini';

import { concatBytes, fromHex, sized, toHex, utf8, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { mailboxOf, type Case } from './case.ts';
import { isoDate } from './calendar.ts';
import { AmparoError } from './errors.ts';
import { identityPublicKey, type EpochPublicKey, type Locator, type SigningSeed } from './keys.ts';
import { LENGTH_BYTES, pad, unpad } from './padding.ts';
import { parseJson } from './parse.ts';
import { identityOf, type Reviewer, type Roster } from './roster.ts';
import { KEM_CIPHERTEXT_BYTES, KEM_SEED_BYTES } from './slots.ts';
import { sodium } from './sodium.ts';
import { claimedSigner, envelopeSchema, openStatement, signStatement, statementOf } from './statement.ts';
import { openStream, plaintextLength, sealStream, StreamKey } from './stream.ts';
import { parse } from './parse.ts';

/** A reviewer's answer to one case, sealed and padded: always {@link REPLY_BYTES} (SPEC.md, Reply). */
export type Reply = Branded<'Reply'>;

export const REPLY_BYTES = 16_384;
export const asReplySize = sized<'Reply'>('reply', REPLY_BYTES);
export const REPLY_MAGIC: Bytes = Uint8Array.of(0x61, 0x6d, 0x70, 0x61, 0x72, 0x6f, 0x02, 0x01);
export const REPLY_CHARACTERS_MAX = 10_000;
export const REPLIES_MAX = 10_000;

const STREAM_OFFSET = REPLY_MAGIC.length + KEM_CIPHERTEXT_BYTES;
const PLAINTEXT_BYTES = plaintextLength(REPLY_BYTES - STREAM_OFFSET);
const KEY_BYTES = 32;
const HASH_BYTES = 32;
const SIGNATURE_BYTES = 64;

const replySchema = z.strictObject({
  /** The mailbox it is for, so that it cannot be put into another. */
  mailbox: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** This reviewer's replies to this case, counted from 1: a gap is a reply that was kept back. */
  number: z.int().check(z.positive(), z.maximum(REPLIES_MAX)),
  day: isoDate,
  language: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{2,35}$/))),
  text: z.string().check(z.refine((text) => text.isWellFormed() && Array.from(text).length <= REPLY_CHARACTERS_MAX)),
});

export type ReplyContents = z.infer<typeof replySchema>;
export interface OpenedReply extends ReplyContents {
  readonly reviewer: Reviewer;
}

export interface ReplyTo {
  readonly locator: Locator;
  readonly replyKey: EpochPublicKey;
}

/** Signs and seals. Throws `reply-too-long`, and `reply-invalid` naming the member. */
export async function sealReply(
  contents: Omit<ReplyContents, 'mailbox'>,
  to: ReplyTo,
  seed: SigningSeed,
  random: RandomBytes,
): Promise<Reply> {
  const reply = parse(replySchema, { mailbox: toHex(await mailboxOf(to.locator)), ...contents }, 'reply-invalid');
  const statement = utf8(JSON.stringify(await signStatement('reply', reply, seed)));
  if (statement.length > PLAINTEXT_BYTES - LENGTH_BYTES) throw new AmparoError('reply-too-long');

  const { crypto_kem_xwing_enc_deterministic } = await sodium();
  const { ciphertext, sharedSecret } = crypto_kem_xwing_enc_deterministic(to.replyKey, random(KEM_SEED_BYTES));
  const key = await streamKey(sharedSecret, ciphertext, to.replyKey);
  return asReplySize(concatBytes(REPLY_MAGIC, ciphertext, await sealStream(key, pad(statement, PLAINTEXT_BYTES))));
}

/** So many bytes there are left in a reply whose text grows, as the text counts once it is signed; below zero: `reply-too-long`. */
export function replyBytesLeft(contents: Omit<ReplyContents, 'mailbox'>): number {
  const [mailbox, signer, signature] = [
    new Uint8Array(HASH_BYTES),
    new Uint8Array(KEY_BYTES),
    new Uint8Array(SIGNATURE_BYTES),
  ];
  const statement = statementOf('reply', { mailbox: toHex(mailbox), ...contents }, signer, signature);
  return PLAINTEXT_BYTES - LENGTH_BYTES - utf8(JSON.stringify(statement)).length;
}

/** Whether the bytes claim to be a reply. What fills a mailbox's answer does not. */
export function isReply(bytes: Bytes): boolean {
  return bytes.length === REPLY_BYTES && REPLY_MAGIC.every((byte, i) => bytes[i] === byte);
}

/**
 * Opens a reply to a case. Throws `reply-of-another-case` (sealed to another case, or moved from another mailbox), `reply-unknown-reviewer`,
 * `signature-invalid`, `reply-invalid`, `statement-malformed`, `statement-kind`, and as `unpad`.
 */
export async function openReply(reply: Bytes, of: Case, roster: Roster): Promise<OpenedReply> {
  const { crypto_kem_xwing_dec, memcmp } = await sodium();
  const ciphertext = reply.subarray(REPLY_MAGIC.length, STREAM_OFFSET);
  const padded = await openContents(reply, ciphertext, () => crypto_kem_xwing_dec(ciphertext, of.replySecretKey), of);
  if (padded === null) throw new AmparoError('reply-of-another-case');
  const envelope = parse(envelopeSchema, parseJson(unpad(padded), 'statement-malformed'), 'statement-malformed');
  const claimed = fromHex(claimedSigner(envelope));
  const reviewer = roster.reviewers.find((each) => memcmp(identityOf(each), claimed));
  if (!reviewer) throw new AmparoError('reply-unknown-reviewer');
  const contents = await openStatement('reply', envelope, identityPublicKey(claimed), replySchema, 'reply-invalid');
  if (contents.mailbox !== toHex(await mailboxOf(of.locator))) throw new AmparoError('reply-of-another-case');
  return { ...contents, reviewer };
}

async function openContents(
  reply: Bytes,
  ciphertext: Bytes,
  decapsulate: () => Uint8Array,
  of: Case,
): Promise<Bytes | null> {
  let sharedSecret: Uint8Array;
  try {
    sharedSecret = decapsulate();
  } catch {
    return null; // an X25519 part of low order addresses nobody
  }
  return openStream(await streamKey(sharedSecret, ciphertext, of.replyPublicKey), reply.subarray(STREAM_OFFSET));
}

async function streamKey(
  sharedSecret: Uint8Array,
  ciphertext: Uint8Array,
  publicKey: EpochPublicKey,
): Promise<StreamKey> {
  const { crypto_generichash } = await sodium();
  const context = concatBytes(utf8('amparo/v1/reply'), ciphertext, publicKey);
  return StreamKey.import(new Uint8Array(crypto_generichash(KEY_BYTES, context, sharedSecret)));
}
