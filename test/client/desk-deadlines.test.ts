import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addMonths, daysBetween, deadlinesOf, isOverdue, nextDue } from '../../client/triage/desk/deadlines.ts';
import { foldReport, UNTOUCHED } from '../../client/triage/desk/fold.ts';
import type { JournalContent } from '../../client/triage/desk/journal-types.ts';
import { proposedUrgency } from '../../client/triage/desk/urgency.ts';
import { deskReport, entry } from './desk-entries.ts';

const report = deskReport({}, { day: '2026-03-01' });

function triage(...contents: JournalContent[]) {
  return foldReport(
    contents.map((content, i) => entry(`e${String(i)}`, content, { number: i + 1, at: '2026-03-02T09:00Z' })),
  );
}

function reply(day: string, marks: { acknowledges?: boolean; feedback?: boolean } = {}): JournalContent {
  return { kind: 'replied', number: 1, day, ...marks };
}

describe('deadlines', () => {
  test('are seven days, and three months after those', () => {
    expect(deadlinesOf(report, UNTOUCHED, '2026-03-01')).toMatchObject([
      { kind: 'acknowledge', state: 'open', due: '2026-03-08', daysLeft: 7 },
      { kind: 'feedback', state: 'open', due: '2026-06-08', daysLeft: 99 },
    ]);
  });

  test('are over on the day after', () => {
    expect(deadlinesOf(report, UNTOUCHED, '2026-03-08')[0].state).toBe('open');
    expect(deadlinesOf(report, UNTOUCHED, '2026-03-09')[0]).toMatchObject({ state: 'overdue', daysLeft: -1 });
    expect(isOverdue(deadlinesOf(report, UNTOUCHED, '2026-03-09'))).toBe(true);
  });

  test('run from the acknowledgement once there is one; one that came late wins no time', () => {
    const early = deadlinesOf(report, triage(reply('2026-03-02', { acknowledges: true })), '2026-03-10');
    expect(early).toMatchObject([
      { state: 'met', met: '2026-03-02' },
      { state: 'open', due: '2026-06-02' },
    ]);
    const late = deadlinesOf(report, triage(reply('2026-05-01', { acknowledges: true })), '2026-05-02');
    expect(late).toMatchObject([{ state: 'late' }, { due: '2026-06-08' }]);
  });

  test('are met by feedback, and not by a question', () => {
    const asked = deadlinesOf(report, triage(reply('2026-03-02')), '2026-03-10');
    expect(asked.map(({ state }) => state)).toEqual(['overdue', 'open']);
    const told = deadlinesOf(report, triage(reply('2026-03-05', { feedback: true })), '2027-01-01');
    expect(told.map(({ state }) => state)).toEqual(['met', 'met']);
    expect(nextDue(told)).toBeNull();
  });

  test('are not met by what was answered before the report came', () => {
    const earlier = triage(reply('2026-02-01', { acknowledges: true, feedback: true })).replies;
    expect(deadlinesOf(report, UNTOUCHED, '2026-03-02', earlier).map(({ state }) => state)).toEqual(['open', 'open']);
  });

  test('end with a closing that forbids or needs no answer, and with no other', () => {
    const closed = (reason: string) =>
      deadlinesOf(
        report,
        triage(
          { kind: 'set', field: 'status', value: 'closed/archived', replaces: [] },
          { kind: 'set', field: 'reason', value: reason, replaces: [] },
        ),
        '2027-01-01',
      ).map(({ state }) => state);
    expect(closed('withdrawn')).toEqual(['ended', 'ended']);
    expect(closed('unsafe-to-act')).toEqual(['ended', 'ended']);
    expect(closed('unfounded')).toEqual(['overdue', 'overdue']);
  });

  test('are impossible to hold where nobody can be answered', () => {
    const without = deskReport({}, { caseLocator: null });
    const refused = deskReport({ contact: { allowed: false } });
    for (const each of [without, refused]) {
      const deadlines = deadlinesOf(each, UNTOUCHED, '2027-01-01');
      expect(deadlines.map(({ state }) => state)).toEqual(['impossible', 'impossible']);
      expect(isOverdue(deadlines)).toBe(false);
    }
  });

  test('of a parcel begin when somebody opened it first', () => {
    const parcel = deskReport({}, { day: null });
    expect(deadlinesOf(parcel, UNTOUCHED, '2027-01-01').map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    const opened = triage({ kind: 'opened', letter: 'c'.repeat(64) });
    expect(deadlinesOf(parcel, opened, '2026-03-03')[0].due).toBe('2026-03-09');
  });

  test('months end where the month does', () => {
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2026-10-31', 3)).toBe('2027-01-31');
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const length = daysBetween(day, addMonths(day, 3));
        expect(length).toBeGreaterThanOrEqual(89);
        expect(length).toBeLessThanOrEqual(92);
      }),
    );
  });
});

describe('proposed urgency', () => {
  test.each([
    [{ danger: 'now' }, 'critical', ['danger-now']],
    [{ children: 'yes', when: { ongoing: 'yes' } }, 'critical', ['children-held']],
    [{ children: 'yes', control: ['WithholdsDocuments'] }, 'critical', ['children-held']],
    [{ children: 'yes', control: ['WithholdsDocuments'], when: { ongoing: 'no' } }, 'normal', []],
    [{ danger: 'soon', stage: ['border'] }, 'critical', ['move-soon']],
    [{ danger: 'soon', stage: ['police'] }, 'high', ['danger-soon']],
    [{ when: { ongoing: 'yes' } }, 'high', ['going-on']],
    [{ help: ['safety'] }, 'high', ['asks-for-safety']],
    [{ act: ['threatened-victim'] }, 'high', ['threatened']],
    [{ when: { until: '2026-03' }, children: 'yes' }, 'high', ['children']],
    [{ when: { until: '2026-02' }, children: 'yes' }, 'normal', []],
    [{ when: { until: '2019' } }, 'low', ['long-ago']],
    [{ when: { until: '2019', ongoing: 'yes' } }, 'high', ['going-on']],
    [{ when: { until: '2019' }, help: ['safety'] }, 'high', ['asks-for-safety']],
    [{}, 'normal', []],
    [{ danger: ['now'], children: 1, when: 'now', stage: { border: true } }, 'normal', []],
  ])('%j', (answers, urgency, reasons) => {
    expect(proposedUrgency(deskReport(answers).report, '2026-03-20')).toEqual({ urgency, reasons });
  });
});
