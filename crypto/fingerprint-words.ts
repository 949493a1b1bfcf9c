import { fingerprintHash, type CharterPublicKey, type IdentityPublicKey } from './keys.ts';
import { wordsOf, type WordList } from './words.ts';

const WORD_BYTES = 16;

/** A public key in 12 words, 128 bits, to be read out (SPEC.md, Fingerprint). */
export async function fingerprintWords(
  publicKey: CharterPublicKey | IdentityPublicKey,
  list: WordList,
): Promise<readonly string[]> {
  return wordsOf((await fingerprintHash(publicKey)).subarray(0, WORD_BYTES), list);
}
