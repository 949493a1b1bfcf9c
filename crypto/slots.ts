import { concatBytes, utf8, type Branded, type Bytes } from './bytes.ts';
import { WRAP_KEY_BYTES, wrapKey, type EpochKeyPair, type EpochPublicKey, type WrapKey } from './keys.ts';
import { SHARE_BYTES, type Share } from './share.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Letter: slots. */
export type Slot = Branded<'Slot'>;

export const KEM_CIPHERTEXT_BYTES = 1120;
export const KEM_SEED_BYTES = 64;
const SEALED_SHARE_BYTES = SHARE_BYTES + 16;
export const SLOT_BYTES = KEM_CIPHERTEXT_BYTES + SEALED_SHARE_BYTES;

const ZERO_NONCE = new Uint8Array(24); // each wrap key seals once

/** Seals 40 bytes for whoever holds the secret of `publicKey`; `kemSeed` is 64 fresh random bytes. 1,176 bytes out. */
export async function sealSlot(
  index: number,
  publicKey: EpochPublicKey,
  plaintext: Bytes,
  kemSeed: Bytes,
): Promise<Slot> {
  const { crypto_kem_xwing_enc_deterministic, crypto_aead_xchacha20poly1305_ietf_encrypt } = await sodium();
  const { ciphertext, sharedSecret } = crypto_kem_xwing_enc_deterministic(publicKey, kemSeed);
  const key = await deriveWrapKey(sharedSecret, index, ciphertext, publicKey);
  const sealed = crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, null, null, ZERO_NONCE, key);
  return concatBytes(ciphertext, sealed) as Slot;
}

export interface OpenedSlot {
  readonly share: Share;
  /** Opens this slot of this letter, and nothing else. */
  readonly wrapKey: WrapKey;
}

/** The share in slot `index`, or `null` where it is not addressed to this key. */
export async function openSlot(index: number, slot: Bytes, key: EpochKeyPair): Promise<OpenedSlot | null> {
  const { crypto_kem_xwing_dec } = await sodium();
  const ciphertext = slot.subarray(0, KEM_CIPHERTEXT_BYTES);
  let sharedSecret: Uint8Array;
  try {
    sharedSecret = crypto_kem_xwing_dec(ciphertext, key.secretKey);
  } catch {
    return null; // an X25519 part of low order: whoever sent it addressed nobody with it
  }
  const opening = await deriveWrapKey(sharedSecret, index, ciphertext, key.publicKey);
  const share = await openSlotWith(opening, slot);
  return share && { share, wrapKey: opening };
}

/** The share in a slot, or `null` where this is not the slot's wrap key. */
export async function openSlotWith(key: WrapKey, slot: Bytes): Promise<Share | null> {
  const { crypto_aead_xchacha20poly1305_ietf_decrypt } = await sodium();
  const sealed = slot.subarray(KEM_CIPHERTEXT_BYTES);
  try {
    return new Uint8Array(crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, null, ZERO_NONCE, key)) as Share;
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

async function deriveWrapKey(
  sharedSecret: Uint8Array,
  index: number,
  ciphertext: Uint8Array,
  publicKey: EpochPublicKey,
): Promise<WrapKey> {
  const { crypto_generichash } = await sodium();
  const context = concatBytes(utf8('amparo/v1/slot'), Uint8Array.of(index), ciphertext, publicKey);
  return wrapKey(crypto_generichash(WRAP_KEY_BYTES, context, sharedSecret));
}
