import { argon2id } from '@noble/hashes/argon2.js';
import { fromBase64, utf8 } from './bytes.ts';
import { base64, integer, members, text, type JsonObject } from './json.ts';
import { openXChaCha } from './primitives.ts';
import { Refusal } from './refusal.ts';

// SPEC, Key file, and Casebook, which seals its key in the same way.
const NONCE_BYTES = 24;
const TAG_BYTES = 16;

export interface Kdf {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly salt: Uint8Array;
}

export interface Locked {
  readonly protectedBytes: Uint8Array;
  readonly sealed: Uint8Array;
}

export function readLocked(found: JsonObject, code: string): Locked {
  const protectedBytes = fromBase64(text(found['protected'], 0, Infinity, code), code);
  const sealed = fromBase64(text(found['sealed'], 0, Infinity, code), code);
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Refusal(code, 'no room for nonce and tag');
  return { protectedBytes, sealed };
}

export function readKdf(value: unknown, code: string): Kdf {
  const kdf = members(value, ['name', 'memoryKiB', 'passes', 'salt'], [], code);
  if (kdf['name'] !== 'argon2id') throw new Refusal(code, 'kdf');
  return {
    memoryKiB: integer(kdf['memoryKiB'], 8_192, 1_048_576, code),
    passes: integer(kdf['passes'], 1, 16, code),
    salt: base64(kdf['salt'], 16, code),
  };
}

/** The plaintext, or null where the pass phrase is wrong or the file was altered. */
export function unlock({ protectedBytes, sealed }: Locked, passphrase: string, kdf: Kdf): Uint8Array | null {
  const key = argon2id(utf8(passphrase.normalize('NFKC')), kdf.salt, {
    m: kdf.memoryKiB,
    t: kdf.passes,
    p: 1,
    version: 0x13,
    dkLen: 32,
    maxmem: 2 ** 31,
  });
  return openXChaCha(key, sealed.slice(0, NONCE_BYTES), sealed.slice(NONCE_BYTES), protectedBytes);
}
