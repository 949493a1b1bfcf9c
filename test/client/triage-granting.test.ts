import { beforeEach, describe, expect, test } from 'vitest';

import {
  dayOf,
  fileKey,
  fromBase64,
  identityPublicKey,
  isoDateOfDay,
  sha256,
  signGrant,
  signingSeed,
  systemRandom,
  toHex,
  type Directory,
  type Envelope,
  type Roster,
} from '../../crypto/index.ts';
import { takeDirectory } from '../../client/triage/worker/office.ts';
import type { SealedLetter, Sent } from '../journeys/desk-files.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { identityOf, reopened } from './triage-desk.ts';
import { bundleOf, CONTROL, deskAround, mailTo, privatesOf, sealAll, teamDesk, type TeamDesk } from './triage-team.ts';

const CLERK = 0;
const COUNSELLOR = 1;
const NEWCOMER = 2;
const TODAY = dayOf(new Date());
const day = (after: number) => isoDateOfDay(TODAY + after);

/** The office as it is today; the newcomer stands on its second list alone, which is signed tomorrow. */
let office: TestOffice;
let before: Directory;
let after: Directory;
let letters: readonly SealedLetter[];
let clerk: TeamDesk;

const reviewersOf = (directory: Directory) => (JSON.parse(atob(directory.roster.payload)) as Roster).reviewers;
const who = (slot: number) => identityOf(office, slot);

beforeEach(async () => {
  office = await makeOffice(['Case worker', 'Counsellor', 'Newly come']);
  const all = reviewersOf(office.directory);
  before = await office.ofVersion(1, { reviewers: all.slice(0, 2), issued: day(-30) });
  after = await office.ofVersion(2, { issued: day(1) });
  letters = await seal({ report: { story: 'The first van.' } }, { report: { story: 'The second van.' } });
  clerk = await deskKnowing(CLERK, before);
  await clerk.open(bundleOf({ ...office, directory: before }, letters));
  await clerk.memory.journal.write([...clerk.memory.reports.keys()][0] ?? '', () => ({ kind: 'note', text: 'Old.' }));
});

/** To those of the first list, as the form seals before the newcomer came. */
function seal(...sent: readonly Sent[]): Promise<SealedLetter[]> {
  return sealAll({ ...office, directory: before }, ...sent);
}

async function deskKnowing(slot: number, ...directories: readonly Directory[]): Promise<TeamDesk> {
  const desk = await teamDesk(office, slot, { knowsOffice: false });
  for (const directory of directories) await takeDirectory(desk.memory, directory, day(0));
  return desk;
}

async function offered(desk: TeamDesk, slot = NEWCOMER) {
  const { newcomers } = await desk.team.team(null, CONTROL);
  return newcomers.find(({ identity }) => identity === who(slot));
}

describe('whoever joined later', () => {
  test('is given the reports that came before them, in statements to them alone, and it is written down', async () => {
    expect(await offered(clerk)).toBeUndefined();
    await takeDirectory(clerk.memory, after, day(0));
    expect(await offered(clerk)).toMatchObject({ since: day(1), missing: [], open: 2, given: 0, later: 0 });
    expect(await clerk.team.give(who(NEWCOMER), CONTROL)).toBe(2);
    expect(privatesOf(clerk)).toMatchObject([
      { to: who(NEWCOMER), kind: 'grant' },
      { to: who(NEWCOMER), kind: 'grant' },
    ]);
    for (const tag of clerk.memory.reports.keys()) {
      expect(clerk.memory.journal.triageOf(tag).grants).toMatchObject([{ to: who(NEWCOMER), by: who(CLERK) }]);
    }
    expect(await offered(clerk)).toMatchObject({ open: 0, given: 2 });
    await expect(clerk.team.give(who(NEWCOMER), CONTROL)).rejects.toMatchObject({ failure: { code: 'grant-refused' } });
  });

  test('opens them once the earlier bundle is there, and is told whose word that is', async () => {
    await takeDirectory(clerk.memory, after, day(0));
    await clerk.team.give(who(NEWCOMER), CONTROL);
    const grants = privatesOf(clerk).map(({ envelope }) => envelope);
    const newcomer = await deskKnowing(NEWCOMER, after);
    await newcomer.open(bundleOf(null, letters));
    expect(newcomer.memory.notMine.size).toBe(2);
    await newcomer.open(await mailTo(office, { grants }, NEWCOMER, after));
    expect((await newcomer.team.team(null, CONTROL)).given).toEqual([{ from: who(CLERK), letters: 2 }]);
    const again = deskAround(await reopened(newcomer.memory, office, NEWCOMER));
    expect(await again.open(bundleOf(null, letters))).toMatchObject({ opened: 2, notForThisKey: 0 });
    expect([...again.memory.reports.values()].map(({ report }) => report.story).sort()).toEqual([
      'The first van.',
      'The second van.',
    ]);
    expect([...again.memory.reports.values()][0]?.givenBy).toBe(who(CLERK));
    expect(again.memory.notMine.size).toBe(0);
    expect((await again.team.team(null, CONTROL)).given).toEqual([]);
    // What was written about them before can be read now.
    await again.memory.journal.addForeign([...clerk.memory.journal.entries.values()].map(({ envelope }) => envelope));
    expect([...again.memory.reports.keys()].flatMap((tag) => again.memory.journal.triageOf(tag).notes)).toMatchObject([
      { text: 'Old.' },
    ]);
    const later = deskAround(await reopened(again.memory, office, NEWCOMER));
    expect([...later.memory.reports.values()][0]?.givenBy).toBe(who(CLERK));
  });

  test('opens them also where letters and grants come in one go, whichever is first', async () => {
    await takeDirectory(clerk.memory, after, day(0));
    await clerk.team.give(who(NEWCOMER), CONTROL);
    const mail = await mailTo(office, { grants: privatesOf(clerk).map(({ envelope }) => envelope) }, NEWCOMER, after);
    for (const files of [
      [mail, bundleOf(null, letters)],
      [bundleOf(null, letters), mail],
    ]) {
      const newcomer = await deskKnowing(NEWCOMER, after);
      expect(await newcomer.open(...files)).toMatchObject({ opened: 2, notForThisKey: 0, failed: 0 });
    }
  });
});

describe('nobody is given what its reporter may have kept from them', () => {
  test('those who were on the list are offered nothing, and get nothing', async () => {
    await takeDirectory(clerk.memory, after, day(0));
    expect(await offered(clerk, COUNSELLOR)).toMatchObject({ open: 0, later: 2 });
    await expect(clerk.team.give(who(COUNSELLOR), CONTROL)).rejects.toMatchObject({
      failure: { code: 'grant-refused' },
    });
    await expect(clerk.team.give(who(CLERK), CONTROL)).rejects.toMatchObject({ failure: { code: 'reviewer-unknown' } });
    await expect(clerk.team.give('nobody', CONTROL)).rejects.toMatchObject({ failure: { code: 'reviewer-unknown' } });
    expect(privatesOf(clerk)).toEqual([]);
  });

  test('a report that came on the day they were listed, or after, is left out', async () => {
    const listed = await office.ofVersion(2, { issued: day(0) });
    await takeDirectory(clerk.memory, listed, day(0));
    expect(await offered(clerk)).toMatchObject({ since: day(0), open: 0, later: 2 });
    await expect(clerk.team.give(who(NEWCOMER), CONTROL)).rejects.toMatchObject({ failure: { code: 'grant-refused' } });
  });

  test('a server that says a letter is older than it is changes nothing', async () => {
    const listed = await office.ofVersion(2, { issued: day(-10) });
    const excluding = await sealAll(
      { ...office, directory: listed },
      { report: { story: 'About the newly come.' }, excluded: [NEWCOMER], age: 200 },
    );
    const desk = await deskKnowing(COUNSELLOR, before);
    await desk.open(bundleOf({ ...office, directory: listed }, excluding));
    expect([...desk.memory.reports.values()][0]?.day).toBe(day(-200));
    expect(await offered(desk)).toMatchObject({ open: 0, later: 1 });
  });

  test('lists that never came here may have named them', async () => {
    const gone = await office.ofVersion(3, { issued: day(1) });
    await takeDirectory(clerk.memory, gone, day(0));
    expect(await offered(clerk)).toMatchObject({
      since: day(-30),
      missing: [{ first: 2, last: 2 }],
      open: 0,
      later: 2,
    });
    // Once the list between them comes, by an older bundle, it is known; a casebook keeps it.
    const between = await office.ofVersion(2, { reviewers: reviewersOf(before), issued: day(-20) });
    expect(await takeDirectory(clerk.memory, between, day(0))).toBeNull();
    const again = deskAround(await reopened(clerk.memory, office, CLERK));
    for (const desk of [clerk, again])
      expect(await offered(desk)).toMatchObject({ since: day(1), missing: [], open: 2 });
    expect(again.memory.office?.roster.version).toBe(3);
  });

  test('a list of another office, or one that its charter did not sign, is no list', async () => {
    const stranger = await makeOffice(['Case worker', 'Counsellor', 'Newly come']);
    const forged = await stranger.ofVersion(2, {});
    expect(await takeDirectory(clerk.memory, forged, day(0))).toMatchObject({ code: 'charter-differs' });
    const altered = {
      ...after,
      roster: { ...after.roster, payload: btoa(atob(after.roster.payload).replace('Newly', 'Nowly')) },
    };
    expect(await takeDirectory(clerk.memory, altered, day(0))).toMatchObject({ code: 'signature-invalid' });
    expect(clerk.memory.rosters.all()).toHaveLength(1);
  });

  test('a report that names them is not given to them, nor one that the reviewer is off', async () => {
    const naming = await seal({ report: { story: 'I saw Newly come take the money.' } });
    await clerk.open(bundleOf(null, naming));
    const [tag] = [...clerk.memory.reports.keys()];
    await clerk.memory.journal.write(tag ?? '', () => ({ kind: 'recuse', on: true, replaces: [] }));
    await takeDirectory(clerk.memory, after, day(0));
    expect(await offered(clerk)).toMatchObject({ open: 1, naming: 1, recused: 1 });
    expect(await clerk.team.give(who(NEWCOMER), CONTROL)).toBe(1);
    const [{ payload } = { payload: '' }] = privatesOf(clerk).map(({ envelope }) => envelope);
    expect(atob(payload)).toContain(toHex(await sha256(letters[1]?.letter ?? new Uint8Array())));
  });
});

describe('a key that somebody gave', () => {
  const id = async (i: number) => toHex(await sha256(letters[i]?.letter ?? new Uint8Array()));
  const grant = async (from: number, i: number): Promise<Envelope> =>
    signGrant(
      { letter: await id(i), fileKey: fileKey(systemRandom(32)), to: identityPublicKey(fromBase64(who(NEWCOMER))) },
      from < 0 ? signingSeed(systemRandom(32)) : (office.reviewers[from]?.seed ?? signingSeed(systemRandom(32))),
    );

  test('and that is not the letter’s names its giver, and a true one opens it all the same', async () => {
    const newcomer = await deskKnowing(NEWCOMER, after);
    await newcomer.open(await mailTo(office, { grants: [await grant(COUNSELLOR, 0)] }, NEWCOMER, after));
    expect(await newcomer.open(bundleOf(null, letters))).toMatchObject({ opened: 0, notForThisKey: 2 });
    const named = [{ from: who(COUNSELLOR), letter: await id(0), kind: 'grant' }];
    expect((await newcomer.team.team(null, CONTROL)).falseGiven).toEqual(named);
    await takeDirectory(clerk.memory, after, day(0));
    await clerk.team.give(who(NEWCOMER), CONTROL);
    await newcomer.open(
      await mailTo(office, { grants: privatesOf(clerk).map(({ envelope }) => envelope) }, NEWCOMER, after),
    );
    expect(await newcomer.open(bundleOf(null, letters))).toMatchObject({ opened: 2 });
    expect((await newcomer.team.team(null, CONTROL)).falseGiven).toEqual(named);
  });

  test('and who is on no list, or to another, opens nothing', async () => {
    await takeDirectory(clerk.memory, after, day(0));
    await clerk.team.give(who(NEWCOMER), CONTROL);
    const counsellor = await deskKnowing(COUNSELLOR, after);
    const theirs = await seal({ report: { story: 'Kept from the counsellor.' }, excluded: [COUNSELLOR] });
    const mail = await mailTo(
      office,
      { grants: [...privatesOf(clerk).map(({ envelope }) => envelope), await grant(-1, 0)] },
      COUNSELLOR,
    );
    expect(await counsellor.open(mail, bundleOf(null, theirs))).toMatchObject({ opened: 0, notForThisKey: 1 });
    expect(await counsellor.team.team(null, CONTROL)).toMatchObject({ given: [], unplaced: 1, falseGiven: [] });
  });
});
