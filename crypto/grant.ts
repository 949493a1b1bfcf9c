import * as z from 'zod/mini';

import { fromBase64, toBase64 } from './bytes.ts';
import { AmparoError } from './errors.ts';
import {
  FILE_KEY_BYTES,
  fileKey,
  identityPublicKey,
  SIGNING_KEY_BYTES,
  type FileKey,
  type IdentityPublicKey,
  type SigningSeed,
} from './keys.ts';
import { base64Bytes } from './parse.ts';
import { claimedReviewer, type Reviewers } from './signer.ts';
import { openStatement, signStatement, type Envelope } from './statement.ts';

/** SPEC.md, Grant: a letter's file key, for a reviewer who joined the office after it was sealed. */
const grantSchema = z.strictObject({
  /** SHA-256 of the letter. */
  letter: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  fileKey: base64Bytes(FILE_KEY_BYTES),
  to: base64Bytes(SIGNING_KEY_BYTES),
});

export interface NewGrant {
  /** SHA-256 of the letter, in hex. */
  readonly letter: string;
  readonly fileKey: FileKey;
  readonly to: IdentityPublicKey;
}

/** Signed by the granter; as secret as the letter's contents. */
export function signGrant({ letter, fileKey: key, to }: NewGrant, seed: SigningSeed): Promise<Envelope> {
  const payload: z.infer<typeof grantSchema> = { letter, fileKey: toBase64(key), to: toBase64(to) };
  return signStatement('grant', payload, seed);
}

export interface Grant {
  /** SHA-256 of the letter, in hex. */
  readonly letter: string;
  /** Whether it is this letter's is seen when the letter is opened with it. */
  readonly fileKey: FileKey;
  /** The granter's identity, in base64. */
  readonly from: string;
}

/**
 * A grant to the reviewer `me`, or `null` where it is to another. Throws as `openStatement`, and `grant-unknown-reviewer`,
 * `grant-invalid`.
 */
export async function openGrant(envelope: unknown, among: Reviewers, me: IdentityPublicKey): Promise<Grant | null> {
  const [statement, granter] = claimedReviewer(envelope, among);
  if (!granter) throw new AmparoError('grant-unknown-reviewer');
  const from = identityPublicKey(fromBase64(granter.identity));
  const { letter, fileKey: key, to } = await openStatement('grant', statement, from, grantSchema, 'grant-invalid');
  return to === toBase64(me) ? { letter, fileKey: fileKey(fromBase64(key)), from: granter.identity } : null;
}
