import { signingSeed, type SigningSeed } from './keys.ts';
import { readWords, wordsOf, type Slip, type WordList } from './words.ts';

export const PAPER_KEY_WORDS = 24;

export type PaperKeyReading = { readonly seed: SigningSeed } | Slip;

/** The 24 words of a charter's seed, 32 bytes (SPEC.md, Paper key). */
export function paperKeyWords(seed: SigningSeed, list: WordList): readonly string[] {
  return wordsOf(seed, list);
}

/** Reads the words back, in any case and spacing; what is wrong is named by place. */
export function readPaperKeyWords(text: string, lists: readonly WordList[]): PaperKeyReading {
  const reading = readWords(text, lists, PAPER_KEY_WORDS);
  return 'bytes' in reading ? { seed: signingSeed(reading.bytes) } : reading;
}
