import { Bits } from './search/bits.ts';
import { Segment, SEGMENT_TEXTS } from './search/segment.ts';
import { termsAsked, termsOf, type AskedTerm } from './search/words.ts';

/**
 * Full-text search in every script. Texts are added to an open part, which is packed once it is full; a query asks every part. Documents
 * are numbers that the caller gives; a document may have several texts, such as a report and the notes on it.
 */
export class SearchIndex {
  readonly #segments: Segment[] = [];
  #open = new Map<string, number[]>();
  #openDocuments: number[] = [];
  #size = 0;

  add(document: number, text: string): void {
    this.#size = Math.max(this.#size, document + 1);
    const number = this.#openDocuments.push(document) - 1;
    for (const term of termsOf(text)) {
      const texts = this.#open.get(term);
      if (texts) texts.push(number);
      else this.#open.set(term, [number]);
    }
    if (this.#openDocuments.length === SEGMENT_TEXTS) this.#pack();
  }

  /** Documents that have all words of the query, in any of their texts. `null`: the query has no words, so it leaves nothing out. */
  find(query: string): Bits | null {
    const asked = termsAsked(query);
    let found: Bits | null = null;
    for (const term of longestFirst(asked)) {
      const having = this.#having(term);
      if (found) found.intersect(having);
      else found = having;
      if (found.isEmpty) break;
    }
    return found;
  }

  /** What the packed parts take. */
  get bytes(): number {
    return this.#segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #having({ text, isPrefix }: AskedTerm): Bits {
    const found = new Bits(this.#size);
    for (const segment of this.#segments) segment.collect(text, isPrefix, found);
    if (isPrefix) {
      for (const [term, texts] of this.#open) if (term.startsWith(text)) this.#collectOpen(texts, found);
    } else {
      this.#collectOpen(this.#open.get(text) ?? [], found);
    }
    return found;
  }

  #collectOpen(texts: readonly number[], into: Bits): void {
    for (const number of texts) into.add(this.#openDocuments[number] ?? 0);
  }

  #pack(): void {
    this.#segments.push(new Segment(this.#open, this.#openDocuments));
    this.#open = new Map();
    this.#openDocuments = [];
  }
}

/** Long terms are rare: they empty the answer soonest. */
function longestFirst(terms: readonly AskedTerm[]): AskedTerm[] {
  return [...terms].sort((a, b) => b.text.length - a.text.length);
}
