import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { bundleBytes, newCase, sealSent, writeKeyFile, type SealedLetter, type Sent } from '../journeys/desk-files.ts';
import { chooseForm, keysIn } from '../journeys/exporting.ts';
import { DESKTOP, openDesk, pressButton, read, unlock, waitForCount, waitForWords } from '../journeys/desk.ts';
import { inEachBrowser } from '../journeys/site.ts';
import { waitFor, waitForSelector } from '../journeys/waiting.ts';
import { makeOffice, tempFolder } from '../server/helpers.ts';
import { findings, loadAxe, UNDECIDABLE } from './axe.ts';

const PHONE = { width: 320, height: 640 };
/** A screen of 1280 by 1024 at a zoom of 400%. */
const ZOOMED = { width: 320, height: 256 };

/** One of everything that a list and a report can show. */
async function filesOfAll(): Promise<readonly string[]> {
  const office = await makeOffice(['Counsellor', 'Investigator']);
  const folder = await tempFolder();
  const key = await writeKeyFile(office, 0, folder);
  const of = await newCase();
  const content = new TextEncoder().encode('Plates: AB 12\u202E');
  const sent: Sent[] = [
    {
      of,
      age: 5,
      report: {
        language: 'en',
        story: 'A border clerk let the grey van pass.\u202E And pаid for it.',
        danger: 'now',
        help: ['safety'],
        children: 'yes',
        role: 'witness',
        official: ['border-guard', 'customs'],
        route: { to: { country: 'DE' } },
        answers: [{ id: 'ferry', asked: 'Which ferry?', answer: 'North' }],
      },
      files: [{ name: 'plates\u202E.txt', content, note: 'Seen at night' }],
    },
    { of, age: 1, report: { story: 'It came again.', followUp: true } },
    { age: 40, report: { story: 'رأيت الحارس يأخذ المال من السائق.', danger: 'soon', help: ['medical'] } },
    { bytes: new TextEncoder().encode('{}') },
  ];
  const letters: SealedLetter[] = [];
  for (const each of sent) letters.push(await sealSent(office, each));
  const bundle = join(folder, 'all.bundle');
  await writeFile(bundle, bundleBytes(office, letters));
  return [key, bundle];
}

async function showDialog(page: Page, entry: string): Promise<void> {
  await page.click('.menu > summary');
  await pressButton(page, entry, '.menu');
  await waitForSelector(page, 'dialog[open]');
}

async function closeDialog(page: Page): Promise<void> {
  await pressButton(page, 'Close', 'dialog');
  await waitFor(page, () => document.querySelector('dialog') === null, []);
}

/** What sticks out of the page to the side, where nobody looks for it. */
function sticksOut(page: Page, where: string): Promise<string[]> {
  return page.evaluate((at) => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${at}: ${String(scrollWidth)} px wide`] : [];
  }, where);
}

function isPreviewed(form: string): boolean {
  const [isText, isPacked] = ['.preview-text', '.packed-files'].map((each) => document.querySelector(each) !== null);
  return isText === /csv|json|htcds/.test(form) && isPacked === (form === 'package');
}

/** What leaves: marking with something marked and selected, each form, a selection, the sheet for print, figures. */
async function walkThroughOut(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { print: unknown }).print = () => undefined;
    document.getElementById('report-export')?.click();
  });
  await waitForSelector(page, '.marked-text');
  await page.type('#any-word', 'border');
  await page.keyboard.press('Enter');
  await waitForSelector(page, '.mark-list li');
  await keysIn(page, 'What happened', ['End', 'Shift+ArrowLeft']);
  await waitForSelector(page, '.selected-words .primary');
  for (const form of ['csv', 'json', 'htcds', 'package', 'print']) {
    await chooseForm(page, form);
    await waitFor(page, isPreviewed, [form]);
    await look(`export ${form}`);
  }
  await pressButton(page, 'Print…', '.export-acts');
  await waitForSelector(page, '.sheet');
  await look('sheet');
  await pressButton(page, 'Back', '.sheet');
  await waitForSelector(page, '.marked-text');
  await pressButton(page, 'Back', '.out');
  await page.evaluate(() => document.querySelector<HTMLElement>('.back')?.click());
  await page.evaluate(() => document.getElementById('list-export')?.click());
  await waitForSelector(page, '.selected-reports');
  await waitForSelector(page, '.preview .printed');
  await look('export of several');
  await pressButton(page, 'Back', '.out');
  await page.click('.menu > summary');
  await pressButton(page, 'Figures', '.menu');
  await waitForSelector(page, '.statistics svg');
  await look('figures');
  await pressButton(page, 'Back', '.out');
  await waitForSelector(page, '.panes');
}

/** Each screen once, as far as a size of window shows it. */
async function walkThrough(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await waitForCount(page, 3);
  await waitForSelector(page, '.compare');
  await look('list with notices');
  await read(page, 'grey van');
  await pressButton(page, 'Show', '.file');
  await waitForSelector(page, '.shown-text');
  await look('report');
  await walkThroughOut(page, look);
  for (const entry of ['About the office', 'Settings', 'Keyboard shortcuts']) {
    await showDialog(page, entry);
    await look(entry);
    await closeDialog(page);
  }
  await showDialog(page, 'Settings');
  await pressButton(page, 'Change the pass phrase', 'dialog');
  await waitForWords(page, 'New pass phrase', 'dialog');
  await look('pass phrase');
  await closeDialog(page);
}

inEachBrowser((browser) => {
  test('axe finds nothing on any screen of the desk, on a desktop and on a phone', async () => {
    const files = await filesOfAll();
    const found: string[] = [];
    for (const window of [DESKTOP, PHONE]) {
      const { page } = await openDesk(browser, { window });
      await loadAxe(page);
      const size = String(window.width);
      found.push(...(await findings(page, `${size} unlock`)));
      await unlock(page, files);
      await walkThrough(page, async (where) => void found.push(...(await findings(page, `${size} ${where}`))));
    }
    expect(found.filter((finding) => !UNDECIDABLE.test(finding))).toEqual([]);
  });

  test('nothing sticks out at 320 px and at a zoom of 400%, in either direction', async () => {
    const files = await filesOfAll();
    const found: string[] = [];
    for (const window of [PHONE, ZOOMED]) {
      const { page } = await openDesk(browser, { window });
      const look = async (where: string) => {
        for (const dir of ['ltr', 'rtl']) {
          await page.evaluate((wanted) => (document.documentElement.dir = wanted), dir);
          found.push(...(await sticksOut(page, `${String(window.height)} ${dir} ${where}`)));
        }
        await page.evaluate(() => (document.documentElement.dir = 'ltr'));
      };
      await look('unlock');
      await unlock(page, files);
      await walkThrough(page, look);
    }
    expect(found).toEqual([]);
  });

  test('everything is reached by keys: list, report, dialogs, and back', async () => {
    const { page } = await openDesk(browser);
    await unlock(page, await filesOfAll());
    await waitForCount(page, 3);
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    const active = () =>
      page.$eval('#reports', (list) => {
        const id = list.getAttribute('aria-activedescendant') ?? '';
        return document.getElementById(id)?.getAttribute('aria-posinset');
      });

    for (let stops = 0; stops < 40 && (await focused()) !== 'reports'; stops += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe('reports');
    expect(await active()).toBe('1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await waitFor(
      page,
      () => document.querySelector('[aria-selected=true]')?.getAttribute('aria-posinset') === '3',
      [],
    );
    await page.keyboard.press('k');
    await page.keyboard.press('Home');
    await waitFor(
      page,
      () => document.querySelector('[aria-selected=true]')?.getAttribute('aria-posinset') === '1',
      [],
    );
    await page.keyboard.press('Enter');
    await waitFor(page, () => document.activeElement?.id === 'report-title', []);
    await page.keyboard.press('Escape');
    await waitFor(page, () => document.activeElement?.id === 'reports', []);
    await page.keyboard.press('?');
    await waitForSelector(page, 'dialog[open]');
    await page.keyboard.press('j'); // a dialog keeps the keys to itself
    await page.keyboard.press('Escape');
    await waitFor(page, () => document.querySelector('dialog') === null, []);
    expect(await active()).toBe('1');

    await showDialog(page, 'Settings');
    await page.click('dialog input[type=checkbox]');
    await closeDialog(page);
    await page.focus('#reports');
    await page.keyboard.press('j');
    expect(await active()).toBe('1'); // no letter does anything any more
    await page.keyboard.press('ArrowDown');
    await waitFor(
      page,
      () => document.querySelector('[aria-selected=true]')?.getAttribute('aria-posinset') === '2',
      [],
    );
  });
});
