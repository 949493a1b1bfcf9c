import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { csvLines, type CsvOptions } from '../../client/triage/export/csv.ts';
import { CELL_CHARACTERS_MAX } from '../../client/triage/export/csv-cell.ts';
import { exportJsonSchema, exportSchema, jsonPieces } from '../../client/triage/export/json.ts';
import { leave, type Chosen } from '../../client/triage/export/leaving.ts';
import type { Mark } from '../../client/triage/export/marks.ts';
import type { OpenedReport } from '../../crypto/index.ts';
import { deskReport, label, note, register, triage, wording } from './export/desk.ts';
import { reports } from './export/reports.ts';

const FACTS = { office: 'Example Office', exported: '2026-11-24' };

function chosen(members: Partial<OpenedReport>, ...marks: Mark[]): Chosen {
  return { desk: deskReport({ version: 1, story: 'A border clerk.', ...members }), triage: triage(), marks };
}

function csv(selection: readonly Chosen[], options?: CsvOptions): string {
  return [...csvLines(leave(selection), options)].join('');
}

function json(selection: readonly Chosen[], notes = false) {
  return exportSchema.parse(JSON.parse([...jsonPieces(leave(selection, { notes }), FACTS)].join('')));
}

/** RFC 4180, section 2, and nothing beside it: throws on anything else. */
function strict(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = /"((?:[^"]|"")*)"(,|\r\n)/y;
    field.lastIndex = at;
    const [whole = '', value = '', end = ''] = field.exec(text) ?? [];
    if (whole === '') throw new Error(`not a field at ${String(at)}`);
    row.push(value.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
    at += whole.length;
  }
  return rows;
}

/** As programs read it that look for another separator: a quote counts at the start of a cell, and what follows it is kept. */
function loose(text: string, separator: string, knowsQuotes: boolean): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[(at += 1)] ?? '';
      else isQuoted = false;
    } else if (character === '"' && cell.trim() === '' && knowsQuotes) isQuoted = true;
    else if (character === separator || character === '\n' || character === '\r') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

function isFormula(cell: string): boolean {
  return /^[=+\-@\u2212]/.test(cell.normalize('NFKC').replace(/^[\s"\u200B\uFEFF]+/, ''));
}

describe('CSV', () => {
  const ATTACKS = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '−1',
    ' =1',
    '\u00A0=1',
    '\u200B=1',
    '"=1',
    'a;=1',
    'a,=1',
    'a|+1',
    'a\t-1',
    'a\n=1',
    'a";=1',
    'a","=1',
    'a"\r\n"=1',
    '=1+1\nnote',
    'a;"=1',
    'a; "" =1',
    '\u0000=1',
  ];
  const members = (text: string): Partial<OpenedReport> => ({
    story: text,
    officials: [{ name: text, rank: text }],
    answers: [{ id: text, asked: text, answer: [text, text] }],
    stage: [text],
  });

  test.each(ATTACKS)('%j is no formula, in whichever way a program takes the file apart', (attack) => {
    const file = csv([chosen(members(attack))], { mark: false });
    const rows = strict(file);
    expect(rows).toHaveLength(2);
    expect(rows.flat().filter((cell) => /^[\t\r\n]/.test(cell))).toEqual([]);
    for (const separator of [',', ';', '\t', '|']) {
      for (const knowsQuotes of [true, false]) {
        expect(loose(file, separator, knowsQuotes).filter(isFormula)).toEqual([]);
      }
    }
  });

  test('nor is anything put together from such parts', () => {
    const part = fc.constantFrom(...Array.from('=+-@"\';,|\t\r\n ＝－⁺a\u200B\u0000'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = csv([chosen(members(parts.join('')))], { mark: false });
        const cells = [',', ';', '\t', '|'].flatMap((separator) => [
          ...loose(file, separator, true),
          ...loose(file, separator, false),
        ]);
        expect(cells.filter(isFormula)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('is RFC 4180 with one row a report and the same columns in each, whatever was sent', () => {
    fc.assert(
      fc.property(fc.array(reports, { maxLength: 3 }), (all) => {
        const selection = all.map((report) => ({ desk: deskReport(report), triage: triage(), marks: [] }));
        const rows = strict(csv(selection, { mark: false }));
        expect(rows).toHaveLength(all.length + 1);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      }),
    );
  });

  test('has a column for each part of the questionnaire, and says the same in words', () => {
    const selection = [
      chosen({
        stage: ['border', 'police'],
        officials: [{ name: 'Petrov', rank: 'clerk' }, { badge: '12' }],
        route: { from: { country: 'MD' }, to: { country: 'NO', crossing: 'Storskog' } },
        when: { since: '2019-05', ongoing: 'yes' },
        contact: { allowed: true, days: ['monday'] },
        answers: [{ id: 'ferry', asked: 'Which ferry?', answer: 'The north line' }],
      }),
    ];
    const [ids = [], values = []] = strict(csv(selection, { mark: false }));
    const row = Object.fromEntries(ids.map((id, i) => [id, values[i]]));
    expect(row).toMatchObject({
      reference: '1',
      received: '2026-11-23',
      story: 'A border clerk.',
      stage: 'border; police',
      officials: 'name: Petrov; rank: clerk\nbadge: 12',
      'route.from.country': 'MD',
      'route.to.crossing': 'Storskog',
      'when.since': '2019-05',
      'contact.allowed': 'true',
      'answers.ferry': 'The north line',
    });
    const [titles = [], words = []] = strict(csv(selection, { mark: false, wording: wording('en') }));
    const inWords = Object.fromEntries(titles.map((title, i) => [title, words[i]]));
    expect(inWords).toMatchObject({
      'When or where did the official help, or look away?': 'At a border; When someone went to the police',
      'Where?: From where: Country': 'Moldova',
      'When?: Since when': 'May 2019',
      'May the office answer you?: On which days is it safe?': 'Monday',
      'Which ferry?': 'The north line',
    });
  });

  test('begins with a byte order mark unless it is not wanted', () => {
    expect(csv([]).startsWith('\uFEFF"reference"')).toBe(true);
    expect(csv([], { mark: false }).startsWith('"reference"')).toBe(true);
  });

  test('cuts what no cell holds, and says so: the rest would stand in a new one', () => {
    const [, row = []] = strict(csv([chosen({ story: `${'a'.repeat(CELL_CHARACTERS_MAX)}=1` })], { mark: false }));
    const story = row.find((cell) => cell.startsWith('aaa')) ?? '';
    expect(story).toMatch(/a \[cut: the rest is in the JSON export\]$/);
    expect(story.length).toBeLessThanOrEqual(CELL_CHARACTERS_MAX);
  });
});

describe('JSON', () => {
  test('has the documented form, whatever was sent', () => {
    fc.assert(
      fc.property(fc.array(reports, { maxLength: 3 }), (all) => {
        const made = json(all.map((report) => ({ desk: deskReport(report), triage: triage(), marks: [] })));
        expect(made.reports.map(({ reference }) => reference)).toEqual(all.map((_, i) => String(i + 1)));
      }),
    );
  });

  test('carries what the office made of a report, without names that were taken out, ids or who did it', () => {
    const first = chosen({ story: 'Petrov did it.' }, { kind: 'name', text: 'Petrov' });
    const second = { ...chosen({}), desk: deskReport({ version: 1, story: 'x' }, { tag: '1'.repeat(32) }) };
    const said = triage({
      status: register('assessing/waiting-for-petrov'),
      urgency: register('high'),
      assignee: register('somebody'),
      labels: [label('the Petrov matter')],
      links: [
        { ...label('1'.repeat(32)), fromOther: false },
        { ...label('9'.repeat(32)), fromOther: false },
      ],
      referrals: [{ ...label(''), to: 'Friends of Petrov', consent: 'without-details' }],
      notes: [note('Ask about PETROV.')],
    });
    const made = json([{ ...first, triage: said }, second], true);
    expect(made.reports[0]?.triage).toEqual({
      status: 'assessing/waiting-for-[redacted]',
      reason: null,
      urgency: 'high',
      labels: ['the [redacted] matter'],
      duplicateOf: null,
      links: ['2'],
      referredTo: ['Friends of [redacted]'],
      notes: ['Ask about [redacted].'],
    });
    const text = JSON.stringify(made);
    for (const kept of ['somebody', 'cafecafe', '1111', '9999', 'bundle', 'identity']) expect(text).not.toContain(kept);
  });

  test('keeps the notes in the office unless they are asked for', () => {
    const [report] = json([{ ...chosen({}), triage: triage({ notes: [note('private')] }) }]).reports;
    expect(report?.triage.notes).toEqual([]);
  });

  test('its schema can be given to others', () => {
    expect(exportJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
