import anyAscii from 'any-ascii';

import { digitsIn } from '../../../crypto/index.ts';

/** A stretch of a text, in UTF-16 code units: `end` is the first after it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text as it is compared, and where in the original each of its units begins and ends. */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Letters that Unicode does not take apart, though people write them without their stroke, as two letters, or alike. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' },
  ...{ ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك', ـ: '' },
};
/** What is within a character that Unicode takes apart, and does not tell it from another: the brackets of a bracketed number too. */
const DROPPED = /[\p{M}\p{Cf}\p{P}\p{Z}$+<=>^`|~\p{Default_Ignorable_Code_Point}]/gu;
/** Signs of ASCII as well: telephone numbers begin with one. */
const SEPARATOR = /^[\p{P}\p{Z}\p{Cc}\p{Cs}$+<=>^`|~]$/u;
const DIGIT = /^\p{Nd}$/u;
/** Scripts that write each sound, so that a name reads alike in Latin letters. Where signs are words or vowels are left out it would not. */
const SPELT = /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Armenian}]$/u;

/**
 * Without case, accents, width, invisible characters and punctuation, and in Latin letters where a script has the like. What stands
 * between words is one space, and nothing beside a digit: `+373 (69) 12-34` and `+3736912 34` are one number. Every character is folded by
 * itself, so that a part of a text folds to a part.
 */
export function folded(text: string): Folded {
  // Gathered and joined once: a text that grows is copied whole each time its end is asked for.
  const parts: string[] = [];
  let last = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (plain: string, start: number, end: number) => {
    parts.push(plain);
    last = plain.at(-1) ?? last;
    for (let unit = plain.length; unit > 0; unit -= 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  let gap = -1;
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const plain = foldedCharacter(character);
    if (plain === null) gap = gap === -1 ? start : gap;
    else if (plain !== '') {
      if (gap !== -1 && last !== '' && !isDigit(last) && !isDigit(plain[0])) add(' ', gap, gap + 1);
      gap = -1;
      add(plain, start, end);
    }
    start = end;
  }
  return { text: parts.join(''), starts, ends };
}

const kept = new Map<string, string | null>();

/** Null for what stands between words. */
function foldedCharacter(character: string): string | null {
  let plain = kept.get(character);
  if (plain === undefined) {
    plain = SEPARATOR.test(character) ? null : plainOf(character);
    kept.set(character, plain);
  }
  return plain;
}

function plainOf(character: string): string {
  const bare = character.normalize('NFKD').replace(DROPPED, '');
  const small = bare.toUpperCase().toLowerCase().normalize('NFKD').replace(DROPPED, '');
  return Array.from(small, plainLetter).join('');
}

function plainLetter(letter: string): string {
  if (DIGIT.test(letter)) return digitsIn(letter);
  return SPELT.test(letter)
    ? anyAscii(letter)
        .toLowerCase()
        .replace(/[^a-z]/g, '')
    : (ALIKE[letter] ?? letter);
}

/** How many characters of a text are compared at all. */
export function tellingLength(text: string): number {
  return Array.from(text, foldedCharacter).filter((plain) => plain !== null && plain !== '').length;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
