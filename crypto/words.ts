import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';

import { toBytes, type Bytes } from './bytes.ts';

/** One of BIP-39's lists: 2,048 words. */
export type WordList = readonly string[];

/** What is wrong with groups or words that were typed; places count from 1. */
export type Slip =
  /** So many, where another number is right. */
  | { readonly slip: 'count'; readonly given: number; readonly expected: number }
  /** These cannot be right. */
  | { readonly slip: 'places'; readonly places: readonly number[] }
  /** Each could be right, but not all of them together. `suspects`: where one changed letter would mend it. */
  | { readonly slip: 'together'; readonly suspects: readonly number[] };

export type WordsReading = { readonly bytes: Bytes } | Slip;

/** The words of 16 or 32 bytes: 12 or 24 (BIP-39). */
export function wordsOf(bytes: Bytes, list: WordList): readonly string[] {
  return entropyToMnemonic(bytes, [...list]).split(' ');
}

/** Reads `count` words of any of the lists, in any case, spacing and composition. */
export function readWords(text: string, lists: readonly WordList[], count: number): WordsReading {
  const words = wordsIn(text, lists);
  if (words.length !== count) return { slip: 'count', given: words.length, expected: count };
  for (const list of lists) {
    const bytes = bytesOf(words, list);
    if (bytes) return { bytes };
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

function bytesOf(words: readonly string[], list: WordList): Bytes | null {
  if (!words.every((word) => list.includes(word))) return null;
  try {
    return toBytes(mnemonicToEntropy(words.join(' '), [...list]));
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
    const mends = (other: string) => isOneSlipAway(word, other) && bytesOf(words.with(i, other), list) !== null;
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
