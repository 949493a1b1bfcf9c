import * as z from 'zod/mini';

import { fromBase64, toBase64, toHex } from './bytes.ts';
import { AmparoError } from './errors.ts';
import {
  SIGNING_KEY_BYTES,
  WRAP_KEY_BYTES,
  wrapKey,
  type IdentityPublicKey,
  type SigningSeed,
  type WrapKey,
} from './keys.ts';
import { SLOT_COUNTS } from './letter.ts';
import { base64Bytes, parse } from './parse.ts';
import { identityOf, type Reviewer, type Roster } from './roster.ts';
import { claimedSigner, envelopeSchema, openStatement, signStatement, type Envelope } from './statement.ts';

/** SPEC.md, Release: a reviewer's part of one letter, for one other reviewer. */
const LETTER_ID = /^[0-9a-f]{64}$/;

export const releaseSchema = z.strictObject({
  letter: z.string().check(z.regex(LETTER_ID)),
  slot: z.int().check(z.nonnegative(), z.maximum(Math.max(...SLOT_COUNTS) - 1)),
  wrapKey: base64Bytes(WRAP_KEY_BYTES),
  to: base64Bytes(SIGNING_KEY_BYTES),
});

export interface Release {
  /** SHA-256 of the letter, in hex. */
  readonly letterId: string;
  readonly slot: number;
  readonly wrapKey: WrapKey;
}

/** To be sealed to `to`: whoever holds it and the letter has this share. Throws `release-invalid`. */
export async function releaseShare(
  { letterId, slot, wrapKey: key, to }: Release & { readonly to: IdentityPublicKey },
  seed: SigningSeed,
): Promise<Envelope> {
  const payload = { letter: letterId, slot, wrapKey: toBase64(key), to: toBase64(to) };
  return signStatement('release', parse(releaseSchema, payload, 'release-invalid'), seed);
}

export interface OpenedRelease extends Release {
  readonly from: Reviewer;
}

/**
 * What somebody released to `to`. That it is the share which the reporter sealed only the letter shows: `openWithReleases`.
 * Throws as `openStatement`, and `release-unknown-reviewer`, `release-for-another`.
 */
export async function openRelease(envelope: unknown, roster: Roster, to: IdentityPublicKey): Promise<OpenedRelease> {
  const signer = claimedSigner(parse(envelopeSchema, envelope, 'statement-malformed'));
  const from = roster.reviewers.find((reviewer) => toHex(identityOf(reviewer)) === signer);
  if (!from) throw new AmparoError('release-unknown-reviewer');
  const stated = await openStatement('release', envelope, identityOf(from), releaseSchema, 'release-invalid');
  if (stated.to !== toBase64(to)) throw new AmparoError('release-for-another');
  return { letterId: stated.letter, slot: stated.slot, wrapKey: wrapKey(fromBase64(stated.wrapKey)), from };
}
