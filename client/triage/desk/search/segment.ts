import type { Bits } from './bits.ts';

/** How many texts a segment holds at most: their numbers in it take 16 bits. */
export const SEGMENT_TEXTS = 4096;

/** Numbers of texts within a segment, by term. */
export type OpenTerms = ReadonlyMap<string, readonly number[]>;

/**
 * A part of the index that does not change any more. Terms stand in order in one long string, and the numbers of the texts that have them in
 * one array: objects for each term would take several times as much.
 */
export class Segment {
  readonly #terms: string;
  /** Where each term begins in {@link Segment.#terms}, and its texts in {@link Segment.#texts}; one more at the end. */
  readonly #termStarts: Uint32Array;
  readonly #textStarts: Uint32Array;
  readonly #texts: Uint16Array;
  readonly #documents: Uint32Array;

  /** `documents` says to which document each text of the segment belongs. */
  constructor(open: OpenTerms, documents: readonly number[]) {
    const terms = [...open.keys()].sort();
    this.#termStarts = new Uint32Array(terms.length + 1);
    this.#textStarts = new Uint32Array(terms.length + 1);
    let count = 0;
    for (const texts of open.values()) count += texts.length;
    this.#texts = new Uint16Array(count);
    let length = 0;
    let filled = 0;
    terms.forEach((term, i) => {
      const texts = open.get(term) ?? [];
      this.#texts.set(texts, filled);
      filled += texts.length;
      length += term.length;
      this.#termStarts[i + 1] = length;
      this.#textStarts[i + 1] = filled;
    });
    this.#terms = terms.join('');
    this.#documents = Uint32Array.from(documents);
  }

  /** Adds the documents that have the term, or any that begins like it. */
  collect(term: string, isPrefix: boolean, into: Bits): void {
    const first = this.#firstFrom(term);
    let end = first;
    while (end < this.#count && (isPrefix ? this.#term(end).startsWith(term) : this.#term(end) === term)) end++;
    const last = this.#textStarts[end] ?? 0;
    for (let at = this.#textStarts[first] ?? 0; at < last; at++) {
      into.add(this.#documents[this.#texts[at] ?? 0] ?? 0);
    }
  }

  get bytes(): number {
    const { byteLength } = this.#texts;
    return this.#terms.length * 2 + byteLength + this.#textStarts.byteLength * 2 + this.#documents.byteLength;
  }

  get #count(): number {
    return this.#termStarts.length - 1;
  }

  #term(index: number): string {
    return this.#terms.slice(this.#termStarts[index], this.#termStarts[index + 1]);
  }

  /** The first term that is not before this one. */
  #firstFrom(term: string): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#term(middle) < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
