import { URGENCIES } from '../../../crypto/index.ts';
import { textsIn } from './answers.ts';
import { Columns, dayNumber } from './columns.ts';
import { listTestOf, type Filter, type Viewer } from './filters.ts';
import type { ReportTag } from './journal-types.ts';
import { Ordered } from './ordered.ts';
import type { Row } from './rows.ts';
import { SearchIndex } from './search.ts';
import type { DeskReport } from './types.ts';

/** How a list is ordered. */
export type Order = 'newest' | 'urgent' | 'due';

/** Every report of the desk: finds those that a filter asks for, in order. */
export class Finder {
  readonly #search = new SearchIndex();
  readonly #documents = new Map<ReportTag, number>();
  /** By number of document. A report that was taken out leaves its place empty. */
  readonly #rows: (Row | null)[] = [];
  readonly #columns = new Columns();
  /** Made when somebody asks for one, and until a report comes. */
  readonly #orders = new Map<Order, Ordered>();

  add({ tag, report }: DeskReport, row: Row): void {
    if (this.#documents.has(tag)) {
      this.update(row);
      return;
    }
    const document = this.#rows.push(row) - 1;
    this.#documents.set(tag, document);
    this.#columns.set(document, row);
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
    const before = document === undefined ? null : this.#rows[document];
    if (document === undefined || !before) return;
    this.#rows[document] = row;
    this.#columns.set(document, row);
    for (const [order, ordered] of this.#orders) ordered.move(document, keyOf(before, order), keyOf(row, order));
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
    const test = this.#columns.testOf(filter, viewer);
    const listTest = listTestOf(filter);
    const found: Row[] = [];
    const { documents } = this.#inOrder(order);
    // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator costs more than all that is done here
    for (let place = 0; place < documents.length; place++) {
      const document = documents[place] ?? 0;
      if ((having !== null && !having.has(document)) || !test(document)) continue;
      const row = this.#rows[document];
      if (row && (listTest === null || listTest(row))) found.push(row);
    }
    return found;
  }

  #inOrder(order: Order): Ordered {
    const known = this.#orders.get(order);
    if (known) return known;
    const ordered = new Ordered(this.#rows.map((row) => (row ? keyOf(row, order) : null)));
    this.#orders.set(order, ordered);
    return ordered;
  }
}

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
