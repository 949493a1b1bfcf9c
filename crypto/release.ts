import * as z from 'zod/mini';

import { fromBase64, toBase64 } from './bytes.ts';
import { AmparoError } from './errors.ts';
import {
  identityPublicKey,
  SIGNING_KEY_BYTES,
  WRAP_KEY_BYTES,
  wrapKey,
  type IdentityPublicKey,
  type SigningSeed,
  type WrapKey,
} from './keys.ts';
import { SLOT_COUNTS } from './letter.ts';
import { base64Bytes, parse } from './parse.ts';
import { claimedReviewer, type Reviewers } from './signer.ts';
import { openStatement, signStatement, type Envelope } from './statement.ts';

/** SPEC.md, Release: a reviewer's share of one letter, for one other reviewer. */
const releaseSchema = z.strictObject({
  letter: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  slot: z.int().check(z.nonnegative(), z.maximum(Math.max(...SLOT_COUNTS) - 1)),
  wrapKey: base64Bytes(WRAP_KEY_BYTES),
  to: base64Bytes(SIGNING_KEY_BYTES),
});

export interface NewRelease {
  /** SHA-256 of the letter, in hex. */
  readonly letter: string;
  readonly slot: number;
  readonly wrapKey: WrapKey;
  /** Somebody who has shown that the letter addresses them (SPEC.md, Reader key). */
  readonly to: IdentityPublicKey;
}

/** To be sealed to `to` alone: whoever holds it and the letter has this share. Throws `release-invalid`. */
export async function releaseShare(
  { letter, slot, wrapKey: key, to }: NewRelease,
  seed: SigningSeed,
): Promise<Envelope> {
  const payload: z.infer<typeof releaseSchema> = { letter, slot, wrapKey: toBase64(key), to: toBase64(to) };
  return signStatement('release', parse(releaseSchema, payload, 'release-invalid'), seed);
}

export interface Release {
  readonly letter: string;
  readonly slot: number;
  /** Whether it is the slot's only the letter shows: `openWithReleases`. */
  readonly wrapKey: WrapKey;
  /** The giver's identity, in base64. */
  readonly from: string;
}

/** A release to the reviewer `me`, or `null` where it is to another. Throws as `openStatement`, and `release-unknown-reviewer`, `release-invalid`. */
export async function openRelease(envelope: unknown, among: Reviewers, me: IdentityPublicKey): Promise<Release | null> {
  const [statement, giver] = claimedReviewer(envelope, among);
  if (!giver) throw new AmparoError('release-unknown-reviewer');
  const identity = identityPublicKey(fromBase64(giver.identity));
  const stated = await openStatement('release', statement, identity, releaseSchema, 'release-invalid');
  const { letter, slot, wrapKey: key, to } = stated;
  return to === toBase64(me) ? { letter, slot, wrapKey: wrapKey(fromBase64(key)), from: giver.identity } : null;
}
