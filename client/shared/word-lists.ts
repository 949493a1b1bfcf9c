import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';

import type { WordList } from '../../crypto/index.ts';

/** The languages in which a case code is written in words (SPEC.md, Case code). */
export const WORD_LANGUAGES = ['en', 'es', 'fr', 'pt', 'zh'] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

export const WORD_LISTS: Readonly<Record<WordLanguage, WordList>> = {
  en: english,
  es: spanish,
  fr: french,
  pt: portuguese,
  zh: chinese,
};
