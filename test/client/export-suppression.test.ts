import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { shownTable, type Counted, type ShownTable } from '../../client/triage/export/suppression.ts';

function counted(numbers: readonly number[], total?: number): Counted {
  const counts = new Map(numbers.map((cases, i) => [String(i), cases]));
  const sum = numbers.reduce((all, each) => all + each, 0);
  return { counts, total: total ?? sum, isSeveral: total !== undefined };
}

function shown(table: ShownTable): (number | null)[] {
  return table.cells.map(({ cases }) => cases);
}

function* tables(cells: number, most: number): Generator<number[]> {
  if (cells === 0) yield [];
  else
    for (const rest of tables(cells - 1, most)) for (let first = 0; first <= most; first += 1) yield [first, ...rest];
}

/**
 * The strongest reader there is: knows the method and the total, has the published table, and tries every table that there could be.
 * Gives for each publication the values that each withheld number could have.
 */
function attack(all: Iterable<Counted>, fewest: number): Map<string, Set<number>[]> {
  const possible = new Map<string, Set<number>[]>();
  for (const table of all) {
    const published = shownTable(table, fewest);
    const key = JSON.stringify([published, table.total]);
    const sets = possible.get(key) ?? published.cells.map(() => new Set<number>());
    [...table.counts.values()].forEach((cases, i) => sets[i]?.add(cases));
    possible.set(key, sets);
  }
  return possible;
}

/** Publications of which a withheld number is known too well. Leaves out those that larger tables than were tried could explain as well. */
function reckoned(possible: Map<string, Set<number>[]>, fewest: number, most: number): string[] {
  return [...possible].flatMap(([key, sets]) => {
    const [published, total] = JSON.parse(key) as [ShownTable, number];
    const rest = shown(published).reduce((left: number, cases) => left - (cases ?? 0), total);
    if (total < fewest || rest > most) return [];
    return published.cells.flatMap(({ cases }, i) =>
      cases === null && (sets[i]?.size ?? 0) <= fewest / 2 ? [`${key} cell ${String(i)}`] : [],
    );
  });
}

describe('no withheld number can be reckoned by whoever knows the method and tries every table', () => {
  test.each([
    [2, 12, 4],
    [3, 12, 4],
    [4, 9, 3],
    [5, 5, 2],
    [2, 40, 10],
    [3, 24, 10],
  ])('%i cells of up to %i cases, bound %i', (cells, most, fewest) => {
    const all = [...tables(cells, most)].map((numbers) => counted(numbers));
    expect(reckoned(attack(all, fewest), fewest, most)).toEqual([]);
  });

  test.each([
    [2, 9, 4],
    [3, 7, 3],
    [2, 24, 10],
  ])('%i cells that overlap, of up to %i cases, bound %i', (cells, most, fewest) => {
    const all = [...tables(cells, most)].flatMap((numbers) => {
      const sum = numbers.reduce((total, each) => total + each, 0);
      const largest = Math.max(...numbers);
      return Array.from({ length: sum - largest + 1 }, (_, i) => counted(numbers, largest + i));
    });
    expect(reckoned(attack(all, fewest), fewest, most)).toEqual([]);
  });
});

describe('what every office can check on paper', () => {
  test.each<[string, number[], (number | null)[], number | null]>([
    ['nothing is small', [40, 12, 10], [40, 12, 10], null],
    ['one small number takes the next larger along', [40, 25, 3], [40, null, null], 28],
    ['several small ones hide each other', [40, 6, 5, 4], [40, null, null, null], 15],
    ['a rest that is small itself takes one along', [40, 30, 3, 2], [40, null, null, null], 35],
    ['small ones that must all be as large as they can', [40, 30, 9, 9], [40, null, null, null], 48],
    ['none at all is a small number too', [40, 30, 0], [40, null, null], 30],
    ['equal ones go together', [40, 12, 12, 3], [40, null, null, null], 27],
    ['a neighbour of exactly ten tells too much', [40, 10, 3], [null, null, null], null],
    ['two cells of which one is small show nothing', [60, 4], [null, null], null],
  ])('%s', (_, numbers, expected, others) => {
    const table = shownTable(counted(numbers));
    expect(shown(table)).toEqual(expected);
    expect(table.others).toBe(others);
  });

  test('the same total in two tables tells nothing of the small number in one of them', () => {
    const complete = shownTable(counted([50, 30, 23]));
    const other = shownTable(counted([60, 40, 3]));
    const total = shown(complete).reduce((sum: number, cases) => sum + (cases ?? 0), 0);
    const rest = shown(other).reduce((left: number, cases) => left - (cases ?? 0), total);
    expect(total).toBe(103);
    expect(rest).toBeGreaterThanOrEqual(10);
    expect(shown(other).filter((cases) => cases === null).length).toBeGreaterThan(1);
  });

  test('whatever the numbers are, none below ten is shown, nor a rest below ten, nor a rest of one', () => {
    const numbers = fc.array(fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 300 })), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(numbers, fc.boolean(), fc.nat({ max: 100 }), (cells, isSeveral, overlap) => {
        const sum = cells.reduce((total, each) => total + each, 0);
        const total = isSeveral ? Math.max(...cells, sum - overlap) : sum;
        const table = shownTable(counted(cells, isSeveral ? total : undefined));
        const kept = shown(table).filter((cases) => cases !== null);
        expect(kept.filter((cases) => cases < 10)).toEqual([]);
        const rest = total - kept.reduce((all, cases) => all + cases, 0);
        const withheld = cells.length - kept.length;
        if (kept.length === 0 || withheld === 0 || rest < 0) return;
        expect(rest).toBeGreaterThanOrEqual(10);
        expect(withheld).toBeGreaterThan(1);
      }),
    );
  });
});
