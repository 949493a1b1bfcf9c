import type { ReportTag } from '../desk/journal-types.ts';
import type { KeptReport, Memory } from './memory.ts';

/** The reports in the order in which they are shown. Made anew only when something changed. */
export class Listing {
  readonly #memory: Memory;
  #tags: readonly ReportTag[] = [];
  #madeFor = -1;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  tags(): readonly ReportTag[] {
    if (this.#madeFor !== this.#memory.reportsVersion) {
      this.#madeFor = this.#memory.reportsVersion;
      this.#tags = [...this.#memory.reports.values()].sort(newestFirst).map(({ tag }) => tag);
    }
    return this.#tags;
  }
}

/** What never was on a server has no day and stands first: somebody brought it by hand. */
function newestFirst(a: KeptReport, b: KeptReport): number {
  if (a.day !== b.day) return a.day === null || (b.day !== null && a.day > b.day) ? -1 : 1;
  return a.letter < b.letter ? -1 : 1;
}
