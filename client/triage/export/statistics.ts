import { ACT, OFFICIAL, PURPOSE, STAGE } from '../../../crypto/index.ts';
import { groupBy } from '../desk/group-by.ts';
import type { DeskReport } from '../desk/types.ts';
import { isRecord } from './marks.ts';
import { FEWEST_CASES, shownTable, type ShownTable } from './suppression.ts';

export type Dimension = 'month' | 'stage' | 'act' | 'official' | 'purpose' | 'country';

/** `YYYY-MM` */
export type Month = string;

export interface PublishedTable extends ShownTable {
  readonly dimension: Dimension;
}

/** What an office may publish of a period: see `shownTable` for how it is kept from telling of single cases. */
export interface Publication {
  readonly from: Month;
  readonly to: Month;
  /** Null where they are too few to publish anything. */
  readonly cases: number | null;
  readonly fewest: number;
  readonly tables: readonly PublishedTable[];
}

export interface Period {
  readonly from: Month;
  readonly to: Month;
}

/** Of cases that gave no answer, or none that this version knows. */
export const NOT_ANSWERED = 'not-answered';

export type CountedReport = Pick<DeskReport, 'tag' | 'day' | 'caseLocator' | 'report'>;

/** All reports of one person: ten letters of one person are no crowd to hide in. */
interface CountedCase {
  readonly month: Month;
  readonly reports: readonly CountedReport[];
}

/**
 * Counts of the cases that began in a period, by what their reports say. A case belongs to the month of its first report and so to one
 * period only: periods that do not overlap count different cases, and nothing can be learnt from the difference of two publications. An
 * office that published January to March must not publish January to April.
 */
export function statistics(
  reports: readonly CountedReport[],
  { from, to }: Period,
  fewest: number = FEWEST_CASES,
): Publication {
  const cases = casesOf(reports, to).filter(({ month }) => month >= from);
  if (cases.length < fewest) return { from, to, cases: null, fewest, tables: [] };
  const tables = DIMENSIONS.map(({ dimension, codes, isSeveral, codesOf }): PublishedTable => {
    const counts = countsOf(cases, codes({ from, to }), codesOf);
    const shown = shownTable({ counts, total: cases.length, isSeveral }, fewest);
    // Which countries are few would be told by their being listed.
    const cells = dimension === 'country' ? shown.cells.filter((cell) => cell.cases !== null) : shown.cells;
    return { dimension, ...shown, cells };
  });
  return { from, to, cases: cases.length, fewest, tables };
}

interface Counting {
  readonly dimension: Dimension;
  /** Those listed whether or not a case has them. */
  readonly codes: (period: Period) => readonly string[];
  readonly isSeveral: boolean;
  readonly codesOf: (of: CountedCase) => readonly string[];
}

const DIMENSIONS: readonly Counting[] = [
  { dimension: 'month', codes: monthsOf, isSeveral: false, codesOf: ({ month }) => [month] },
  coded('stage', STAGE),
  coded('act', ACT),
  coded('official', OFFICIAL),
  coded('purpose', PURPOSE),
  {
    dimension: 'country',
    codes: () => [NOT_ANSWERED],
    isSeveral: true,
    codesOf: ({ reports }) => reports.flatMap(countriesOf),
  },
];

function coded(dimension: 'stage' | 'act' | 'official' | 'purpose', codes: readonly string[]): Counting {
  return {
    dimension,
    codes: () => [...codes, NOT_ANSWERED],
    isSeveral: true,
    codesOf: ({ reports }) =>
      reports.flatMap(({ report }) => {
        const given: unknown = report[dimension];
        return Array.isArray(given) ? codes.filter((code) => given.includes(code)) : [];
      }),
  };
}

/** Those whose day is known, up to the end of the period: what came later belongs to another publication. */
function casesOf(reports: readonly CountedReport[], to: Month): CountedCase[] {
  const dated = reports.filter(({ day }) => day !== null && monthOf(day) <= to);
  const grouped = groupBy(dated, ({ caseLocator, tag }) => caseLocator ?? `report ${tag}`);
  return [...grouped.values()].map((of) => ({
    month: of.map(({ day }) => monthOf(day ?? '')).reduce((first, month) => (month < first ? month : first)),
    reports: of,
  }));
}

function countsOf(
  cases: readonly CountedCase[],
  listed: readonly string[],
  codesOf: Counting['codesOf'],
): ReadonlyMap<string, number> {
  const counts = new Map(listed.map((code) => [code, 0]));
  for (const each of cases) {
    const codes = new Set(codesOf(each));
    for (const code of codes.size === 0 ? [NOT_ANSWERED] : codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** Any on the way: from, through, to. */
function countriesOf({ report }: CountedReport): string[] {
  const route = report['route'];
  if (!isRecord(route)) return [];
  const places: readonly unknown[] = [route['from'], route['through'], route['to']].flat();
  return places.flatMap((place) => {
    const country = isRecord(place) ? place['country'] : undefined;
    return typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? [country] : [];
  });
}

/** Every month from the first to the last. */
export function monthsOf({ from, to }: Period): Month[] {
  const number = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: Math.max(0, number(to) - number(from) + 1) }, (_, i) => {
    const month = number(from) + i;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function monthOf(day: string): Month {
  return day.slice(0, 7);
}
