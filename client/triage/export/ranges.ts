import type { Range } from './folding.ts';

const FOLLOWS = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const BETWEEN = /^[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u;
const WORD_PART = /^[\p{L}\p{N}\p{M}]$/u;

const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Segmenters take time in the square of a text's length: they get what stands between two spaces, and no more of it than this. */
const AROUND = 64;

/** With the accents and invisible characters after it, which are compared as nothing. */
export function withMarks(text: string, { start, end }: Range): Range {
  let to = end;
  for (let next = characterAt(text, to); next !== '' && FOLLOWS.test(next); next = characterAt(text, to)) {
    to += next.length;
  }
  return { start, end: to };
}

export function isWholeWord(text: string, { start, end }: Range): boolean {
  const before = Array.from(text.slice(Math.max(0, start - 2), start)).at(-1) ?? '';
  return !WORD_PART.test(before) && !WORD_PART.test(characterAt(text, end));
}

/** The whole words that a stretch of a text touches: an ending can tell who is meant as well as a name can. */
export function wordsIn(text: string, range: Range): Range {
  return { start: edgeBefore(words, text, range.start), end: edgeAfter(words, text, range.end) };
}

/** As people see characters: no half of one stays. */
export function wholeCharacters(text: string, range: Range): Range {
  return { start: edgeBefore(graphemes, text, range.start), end: edgeAfter(graphemes, text, range.end) };
}

/** Where the segment begins that holds the unit at `at`. */
function edgeBefore(segmenter: Intl.Segmenter, text: string, at: number): number {
  const { piece, from } = pieceAround(text, at);
  return from + (segmenter.segment(piece).containing(at - from)?.index ?? at - from);
}

/** Where the segment ends that holds the unit before `at`. */
function edgeAfter(segmenter: Intl.Segmenter, text: string, at: number): number {
  const { piece, from } = pieceAround(text, at - 1);
  const last = segmenter.segment(piece).containing(at - 1 - from);
  return last ? from + last.index + last.segment.length : at;
}

function pieceAround(text: string, at: number): { readonly piece: string; readonly from: number } {
  let from = at;
  while (from > 0 && at - from < AROUND && !isSpace(text, from - 1)) from -= 1;
  let to = at + 1;
  while (to < text.length && to - at < AROUND && !isSpace(text, to)) to += 1;
  if (isLowSurrogate(text, from)) from -= 1;
  if (isLowSurrogate(text, to)) to += 1;
  return { piece: text.slice(from, to), from };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

/** The text with `shown` in place of each of its ranges, which are in order and apart. */
export function replaced(text: string, ranges: readonly Range[], shown: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of ranges) {
    out += text.slice(at, start) + shown;
    at = end;
  }
  return out + text.slice(at);
}

/** Where nothing is said between two, one stands for both, so that nobody counts words. */
export function joined(text: string, ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && (range.start <= last.end || BETWEEN.test(text.slice(last.end, range.start)))) {
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else out.push(range);
  }
  return out;
}
