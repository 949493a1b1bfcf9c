import { folded, tellingLength, type Range } from './folding.ts';
import { isWholeWord, joined, replaced, wholeCharacters, withMarks, wordsIn } from './ranges.ts';

/** From this many characters on, a text is looked for within words too: `Petrov` in `Petrovs`. Two letters are found as a word only. */
export const WITHIN_WORDS_MIN = 3;

/** Scripts in which one character can be a whole word, and nothing stands between words. */
const WORD_CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What is looked for. */
export interface Wanted {
  /** As it was marked: found whatever it is made of. */
  readonly text: string;
  /** As it is compared; null where nothing of it is. */
  readonly pattern: RegExp | null;
  /** Whether it is looked for within words too. */
  readonly isWithin: boolean;
}

/** Takes texts out of other texts, wherever they occur and however they are spelt. */
export class Hiding {
  /** What stands where something was. */
  readonly shown: string;
  readonly #marked: readonly Wanted[];
  readonly #keys: readonly Wanted[];

  /** `keys` are in hex or base64: only what could hold one is searched for them. */
  constructor(wanted: readonly Wanted[], shown: string, keys: readonly string[] = []) {
    this.shown = shown;
    this.#marked = wanted;
    this.#keys = wantedIn(keys);
  }

  /** Without them, and without `ranges` of this text. */
  hide(text: string, ranges: readonly Range[] = []): string {
    return replaced(text, this.hidden(text, ranges), this.shown);
  }

  /** What of a text goes, in its order: `ranges` of it, and all that is looked for. */
  hidden(text: string, ranges: readonly Range[] = []): Range[] {
    const found = [...ranges.map((range) => wholeCharacters(text, range)), ...this.#find(text)];
    return joined(text, found);
  }

  /** For names of files: one that tells something is replaced whole, but for what kind of file it is. */
  hideName(name: string, ranges: readonly Range[] = []): string {
    if (ranges.length === 0 && this.#find(name).length === 0) return name;
    const kind = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
    const isMarked = ranges.some(({ end }) => end > name.length - kind.length) || this.#find(kind).length > 0;
    return isMarked ? this.shown : this.shown + kind;
  }

  #find(text: string): Range[] {
    const all = [...this.#marked, ...(KEY_LIKE.test(text) ? this.#keys : [])];
    if (all.length === 0) return [];
    const { text: plain, starts, ends } = folded(text);
    const found = all.flatMap(({ text: marked, pattern, isWithin }) => [
      ...(marked.length >= WITHIN_WORDS_MIN ? occurrences(text, marked) : []),
      ...(pattern === null ? [] : matches(plain, pattern))
        .map(({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length }))
        .map((range) => withMarks(text, range))
        .filter((range) => isWithin || isWholeWord(text, range)),
    ]);
    return found.map((range) => wordsIn(text, range));
  }
}

const KEY_LIKE = /[\w+/=-]{16}/;

/** Made once for a selection of reports: a text marked in one of them is looked for in all. */
export function wantedIn(texts: readonly string[]): Wanted[] {
  return [...new Set(texts)].flatMap(wantedOf);
}

function wantedOf(text: string): Wanted[] {
  if (text === '') return [];
  const plain = folded(text).text;
  const isWithin = tellingLength(text) >= WITHIN_WORDS_MIN || WORD_CHARACTERS.test(text);
  return [{ text, pattern: plain === '' ? null : patternOf(plain), isWithin }];
}

/** Endings that a word takes in a sentence: `Ивана Петрова` is `Ivan Petrov`. */
const ENDING = '[^ ]{0,4}';
/** More words than these are no name. */
const NAME_WORDS_MAX = 6;

/** A folded text; in a name all words but short ones may have endings. The last is found within its word anyway. */
function patternOf(text: string): RegExp {
  const words = text.split(' ');
  const isName = words.length <= NAME_WORDS_MAX;
  const parts = words.map((word, i) =>
    isName && i < words.length - 1 && word.length >= WITHIN_WORDS_MIN ? literal(word) + ENDING : literal(word),
  );
  return new RegExp(parts.join(' '), 'g');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** Overlapping ones too: all of them go. */
function matches(text: string, pattern: RegExp): Range[] {
  const found: Range[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    pattern.lastIndex = match.index + 1;
  }
  return found;
}

function occurrences(text: string, wanted: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + 1)) {
    found.push({ start, end: start + wanted.length });
  }
  return found;
}
