import * as z from 'zod/mini';

import { fromBase64, toBase64, toHex } from './bytes.ts';
import { isoDate, lastDayToSeal, type IsoDate } from './calendar.ts';
import { AmparoError } from './errors.ts';
import {
  EPOCH_PUBLIC_KEY_BYTES,
  epochPublicKey,
  SIGNING_KEY_BYTES,
  signingPublicKey,
  type EpochKeyPair,
  type EpochPublicKey,
  type SigningSeed,
} from './keys.ts';
import { base64Bytes, parse } from './parse.ts';
import { identityOf, type Reviewer, type Roster } from './roster.ts';
import { claimedSigner, envelopeSchema, openStatement, signStatement, type Envelope } from './statement.ts';

/** SPEC.md, Epoch keys. */
const EPOCH_MAX = 12_000; // the year 3020; keeps date arithmetic within four-digit years

export const epochKeySchema = z
  .strictObject({
    identity: base64Bytes(SIGNING_KEY_BYTES),
    epoch: z.int().check(z.nonnegative(), z.maximum(EPOCH_MAX)),
    publicKey: base64Bytes(EPOCH_PUBLIC_KEY_BYTES),
    expires: isoDate,
  })
  .check(z.refine(({ epoch, expires }) => expires <= lastDayToSeal(epoch), { path: ['expires'] }));

/** A reviewer's key for one month, vouched for by the roster. */
export interface EpochKey {
  readonly reviewer: Reviewer;
  readonly epoch: number;
  readonly publicKey: EpochPublicKey;
}

/** States that a month's public key belongs to the identity of `seed`, until the last day of the month after. */
export async function signEpochKey(
  key: Pick<EpochKeyPair, 'epoch' | 'publicKey'>,
  seed: SigningSeed,
): Promise<Envelope> {
  const payload: z.infer<typeof epochKeySchema> = {
    identity: toBase64(await signingPublicKey(seed)),
    epoch: key.epoch,
    publicKey: toBase64(key.publicKey),
    expires: lastDayToSeal(key.epoch),
  };
  return signStatement('epoch-key', payload, seed);
}

/**
 * Opens an epoch key. Throws as `openStatement`, and `epoch-key-unknown-reviewer`, `epoch-key-invalid`, `epoch-key-expired`.
 */
export async function openEpochKey(envelope: Envelope, roster: Roster, today: IsoDate): Promise<EpochKey> {
  const signer = claimedSigner(parse(envelopeSchema, envelope, 'statement-malformed'));
  const reviewer = roster.reviewers.find((candidate) => toHex(identityOf(candidate)) === signer);
  if (!reviewer) throw new AmparoError('epoch-key-unknown-reviewer');
  const identity = identityOf(reviewer);
  const stated = await openStatement('epoch-key', envelope, identity, epochKeySchema, 'epoch-key-invalid');
  if (stated.identity !== reviewer.identity) throw new AmparoError('epoch-key-invalid', 'identity');
  if (stated.expires < today) throw new AmparoError('epoch-key-expired');
  return { reviewer, epoch: stated.epoch, publicKey: epochPublicKey(fromBase64(stated.publicKey)) };
}
