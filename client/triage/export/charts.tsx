import type { ComponentChildren } from 'preact';

/** A bar. `value` is null where the number is withheld. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
}

export interface ChartProps {
  /** Of the elements that the chart refers to: another one for each chart of a page. */
  readonly id: string;
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly direction: 'ltr' | 'rtl';
  /** What stands in place of a number that is withheld. */
  readonly withheld: string;
  readonly number: (value: number) => string;
}

/** In units of the picture, which is drawn as wide as there is room. */
const WIDTH = 640;
const ROW = 44;
const BAR = 18;
const BAR_WIDTH_MAX = 540;
const STUB = 24;
const GAP = 6;
const MARGIN = 4; // letters reach a little over their place

/**
 * Bars below their labels, each with its number in text: nothing is told by colour or length alone. Withheld numbers are hatched stubs of
 * one length. No style attribute, which the page forbids: what CSS does not know yet is in attributes of SVG.
 */
export function BarChart(props: ChartProps) {
  const { id, bars, direction } = props;
  const largest = largestOf(bars);
  // Written from the right, a row begins at the right end of the picture.
  const start = direction === 'rtl' ? WIDTH : 0;
  const towards = direction === 'rtl' ? -1 : 1;
  return (
    <Picture {...props} width={WIDTH} height={Math.max(1, bars.length) * ROW}>
      {bars.map(({ label, value }, i) => {
        const length = value === null ? STUB : Math.round((value / largest) * BAR_WIDTH_MAX);
        const top = i * ROW;
        return (
          <g>
            <text x={start} y={top + 14} class="chart-label">
              {label}
            </text>
            <rect
              x={direction === 'rtl' ? WIDTH - length : 0}
              y={top + 20}
              width={length}
              height={BAR}
              {...paint(value, id)}
            />
            <text x={start + towards * (length + GAP)} y={top + 34} class="chart-number">
              {shown(value, props)}
            </text>
          </g>
        );
      })}
    </Picture>
  );
}

const COLUMNS = 12;
const COLUMN = 52;
const COLUMN_BAR = 30;
const COLUMN_HEIGHT_MAX = 120;
const TOP = 20;
const FOOT = 48;
const BAND = TOP + COLUMN_HEIGHT_MAX + FOOT;

/**
 * Columns in the order of time, which runs as the language is written; twelve side by side, and the next twelve below. Numbers stand above,
 * labels in two lines below.
 */
export function Timeline(props: ChartProps) {
  const { bars } = props;
  const bands = Math.max(1, Math.ceil(bars.length / COLUMNS));
  return (
    <Picture {...props} width={COLUMNS * COLUMN} height={bands * BAND}>
      {bars.map((bar, i) => (
        <Column bar={bar} place={i} chart={props} largest={largestOf(bars)} />
      ))}
    </Picture>
  );
}

interface ColumnProps {
  readonly bar: Bar;
  readonly place: number;
  readonly chart: ChartProps;
  readonly largest: number;
}

function Column({ bar: { label, value }, place, chart, largest }: ColumnProps) {
  const inBand = place % COLUMNS;
  const left = (chart.direction === 'rtl' ? COLUMNS - 1 - inBand : inBand) * COLUMN;
  const middle = left + COLUMN / 2;
  const floor = Math.floor(place / COLUMNS) * BAND + TOP + COLUMN_HEIGHT_MAX;
  const height = value === null ? STUB : Math.round((value / largest) * COLUMN_HEIGHT_MAX);
  return (
    <g>
      <text x={middle} y={floor - height - GAP} text-anchor="middle" class="chart-number">
        {value === null ? '–' : chart.number(value)}
      </text>
      <rect
        x={left + (COLUMN - COLUMN_BAR) / 2}
        y={floor - height}
        width={COLUMN_BAR}
        height={height}
        {...paint(value, chart.id)}
      />
      <line x1={left} y1={floor} x2={left + COLUMN} y2={floor} stroke="currentColor" />
      {label.split('\n').map((line, row) => (
        <text x={middle} y={floor + 16 + row * 16} text-anchor="middle" class="chart-label">
          {line}
        </text>
      ))}
    </g>
  );
}

interface PictureProps extends ChartProps {
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}

/** One picture for those who do not see it: its numbers are in the table beside it. */
function Picture({ id, title, direction, width, height, children }: PictureProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={[-MARGIN, 0, width + 2 * MARGIN, height].join(' ')}
      class="chart"
      role="img"
      aria-labelledby={`${id}-title`}
      direction={direction}
      font-family="sans-serif"
      font-size="13"
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="none" />
          <line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" stroke-width="2" />
        </pattern>
      </defs>
      {children}
    </svg>
  );
}

function paint(value: number | null, id: string) {
  return value === null
    ? { fill: `url(#${id}-hatch)`, stroke: 'currentColor', class: 'chart-withheld' }
    : { fill: 'currentColor', class: 'chart-bar' };
}

function largestOf(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.map(({ value }) => value ?? 0));
}

function shown(value: number | null, { number, withheld }: ChartProps): string {
  return value === null ? withheld : number(value);
}

export interface TableProps {
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly heads: readonly [string, string];
  readonly withheld: string;
  readonly number: (value: number) => string;
}

/** The same as text: for those who do not see the picture, and for whoever wants to reckon with it. */
export function ChartTable({ caption, bars, heads, withheld, number }: TableProps) {
  return (
    <table class="chart-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr>
            <th scope="row">{label.replace('\n', ' ')}</th>
            <td>{value === null ? withheld : number(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
