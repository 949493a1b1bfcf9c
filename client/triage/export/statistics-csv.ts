import { csvRow } from './csv-cell.ts';
import { barsOf, titleOf } from './published-statistics.tsx';
import type { Publication } from './statistics.ts';
import type { Wording } from './wording.ts';

/** The published numbers for whoever wants to reckon with them: one row a number, and nothing that the page does not show. */
export function* statisticsCsvLines({ cases, tables }: Publication, wording: Wording): Generator<string> {
  const { texts } = wording;
  const row = (...cells: string[]) => csvRow(cells, texts.cut);
  yield `\uFEFF${row('', texts.answer, texts.count)}`;
  if (cases === null) return;
  yield row(texts.statistics, '', String(cases));
  for (const table of tables) {
    for (const { label, value } of barsOf(table, wording)) {
      yield row(titleOf(table.dimension, wording), label, value === null ? texts.withheld : String(value));
    }
  }
}
