import { beforeEach, describe, expect, test } from 'vitest';

import type { ReportTag } from '../../client/triage/desk/journal-types.ts';
import { Cases } from '../../client/triage/worker/cases.ts';
import { DeskIndex } from '../../client/triage/worker/desk-index.ts';
import type { KeptReport, Memory } from '../../client/triage/worker/memory.ts';
import { linesOf } from '../../client/triage/worker/casebook-lines.ts';
import { readingHandlers } from '../../client/triage/worker/reading.ts';
import { triageHandlers } from '../../client/triage/worker/triaging.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { deskOf, identityOf, newReport, reopened, takeAll } from './triage-desk.ts';

const OFFICER = 0;
const ADVISER = 1;

/** A reviewer's desk with all that a page can call, the line between them left out. */
interface Desk {
  readonly memory: Memory;
  readonly act: ReturnType<typeof triageHandlers>;
  readonly reading: ReturnType<typeof readingHandlers>;
}

const CONTROL = { signal: new AbortController().signal, tell: () => undefined, transfer: () => undefined };

function deskAround(memory: Memory): Desk {
  const cases = new Cases(memory);
  const index = new DeskIndex(memory, cases);
  return { memory, act: triageHandlers(memory, index), reading: readingHandlers(memory, cases, index) };
}

let office: TestOffice;
let crossing: KeptReport;
let ferry: KeptReport;
let desk: Desk;

async function deskWith(slot: number, ...reports: readonly KeptReport[]): Promise<Desk> {
  const made = deskAround(await deskOf(office, slot));
  for (const report of reports) made.memory.addReport(report);
  return made;
}

beforeEach(async () => {
  office = await makeOffice(['Marta Lindqvist', 'Legal adviser']);
  crossing = await newReport({ story: 'The vans pass the north crossing.', danger: 'now', official: ['border-guard'] });
  ferry = await newReport({ story: 'The ferry leaves at night.' }, { day: '2026-02-01' });
  desk = await deskWith(OFFICER, crossing, ferry);
});

async function shown({ act }: Desk, { tag }: KeptReport) {
  const triage = await act.triage(tag, CONTROL);
  if (!triage) throw new Error('no such report');
  return triage;
}

async function listed(
  { reading }: Desk,
  filter = {},
  order: 'newest' | 'urgent' | 'due' = 'newest',
): Promise<ReportTag[]> {
  await reading.list({ selected: null, filter, order }, CONTROL);
  return (await reading.rows({ from: 0, count: 100 }, CONTROL)).map(({ tag }) => tag);
}

describe('what is decided', () => {
  test('stands in the report, its history and its line, and comes back with the casebook', async () => {
    const { tag } = crossing;
    const me = identityOf(office, OFFICER);
    await desk.act.setField({ tag, field: 'status', value: 'assessing' }, CONTROL);
    await desk.act.setField({ tag, field: 'urgency', value: 'high' }, CONTROL);
    await desk.act.setField({ tag, field: 'assignee', value: me }, CONTROL);
    await desk.act.mark({ tag, to: 'label', value: 'north' }, CONTROL);
    await desk.act.note({ tag, text: 'Ask the port.', replaces: null }, CONTROL);
    const again = deskAround(await reopened(desk.memory, office, OFFICER));
    // The index learns of reports from the memory as they come: a casebook that was read before it is not.
    const later = await deskWith(OFFICER);
    await takeAll(later.memory, linesOf(again.memory));
    for (const each of [desk, later]) {
      const { triage, history } = await shown(each, crossing);
      expect(triage.status).toMatchObject({ value: 'assessing', by: me, conflict: [] });
      expect(triage.labels.map(({ value }) => value)).toEqual(['north']);
      expect(triage.notes.map(({ text }) => text)).toEqual(['Ask the port.']);
      expect(history).toHaveLength(5);
      const rows = await each.reading.rows({ from: 0, count: 9 }, CONTROL);
      expect(rows.find((row) => row.tag === tag)?.decided).toMatchObject({
        status: 'assessing',
        urgency: 'high',
        isProposed: false,
        assignee: me,
        labels: ['north'],
        isDisputed: false,
      });
      expect(await listed(each, { assignee: ['me'] })).toEqual([tag]);
      expect(await listed(each, { label: ['north'], status: ['assessing'] })).toEqual([tag]);
      expect(await listed(each, { words: 'port' })).toEqual([tag]); // of the note
      expect(await listed(each, { words: 'ferr' })).toEqual([ferry.tag]);
    }
  });

  test('is not said again where it is so already', async () => {
    const { tag } = crossing;
    for (let i = 0; i < 3; i += 1) {
      await desk.act.setField({ tag, field: 'status', value: 'closed' }, CONTROL);
      await desk.act.mark({ tag, to: 'label', value: 'north' }, CONTROL);
      await desk.act.recuse({ tag, on: false, why: '' }, CONTROL);
    }
    expect((await shown(desk, crossing)).history).toHaveLength(2);
  });

  test('side by side is shown, counts as undecided, and is settled by choosing', async () => {
    const { tag } = crossing;
    const other = await deskWith(ADVISER, crossing, ferry);
    await desk.act.setField({ tag, field: 'status', value: 'investigating' }, CONTROL);
    await other.act.setField({ tag, field: 'status', value: 'closed' }, CONTROL);
    await desk.memory.journal.addForeign([...other.memory.journal.entries.values()].map(({ envelope }) => envelope));
    const { status } = (await shown(desk, crossing)).triage;
    expect([status.value, status.conflict[0]?.value].sort()).toEqual(['closed', 'investigating']);
    expect(await listed(desk, { disputed: true })).toEqual([tag]);
    await desk.act.setField({ tag, field: 'status', value: status.value }, CONTROL);
    expect((await shown(desk, crossing)).triage.status).toMatchObject({ value: status.value, conflict: [] });
    expect(await listed(desk, { disputed: true })).toEqual([]);
  });
});

describe('notes', () => {
  test('are changed by their author only, and keep what they said before', async () => {
    const { tag } = crossing;
    await desk.act.note({ tag, text: 'First.', replaces: null }, CONTROL);
    const [first] = (await shown(desk, crossing)).triage.notes;
    await desk.act.note({ tag, text: 'Second.', replaces: first?.entry ?? '' }, CONTROL);
    expect((await shown(desk, crossing)).triage.notes).toMatchObject([
      { text: 'Second.', earlier: [{ text: 'First.' }] },
    ]);
    const other = await deskWith(ADVISER, crossing);
    await other.memory.journal.addForeign([...desk.memory.journal.entries.values()].map(({ envelope }) => envelope));
    const [theirs] = (await shown(other, crossing)).triage.notes;
    await expect(
      other.act.note({ tag, text: 'Never said.', replaces: theirs?.entry ?? '' }, CONTROL),
    ).rejects.toMatchObject({ failure: { code: 'note-of-another' } });
  });
});

describe('links and duplicates', () => {
  test('a link is seen, and taken away, from either end', async () => {
    await desk.act.mark({ tag: crossing.tag, to: 'link', value: ferry.tag, why: 'The same vans' }, CONTROL);
    expect((await shown(desk, ferry)).links).toMatchObject([{ link: { value: crossing.tag, fromOther: true } }]);
    await desk.act.unmark({ tag: ferry.tag, to: 'link', value: crossing.tag }, CONTROL);
    expect((await shown(desk, crossing)).links).toEqual([]);
    await expect(desk.act.mark({ tag: ferry.tag, to: 'link', value: ferry.tag }, CONTROL)).rejects.toMatchObject({
      failure: { code: 'link-to-itself' },
    });
  });

  test('are suggested with what is shared, and no more once they are linked', async () => {
    const one = await newReport({
      story: 'He drove the car AB 12 CDE.',
      officials: [{ name: 'Sergeant Ruiz', badge: 'K-7741' }],
    });
    const two = await newReport({ story: 'A sergeant with a badge.', officials: [{ name: 'Ruiz', badge: 'k 7741' }] });
    desk.memory.addReport(one);
    desk.memory.addReport(two);
    const found = await desk.act.suggestions(one.tag, CONTROL);
    expect(found).toMatchObject([{ other: { tag: two.tag } }]);
    expect(found[0]?.reasons.map(({ kind, mine, theirs }) => [kind, mine, theirs])).toContainEqual([
      'badge',
      'K-7741',
      'k 7741',
    ]);
    await desk.act.mark({ tag: one.tag, to: 'link', value: two.tag }, CONTROL);
    expect(await desk.act.suggestions(one.tag, CONTROL)).toEqual([]);
  });

  test('a report that repeats another is closed and listed under it, and comes back when it does not', async () => {
    const third = await newReport({ story: 'Between them.' }, { day: '2026-02-15' });
    desk.memory.addReport(third);
    expect(await listed(desk)).toEqual([crossing.tag, third.tag, ferry.tag]);
    await desk.act.setDuplicate({ tag: ferry.tag, of: crossing.tag }, CONTROL);
    expect(await listed(desk)).toEqual([crossing.tag, ferry.tag, third.tag]);
    const { triage, original } = await shown(desk, ferry);
    expect([triage.status.value, triage.reason.value, original?.tag]).toEqual(['closed', 'duplicate', crossing.tag]);
    expect((await shown(desk, crossing)).duplicates).toMatchObject([{ tag: ferry.tag }]);
    await expect(desk.act.setDuplicate({ tag: crossing.tag, of: ferry.tag }, CONTROL)).rejects.toMatchObject({
      failure: { code: 'duplicate-of-itself' },
    });
    await desk.act.setDuplicate({ tag: ferry.tag, of: null }, CONTROL);
    expect(await listed(desk)).toEqual([crossing.tag, third.tag, ferry.tag]);
    expect((await shown(desk, ferry)).triage.status.value).toBe('assessing');
  });

  test('a circle that two made side by side hides no report', async () => {
    const other = await deskWith(ADVISER, crossing, ferry);
    await desk.act.setDuplicate({ tag: ferry.tag, of: crossing.tag }, CONTROL);
    await other.act.setDuplicate({ tag: crossing.tag, of: ferry.tag }, CONTROL);
    await desk.memory.journal.addForeign([...other.memory.journal.entries.values()].map(({ envelope }) => envelope));
    expect((await listed(desk)).sort()).toEqual([crossing.tag, ferry.tag].sort());
  });

  test('are named by a number that is the only one to begin so', async () => {
    expect(await desk.act.byNumber(ferry.letter.slice(0, 8), CONTROL)).toMatchObject({ tag: ferry.tag });
    expect(await desk.act.byNumber(ferry.letter.slice(0, 4), CONTROL)).toBeNull();
    expect(await desk.act.byNumber('00000000', CONTROL)).toBeNull();
  });
});

describe('conflict of interest', () => {
  test('a report that names a reviewer is flagged', async () => {
    const naming = await newReport({ story: 'I told it to Marta Lindqvist, and she laughed.' });
    desk.memory.addReport(naming);
    expect((await shown(desk, naming)).interests).toMatchObject([
      { identity: identityOf(office, OFFICER), because: 'in-text' },
    ]);
    expect(await listed(desk, { interest: true })).toEqual([naming.tag]);
  });

  test('whoever takes themself off gets nothing of what the report says, by any call, until they lift it', async () => {
    const { tag } = crossing;
    await desk.act.mark({ tag: ferry.tag, to: 'link', value: tag }, CONTROL);
    await desk.act.recuse({ tag, on: true, why: 'I know him.' }, CONTROL);
    const rows = await desk.reading.rows({ from: 0, count: 9 }, CONTROL);
    const told = JSON.stringify([
      await desk.reading.report(tag, CONTROL),
      await desk.act.triage(tag, CONTROL),
      await desk.act.triage(ferry.tag, CONTROL),
      await desk.act.suggestions(tag, CONTROL),
      await desk.act.referralWarnings({ tag, to: 'Border guard' }, CONTROL),
      rows,
    ]);
    expect(told).not.toMatch(/vans|north crossing|border-guard/);
    expect(await listed(desk, { words: 'vans' })).toEqual([]);
    expect(await listed(desk, { recused: true })).toEqual([tag]);
    await expect(desk.act.refer({ tag, to: 'Court', consent: 'Yes' }, CONTROL)).rejects.toMatchObject({
      failure: { code: 'recused' },
    });
    const other = await deskWith(ADVISER, crossing);
    await other.memory.journal.addForeign([...desk.memory.journal.entries.values()].map(({ envelope }) => envelope));
    expect((await other.reading.report(tag, CONTROL))?.report.story).toContain('vans');
    expect((await shown(other, crossing)).triage.recusals).toMatchObject([{ on: true, why: 'I know him.' }]);
    await desk.act.recuse({ tag, on: false, why: '' }, CONTROL);
    expect((await desk.reading.report(tag, CONTROL))?.report.story).toContain('vans');
    expect(await listed(desk, { words: 'vans' })).toEqual([tag]);
  });

  test('a referral to those who are accused is warned of, and noted only when somebody says so', async () => {
    const { tag } = crossing;
    const warnings = await desk.act.referralWarnings({ tag, to: 'Border guard of the north' }, CONTROL);
    expect(warnings).toContainEqual({ because: 'official-kind', official: 'border-guard' });
    expect((await shown(desk, crossing)).history).toEqual([]);
    await desk.act.refer({ tag, to: 'Prosecutor', consent: 'Agreed in their reply' }, CONTROL);
    const { triage } = await shown(desk, crossing);
    expect(triage.referrals).toMatchObject([{ to: 'Prosecutor', consent: 'Agreed in their reply' }]);
    expect(triage.status.value).toBe('referred');
  });
});

describe('what the office keeps', () => {
  test('filters of two reviewers who did not know of each other are both kept', async () => {
    const other = await deskWith(ADVISER);
    await desk.act.setOffice({ name: 'filters', value: [{ name: 'mine', filter: { assignee: ['me'] } }] }, CONTROL);
    await other.act.setOffice({ name: 'filters', value: [{ name: 'late', filter: { overdue: true } }] }, CONTROL);
    await desk.memory.journal.addForeign([...other.memory.journal.entries.values()].map(({ envelope }) => envelope));
    const { filters } = await desk.act.choices(null, CONTROL);
    expect(filters.map(({ name }) => name).sort()).toEqual(['late', 'mine']);
    await desk.act.setOffice({ name: 'filters', value: filters.filter(({ name }) => name === 'late') }, CONTROL);
    expect((await desk.act.choices(null, CONTROL)).filters.map(({ name }) => name)).toEqual(['late']);
  });
});

test('reading a report is noted once, by whoever read it', async () => {
  const tags = [crossing.tag];
  await desk.reading.markRead({ tags, isRead: true }, CONTROL);
  await desk.reading.markRead({ tags, isRead: false }, CONTROL);
  await desk.reading.markRead({ tags, isRead: true }, CONTROL);
  await expect.poll(async () => (await shown(desk, crossing)).history.length).toBe(1);
  expect((await shown(desk, crossing)).triage.opened).toMatchObject([{ letter: crossing.letter }]);
});
