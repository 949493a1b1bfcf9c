import { blake2b } from '@noble/hashes/blake2.js';
import { concat, readBigEndian, slice, utf8 } from './bytes.ts';

// SPEC, Fingerprint.
const GROUPS = 8;
const GROUP_BYTES = 5;

export function fingerprint(publicKey: Uint8Array): string {
  const hash = blake2b(concat(utf8('amparo/v1/fingerprint'), publicKey), { dkLen: 64 });
  return Array.from({ length: GROUPS }, (_, i) => readBigEndian(slice(hash, GROUP_BYTES * i, GROUP_BYTES)))
    .map((group) => String(group % 100_000n).padStart(5, '0'))
    .join(' ');
}
