import type { WordList } from '../../../crypto/index.ts';

type Load = () => Promise<{ readonly wordlist: WordList }>;

/** BIP-39's lists, by the languages of our pages: each some kilobytes, loaded for words only. */
const LISTS: Readonly<Record<string, Load>> = {
  en: () => import('@scure/bip39/wordlists/english.js'),
  es: () => import('@scure/bip39/wordlists/spanish.js'),
  fr: () => import('@scure/bip39/wordlists/french.js'),
  pt: () => import('@scure/bip39/wordlists/portuguese.js'),
  'zh-Hans': () => import('@scure/bip39/wordlists/simplified-chinese.js'),
};

/** The list of one language; `null` where BIP-39 has none. */
export async function wordListOf(language: string): Promise<WordList | null> {
  const load = LISTS[language];
  return load ? (await load()).wordlist : null;
}

export function allWordLists(): Promise<readonly WordList[]> {
  return Promise.all(Object.values(LISTS).map(async (load) => (await load()).wordlist));
}
