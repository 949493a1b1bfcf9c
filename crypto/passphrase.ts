import * as z from 'zod/mini';

import { concatBytes, fromBase64, toBase64, utf8, type Bytes, type RandomBytes } from './bytes.ts';
import { AmparoError, type ErrorCode } from './errors.ts';
import { base64Bytes } from './parse.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Key file: how secrets lie under a pass phrase, there and in a casebook. */
export interface PassphraseCosts {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Argon2id, version 0x13, one lane, 32 bytes out: `argon2` under Node, libsodium-wrappers-sumo in a browser. */
export type Argon2id = (passphrase: Bytes, salt: Bytes, costs: PassphraseCosts) => Promise<Uint8Array>;

const SALT_BYTES = 16;
const NONCE_BYTES = 24;

/** Costs are bounded, so that no file can exhaust the machine. */
export const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.int().check(z.minimum(8192), z.maximum(1_048_576)),
  passes: z.int().check(z.minimum(1), z.maximum(16)),
  salt: base64Bytes(SALT_BYTES),
});

export type Kdf = z.infer<typeof kdfSchema>;

/** What can be read without the pass phrase, as JSON, and what cannot. */
export interface LockedBytes {
  readonly protected: Bytes;
  readonly sealed: Bytes;
}

/** Seals under a pass phrase, with a new salt and nonce. `header` is readable and takes the member `kdf`; it cannot be changed without the pass phrase. */
export async function lock(
  header: object,
  plaintext: Bytes,
  passphrase: string,
  costs: PassphraseCosts,
  argon2id: Argon2id,
  random: RandomBytes,
): Promise<LockedBytes> {
  const salt = random(SALT_BYTES);
  const nonce = random(NONCE_BYTES);
  const { memoryKiB, passes } = costs;
  const kdf: Kdf = { name: 'argon2id', memoryKiB, passes, salt: toBase64(salt) };
  const associated = utf8(JSON.stringify({ ...header, kdf }));
  const { crypto_aead_xchacha20poly1305_ietf_encrypt } = await sodium();
  const key = await argon2id(passphraseBytes(passphrase), salt, costs);
  const sealed = crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associated, null, nonce, key);
  return { protected: associated, sealed: concatBytes(nonce, sealed) };
}

/** Opens what {@link lock} sealed, or returns `null`: another pass phrase, or altered. `kdf` is that of `protected`. */
export async function unlock(
  locked: LockedBytes,
  kdf: Kdf,
  passphrase: string,
  argon2id: Argon2id,
): Promise<Bytes | null> {
  const { crypto_aead_xchacha20poly1305_ietf_decrypt } = await sodium();
  const key = await argon2id(passphraseBytes(passphrase), fromBase64(kdf.salt), kdf);
  const nonce = locked.sealed.subarray(0, NONCE_BYTES);
  const sealed = locked.sealed.subarray(NONCE_BYTES);
  try {
    return new Uint8Array(crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, locked.protected, nonce, key));
  } catch {
    return null;
  }
}

/** The two members as files hold them, in base64. Throws `malformed`. */
export function readLocked(file: Record<keyof LockedBytes, string>, malformed: ErrorCode): LockedBytes {
  const associated = fromBase64(file.protected, malformed);
  const sealed = fromBase64(file.sealed, malformed);
  if (sealed.length < NONCE_BYTES) throw new AmparoError(malformed);
  return { protected: associated, sealed };
}

export function writeLocked(locked: LockedBytes): Record<keyof LockedBytes, string> {
  return { protected: toBase64(locked.protected), sealed: toBase64(locked.sealed) };
}

function passphraseBytes(passphrase: string): Bytes {
  return utf8(passphrase.normalize('NFKC'));
}
