import type { IsoDate } from '../../../crypto/index.ts';
import { textsIn } from './answers.ts';
import { testOf, type Filter, type Viewer } from './filters.ts';
import type { ReportTag } from './journal-types.ts';
import type { Row } from './rows.ts';
import { SearchIndex } from './search.ts';
import type { DeskReport } from './types.ts';
import { URGENCIES } from '../../../crypto/index.ts';

/** How a list is ordered. */
export type Order = 'newest' | 'urgent' | 'due';

/** Every report of the desk: finds those that a filter asks for, in order. */
export class Finder {
  readonly #search = new SearchIndex();
  readonly #documents = new Map<ReportTag, number>();
  /** By number of document. A report that was taken out leaves its place empty. */
  readonly #rows: (Row | null)[] = [];
  /** Numbers of documents in each order, until a row changes. */
  readonly #orders = new Map<Order, Uint32Array>();

  add({ tag, report }: DeskReport, row: Row): void {
    if (this.#documents.has(tag)) {
      this.update(row);
      return;
    }
    const document = this.#rows.push(row) - 1;
    this.#documents.set(tag, document);
    this.#orders.clear();
    this.#search.add(document, textsIn(report).join('\n'));
  }

  /** A note on a report, to be found with it. */
  addText(tag: ReportTag, text: string): void {
    const document = this.#documents.get(tag);
    if (document !== undefined) this.#search.add(document, text);
  }

  update(row: Row): void {
    const document = this.#documents.get(row.tag);
    if (document === undefined) return;
    this.#rows[document] = row;
    this.#orders.clear();
  }

  /** Its words stay in the index until the desk is opened again, but lead nowhere. */
  remove(tag: ReportTag): void {
    const document = this.#documents.get(tag);
    if (document === undefined) return;
    this.#rows[document] = null;
    this.#documents.delete(tag);
  }

  row(tag: ReportTag): Row | null {
    return this.#rows[this.#documents.get(tag) ?? -1] ?? null;
  }

  find(filter: Filter, viewer: Viewer, order: Order = 'newest'): Row[] {
    const having = this.#search.find(filter.words ?? '');
    const test = testOf(filter, viewer);
    const found: Row[] = [];
    for (const document of this.#inOrder(order)) {
      const row = this.#rows[document];
      if (row && (having === null || having.has(document)) && test(row)) found.push(row);
    }
    return found;
  }

  #inOrder(order: Order): Uint32Array {
    const known = this.#orders.get(order);
    if (known) return known;
    const keys = Float64Array.from(
      this.#rows,
      (row, document) => (row ? keyOf(row, order) : 0) * DOCUMENTS_MAX + document,
    );
    const sorted = Uint32Array.from(keys.sort(), (key) => key % DOCUMENTS_MAX);
    this.#orders.set(order, sorted);
    return sorted;
  }
}

/** Numbers sort several times as fast as rows: a key and the number of its document share one. */
const DOCUMENTS_MAX = 2 ** 24;
const DAYS_MAX = 2 ** 22;

function keyOf(row: Row, order: Order): number {
  // What never was on a server has no day and stands first: somebody brought it by hand.
  const newest = row.day === null ? 0 : DAYS_MAX - dayNumber(row.day);
  switch (order) {
    case 'newest':
      return newest;
    case 'urgent':
      return URGENCIES.indexOf(row.urgency) * DAYS_MAX + newest;
    case 'due':
      return row.due === null ? DAYS_MAX : dayNumber(row.due);
  }
}

/** Grows with the day; months are taken to have 31. */
function dayNumber(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 372 + Number(day.slice(5, 7)) * 31 + Number(day.slice(8, 10));
}
