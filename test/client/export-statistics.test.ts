import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ACT, OFFICIAL, PURPOSE, STAGE, type OpenedReport } from '../../crypto/index.ts';
import { statistics, type CountedReport, type Publication } from '../../client/triage/export/statistics.ts';

const YEAR = { from: '2026-01', to: '2026-12' };

function of(number: number, members: Partial<OpenedReport> = {}, over: Partial<CountedReport> = {}): CountedReport[] {
  return Array.from({ length: number }, () => ({
    tag: crypto.randomUUID(),
    day: '2026-03-05',
    caseLocator: null,
    report: { version: 1, story: 'x', ...members },
    ...over,
  }));
}

function numbers({ tables }: Publication, dimension: string): Record<string, number | null> {
  const table = tables.find((each) => each.dimension === dimension);
  return Object.fromEntries((table?.cells ?? []).map(({ code, cases }) => [code, cases]));
}

test('counts by stage, act, official, purpose, country and month', () => {
  const border = { stage: ['border'], act: ['let-through', 'warned'], official: ['police'], purpose: ['ForcedLabour'] };
  const route = { from: { country: 'MD' }, through: [{ country: 'RO' }], to: { country: 'MD' } };
  const all = [...of(20, { ...border, route }), ...of(15, { stage: ['police'] }, { day: '2026-04-30' })];
  const made = statistics(all, YEAR);
  expect(made.cases).toBe(35);
  expect(numbers(made, 'stage')).toMatchObject({ border: 20, police: null, return: null });
  expect(numbers(made, 'act')).toMatchObject({ 'let-through': 20, warned: 20, 'not-answered': 15, escorted: null });
  expect(numbers(made, 'country')).toEqual({ MD: 20, RO: 20, 'not-answered': 15 });
  expect(Object.keys(numbers(made, 'month'))).toHaveLength(12);
});

test('one person is one case, however much they write', () => {
  const mine = of(12, { stage: ['border'] }, { caseLocator: 'a'.repeat(64) });
  expect(statistics(mine, YEAR)).toMatchObject({ cases: null, tables: [] });
  const made = statistics([...mine, ...of(30, { stage: ['police'] })], YEAR);
  expect(made.cases).toBe(31);
  expect(numbers(made, 'stage')['border']).toBeNull();
});

test('a case is counted in the month of its first report, and in no other period', () => {
  const person = { caseLocator: 'b'.repeat(64) };
  const all = [
    ...of(1, {}, { ...person, day: '2025-12-31' }),
    ...of(1, {}, { ...person, day: '2026-02-01' }),
    ...of(40),
  ];
  expect(statistics(all, YEAR).cases).toBe(40);
  expect(statistics(all, { from: '2025-01', to: '2026-12' }).cases).toBe(41);
  const later = [
    ...all,
    ...of(5, {}, { day: '2027-01-01' }),
    ...of(1, { stage: ['border'] }, { ...person, day: '2027-02-01' }),
  ];
  expect(statistics(later, YEAR)).toEqual(statistics(all, YEAR));
});

test('countries that few named are not even listed', () => {
  const made = statistics(
    [...of(30, { route: { to: { country: 'NO' } } }), ...of(2, { route: { to: { country: 'TV' } } }), ...of(25)],
    YEAR,
  );
  expect(JSON.stringify(made)).not.toContain('TV');
});

test('too few to publish anything: not even how many', () => {
  expect(statistics(of(9), YEAR)).toEqual({ ...YEAR, cases: null, fewest: 10, tables: [] });
});

test('whatever strangers send, no number below ten is published, and no code of theirs', () => {
  const codes = (list: readonly string[]) =>
    fc.oneof(fc.array(fc.constantFrom(...list, 'Petrov')), fc.constant('Petrov'));
  const report = fc.record(
    {
      stage: codes(STAGE),
      act: codes(ACT),
      official: codes(OFFICIAL),
      purpose: codes(PURPOSE),
      route: fc.oneof(
        fc.record({
          from: fc.record({ country: fc.constantFrom('MD', 'RO', 'NO', 'Petrov') }),
          through: fc.constant([7]),
        }),
        fc.constant('Petrov'),
      ),
    },
    { requiredKeys: [] },
  );
  const day = fc.option(fc.constantFrom('2026-01-01', '2026-02-02', '2026-12-31', '2027-01-01'));
  const cases = fc.array(fc.tuple(report, day), { maxLength: 80 });
  fc.assert(
    fc.property(cases, (all) => {
      const made = statistics(
        all.flatMap(([members, on]) => of(1, members as Partial<OpenedReport>, { day: on })),
        YEAR,
      );
      const published = made.tables.flatMap(({ cells, others }) => [...cells.map(({ cases }) => cases), others]);
      expect([made.cases, ...published].filter((cases) => cases !== null && cases < 10)).toEqual([]);
      expect(JSON.stringify(made)).not.toContain('Petrov');
    }),
    { numRuns: 60 },
  );
});
