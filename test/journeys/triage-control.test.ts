import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { findings, loadAxe } from '../client/axe.ts';
import { makeOffice, tempFolder } from '../server/helpers.ts';
import { newCase, writeBundle, writeKeyFile, type Sent } from './desk-files.ts';
import {
  openBundles,
  openDesk,
  pressButton,
  read,
  sentElsewhere,
  textOf,
  unlock,
  waitForCount,
  waitForWords,
} from './desk.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import { chooseFiles, inEachBrowser } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

const SENT: readonly Sent[] = [
  {
    report: {
      story: 'A grey van passed the north bridge without a stop.',
      danger: 'now',
      official: ['border-guard'],
      officials: [{ name: 'Sergeant of the night shift', badge: 'K-7741' }],
    },
    age: 5,
  },
  { report: { story: 'The man with the badge took the passports.', officials: [{ badge: 'k 7741' }] }, age: 12 },
  { report: { story: 'I told it to the counsellor Marta Lindqvist.' }, age: 1 },
];

inEachBrowser((browser) => {
  test('triage: decide, note, label, link, filter, search, refer, recuse; save, open again, and all is there', async () => {
    const office = await makeOffice(['Marta Lindqvist', 'Investigator']);
    const folder = await tempFolder();
    const key = await writeKeyFile(office, 0, folder);
    // Whoever holds a case code can be answered, and so is owed an answer.
    const sent = await Promise.all(SENT.map(async (each) => ({ ...each, of: await newCase() })));
    const bundle = await writeBundle(office, sent, folder);
    const visit = await openDesk(browser);
    const { page } = visit;
    await keepBlobs(page);
    await unlock(page, [key]);
    await openBundles(page, bundle);
    await waitForCount(page, 3);
    await pressButton(page, 'It is the same', '.compare');

    // What the list proposes before anybody decided: urgency, days left, days over.
    await waitForWords(page, 'Critical?', '#reports');
    await waitForWords(page, '2 days left', '#reports');
    await waitForWords(page, '5 days overdue', '#reports');
    await waitForWords(page, 'Names somebody of the office', '#reports');

    await read(page, 'grey van');
    await waitForSelector(page, '#triage-status');
    expect(await textOf(page, '.triage-pane')).toContain('somebody is in danger now');
    await choose(page, 'triage-status', 'assessing');
    await waitForWords(page, 'Status: Assessing.', '#said');
    await pressButton(page, 'Take it', '.triage-pane');
    await waitForWords(page, 'Urgency: Critical.', '#said');
    await pressButton(page, 'Assign to me', '.triage-pane');
    await waitForWords(page, 'Assigned to Marta Lindqvist (you)', '#reports');
    await fillIn(page, 'triage-label', 'north bridge');
    await waitForWords(page, 'north bridge', '.chips');
    await fillIn(page, 'triage-note', 'Ask the port office about <b>vans</b>.');
    await waitForWords(page, 'about <b>vans</b>.', '.notes');

    await pressButton(page, 'Look for related reports', '.triage-pane');
    await waitForWords(page, 'Badge: K-7741 / k 7741', '.triage-pane');
    await pressButton(page, 'Link it', '.related');
    await waitForWords(page, 'Linked.', '#said');

    // Going to those whom it accuses is warned of.
    await page.evaluate(() => document.getElementById('triage-refer')?.click());
    await type(page, 'triage-refer-to', 'Border guard of the north');
    await waitForWords(page, 'Do not pass a report on to the body that it accuses', '#triage-refer-warnings');
    await waitForWords(page, 'Note it all the same', '.triage-pane');

    // By the keyboard alone: a key leads to each, and typing in a field is typing.
    await page.evaluate(() => document.getElementById('reports')?.focus());
    await page.keyboard.press('n');
    await waitFor(page, () => document.activeElement?.id === 'triage-note', []);
    await page.keyboard.type('a note with s and x');
    expect(await page.$eval('#triage-note', (box) => (box as HTMLTextAreaElement).value)).toBe('a note with s and x');
    await page.evaluate(() => document.getElementById('reports')?.focus());
    await page.keyboard.press('/');
    await waitFor(page, () => document.activeElement?.id === 'list-search', []);
    await page.keyboard.type('passpo');
    await waitForCount(page, 1);
    await waitForWords(page, 'took the passports', '#reports');
    await page.evaluate(() => document.getElementById('reports')?.focus());
    await page.keyboard.press('x');
    await waitForCount(page, 3);

    await page.keyboard.press('f');
    await waitFor(page, () => document.activeElement?.id === 'list-filters', []);
    await choose(page, 'filter-assignee', 'me');
    await waitForCount(page, 1);
    await fillIn(page, 'filter-name', 'On my desk');
    await waitForWords(page, 'Filter saved.', '#said');
    await pressButton(page, 'Show all', '.find');
    await waitForCount(page, 3);

    // Off a report that names the reviewer: nothing of it is shown any more.
    await read(page, 'Marta Lindqvist');
    await waitForWords(page, 'That is you.', '.interest');
    await page.evaluate(() => document.getElementById('triage-recuse')?.click());
    await fillIn(page, 'triage-recuse-why', 'It is about me.');
    await waitForWords(page, 'You took yourself off this report', '.recused');
    await waitForWords(page, 'You are off this report', '#reports');
    expect(await textOf(page, '.panes')).not.toContain('I told it');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('report-title');

    // Closing asks for a reason.
    await read(page, 'took the passports');
    await waitForWords(page, '5 days overdue', '.triage-pane');
    await choose(page, 'triage-status', 'closed');
    await waitForSelector(page, '#triage-reason');
    await choose(page, 'triage-reason', 'insufficient');
    await waitForWords(page, 'Status: Closed.', '#said');
    await waitForWords(page, 'Closed', '#reports');

    const casebook = await saveTo(page, folder, 'first');
    const again = await openDesk(browser);
    await unlock(again.page, [key, casebook]);
    await waitForCount(again.page, 3);
    await choose(again.page, 'filter-saved', 'On my desk');
    await waitForCount(again.page, 1);
    await read(again.page, 'grey van');
    await waitForSelector(again.page, '#triage-status');
    expect(await valueOf(again.page, 'triage-status')).toBe('assessing');
    expect(await valueOf(again.page, 'triage-urgency')).toBe('critical');
    await waitForWords(again.page, 'north bridge', '.chips');
    await waitForWords(again.page, 'about <b>vans</b>.', '.notes');
    await waitForWords(again.page, 'took the passports', '.triage-pane .related');
    await again.page.evaluate(() => document.getElementById('triage-history')?.click());
    const history = await textOf(again.page, '.history');
    for (const words of [
      'Status: Assessing',
      'Label added: north bridge',
      'Note written',
      'Opened the report',
      'Marta Lindqvist (you)',
    ]) {
      expect(history).toContain(words);
    }
    await pressButton(again.page, 'Show all', '.find');
    await waitForWords(again.page, 'You are off this report', '#reports');

    for (const each of [visit, again]) {
      expect(sentElsewhere(each)).toEqual([]);
      expect(each.faults).toEqual([]);
    }
  });

  test('two casebooks of one reviewer, joined: what was decided differently is shown beside, and settled', async () => {
    const office = await makeOffice(['Counsellor', 'Investigator']);
    const folder = await tempFolder();
    const key = await writeKeyFile(office, 0, folder);
    const bundle = await writeBundle(office, SENT.slice(0, 1), folder);
    const { page } = await openDesk(browser);
    await keepBlobs(page);
    await unlock(page, [key, bundle]);
    await waitForCount(page, 1);
    const before = await saveTo(page, folder, 'before');

    const other = await openDesk(browser);
    await keepBlobs(other.page);
    await unlock(other.page, [key, before]);
    await waitForCount(other.page, 1);
    await read(other.page, 'grey van');
    await waitForSelector(other.page, '#triage-status');
    await choose(other.page, 'triage-status', 'investigating');
    await waitForWords(other.page, 'Status: Investigating.', '#said');
    const theirs = await saveTo(other.page, folder, 'other');

    await read(page, 'grey van');
    await waitForSelector(page, '#triage-status');
    await choose(page, 'triage-status', 'acknowledged');
    await waitForWords(page, 'Status: Acknowledged.', '#said');
    await chooseFiles(page, '#open-bundles', theirs);
    await waitForSelector(page, '#merge-passphrase');
    await pressButton(page, 'Join', 'dialog');
    await waitForSelector(page, '.dispute');
    const told = await textOf(page, '.dispute');
    expect(told).toContain('Keep Investigating');
    expect(told).toContain('Keep Acknowledged');
    await waitForWords(page, 'Undecided between colleagues', '#reports');
    await pressButton(page, 'Keep Investigating', '.dispute');
    await waitFor(page, () => document.querySelector('.dispute') === null, []);
    expect(await valueOf(page, 'triage-status')).toBe('investigating');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('triage-status');
    await waitFor(page, () => document.querySelector('#reports')?.textContent.includes('Undecided') === false, []);
  });

  test('fits 320 pixels and right to left, and axe finds nothing, with every part of it open', async () => {
    const office = await makeOffice(['Counsellor', 'Investigator']);
    const folder = await tempFolder();
    const key = await writeKeyFile(office, 0, folder);
    const bundle = await writeBundle(office, SENT, folder);
    const { page } = await openDesk(browser, { window: { width: 320, height: 640 } });
    await unlock(page, [key, bundle]);
    await waitForCount(page, 3);
    await page.evaluate(() => document.getElementById('list-filters')?.click());
    await loadAxe(page);
    await waitForSelector(page, '#filter-status');
    expect(await widestBeyond(page)).toEqual([]);
    expect(await findings(page, 'filters')).toEqual([]);
    await read(page, 'grey van');
    await waitForSelector(page, '#triage-status');
    await fillIn(page, 'triage-label', 'a label that is rather longer than labels should be');
    await waitForSelector(page, '.chips li');
    await page.evaluate(() => {
      for (const each of document.querySelectorAll<HTMLDetailsElement>('.triage-pane details')) each.open = true;
    });
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      expect(await widestBeyond(page)).toEqual([]);
      expect(await findings(page, direction)).toEqual([]);
    }
  });
});

/** What reaches beyond the sides of the screen. */
function widestBeyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const parts = [...document.querySelectorAll<HTMLElement>('.find *, .triage-pane *')];
    return parts
      .filter((part) => part.closest('.visually-hidden, datalist, option') === null && part.offsetParent !== null)
      .filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        return right > left && (right > width + 1 || left < -1);
      })
      .map((part) => `${part.tagName} ${part.id} ${part.className}`);
  });
}

/** As a person does who opens a list of choices and takes one. */
async function choose(page: Page, id: string, value: string): Promise<void> {
  const isOffered = (of: string, wanted: string) =>
    [...document.querySelectorAll<HTMLOptionElement>(`#${of} option`)].some((option) => option.value === wanted);
  await waitFor(page, isOffered, [id, value]);
  await page.evaluate(
    (of, wanted) => {
      const select = document.getElementById(of) as HTMLSelectElement;
      select.focus();
      select.value = wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    id,
    value,
  );
}

function valueOf(page: Page, id: string): Promise<string> {
  return page.$eval(`#${id}`, (select) => (select as HTMLSelectElement).value);
}

async function type(page: Page, id: string, text: string): Promise<void> {
  await waitForSelector(page, `#${id}`);
  await page.evaluate((of) => {
    document.getElementById(of)?.focus();
  }, id);
  await page.keyboard.type(text);
}

/** Types into a field and sends its form. */
async function fillIn(page: Page, id: string, text: string): Promise<void> {
  await type(page, id, text);
  await page.evaluate((of) => document.getElementById(of)?.closest('form')?.requestSubmit(), id);
}

async function saveTo(page: Page, folder: string, name: string): Promise<string> {
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker')); // a dialog that no test can answer
  await pressButton(page, 'Save', '.bar');
  await waitForWords(page, 'Saved as', '.notices');
  const path = join(folder, `${name}.casebook`);
  await writeFile(path, await lastBlob(page));
  return path;
}
