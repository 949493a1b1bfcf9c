import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';

import { caseSecret, type CaseCodeReading, type CaseSecret } from './case-code.ts';

/** One of BIP-39's lists: 2,048 words. */
export type WordList = readonly string[];

export const CODE_WORDS = 12;

/** The 12 words of a secret (BIP-39). */
export function codeWords(secret: CaseSecret, list: WordList): readonly string[] {
  return entropyToMnemonic(secret, [...list]).split(' ');
}

/** Reads 12 words of any of the lists, in any case, spacing and composition. */
export function readCodeWords(text: string, lists: readonly WordList[]): CaseCodeReading {
  const words = wordsIn(text, lists);
  if (words.length !== CODE_WORDS) return { slip: 'count', given: words.length, expected: CODE_WORDS };
  for (const list of lists) {
    const secret = secretOf(words, list);
    if (secret) return { secret };
  }
  const { list, unknown } = closest(words, lists);
  if (unknown.length > 0) return { slip: 'places', places: unknown };
  return { slip: 'together', suspects: suspects(words, list) };
}

/** BIP-39 words are NFKD. Where a list's words are single characters, as in Chinese, no space need stand between them. */
function wordsIn(text: string, lists: readonly WordList[]): readonly string[] {
  const normal = text.normalize('NFKD').toLowerCase();
  const isOfCharacters = lists.some((list) => list[0]?.length === 1);
  const apart = isOfCharacters ? normal.replace(/\p{Script=Han}/gu, ' $& ') : normal;
  return apart.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
}

function secretOf(words: readonly string[], list: WordList): CaseSecret | null {
  if (!words.every((word) => list.includes(word))) return null;
  try {
    return caseSecret(mnemonicToEntropy(words.join(' '), [...list]));
  } catch {
    return null; // the check bits do not fit
  }
}

/** The list that knows most of the words, and the places of those it does not know. */
function closest(words: readonly string[], lists: readonly WordList[]): { list: WordList; unknown: readonly number[] } {
  const tries = lists.map((list) => ({
    list,
    unknown: words.flatMap((word, i) => (list.includes(word) ? [] : [i + 1])),
  }));
  const [best] = tries.sort((a, b) => a.unknown.length - b.unknown.length);
  if (!best) throw new RangeError('lists: at least one word list is needed');
  return best;
}

/** Places at which a word one slip away would mend the whole. */
function suspects(words: readonly string[], list: WordList): readonly number[] {
  return words.flatMap((word, i) => {
    const mends = (other: string) => isOneSlipAway(word, other) && secretOf(words.with(i, other), list) !== null;
    return list.some(mends) ? [i + 1] : [];
  });
}

/** One letter more, fewer, or another; or two neighbours exchanged. */
function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start + 1), b.slice(start + 1)];
  if (a.length > b.length) return restA === b.slice(start);
  if (a.length < b.length) return restB === a.slice(start);
  const isExchanged = a[start] === b[start + 1] && a[start + 1] === b[start] && restA.slice(1) === restB.slice(1);
  return restA === restB || isExchanged;
}
