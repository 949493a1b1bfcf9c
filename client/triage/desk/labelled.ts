import { groupBy } from './group-by.ts';
import { bySaying, compareText, type SaidOf } from './said.ts';
import type { Labelled } from './types.ts';

/** Adds that no removal names, one for each value: several reviewers may have added the same without knowing of each other. */
export function foldLabelled(standing: readonly SaidOf<'add'>[]): Labelled[] {
  const byValue = groupBy([...standing].sort(bySaying), ({ value }) => value);
  const labelled = [...byValue].map(([value, adds]): Labelled => {
    const [{ by, at, entry }] = adds as [SaidOf<'add'>];
    const why = adds.flatMap((add) => (add.why === undefined ? [] : [add.why]));
    return { value, by, at, entry, why: [...new Set(why)], entries: adds.map((add) => add.entry) };
  });
  return labelled.sort((a, b) => compareText(a.value, b.value));
}
