import { concatBytes, isZero, utf8, type Branded, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { FILE_KEY_BYTES, fileKey, type EpochKeyPair, type EpochPublicKey, type FileKey } from './keys.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Letter: shares and slots. */
export type Share = Branded<'Share'>;
export type Slot = Branded<'Slot'>;

export const KEM_CIPHERTEXT_BYTES = 1120;
export const KEM_SEED_BYTES = 64;
export const SHARE_BYTES = 40;
const SEALED_SHARE_BYTES = SHARE_BYTES + 16;
export const SLOT_BYTES = KEM_CIPHERTEXT_BYTES + SEALED_SHARE_BYTES;

const WRAP_KEY_BYTES = 32;
const ZERO_NONCE = new Uint8Array(24); // each wrap key seals once

const KIND_WHOLE_KEY = 1;
const KIND_SHAMIR_SHARE = 2;
const SHARE_HEADER_BYTES = SHARE_BYTES - FILE_KEY_BYTES;
const RESERVED_OFFSET = 3;

/** A share of kind 1: the file key itself. */
export function wholeKeyShare(key: FileKey): Share {
  return concatBytes(Uint8Array.of(KIND_WHOLE_KEY, 1, 0, 0, 0, 0, 0, 0), key) as Share;
}

/** The file key in a share. Throws `share-malformed` and `share-kind-unsupported`. */
export function fileKeyOf(share: Share): FileKey {
  const [kind, threshold, index] = share;
  if (!isZero(share.subarray(RESERVED_OFFSET, SHARE_HEADER_BYTES))) throw new AmparoError('share-malformed');
  if (kind === KIND_SHAMIR_SHARE) throw new AmparoError('share-kind-unsupported');
  if (kind !== KIND_WHOLE_KEY || threshold !== 1 || index !== 0) throw new AmparoError('share-malformed');
  return fileKey(share.slice(SHARE_HEADER_BYTES));
}

/** Seals 40 bytes for whoever holds the secret of `publicKey`; `kemSeed` is 64 fresh random bytes. 1,176 bytes out. */
export async function sealSlot(
  index: number,
  publicKey: EpochPublicKey,
  plaintext: Bytes,
  kemSeed: Bytes,
): Promise<Slot> {
  const { crypto_kem_xwing_enc_deterministic, crypto_aead_xchacha20poly1305_ietf_encrypt } = await sodium();
  const { ciphertext, sharedSecret } = crypto_kem_xwing_enc_deterministic(publicKey, kemSeed);
  const key = await wrapKey(sharedSecret, index, ciphertext, publicKey);
  const sealed = crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, null, null, ZERO_NONCE, key);
  return concatBytes(ciphertext, sealed) as Slot;
}

/** The share in slot `index`, or `null` where it is not addressed to this key. */
export async function openSlot(index: number, slot: Bytes, key: EpochKeyPair): Promise<Share | null> {
  const { crypto_kem_xwing_dec, crypto_aead_xchacha20poly1305_ietf_decrypt } = await sodium();
  const ciphertext = slot.subarray(0, KEM_CIPHERTEXT_BYTES);
  try {
    // Throws on an X25519 part of low order: whoever sent it addressed nobody with it.
    const sharedSecret = crypto_kem_xwing_dec(ciphertext, key.secretKey);
    const unwrapKey = await wrapKey(sharedSecret, index, ciphertext, key.publicKey);
    const sealed = slot.subarray(KEM_CIPHERTEXT_BYTES);
    return new Uint8Array(
      crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, null, ZERO_NONCE, unwrapKey),
    ) as Share;
  } catch {
    return null;
  }
}

/** Whether anything can be sealed to a public key: its ML-KEM part is reduced (FIPS 203, 7.2), its X25519 part not of low order. */
export async function canSealTo(publicKey: EpochPublicKey, kemSeed: Bytes): Promise<boolean> {
  const { crypto_kem_xwing_enc_deterministic } = await sodium();
  try {
    crypto_kem_xwing_enc_deterministic(publicKey, kemSeed);
    return true;
  } catch {
    return false;
  }
}

async function wrapKey(
  sharedSecret: Uint8Array,
  index: number,
  ciphertext: Uint8Array,
  publicKey: EpochPublicKey,
): Promise<Uint8Array> {
  const { crypto_generichash } = await sodium();
  const context = concatBytes(utf8('amparo/v1/slot'), Uint8Array.of(index), ciphertext, publicKey);
  return crypto_generichash(WRAP_KEY_BYTES, context, sharedSecret);
}
