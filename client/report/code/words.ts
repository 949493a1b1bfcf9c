import type { CaseSecret } from '../../../crypto/index.ts';

/** BIP-39's lists by the languages of pages. Each is loaded only where it is needed, so that no language costs the others bytes. */
const LISTS = new Map([
  ['en', () => import('@scure/bip39/wordlists/english.js')],
  ['es', () => import('@scure/bip39/wordlists/spanish.js')],
  ['fr', () => import('@scure/bip39/wordlists/french.js')],
  ['pt', () => import('@scure/bip39/wordlists/portuguese.js')],
  ['zh-Hans', () => import('@scure/bip39/wordlists/simplified-chinese.js')],
]);

/** The code in words; `null` where the language has no list, or it does not arrive: the digits say the same. */
export async function wordsOf(secret: CaseSecret, language: string): Promise<readonly string[] | null> {
  const load = LISTS.get(language);
  if (!load) return null;
  try {
    const [{ codeWords }, { wordlist }] = await Promise.all([import('./write-words.ts'), load()]);
    return codeWords(secret, wordlist).map((word) => word.normalize('NFC')); // composed, as fonts have the letters
  } catch {
    return null;
  }
}
