import type { Row } from '../calls/reading-calls.ts';

const PAGE_ROWS = 50;
/** A few screens of rows: what was scrolled past long ago is asked for again. */
const PAGES_MAX = 40;

interface Page {
  rows: readonly Row[];
  isOld: boolean;
  isLoading: boolean;
}

/** The rows of the list near what is shown; the worker has all of them. Old rows stay in sight until new ones are there. */
export class RowCache {
  readonly #load: (from: number, count: number) => Promise<readonly Row[]>;
  readonly #onRows: () => void;
  #pages = new Map<number, Page>();

  constructor(load: (from: number, count: number) => Promise<readonly Row[]>, onRows: () => void) {
    this.#load = load;
    this.#onRows = onRows;
  }

  /** The row, where it is there; where not, it is asked for. */
  get(index: number): Row | undefined {
    const number = Math.floor(index / PAGE_ROWS);
    const page = this.#pages.get(number) ?? { rows: [], isOld: true, isLoading: false };
    this.#pages.delete(number);
    this.#pages.set(number, page); // the last one used is the last one dropped
    if (page.isOld && !page.isLoading) void this.#fill(number, page);
    return page.rows[index - number * PAGE_ROWS];
  }

  /** Rows may have changed or moved. */
  invalidate(): void {
    for (const page of this.#pages.values()) page.isOld = true;
  }

  clear(): void {
    this.#pages = new Map();
  }

  async #fill(number: number, page: Page): Promise<void> {
    page.isLoading = true;
    page.isOld = false;
    try {
      page.rows = await this.#load(number * PAGE_ROWS, PAGE_ROWS);
    } catch {
      return; // the page was locked meanwhile
    } finally {
      page.isLoading = false;
    }
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= PAGES_MAX) break;
      this.#pages.delete(old);
    }
    this.#onRows();
  }
}
