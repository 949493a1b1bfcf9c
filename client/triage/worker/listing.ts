import type { Filter } from '../desk/filters.ts';
import type { Order } from '../desk/finder.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { today, type DeskIndex } from './desk-index.ts';

/** The reports that are shown, in their order. Made anew only when something changed. */
export class Listing {
  readonly #index: DeskIndex;
  #tags: readonly ReportTag[] = [];
  #filter: Filter = {};
  #order: Order = 'newest';
  #madeFor = '';

  constructor(index: DeskIndex) {
    this.#index = index;
  }

  ask(filter: Filter, order: Order): void {
    this.#filter = filter;
    this.#order = order;
  }

  tags(): readonly ReportTag[] {
    const state = () => JSON.stringify([this.#index.version, this.#filter, this.#order, today()]);
    if (this.#madeFor !== state() || this.#index.waiting > 0) {
      this.#tags = this.#index.find(this.#filter, this.#order).map(({ tag }) => tag);
      this.#madeFor = state();
    }
    return this.#tags;
  }
}
