import type { Range } from './pieces.ts';
import type { Source } from './source.ts';

/** Sorted, without empty ones, and those that touch or overlap made one. */
export function union(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}

/** What of `whole` is in none of `parts`, both as {@link union} gives them. */
export function without(whole: readonly Range[], parts: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  let next = 0;
  for (const { from, to } of whole) {
    let at = from;
    while ((parts[next]?.to ?? Infinity) <= from) next++;
    for (let index = next; (parts[index]?.from ?? Infinity) < to; index++) {
      const part = parts[index];
      if (!part) break;
      if (part.from > at) result.push({ from: at, to: part.from });
      at = Math.max(at, part.to);
      next = index;
    }
    if (at < to) result.push({ from: at, to });
  }
  return result;
}

/** Those of `ranges` that hold anything but zeros. */
export async function filled(source: Source, ranges: readonly Range[]): Promise<readonly Range[]> {
  const result: Range[] = [];
  for (const range of ranges) if (!(await source.isZero(range.from, range.to))) result.push(range);
  return result;
}
