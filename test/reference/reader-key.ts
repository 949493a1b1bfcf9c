import { concat, hex, readBigEndian, slice, utf8 } from './bytes.ts';
import { blake2b256, kdf } from './primitives.ts';

// SPEC, Reader key.

/** The letter in the journal before it is open. */
export function waitingKeys(readerKey: Uint8Array, letter: Uint8Array): { tag: string; journalKey: string } {
  const waitingKey = blake2b256(readerKey, utf8('amparo/v1/waiting'));
  const ofLetter = (subkey: number) => blake2b256(kdf(waitingKey, subkey), letter);
  return { tag: hex(slice(ofLetter(5), 0, 16)), journalKey: hex(ofLetter(4)) };
}

export function askCode(readerKey: Uint8Array, identity: Uint8Array): string {
  const hash = blake2b256(readerKey, concat(utf8('amparo/v1/ask'), identity));
  const digits = (readBigEndian(slice(hash, 0, 5)) % 10n ** 10n).toString().padStart(10, '0');
  return `${digits.slice(0, 5)} ${digits.slice(5)}`;
}
