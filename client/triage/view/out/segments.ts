import { inertParts } from '../../../shared/inert.ts';
import type { Range } from '../../export/folding.ts';

/** A stretch of a text as it is shown, and where it stands in what was sent, in UTF-16 code units. */
export interface Segment extends Range {
  readonly shown: string;
  /** It will not leave. */
  readonly isOut: boolean;
  /** A character that could act or hide stands here by its name: it is selected whole or not at all. */
  readonly isNamed: boolean;
}

/** A text of a stranger, harmless, in pieces that are in or out as a whole. `out` is in order and apart. */
export function segmentsOf(text: string, out: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  // Line breaks and tabs are shown as what they are.
  for (const line of text.split(/(\r\n|\n|\t)/)) {
    if (/^(?:\r\n|\n|\t)$/.test(line)) {
      segments.push({
        start: at,
        end: at + line.length,
        shown: line.at(-1) ?? '',
        isOut: isIn(at, out),
        isNamed: line.length > 1,
      });
      at += line.length;
      continue;
    }
    for (const part of inertParts(line)) {
      if (typeof part !== 'string') {
        const end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
        segments.push({ start: at, end, shown: part.named, isOut: isIn(at, out), isNamed: true });
        at = end;
        continue;
      }
      for (const [start, end] of cut(at, at + part.length, out)) {
        segments.push({ start, end, shown: text.slice(start, end), isOut: isIn(start, out), isNamed: false });
      }
      at += part.length;
    }
  }
  return segments;
}

function isIn(at: number, out: readonly Range[]): boolean {
  return out.some(({ start, end }) => at >= start && at < end);
}

/** A stretch at every border of a range. */
function cut(from: number, to: number, out: readonly Range[]): (readonly [number, number])[] {
  const borders = out.flatMap(({ start, end }) => [start, end]).filter((at) => at > from && at < to);
  const all = [from, ...borders, to];
  return all.slice(1).map((end, i) => [all[i] ?? from, end] as const);
}

const SINGLE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
/** What the keyboard moves by: words with what is written within them, and single characters where nothing stands between words. */
const WORD = new RegExp(
  `${SINGLE}|(?!${SINGLE})[\\p{L}\\p{N}\\p{M}](?:(?!${SINGLE})[\\p{L}\\p{N}\\p{M}'’_.@-])*`,
  'gu',
);
const AFTER_WORD = /['’_.@-]+$/;

export function wordsIn(text: string): Range[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => {
    const word = found.replace(AFTER_WORD, '');
    return { start: index, end: index + word.length };
  });
}
