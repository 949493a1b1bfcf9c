import { concatBytes, sized, u32, utf8, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { identityPublicKey, SIGNING_KEY_BYTES, type OpenedKey, type SigningSeed } from './keys.ts';
import { openSealed } from './note.ts';
import { identityOf, type Reviewer, type Roster } from './roster.ts';
import { sodium } from './sodium.ts';

/** A reviewer's word, for the reporter alone, that a letter was opened (SPEC.md, Opened mark). */
export type OpenedMark = Branded<'OpenedMark'>;

const NONCE_BYTES = 24;
const REPORT_BYTES = 32;
const SIGNATURE_BYTES = 64;
const TAG_BYTES = 16;
export const OPENED_MARK_BYTES = NONCE_BYTES + SIGNING_KEY_BYTES + REPORT_BYTES + SIGNATURE_BYTES + TAG_BYTES;
export const openedMark = sized<'OpenedMark'>('opened mark', OPENED_MARK_BYTES);

/** Signed on the offline machine. `report` is the SHA-256 of the letter; `day` counts from 1970-01-01. */
export async function sealOpened(
  report: Bytes,
  day: number,
  seed: SigningSeed,
  key: OpenedKey,
  random: RandomBytes,
): Promise<OpenedMark> {
  const { crypto_aead_xchacha20poly1305_ietf_encrypt, crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  const { publicKey, privateKey } = crypto_sign_seed_keypair(seed);
  const signature = crypto_sign_detached(signedBytes(report, day), privateKey);
  const nonce = random(NONCE_BYTES);
  const plaintext = concatBytes(publicKey, report, signature);
  return openedMark(concatBytes(nonce, crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, null, null, nonce, key)));
}

export interface Opened {
  readonly report: Bytes;
  readonly reviewer: Reviewer;
}

/**
 * Who opened which letter, or `null` where the mark is not of this case. Throws `opened-unknown-reviewer` where the roster does not know the
 * signer, and `signature-invalid`.
 */
export async function openOpened(mark: Bytes, day: number, key: OpenedKey, roster: Roster): Promise<Opened | null> {
  const opened = await openSealed(mark, key);
  if (opened === null) return null;
  const { crypto_sign_verify_detached, memcmp } = await sodium();
  const identity = identityPublicKey(opened.slice(0, SIGNING_KEY_BYTES));
  const report = opened.slice(SIGNING_KEY_BYTES, SIGNING_KEY_BYTES + REPORT_BYTES);
  const reviewer = roster.reviewers.find((each) => memcmp(identityOf(each), identity));
  if (!reviewer) throw new AmparoError('opened-unknown-reviewer');
  const signature = opened.slice(SIGNING_KEY_BYTES + REPORT_BYTES);
  if (!crypto_sign_verify_detached(signature, signedBytes(report, day), identity)) {
    throw new AmparoError('signature-invalid');
  }
  return { report, reviewer };
}

function signedBytes(report: Bytes, day: number): Bytes {
  return concatBytes(utf8('amparo/v1/opened'), u32(day), report);
}
