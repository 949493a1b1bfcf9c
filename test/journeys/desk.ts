import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Page } from 'puppeteer-core';

import type { BrowserName } from '../../scripts/browsers.ts';
import type { LaunchOptions } from './browsers.ts';
import { PASSPHRASE } from './desk-files.ts';
import { chooseFiles, press, visit, type Visit } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

/** The reviewers' page as it was built, opened from disk. */
export const DESK = pathToFileURL(join(import.meta.dirname, '../../dist/triage/triage.html')).href;
export const DESKTOP = { width: 1280, height: 800 };

export async function openDesk(browser: BrowserName, options: LaunchOptions = {}): Promise<Visit> {
  const seen = await visit(browser, DESK, { window: DESKTOP, ...options });
  await waitForSelector(seen.page, '#choose');
  return seen;
}

/** Chooses key file, casebook and bundles, and waits until the desk is open and everything that was chosen too. */
export async function unlock(page: Page, files: readonly string[], passphrase = PASSPHRASE): Promise<void> {
  await chooseAndType(page, files, passphrase);
  await submit(page);
  await waitUntilUnlocked(page);
}

export async function chooseAndType(page: Page, files: readonly string[], passphrase: string): Promise<void> {
  if (files.length > 0) {
    await chooseFiles(page, '#choose', ...files);
    await waitFor(page, () => document.querySelector('#chosen-key:not(.hint)') !== null, []);
  }
  await page.type('#passphrase', passphrase);
}

export async function submit(page: Page): Promise<void> {
  await waitForSelector(page, 'button[type=submit]:not(:disabled)');
  await press(page, 'button[type=submit]');
}

export async function waitUntilUnlocked(page: Page): Promise<void> {
  await waitForSelector(page, '.desk');
  await waitUntilOpened(page);
}

/** Until nothing is being opened any more, and the list is as long as it says. */
export async function waitUntilOpened(page: Page): Promise<void> {
  await waitFor(
    page,
    () => document.querySelector('.desk') !== null && document.querySelector('.opening') === null,
    [],
  );
}

export async function openBundles(page: Page, ...paths: readonly string[]): Promise<void> {
  await closeNotices(page); // what comes next is of these
  await chooseFiles(page, '#open-bundles', ...paths);
  await waitForSelector(page, '.notices .notice');
  await waitUntilOpened(page);
}

export async function closeNotices(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('.notices .notice > button.quiet')) button.click();
  });
  await waitFor(page, () => document.querySelector('.notices .notice') === null, []);
}

/** How many reports the list says there are, once it says `wanted`. */
export function waitForCount(page: Page, wanted: number): Promise<void> {
  const says = (count: string) => document.querySelector('#list-title')?.textContent.startsWith(count);
  return waitFor(page, says, [`${String(wanted)} report`]);
}

/** Opens the report whose line in the list has this text in it. */
export async function read(page: Page, excerpt: string): Promise<void> {
  await waitFor(page, isListed, [excerpt]);
  await page.evaluate((text) => {
    const rows = [...document.querySelectorAll<HTMLElement>('#reports [role=option]')];
    rows.find((row) => row.textContent.includes(text))?.click();
  }, excerpt);
  await waitForSelector(page, '#report-title');
}

function isListed(text: string): boolean {
  const rows = [...document.querySelectorAll('#reports [role=option]')];
  return rows.some((row) => row.textContent.includes(text));
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element as HTMLElement).innerText);
}

/** Presses the button with these words on it, within what `within` selects. */
export async function pressButton(page: Page, words: string, within = 'body'): Promise<void> {
  const pressed = await page.evaluate(
    (text, where) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>(`${where} button`)];
      const found = buttons.find((button) => button.innerText.trim().startsWith(text));
      found?.click();
      return found !== undefined;
    },
    words,
    within,
  );
  if (!pressed) throw new Error(`no button "${words}"`);
}

export async function waitForWords(page: Page, words: string, selector = 'body', withinMs?: number): Promise<void> {
  const has = (where: string, wanted: string) =>
    [...document.querySelectorAll<HTMLElement>(where)].some((each) => each.innerText.includes(wanted));
  await waitFor(page, has, [selector, words], withinMs);
}

/** Requests that left the file and what it carries. */
export function sentElsewhere({ requested }: Pick<Visit, 'requested'>): string[] {
  return requested.filter((address) => !/^(?:file|blob|data):/.test(address));
}
