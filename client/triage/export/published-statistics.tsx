import { fill } from '../../messages/fill.ts';
import { BarChart, ChartTable, Timeline, type Bar } from './charts.tsx';
import { NOT_ANSWERED, type Dimension, type Publication, type PublishedTable } from './statistics.ts';
import type { Wording } from './wording.ts';

interface StatisticsProps {
  readonly publication: Publication;
  readonly wording: Wording;
  readonly office: string;
  /** It stands on a page of ours, below headings of it. */
  readonly isPart?: boolean;
}

/** What an office publishes of a period, as charts and tables: for the screen, for print, and for a page of its own. */
export function PublishedStatistics({ publication, wording, office, isPart = false }: StatisticsProps) {
  const Title = isPart ? 'h3' : 'h1';
  const { texts, language } = wording;
  const { from, to, cases, fewest, tables } = publication;
  return (
    <article class="statistics" lang={language.tag} dir={language.direction}>
      <Title>{texts.statistics}</Title>
      <p>{office}</p>
      <p>{fill(texts.period, { from: wording.month(from), to: wording.month(to) })}</p>
      {cases === null ? (
        <p>{fill(texts.tooFew, { number: wording.number(fewest) })}</p>
      ) : (
        <>
          <p class="total">{wording.count(texts.cases, cases)}</p>
          <p>{texts.unit}</p>
          {fewest > 0 && <p>{fill(texts.why, { number: wording.number(fewest) })}</p>}
          {tables.map((table) => (
            <PublishedChart table={table} wording={wording} isPart={isPart} />
          ))}
        </>
      )}
    </article>
  );
}

interface ChartProps {
  readonly table: PublishedTable;
  readonly wording: Wording;
  readonly isPart: boolean;
}

function PublishedChart({ table, wording, isPart }: ChartProps) {
  const Title = isPart ? 'h4' : 'h2';
  const { texts, language } = wording;
  const { dimension } = table;
  const title = titleOf(dimension, wording);
  const shared = { withheld: texts.withheld, number: (value: number) => wording.number(value) };
  const bars = barsOf(table, wording);
  const chart = { ...shared, id: `chart-${dimension}`, title, direction: language.direction };
  return (
    <section class="published">
      <Title>{title}</Title>
      {bars.some(({ value }) => value !== null) ? (
        <>
          <div class="chart-frame" tabIndex={0} role="group" aria-label={title}>
            {dimension === 'month' ? (
              <Timeline
                {...chart}
                bars={table.cells.map(({ code, cases }) => ({ label: monthLines(code, wording), value: cases }))}
              />
            ) : (
              <BarChart {...chart} bars={bars} />
            )}
          </div>
          <ChartTable {...shared} caption={title} bars={bars} heads={[texts.answer, texts.count]} />
        </>
      ) : (
        <p>{texts.nothingShown}</p>
      )}
    </section>
  );
}

/** With the rest as the last one, where the table has one. */
export function barsOf({ dimension, cells, others }: PublishedTable, wording: Wording): Bar[] {
  return [
    ...cells.map(({ code, cases }) => ({ label: labelOf(dimension, code, wording), value: cases })),
    ...(others === null ? [] : [{ label: wording.texts.others, value: others }]),
  ];
}

export function titleOf(dimension: Dimension, wording: Wording): string {
  if (dimension === 'month') return wording.texts.byMonth;
  return dimension === 'country' ? wording.texts.byCountry : wording.title(dimension);
}

export function labelOf(dimension: Dimension, code: string, wording: Wording): string {
  if (code === NOT_ANSWERED) return wording.texts.notAnswered;
  if (dimension === 'month') return wording.month(code);
  return dimension === 'country' ? wording.country(code) : wording.value(dimension, undefined, code);
}

/** Short, as many stand side by side: the month above its year, which needs no word for it. */
function monthLines(month: string, { language }: Wording): string {
  const [year = '', number = ''] = month.split('-');
  const names = new Intl.DateTimeFormat(language.tag, { month: 'short', timeZone: 'UTC' });
  const years = new Intl.NumberFormat(language.tag, { useGrouping: false });
  return `${names.format(new Date(Date.UTC(2000, Number(number) - 1, 15)))}\n${years.format(Number(year))}`;
}
