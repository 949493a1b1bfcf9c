import { digitsIn } from '../../../crypto/index.ts';

/** A stretch of a text, in UTF-16 code units: `end` is the first after it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text as it is compared, and where in the original each of its units stands. */
export interface Folded {
  readonly text: string;
  readonly places: readonly Range[];
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

/**
 * Without case, accents, width, invisible characters and punctuation. What stands between words is one space, and nothing beside a digit:
 * `+373 (69) 12-34` and `+3736912 34` are one number. Every character is folded by itself, so that a part of a text folds to a part.
 */
export function folded(text: string): Folded {
  let out = '';
  const places: Range[] = [];
  let gap: Range | null = null;
  let at = 0;
  for (const character of text) {
    const place = { start: at, end: at + character.length };
    at = place.end;
    if (SEPARATOR.test(character)) {
      gap ??= place;
      continue;
    }
    const plain = foldedCharacter(character);
    if (plain === '') continue;
    if (gap !== null && out !== '' && !isDigit(out.at(-1)) && !isDigit(plain[0])) {
      out += ' ';
      places.push(gap);
    }
    gap = null;
    out += plain;
    places.push(...Array.from({ length: plain.length }, () => place));
  }
  return { text: out, places };
}

const kept = new Map<string, string>();

function foldedCharacter(character: string): string {
  const known = kept.get(character);
  if (known !== undefined) return known;
  const bare = character.normalize('NFKD').replace(DROPPED, '');
  const plain = Array.from(bare.toUpperCase().toLowerCase().normalize('NFKD').replace(DROPPED, ''), (each) =>
    DIGIT.test(each) ? digitsIn(each) : (ALIKE[each] ?? each),
  ).join('');
  kept.set(character, plain);
  return plain;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
