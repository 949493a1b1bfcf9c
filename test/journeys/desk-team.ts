import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import {
  dayOf,
  decodeOutbound,
  isoDateOf,
  openDirectory,
  sealJournalLetters,
  systemRandom,
  toBytes,
  type Bytes,
  type ToSend,
} from '../../crypto/index.ts';
import type { BrowserName } from '../../scripts/browsers.ts';
import type { TestOffice } from '../server/office.ts';
import type { LaunchOptions } from './browsers.ts';
import { bundleBytes } from './desk-files.ts';
import { closeNotices, openBundles, openDesk, pressButton, unlock, waitForWords } from './desk.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import { press, type Visit } from './site.ts';
import { waitForSelector } from './waiting.ts';

/** A reviewer at their desk, with the bundle open and the office's number compared. */
export async function atDesk(
  browser: BrowserName,
  files: readonly string[],
  bundle: string,
  options: LaunchOptions = {},
): Promise<Visit> {
  const visit = await openDesk(browser, options);
  const { page } = visit;
  await keepBlobs(page);
  // A dialog of the system, which no test can answer.
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  await unlock(page, files);
  await openBundles(page, bundle);
  if ((await page.$('.compare')) !== null) await pressButton(page, 'It is the same', '.compare');
  return visit;
}

export async function openMenu(page: Page, entry: string): Promise<void> {
  await press(page, '.menu > summary');
  await pressButton(page, entry, '.menu');
  await waitForSelector(page, 'dialog[open]');
}

export async function closeDialog(page: Page): Promise<void> {
  await pressButton(page, 'Close', 'dialog');
}

/** All that waits to be sent, as the server gives it to everybody with the next bundle. */
export async function carry(page: Page, office: TestOffice, folder: string, name: string): Promise<string> {
  await press(page, '#to-send');
  await waitForSelector(page, '#make-bundle');
  await press(page, '#make-bundle');
  await waitForWords(page, 'Save to-server', 'dialog');
  await pressButton(page, 'Save to-server', 'dialog');
  await waitForWords(page, 'Saved: to-server', '#bundle-saved');
  const { letters } = decodeOutbound(toBytes(new Uint8Array(await lastBlob(page))));
  await closeDialog(page);
  const path = join(folder, name);
  const sealed = letters.map((letter) => ({ letter, cells: [], day: dayOf(new Date()) }));
  await writeFile(path, bundleBytes(office, sealed));
  return path;
}

export async function saveCasebook(page: Page, folder: string, name: string): Promise<string> {
  await closeNotices(page); // making a bundle saved it too, and said so
  await press(page, '#save');
  await waitForWords(page, 'Saved as', '.notices');
  const path = join(folder, `${name}.casebook`);
  await writeFile(path, await lastBlob(page));
  return path;
}

/** Letters from one reviewer to another, sealed by whoever can. */
export async function writeMail(
  office: TestOffice,
  toSend: Partial<ToSend>,
  to: 'all' | number,
  path: string,
): Promise<string> {
  const opened = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  const whole = { journal: [], grants: [], releases: [], ...toSend };
  const letters = await sealJournalLetters(whole, opened, to === 'all' ? to : new Set([to]), systemRandom);
  const sealed = letters.map((letter: Bytes) => ({ letter, cells: [], day: dayOf(new Date()) }));
  await writeFile(path, bundleBytes(office, sealed));
  return path;
}

export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>('dialog details')) each.open = true;
  });
}

/** What reaches beyond the sides of the dialog. */
export function beyondSides(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dialog = document.querySelector('dialog')?.getBoundingClientRect();
    if (!dialog) return ['no dialog'];
    const parts = [...document.querySelectorAll<HTMLElement>('dialog *')].filter((part) => part.offsetParent !== null);
    return parts
      .filter((part) => part.closest('option') === null)
      .filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        return right > left && (right > dialog.right + 1 || left < dialog.left - 1);
      })
      .map((part) => `${part.tagName} ${part.className}`);
  });
}

/** Controls that a finger does not find. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('dialog :is(button, select, input, summary)')];
    return controls
      .filter((each) => each.closest('.dialog-head') === null && each.getBoundingClientRect().height < 44)
      .map((each) => `${each.tagName} ${each.innerText}: ${String(each.getBoundingClientRect().height)}`);
  });
}
