import { median } from './rounds.ts';

/** One row of the table, one line of JSON. */
export interface Result {
  readonly bench: string;
  readonly what: string;
  readonly unit: Unit;
  readonly ours: number;
  readonly beside?: string;
  readonly theirs?: number;
  /** How many times as good as theirs; the median of the rounds' own ratios. */
  readonly ratio?: number;
  readonly goal?: string;
  readonly met?: boolean;
}

/** A unit, and whether more of it is better. */
const UNITS = {
  ms: 'less',
  'MB/s': 'more',
  'letters/s': 'more',
  'leaves/s': 'more',
  'proofs/s': 'more',
  'requests/s': 'more',
  'frames/s': 'more',
  MiB: 'less',
  KB: 'less',
  requests: 'less',
} as const;
export type Unit = keyof typeof UNITS;

interface Comparison {
  readonly bench: string;
  readonly what: string;
  readonly unit: Unit;
  readonly ours: readonly number[];
  readonly beside: string;
  readonly theirs: readonly number[];
  /** The least ratio that is asked for. */
  readonly goalRatio?: number;
}

/** Compares round by round, as the machine's noise strikes both sides of a round alike. */
export function compare({ bench, what, unit, ours, beside, theirs, goalRatio }: Comparison): Result {
  const ratios = ours.map((value, round) => {
    const other = theirs[round] ?? Number.NaN;
    return UNITS[unit] === 'more' ? value / other : other / value;
  });
  const ratio = median(ratios);
  const goal = goalRatio === undefined ? {} : { goal: `>= ${String(goalRatio)}x`, met: ratio >= goalRatio };
  return { bench, what, unit, ours: median(ours), beside, theirs: median(theirs), ratio, ...goal };
}

interface Figure {
  readonly bench: string;
  readonly what: string;
  readonly unit: Unit;
  readonly ours: readonly number[];
  /** The bound that is asked for, in the same unit. */
  readonly bound?: number;
}

/** A figure that stands alone, perhaps against a bound. */
export function figure({ bench, what, unit, ours, bound }: Figure): Result {
  const value = median(ours);
  const more = UNITS[unit] === 'more';
  const goal =
    bound === undefined
      ? {}
      : { goal: `${more ? '>=' : '<='} ${String(bound)} ${unit}`, met: more ? value >= bound : value <= bound };
  return { bench, what, unit, ours: value, ...goal };
}

const COLUMNS = ['bench', 'what', 'ours', 'theirs', 'ratio', 'goal'] as const;

export function table(results: readonly Result[]): string {
  const rows = [[...COLUMNS], ...results.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells(result: Result): string[] {
  const theirs = result.theirs === undefined ? '' : `${amount(result.theirs)} ${result.beside ?? ''}`;
  const met = result.met === undefined ? '' : result.met ? ' met' : ' MISSED';
  return [
    result.bench,
    result.what,
    `${amount(result.ours)} ${result.unit}`,
    theirs,
    result.ratio === undefined ? '' : `${amount(result.ratio)}x`,
    `${result.goal ?? ''}${met}`,
  ];
}

const SIGNIFICANT_DIGITS = 3;

function amount(value: number): string {
  return value >= 10 ** SIGNIFICANT_DIGITS
    ? String(Math.round(value))
    : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}
