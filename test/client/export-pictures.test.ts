import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';

import { BarChart, ChartTable, Timeline, type ChartProps } from '../../client/triage/export/charts.tsx';
import { leave } from '../../client/triage/export/leaving.ts';
import type { Mark } from '../../client/triage/export/marks.ts';
import { PrintedReports } from '../../client/triage/export/printed-report.tsx';
import { PublishedStatistics } from '../../client/triage/export/published-statistics.tsx';
import { statistics, type CountedReport } from '../../client/triage/export/statistics.ts';
import { statisticsCsvLines } from '../../client/triage/export/statistics-csv.ts';
import type { OpenedReport } from '../../crypto/index.ts';
import { deskReport, label, note, register, triage, wording } from './export/desk.ts';
import { SECRETS } from './export/reports.ts';

const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh-Hans'];

/** The page's CSP forbids style attributes and handlers, and nothing is fetched. */
const FORBIDDEN = /\sstyle=|\son\w+=|<script|<style|href=|src=|javascript:/;

const CHART: ChartProps = {
  id: 'a',
  title: 'When did the official help?',
  bars: [
    { label: 'At a border', value: 40 },
    { label: 'On the way', value: 20 },
    { label: 'In court', value: null },
  ],
  direction: 'ltr',
  withheld: 'withheld',
  number: String,
};

function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

function attributes(svg: string, element: string, name: string): number[] {
  return [...svg.matchAll(new RegExp(`<${element} [^>]*?\\b${name}="([\\d.]+)"`, 'g'))].map(([, value]) =>
    Number(value),
  );
}

describe('a bar chart', () => {
  const svg = renderToString(h(BarChart, CHART));
  const bars = (drawn: string) => attributes(drawn, 'rect', 'width').filter((width) => width !== 6);

  test('says each label and number as text, and withheld ones in words', () => {
    expect(texts(svg)).toEqual(['At a border', '40', 'On the way', '20', 'In court', 'withheld']);
  });

  test('draws lengths in proportion, and a withheld number by a hatched stub that says nothing', () => {
    const [first = 0, second = 0, third] = bars(svg);
    expect(second * 2).toBe(first);
    expect(svg).toContain('url(#a-hatch)');
    const other = renderToString(
      h(BarChart, {
        ...CHART,
        bars: [
          { label: 'x', value: 100 },
          { label: 'y', value: null },
        ],
      }),
    );
    expect(bars(other)[1]).toBe(third);
  });

  test('has a name, and one picture is not taken for another', () => {
    expect(svg).toMatch(/role="img" aria-labelledby="a-title"/);
    expect(svg).toContain('<title id="a-title">When did the official help?</title>');
  });

  test('grows from the right where the language runs from there', () => {
    const mirrored = renderToString(h(BarChart, { ...CHART, direction: 'rtl' }));
    const [x = 0] = attributes(mirrored, 'rect', 'x');
    expect(x + (bars(mirrored)[0] ?? 0)).toBe(640);
    expect(mirrored).toContain('direction="rtl"');
  });

  test('of nothing is drawn all the same', () => {
    expect(renderToString(h(BarChart, { ...CHART, bars: [] }))).not.toMatch(/NaN|Infinity/);
    expect(renderToString(h(Timeline, { ...CHART, bars: [] }))).not.toMatch(/NaN|Infinity/);
  });

  test('a label is text, whatever it holds', () => {
    const hostile = '"><script>x</script>';
    expect(renderToString(h(BarChart, { ...CHART, bars: [{ label: hostile, value: 1 }] }))).not.toContain('<script');
  });
});

test('time runs as the language is written', () => {
  const year = Array.from({ length: 14 }, (_, i) => ({ label: `${String(i)}\n2026`, value: i + 10 }));
  const x = (direction: 'ltr' | 'rtl') =>
    attributes(renderToString(h(Timeline, { ...CHART, bars: year, direction })), 'rect', 'x');
  expect(x('ltr').slice(0, 12)).toEqual(
    x('ltr')
      .slice(0, 12)
      .sort((a, b) => a - b),
  );
  expect(x('rtl').slice(0, 12)).toEqual(x('ltr').slice(0, 12).toReversed());
  expect(x('ltr').slice(12)).toEqual(x('ltr').slice(0, 2));
});

test('the table beside it says the same', () => {
  const { bars, withheld, number } = CHART;
  const table = renderToString(h(ChartTable, { caption: 'c', bars, heads: ['a', 'b'], withheld, number }));
  expect([...table.matchAll(/<td>([^<]*)</g)].map(([, cell]) => cell)).toEqual(['40', '20', 'withheld']);
});

function counted(number: number, stage: string, day: string): CountedReport[] {
  return Array.from({ length: number }, (_, i) => ({
    tag: `${stage} ${day} ${String(i)}`,
    day,
    caseLocator: null,
    report: { version: 1, story: 'x', stage: [stage], route: { to: { country: 'NO' } } },
  }));
}
const REPORTS = [
  ...counted(25, 'border', '2026-01-07'),
  ...counted(14, 'police', '2026-03-07'),
  ...counted(3, 'return', '2026-03-09'),
];
const PUBLISHED = statistics(REPORTS, { from: '2026-01', to: '2026-04' });

describe.each(LANGUAGES)('in %s', (tag) => {
  test('the statistics are complete, with nothing that the page forbids', () => {
    const html = renderToString(
      h(PublishedStatistics, { publication: PUBLISHED, wording: wording(tag), office: 'Office' }),
    );
    expect(html).not.toMatch(FORBIDDEN);
    expect(html).not.toMatch(/undefined|NaN|\{\w+\}/);
    expect(html.match(/<svg/g)).toHaveLength(html.match(/<table/g)?.length ?? 0);
    expect(html.match(/<h2/g)).toHaveLength(6);
    expect(html).toContain(`dir="${tag === 'ar' ? 'rtl' : 'ltr'}"`);
  });

  test('a report is printed whole', () => {
    const html = printed([REPORT], tag);
    expect(html).not.toMatch(FORBIDDEN);
    expect(html).not.toMatch(/undefined|NaN|\{\w+\}|\bofficial\b.*:\s*\[/);
    for (const written of [
      'The clerk waved us through.',
      'Petrov',
      'Storskog',
      'photo.jpg',
      'The north line',
      'A note.',
    ])
      expect(html).toContain(written);
  });
});

test('published numbers as CSV are those of the page', () => {
  const lines = [...statisticsCsvLines(PUBLISHED, wording('en'))];
  expect(lines[1]).toBe('"What people reported, in numbers","","42"\r\n');
  expect(lines.join('')).not.toMatch(/"[1-9]"/);
});

const REPORT: OpenedReport = {
  version: 1,
  language: 'fr',
  story: 'The clerk waved us through.\nTwice.',
  danger: 'now',
  stage: ['border'],
  act: ['let-through'],
  officials: [{ name: 'Petrov', rank: 'clerk' }, { badge: '12' }],
  people: '2-5',
  route: { from: { country: 'MD' }, through: [{ country: 'RO' }], to: { country: 'NO', crossing: 'Storskog' } },
  when: { since: '2019-05', ongoing: 'yes', detail: 'on Mondays' },
  contact: { allowed: true, days: ['monday'], languages: ['ro'] },
  followUp: true,
  answers: [{ id: 'ferry', asked: 'Which ferry?', answer: 'The north line' }],
  evidence: {
    key: SECRETS.evidence,
    cells: 1,
    files: [{ name: 'photo.jpg', type: 'image/jpeg', size: 5, offset: 0, note: 'Taken by me.' }],
  },
  newer: 1,
};

function printed(of: readonly OpenedReport[], tag = 'en', ...marks: Mark[]): string {
  const said = triage({
    status: register('assessing/waiting-for-embassy'),
    urgency: register('high'),
    labels: [label('ferry')],
    notes: [note('A note.')],
  });
  const chosen = of.map((report) => ({ desk: deskReport(report), triage: said, marks }));
  return renderToString(h(PrintedReports, { leaving: leave(chosen, { notes: true }), wording: wording(tag) }));
}

describe('a printed report', () => {
  test('says what was asked and answered in the words of the questionnaire', () => {
    const html = printed([REPORT]);
    for (const said of [
      'Report 1',
      'November 23, 2026',
      'Being assessed / waiting-for-embassy',
      'Is someone in danger now?',
      'Yes, now',
      'Let people through',
      'Person 2',
      'Moldova',
      'May 2019',
      'Romanian',
      'Which ferry?',
      '1 part was left out',
    ])
      expect(html).toContain(said);
  });

  test('is inert: nothing in it acts, hides or turns what stands around it', () => {
    const hostile = 'a\u202Eb\u0000c\u200Bd<img src=x onerror=alert(1)>';
    const html = printed([
      {
        version: 1,
        story: hostile,
        officials: [{ name: hostile }],
        answers: [{ id: 'a', asked: hostile, answer: hostile }],
      },
    ]);
    for (const acting of ['\u202E', '\u0000', '\u200B', '<img']) expect(html).not.toContain(acting);
    expect(html.match(/a⟨U\+202E⟩b⟨U\+0000⟩c⟨U\+200B⟩d&lt;img/g)).toHaveLength(4);
  });

  test('keeps each line apart, with its own direction', () => {
    expect(printed([REPORT])).toContain(
      '<p dir="auto" class="printed-text">The clerk waved us through.</p><p dir="auto" class="printed-text">Twice.</p>',
    );
  });

  test('says nothing of a file that was taken out but that there was one', () => {
    const html = printed([REPORT], 'en', { kind: 'file', index: 0 });
    expect(html).toContain('<li><bdi>[redacted]</bdi></li>');
    expect(html).not.toMatch(/photo|Taken by me|5 bytes/);
  });

  test('stands on a page of its own in a selection', () => {
    expect(printed([REPORT, REPORT]).match(/<article class="printed-report">/g)).toHaveLength(2);
  });
});
