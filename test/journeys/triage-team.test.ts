import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import {
  dayOf,
  fromBase64,
  identityPublicKey,
  isoDateOfDay,
  NO_ENTRY,
  openEntry,
  releaseShare,
  sha256,
  signEntry,
  systemRandom,
  toHex,
  wrapKey,
  type KnownContent,
  type Roster,
} from '../../crypto/index.ts';
import { findings, loadAxe } from '../client/axe.ts';
import { makeOffice, tempFolder } from '../server/helpers.ts';
import type { TestOffice } from '../server/office.ts';
import { bundleBytes, sealSent, writeBundle, writeKeyFile } from './desk-files.ts';
import {
  atDesk,
  beyondSides,
  carry,
  closeDialog,
  openDetails,
  openMenu,
  saveCasebook,
  tooSmall,
  writeMail,
} from './desk-team.ts';
import { openBundles, pressButton, read, sentElsewhere, textOf, waitForCount, waitForWords } from './desk.ts';
import { lastBlob } from './saved-blobs.ts';
import { inEachBrowser } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

const CLERK = 0;
const COUNSELLOR = 1;
const ADVISER = 2;
const STORY = 'The guard at the north gate takes money.';

async function officeOfThree(threshold: number) {
  const office = await makeOffice(['Case worker', 'Counsellor', 'Legal adviser'], undefined, threshold);
  const folder = await tempFolder();
  const keys = await Promise.all([CLERK, COUNSELLOR, ADVISER].map((slot) => writeKeyFile(office, slot, folder)));
  return { office, folder, key: (slot: number) => keys[slot] ?? '' };
}

const rosterOf = ({ directory }: TestOffice) => JSON.parse(atob(directory.roster.payload)) as Roster;

/** Types into the field of a label within an open dialog. */
async function fillIn(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    (wanted, text) => {
      const labels = [...document.querySelectorAll<HTMLLabelElement>('dialog details[open] label')];
      const field = labels.find((each) => each.innerText.startsWith(wanted))?.control;
      if (!(field instanceof HTMLSelectElement) && !(field instanceof HTMLInputElement)) throw new Error(wanted);
      const option = field instanceof HTMLSelectElement && [...field.options].find((each) => each.text === text);
      field.value = option ? option.value : text;
      field.dispatchEvent(new Event(option ? 'change' : 'input', { bubbles: true }));
    },
    label,
    value,
  );
}

inEachBrowser((browser) => {
  test('a letter of two reviewers opens only once a second one released their share, from the casebook alone', async () => {
    const { office, folder, key } = await officeOfThree(2);
    const reports = await writeBundle(office, [{ report: { story: STORY }, age: 2 }], folder);
    const clerk = await atDesk(browser, [key(CLERK)], reports);
    const { page } = clerk;
    await waitForWords(page, '1 letter waits for shares', '.list-head');
    await waitForCount(page, 0);
    await pressButton(page, '1 letter waits', '.list-head');
    await waitForWords(page, '1 of 2 shares is here: yours', 'dialog');
    await pressButton(page, 'Ask colleagues', 'dialog');
    await waitForWords(page, 'You asked on', 'dialog');
    expect(await textOf(page, 'dialog')).not.toContain('north gate');
    await closeDialog(page);
    const asks = await carry(page, office, folder, 'asks.bundle');
    const casebook = await saveCasebook(page, folder, 'clerk');

    const counsellor = await atDesk(browser, [key(COUNSELLOR)], reports);
    await openBundles(counsellor.page, asks);
    await waitForWords(counsellor.page, '1 ask for your share', '.list-head');
    await pressButton(counsellor.page, '1 ask', '.list-head');
    await waitForWords(counsellor.page, 'Case worker asks for your share', 'dialog');
    await pressButton(counsellor.page, 'Release my share to Case worker', 'dialog');
    await waitForWords(counsellor.page, 'You released your share to Case worker', 'dialog');
    await waitFor(counsellor.page, () => document.querySelector('dialog .asks') === null, []);
    await closeDialog(counsellor.page);
    const releases = await carry(counsellor.page, office, folder, 'releases.bundle');

    // The clerk's casebook alone, without the bundle that the letter came in.
    const again = await atDesk(browser, [key(CLERK), casebook], releases);
    await waitForCount(again.page, 1);
    await read(again.page, 'north gate');
    await waitForWords(again.page, STORY, '.story');
    await again.page.evaluate(() => document.getElementById('triage-history')?.click());
    await waitForWords(again.page, 'Asked colleagues for their shares', '.history');
    expect(await textOf(again.page, '.history')).toContain('Released their share to Case worker (you)');
    expect(await textOf(again.page, '.list-head')).not.toContain('waits');
    // Nobody else can use what was carried.
    const adviser = await atDesk(browser, [key(ADVISER)], reports);
    await openBundles(adviser.page, releases);
    await waitForCount(adviser.page, 0);

    for (const each of [clerk, counsellor, again, adviser]) {
      expect(sentElsewhere(each)).toEqual([]);
      expect(each.faults).toEqual([]);
    }
  });

  test('by voice: a code is read out and typed, a wrong one releases nothing; a false share names its giver', async () => {
    const { office, folder, key } = await officeOfThree(2);
    const sealed = await sealSent(office, { report: { story: STORY } });
    const reports = join(folder, 'reports.bundle');
    await writeFile(reports, bundleBytes(office, [sealed]));
    const clerk = await atDesk(browser, [key(CLERK)], reports);
    const id = toHex(await sha256(sealed.letter));
    const to = identityPublicKey(fromBase64(rosterOf(office).reviewers[0]?.identity ?? ''));
    const { seed } = office.reviewers[ADVISER] ?? expect.unreachable();
    const lie = await releaseShare({ letter: id, slot: 2, wrapKey: wrapKey(systemRandom(32)), to }, seed);
    await openBundles(clerk.page, await writeMail(office, { releases: [lie] }, 0, join(folder, 'lie.bundle')));
    await openMenu(clerk.page, 'Letters for several reviewers');
    await waitForWords(clerk.page, 'Legal adviser gave a share that does not belong to this letter', 'dialog');
    await openDetails(clerk.page);
    const code = await textOf(clerk.page, 'dialog .ask-code');
    expect(code).toMatch(/^\d{5} \d{5}$/);

    const counsellor = await atDesk(browser, [key(COUNSELLOR)], reports);
    await openMenu(counsellor.page, 'Letters for several reviewers');
    await waitForSelector(counsellor.page, '.by-voice');
    await openDetails(counsellor.page);
    await fillIn(counsellor.page, 'Colleague who calls', 'Legal adviser');
    await fillIn(counsellor.page, 'The code that they read out', code);
    await pressButton(counsellor.page, 'Release my share', '.by-voice');
    await waitForWords(counsellor.page, 'not that colleague’s code for this letter. Nothing was released.', 'dialog');
    await fillIn(counsellor.page, 'Colleague who calls', 'Case worker');
    await pressButton(counsellor.page, 'Release my share', '.by-voice');
    await waitForWords(counsellor.page, 'You released your share to Case worker', 'dialog');
    await closeDialog(counsellor.page);
    await closeDialog(clerk.page);
    await openBundles(clerk.page, await carry(counsellor.page, office, folder, 'releases.bundle'));
    await waitForCount(clerk.page, 1);
    await openMenu(clerk.page, 'Team');
    await waitForWords(clerk.page, `Legal adviser gave a false share of letter ${id.slice(0, 8)}.`, 'dialog');
  });

  test('a colleague who joined later is given what came before them, and opens the earlier bundle again', async () => {
    const { office, folder, key } = await officeOfThree(1);
    const { reviewers } = rosterOf(office);
    const today = dayOf(new Date());
    const before = {
      ...office,
      directory: await office.ofVersion(1, { reviewers: reviewers.slice(0, 2), issued: isoDateOfDay(today - 30) }),
    };
    const after = { ...office, directory: await office.ofVersion(2, { issued: isoDateOfDay(today + 1) }) };
    const reports = await writeBundle(
      before,
      [{ report: { story: STORY } }, { report: { story: 'A second van.' } }],
      folder,
    );
    const empty = await writeBundle(after, [], folder, 'empty.bundle');
    const clerk = await atDesk(browser, [key(CLERK)], reports);
    await waitForCount(clerk.page, 2);
    await openBundles(clerk.page, empty);
    await openMenu(clerk.page, 'Team');
    await waitForWords(clerk.page, '2 reports came before Legal adviser was on any list.', 'dialog');
    await waitForWords(clerk.page, 'Nothing here may be given to Counsellor', 'dialog');
    await pressButton(clerk.page, 'Give Legal adviser the reports', 'dialog');
    await waitForWords(clerk.page, '2 were given to Legal adviser already.', 'dialog');
    await closeDialog(clerk.page);
    const grants = await carry(clerk.page, after, folder, 'grants.bundle');

    const adviser = await atDesk(browser, [key(ADVISER)], reports);
    await waitForCount(adviser.page, 0);
    await openBundles(adviser.page, grants);
    await pressButton(adviser.page, '2 reports were given to you', '.list-head');
    await waitForWords(adviser.page, 'were given to you by Case worker. Open the earlier bundles again', 'dialog');
    await closeDialog(adviser.page);
    await openBundles(adviser.page, reports);
    await waitForCount(adviser.page, 2);
    await read(adviser.page, 'north gate');
    await waitForWords(adviser.page, STORY, '.story');
  });

  test('two stories, gaps and exchanged entries are shown by name; the trail is checked, saved, and fits a phone', async () => {
    const { office, folder, key } = await officeOfThree(2);
    const { reviewers } = rosterOf(office);
    const { seed } = office.reviewers[COUNSELLOR] ?? expect.unreachable();
    const say = async (number: number, previous: string, name: string) => {
      const value = JSON.stringify([{ name }]);
      const content: KnownContent = { kind: 'office', name: 'labels', value, replaces: [] };
      return signEntry({ seed, number, previous, at: '2026-03-01T10:00Z', about: null, content }, systemRandom);
    };
    const first = await say(1, NO_ENTRY, 'one');
    const journal = [
      first,
      await say(1, NO_ENTRY, 'another'),
      await say(2, 'ab'.repeat(32), 'two'),
      await say(5, first.id, 'five'),
    ];
    const reports = await writeBundle(
      office,
      [{ report: { story: STORY } }, { report: { story: 'A second van.' } }],
      folder,
    );
    const visit = await atDesk(browser, [key(CLERK)], reports, { window: { width: 320, height: 640 } });
    const { page } = visit;
    await openBundles(
      page,
      await writeMail(office, { journal: journal.map(({ envelope }) => envelope) }, 'all', join(folder, 'mail.bundle')),
    );
    await waitForWords(page, '4 entries of colleagues came.', '.notices');
    await waitForSelector(page, '.fork-note');
    await pressButton(page, 'An entry exists twice', '.bar');
    await waitForWords(page, 'Number 1 was given to two different entries.', 'dialog');
    const told = await textOf(page, 'dialog');
    for (const words of [
      'Counsellor',
      '4 entries',
      'Entries 3 to 4 are not here.',
      'Entry 2 names another entry before it',
    ]) {
      expect(told).toContain(words);
    }

    await pressButton(page, 'Audit trail', 'dialog');
    await waitForWords(page, '4 entries', 'dialog');
    await pressButton(page, 'Check all signatures', 'dialog');
    await waitForWords(page, 'The signatures of all 4 entries hold.', 'dialog');
    await pressButton(page, 'Save as signed text', 'dialog');
    await waitFor(page, () => (globalThis as unknown as { made: Blob[] }).made.length > 0, []);
    const lines = (await lastBlob(page)).toString('utf8').trimEnd().split('\n');
    const opened = await Promise.all(lines.map((line) => openEntry(JSON.parse(line), { reviewers }, () => undefined)));
    expect(opened.map(({ number }) => number).sort()).toEqual([1, 1, 2, 5]);
    await closeDialog(page);

    // Every screen of it fits a small one, from left to right and from right to left.
    await loadAxe(page);
    for (const entry of ['Letters for several reviewers', 'Team', 'Audit trail']) {
      await openMenu(page, entry);
      await waitForSelector(page, 'dialog :is(.shared-letters, .chains, .trail) li');
      await openDetails(page);
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate((dir) => {
          document.documentElement.dir = dir;
        }, direction);
        expect(await beyondSides(page)).toEqual([]);
        expect(await tooSmall(page)).toEqual([]);
        expect(await findings(page, `${entry} ${direction}`)).toEqual([]);
      }
      await closeDialog(page);
    }
    expect(sentElsewhere(visit)).toEqual([]);
    expect(visit.faults).toEqual([]);
  });
});
