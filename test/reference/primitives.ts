import { gcm } from '@noble/ciphers/aes.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js';
import { bigEndian, concat, utf8 } from './bytes.ts';

// SPEC, Conventions, the table of functions.

export function blake2b256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return blake2b(message, { dkLen: 32, key });
}

export function kdf(key: Uint8Array, i: number): Uint8Array {
  const salt = concat(bigEndian(i, 8).reverse(), new Uint8Array(8));
  const personalization = concat(utf8('amparo/1'), new Uint8Array(8));
  return blake2b(new Uint8Array(0), { dkLen: 32, key, salt, personalization });
}

/** The plaintext, or null where the tag does not fit. */
export function openXChaCha(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  associated?: Uint8Array,
): Uint8Array | null {
  try {
    return xchacha20poly1305(key, nonce, associated).decrypt(sealed);
  } catch {
    return null;
  }
}

export function sealGcm(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array): Uint8Array {
  return gcm(key, nonce).encrypt(plaintext);
}

/** The plaintext, or null where the tag does not fit. */
export function openGcm(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  try {
    return gcm(key, nonce).decrypt(sealed);
  } catch {
    return null;
  }
}

/** Whether the library encapsulates to a key: it refuses what FIPS 203 and RFC 7748 refuse. */
export function canSealTo(publicKey: Uint8Array): boolean {
  try {
    xWing.encapsulate(publicKey);
    return true;
  } catch {
    return false;
  }
}
