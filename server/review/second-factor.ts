import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

import * as z from 'zod/mini';

import {
  base64Bytes,
  concatBytes,
  fromBase64,
  fromUtf8,
  utf8,
  type Bytes,
  type RandomBytes,
} from '../../crypto/index.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_LABEL = 'amparo/v1/second-factor';

/** RFC 4226, 4: at least 128 bits, and 160 are recommended. */
export const TOTP_SECRET_BYTES = 20;

const secondFactorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totp'), secret: base64Bytes(TOTP_SECRET_BYTES) }),
  z.strictObject({
    kind: z.literal('passkey'),
    /** The credential's id and key, base64url as WebAuthn writes them. */
    id: z.string(),
    publicKey: z.string(),
    /** The site that it was made for. */
    site: z.string(),
  }),
]);
export type SecondFactor = z.infer<typeof secondFactorSchema>;
export type Passkey = Extract<SecondFactor, { kind: 'passkey' }>;

/**
 * Keeps second factors sealed under a key from the pepper: who has the database alone can make no codes, nor put a factor of their
 * own, or that of another account, in the place of one.
 */
export class FactorVault {
  readonly #key: Uint8Array;
  readonly #random: RandomBytes;

  constructor(pepper: Bytes, random: RandomBytes) {
    this.#key = new Uint8Array(hkdfSync('sha256', pepper, new Uint8Array(), KEY_LABEL, KEY_BYTES));
    this.#random = random;
  }

  seal(account: string, factor: SecondFactor): Bytes {
    const nonce = this.#random(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(utf8(account));
    const sealed = cipher.update(JSON.stringify(factor), 'utf8');
    cipher.final();
    return concatBytes(nonce, sealed, cipher.getAuthTag());
  }

  /** `null` where it was altered, or sealed for another account or under another pepper. */
  open(account: string, sealed: Bytes): SecondFactor | null {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, NONCE_BYTES))
      .setAAD(utf8(account))
      .setAuthTag(sealed.subarray(end));
    try {
      const json = concatBytes(decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final());
      return secondFactorSchema.parse(JSON.parse(fromUtf8(json) ?? ''));
    } catch {
      return null;
    }
  }
}

export function totpSecretOf(factor: Extract<SecondFactor, { kind: 'totp' }>): Bytes {
  return fromBase64(factor.secret);
}
