/** A number of a published table; null where it is withheld. */
export interface ShownCell {
  readonly code: string;
  readonly cases: number | null;
}

export interface ShownTable {
  readonly cells: readonly ShownCell[];
  /** All withheld ones together, where every case stands in exactly one cell. */
  readonly others: number | null;
}

export interface Counted {
  readonly counts: ReadonlyMap<string, number>;
  /** Of all cases. Taken as known: other tables and earlier words of the office may tell it. */
  readonly total: number;
  /** Whether a case may stand in several cells, so that they do not add up to the total. */
  readonly isSeveral: boolean;
}

/** DOMAIN: numbers below this are withheld. */
export const FEWEST_CASES = 10;

/**
 * Which numbers of a table can be published: none below `fewest`, zero included, and none from which a withheld one could be reckoned.
 *
 * Every table has its total for a neighbour, and the total is known. So the withheld numbers add up to a known rest, and two tables of
 * the same cases tell no more of each other than that. The method withholds the next larger number too, one after another, until
 * - the rest is not below `fewest` itself;
 * - each withheld number could be any number of a range at least half as wide as `fewest`, even for a reader who knows this method, which
 *   were small, and that the others are between `fewest` and the smallest one shown.
 * Where nothing is left to withhold, the table shows nothing. Where cells overlap, so that the shown ones exceed the total, there is no
 * rest, and the small ones alone are withheld.
 */
export function shownTable({ counts, total, isSeveral }: Counted, fewest: number = FEWEST_CASES): ShownTable {
  const order = [...counts].sort(([, a], [, b]) => b - a);
  let shown = order.filter(([, cases]) => cases >= fewest).length;
  const small = order.length - shown;
  while (shown > 0 && small > 0 && !isSafe(order, shown, { total, isSeveral, fewest })) {
    // Equal ones go together: which of them stayed would tell that the others are not larger.
    const least = order[shown - 1]?.[1];
    while (shown > 0 && order[shown - 1]?.[1] === least) shown -= 1;
  }
  if (total < fewest) shown = 0;

  const published = new Set(order.slice(0, shown).map(([code]) => code));
  const rest = total - sumOf(order.slice(0, shown));
  return {
    cells: [...counts].map(([code, cases]) => ({ code, cases: published.has(code) ? cases : null })),
    others: isSeveral || shown === 0 || shown === order.length ? null : rest,
  };
}

interface Rule {
  readonly total: number;
  readonly isSeveral: boolean;
  readonly fewest: number;
}

function isSafe(
  order: readonly (readonly [string, number])[],
  shown: number,
  { total, isSeveral, fewest }: Rule,
): boolean {
  const rest = total - sumOf(order.slice(0, shown));
  if (isSeveral && rest < 0) return true;
  const below = (order[shown - 1]?.[1] ?? total + 1) - 1;
  const ranges = order
    .slice(shown)
    .map(([, cases]) => (cases < fewest ? { low: 0, high: fewest - 1 } : { low: fewest, high: below }));
  const low = ranges.reduce((sum, range) => sum + range.low, 0);
  const high = ranges.reduce((sum, range) => sum + range.high, 0);
  return (
    rest >= fewest &&
    ranges.every((range) => {
      const least = Math.max(range.low, rest - (high - range.high));
      const most = Math.min(range.high, rest - (low - range.low));
      return most - least >= fewest / 2;
    })
  );
}

function sumOf(cells: readonly (readonly [string, number])[]): number {
  return cells.reduce((sum, [, cases]) => sum + cases, 0);
}
