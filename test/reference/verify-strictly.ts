import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, equal, readBigEndian } from './bytes.ts';

/**
 * SPEC, Conventions: Ed25519 "verified strictly, as libsodium does". RFC 8032, 5.1.7 leaves a choice, and the library's
 * own check multiplies by the cofactor, which accepts signatures that libsodium refuses. Here: canonical encodings,
 * neither the key nor R of small order, and S B - h A equal to R itself.
 */
export function verifyStrictly(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  const { Point } = ed25519;
  const order = Point.Fn.ORDER;
  const encodedR = signature.slice(0, 32);
  const s = readLittleEndian(signature.slice(32));
  if (s >= order) return false;
  const key = decode(publicKey);
  const r = decode(encodedR);
  if (key === null || r === null || key.isSmallOrder() || r.isSmallOrder()) return false;
  const h = readLittleEndian(sha512(concat(encodedR, publicKey, message))) % order;
  const expected = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(h));
  return equal(expected.toBytes(), encodedR);
}

function decode(bytes: Uint8Array) {
  try {
    return ed25519.Point.fromBytes(bytes);
  } catch {
    return null;
  }
}

function readLittleEndian(bytes: Uint8Array): bigint {
  return readBigEndian(bytes.slice().reverse());
}
