import { folded, type Range } from './folding.ts';

/** From this many characters on, a text is looked for within words too: `Petrov` in `Petrovs`. Two letters are found as a word only. */
export const WITHIN_WORDS_MIN = 3;

/** Scripts in which one character can be a whole word, and nothing stands between words. */
const WORD_CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WORD_PART = /^[\p{L}\p{N}\p{M}]$/u;
const FOLLOWS = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const BETWEEN = /^[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u;

const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Takes texts out of other texts, wherever they occur and however they are spelt. */
export class Hiding {
  /** What stands where something was. */
  readonly shown: string;
  readonly #texts: readonly string[];
  readonly #folded: readonly string[];

  constructor(texts: Iterable<string>, shown: string) {
    this.shown = shown;
    this.#texts = [...new Set(texts)].filter((text) => text !== '');
    this.#folded = [...new Set(this.#texts.map((text) => folded(text).text))].filter((text) => text !== '');
  }

  /** Without them, and without `ranges` of this text. */
  hide(text: string, ranges: readonly Range[] = []): string {
    const found = this.#find(text);
    return replaced(text, [...ranges.map((range) => wholeCharacters(text, range)), ...found], this.shown);
  }

  /** For names of files: one that tells something is replaced whole, but for what kind of file it is. */
  hideName(name: string, ranges: readonly Range[] = []): string {
    if (this.hide(name, ranges) === name) return name;
    const kind = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
    const isMarked = ranges.some(({ end }) => end > name.length - kind.length) || this.#find(kind).length > 0;
    return isMarked ? this.shown : this.shown + kind;
  }

  #find(text: string): Range[] {
    const { text: plain, places } = folded(text);
    const found = [
      ...this.#texts.filter(isLong).flatMap((each) => occurrences(text, each)),
      ...this.#folded.flatMap((each) =>
        occurrences(plain, each)
          .map(({ start, end }) => ({ start: places[start]?.start ?? 0, end: places[end - 1]?.end ?? text.length }))
          .map((range) => withMarks(text, range))
          .filter((range) => isLong(each) || WORD_CHARACTERS.test(each) || isWholeWord(text, range)),
      ),
    ];
    return found.length === 0 ? [] : wholeWords(text, found);
  }
}

function isLong(text: string): boolean {
  return text.length >= WITHIN_WORDS_MIN;
}

/** Overlapping ones too: all of them go. */
function occurrences(text: string, wanted: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + 1)) {
    found.push({ start, end: start + wanted.length });
  }
  return found;
}

/** With the accents and invisible characters after it, which fold to nothing. */
function withMarks(text: string, { start, end }: Range): Range {
  let to = end;
  for (let next = characterAt(text, to); next !== '' && FOLLOWS.test(next); next = characterAt(text, to)) {
    to += next.length;
  }
  return { start, end: to };
}

function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

function isWholeWord(text: string, { start, end }: Range): boolean {
  const before = Array.from(text.slice(Math.max(0, start - 2), start)).at(-1) ?? '';
  return !WORD_PART.test(before) && !WORD_PART.test(characterAt(text, end));
}

/** The words that any of the ranges touches: an ending can tell who is meant as well as a name can. */
function wholeWords(text: string, ranges: readonly Range[]): Range[] {
  const sorted = joined(ranges);
  const widened: Range[] = [];
  let at = 0;
  for (const { segment, index } of words.segment(text)) {
    const end = index + segment.length;
    while ((sorted[at]?.end ?? Infinity) <= index) at += 1;
    const range = sorted[at];
    if (range === undefined) break;
    if (range.start < end) widened.push({ start: index, end });
  }
  return widened;
}

/** The whole words that a stretch of a text touches: what a person means who draws over a part of one. */
export function wordsIn(text: string, range: Range): Range {
  const touched = wholeWords(text, [range]);
  return { start: touched[0]?.start ?? range.start, end: touched.at(-1)?.end ?? range.end };
}

/** As people see characters: no half of one stays. */
export function wholeCharacters(text: string, { start, end }: Range): Range {
  const segments = graphemes.segment(text);
  const last = segments.containing(end - 1);
  return { start: segments.containing(start)?.index ?? start, end: last ? last.index + last.segment.length : end };
}

function replaced(text: string, ranges: readonly Range[], shown: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of joined(ranges, text)) {
    out += text.slice(at, start) + shown;
    at = end;
  }
  return out + text.slice(at);
}

/** In order, without overlap. With `text`, also those become one between which nothing is said, so that nobody counts words. */
function joined(ranges: readonly Range[], text?: string): Range[] {
  const out: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    const meets =
      last && (range.start <= last.end || (text !== undefined && BETWEEN.test(text.slice(last.end, range.start))));
    if (meets) out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else out.push(range);
  }
  return out;
}
