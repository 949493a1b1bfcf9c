import { digitsIn } from '../../../../crypto/index.ts';

/** Words as they are searched: without case, diacritics, width and what cannot be seen, digits of any script as `0` to `9`. */
// eslint-disable-next-line no-control-regex -- ASCII as a whole
const LATIN_ONLY = /^[\u0000-\u007f]*$/;
/** Signs that people leave out. Those of Indic scripts, Thai or Burmese are letters in all but name, and stay. */
// eslint-disable-next-line no-misleading-character-class -- each sign by itself is meant
const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed\p{Default_Ignorable_Code_Point}]/gu;
/** Letters that Unicode does not take apart. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i', ß: 'ss', ς: 'σ' },
  ...{ ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك', ґ: 'г' },
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join('')}]|(?![0-9])\\p{Nd}`, 'gu');

export function foldedText(text: string): string {
  if (LATIN_ONLY.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(DROPPED, '').normalize('NFC').toLowerCase();
  return bare.replace(ALIKE_LETTERS, (letter) => ALIKE[letter] ?? digitsIn(letter));
}

/**
 * Scripts that write words without spaces. Where a dictionary draws the lines between them depends on the browser and on the neighbours,
 * and it knows no names: what is a word in the text is none in the query. So they are searched by overlapping pieces instead.
 */
const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
const PARTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
/** A character of Chinese is a syllable with a meaning, one of Thai a letter. */
const EAST_ASIAN_PIECE = 2;
const LETTER_PIECE = 3;

/** Longer ones are cut: nobody types them, and a crafted report must not fill the index. */
const WORD_CHARACTERS_MAX = 40;

/** What of a text goes into the index, each once. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const part of partsOf(text)) {
    const size = pieceOf(part);
    if (size === null) terms.add(part.slice(0, WORD_CHARACTERS_MAX));
    else for (let at = 0; at < part.length; at++) terms.add(part.slice(at, at + size)); // the last ones shorter: see termsAsked
  }
  return terms;
}

export interface AskedTerm {
  readonly text: string;
  /** Also what begins like this. */
  readonly isPrefix: boolean;
}

/** What a query asks for: all of these. The last word may be unfinished, as somebody is typing. */
export function termsAsked(query: string): AskedTerm[] {
  const parts = partsOf(query);
  return parts.flatMap((part, i): AskedTerm[] => {
    const size = pieceOf(part);
    if (size === null) return [{ text: part.slice(0, WORD_CHARACTERS_MAX), isPrefix: i === parts.length - 1 }];
    if (part.length <= size) return [{ text: part, isPrefix: true }];
    return Array.from({ length: part.length - size + 1 }, (_, at) => ({
      text: part.slice(at, at + size),
      isPrefix: false,
    }));
  });
}

function partsOf(text: string): string[] {
  const runs = foldedText(text).match(RUN) ?? [];
  return runs.flatMap((run) => (UNSPACED.test(run) ? (run.match(PARTS) ?? []) : [run]));
}

/** How long the pieces of a part are; `null`: it is a word. */
function pieceOf(part: string): number | null {
  if (!UNSPACED.test(part)) return null;
  return EAST_ASIAN.test(part) ? EAST_ASIAN_PIECE : LETTER_PIECE;
}
