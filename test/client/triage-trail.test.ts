import { beforeEach, describe, expect, test } from 'vitest';

import {
  NO_ENTRY,
  openEntry,
  signEntry,
  signingSeed,
  systemRandom,
  type Envelope,
  type KnownContent,
  type Roster,
} from '../../crypto/index.ts';
import type { KeptReport } from '../../client/triage/worker/memory.ts';
import { takeDirectory } from '../../client/triage/worker/office.ts';
import { teamCounts } from '../../client/triage/worker/team-counts.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { identityOf, newReport, reopened } from './triage-desk.ts';
import { CONTROL, deskAround, journalOf, mailTo, teamDesk, type TeamDesk } from './triage-team.ts';

const CLERK = 0;
const COUNSELLOR = 1;
const ALL = { author: null, about: null };

let office: TestOffice;
let report: KeptReport;
let clerk: TeamDesk;
let counsellor: TeamDesk;

beforeEach(async () => {
  office = await makeOffice(['Case worker', 'Counsellor']);
  report = await newReport();
  clerk = await teamDesk(office, CLERK);
  counsellor = await teamDesk(office, COUNSELLOR);
  clerk.memory.addReport(report);
  counsellor.memory.addReport(report);
});

const note = (text: string): KnownContent => ({ kind: 'note', text });

async function write({ memory }: TeamDesk, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await memory.journal.write(report.tag, () => note(text));
}

async function chainOf(desk: TeamDesk, slot: number) {
  const { chains } = await desk.team.team(null, CONTROL);
  return chains.find(({ author }) => author === identityOf(office, slot));
}

/** An entry of the counsellor's own making, wherever they say that it stands. */
async function madeUp(number: number, previous: string, text: string): Promise<Envelope> {
  const { seed } = office.reviewers[COUNSELLOR] ?? { seed: signingSeed(systemRandom(32)) };
  const about = null;
  const content: KnownContent = {
    kind: 'office',
    name: 'labels',
    value: JSON.stringify([{ name: text }]),
    replaces: [],
  };
  return (await signEntry({ seed, number, previous, at: '2026-03-01T10:00Z', about, content }, systemRandom)).envelope;
}

describe('what each author wrote', () => {
  test('is counted, dated, named, and whole where it is', async () => {
    await write(clerk, 'One.', 'Two.');
    await write(counsellor, 'Three.');
    await clerk.memory.journal.addForeign(journalOf(counsellor));
    expect(await chainOf(clerk, CLERK)).toMatchObject({
      name: 'Case worker',
      isListed: true,
      entries: 2,
      gaps: [],
      forks: [],
      broken: [],
    });
    expect((await chainOf(clerk, CLERK))?.lastAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    expect(await chainOf(clerk, COUNSELLOR)).toMatchObject({ name: 'Counsellor', entries: 1 });
    expect(teamCounts(clerk.memory)).toEqual({ waiting: 0, asks: 0, given: 0, hasForks: false });
  });

  test('shows a letter that was kept back as a gap, until it comes', async () => {
    await write(counsellor, 'One.', 'Two.', 'Three.', 'Four.');
    const [first, second, third, fourth] = journalOf(counsellor) as [Envelope, Envelope, Envelope, Envelope];
    await clerk.open(await mailTo(office, { journal: [first, fourth] }, 'all'));
    expect(await chainOf(clerk, COUNSELLOR)).toMatchObject({ gaps: [{ first: 2, last: 3 }], entries: 2 });
    await clerk.open(await mailTo(office, { journal: [third, second] }, 'all'));
    expect(await chainOf(clerk, COUNSELLOR)).toMatchObject({ gaps: [], entries: 4 });
  });

  test('shows two stories under one number as a fork, also once the casebook is opened again', async () => {
    const entries = [await madeUp(1, NO_ENTRY, 'for the clerk'), await madeUp(1, NO_ENTRY, 'for the adviser')];
    await clerk.open(await mailTo(office, { journal: entries }, 'all'));
    const again = deskAround(await reopened(clerk.memory, office, CLERK));
    for (const desk of [clerk, again]) {
      expect(await chainOf(desk, COUNSELLOR)).toMatchObject({ forks: [1], entries: 2 });
      expect(teamCounts(desk.memory).hasForks).toBe(true);
      const { entries: shown } = await desk.team.trail({ ...ALL, from: 0, count: 9 }, CONTROL);
      expect(shown.map(({ isTwin }) => isTwin)).toEqual([true, true]);
    }
  });

  test('shows an entry that follows another one as broken', async () => {
    const entries = [await madeUp(1, NO_ENTRY, 'one'), await madeUp(2, 'ab'.repeat(32), 'two')];
    await clerk.open(await mailTo(office, { journal: entries }, 'all'));
    expect(await chainOf(clerk, COUNSELLOR)).toMatchObject({ broken: [2], forks: [], gaps: [] });
  });

  test('keeps the name of whoever has left', async () => {
    await write(counsellor, 'One.');
    await clerk.memory.journal.addForeign(journalOf(counsellor));
    const payload = JSON.parse(atob(office.directory.roster.payload)) as Roster;
    const later = await office.ofVersion(2, { reviewers: payload.reviewers.slice(0, 1) });

    await takeDirectory(clerk.memory, later, '2026-01-01');
    const again = deskAround(await reopened(clerk.memory, office, CLERK));
    expect(await chainOf(again, COUNSELLOR)).toMatchObject({ name: 'Counsellor', isListed: false });
  });

  test('tells what was not believed, and counts what nobody can place', async () => {
    await write(counsellor, 'One.');
    const [signed] = journalOf(counsellor) as [Envelope];
    const altered = { ...signed, payload: btoa(atob(signed.payload).replace('"number":1', '"number":2')) };
    const seed = signingSeed(systemRandom(32));
    const made = { seed, number: 1, previous: NO_ENTRY, at: '2026-03-01T10:00Z', about: null };
    const content: KnownContent = { kind: 'office', name: 'labels', value: '[]', replaces: [] };
    const { envelope: stranger } = await signEntry({ ...made, content }, systemRandom);
    const summary = await clerk.open(await mailTo(office, { journal: [altered, stranger, 7] }, 'all'));
    expect(summary).toMatchObject({ entries: 0, refusedEntries: 2 });
    const { refused, unplaced } = await clerk.team.team(null, CONTROL);
    expect([refused.map(({ failure, count }) => [failure.code, count]), unplaced]).toEqual([
      [
        ['signature-invalid', 1],
        ['statement-malformed', 1],
      ],
      1,
    ]);
  });
});

describe('the audit trail', () => {
  test('gives all entries in order, by person and by report, with what each is about', async () => {
    const sealed = await newReport();
    counsellor.memory.addReport(sealed);
    await write(clerk, 'One.');
    await counsellor.memory.journal.write(sealed.tag, () => note('Not for the clerk.'));
    await clerk.memory.journal.addForeign(journalOf(counsellor));
    const all = await clerk.team.trail({ ...ALL, from: 0, count: 9 }, CONTROL);
    expect(all.total).toBe(2);
    expect(new Set(all.entries.map(({ letter }) => letter))).toEqual(new Set([report.letter, null]));
    expect(JSON.stringify(all)).not.toContain('Not for the clerk.');
    const theirs = await clerk.team.trail(
      { author: identityOf(office, COUNSELLOR), about: null, from: 0, count: 9 },
      CONTROL,
    );
    expect(theirs).toMatchObject({ total: 1, entries: [{ letter: null, entry: { content: null } }] });
    const ofReport = await clerk.team.trail({ author: null, about: report.tag, from: 0, count: 9 }, CONTROL);
    expect(ofReport.entries.map(({ entry }) => entry.content)).toEqual([note('One.')]);
    expect(await clerk.team.trail({ ...ALL, from: 1, count: 1 }, CONTROL)).toMatchObject({ total: 2, entries: [{}] });
  });

  test('leaves as lines that anybody can check, in which what is said of reports stays sealed', async () => {
    await write(clerk, 'One.', 'Two.');
    await write(counsellor, 'Three.');
    await clerk.memory.journal.addForeign(journalOf(counsellor));
    const text = await (await clerk.team.trailFile(ALL, CONTROL)).text();
    expect(text).not.toContain('Two.');
    const roster = JSON.parse(atob(office.directory.roster.payload)) as Roster;
    const opened = await Promise.all(
      text
        .trimEnd()
        .split('\n')
        .map((line) => openEntry(JSON.parse(line), roster, () => undefined)),
    );
    expect(opened.map(({ number }) => number).sort()).toEqual([1, 1, 2]);
    const mine = await (await clerk.team.trailFile({ author: identityOf(office, CLERK), about: null }, CONTROL)).text();
    expect(mine.trimEnd().split('\n')).toHaveLength(2);
  });

  test('is checked signature by signature, against what is shown; what was altered is named', async () => {
    const content: KnownContent = { replaces: [], on: true, kind: 'recuse' }; // members in any order
    await write(clerk, 'One.', 'Two.');
    await clerk.memory.journal.write(report.tag, () => content);
    expect(await clerk.team.verifyTrail(ALL, CONTROL)).toEqual({ entries: 3, bad: [] });
    const [first, second] = [...clerk.memory.journal.entries.values()];
    const again = await teamDesk(office, CLERK);
    again.memory.addReport(report);
    if (!first || !second) throw new Error('two entries');
    await again.memory.journal.restore(first);
    await again.memory.journal.restore({ ...second, entry: { ...second.entry, content: note('Never said.') } });
    expect(await again.team.verifyTrail(ALL, CONTROL)).toEqual({ entries: 2, bad: [second.entry.id] });
  });
});
