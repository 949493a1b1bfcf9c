import { caseSecret, type CaseCodeReading, type CaseSecret } from './case-code.ts';
import { readWords, wordsOf, type WordList } from './words.ts';

export const CODE_WORDS = 12;

/** The 12 words of a secret (SPEC.md, Case code). */
export function codeWords(secret: CaseSecret, list: WordList): readonly string[] {
  return wordsOf(secret, list);
}

/** Reads 12 words of any of the lists, in any case, spacing and composition. */
export function readCodeWords(text: string, lists: readonly WordList[]): CaseCodeReading {
  const reading = readWords(text, lists, CODE_WORDS);
  return 'bytes' in reading ? { secret: caseSecret(reading.bytes) } : reading;
}
