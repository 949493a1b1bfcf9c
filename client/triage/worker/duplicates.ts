import type { ReportTag } from '../desk/journal-types.ts';

/** Longer chains, and circles that two reviewers made side by side, are followed no further. */
const STEPS_MAX = 20;

/** Which reports repeat which. Nothing is merged: each keeps its own entries, and lists show them together. */
export class Duplicates {
  readonly #originals = new Map<ReportTag, ReportTag>();

  set(tag: ReportTag, original: ReportTag | null): void {
    if (original === null || original === tag) this.#originals.delete(tag);
    else this.#originals.set(tag, original);
  }

  /** The report at the end of the chain; the report itself where it repeats none, or the chain leads back to it. */
  originalOf(tag: ReportTag): ReportTag {
    let at = tag;
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const next = this.#originals.get(at);
      if (next === undefined) return at;
      if (next === tag) return tag;
      at = next;
    }
    return tag;
  }

  /** Those that repeat it, directly or through another. */
  of(original: ReportTag): ReportTag[] {
    return [...this.#originals.keys()].filter((tag) => tag !== original && this.originalOf(tag) === original);
  }

  /** The same rows, with each that repeats another right after that one, where both are among them. */
  grouped<Row extends { readonly tag: ReportTag }>(rows: Row[]): Row[] {
    if (this.#originals.size === 0) return rows;
    const listed = new Set(rows.map(({ tag }) => tag));
    const after = new Map<ReportTag, Row[]>();
    const first = rows.filter((row) => {
      const original = this.originalOf(row.tag);
      if (original === row.tag || !listed.has(original)) return true;
      const repeats = after.get(original);
      if (repeats) repeats.push(row);
      else after.set(original, [row]);
      return false;
    });
    return first.flatMap((row) => [row, ...(after.get(row.tag) ?? [])]);
  }
}
