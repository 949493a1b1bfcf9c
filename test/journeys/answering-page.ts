import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

import { isoDateOf, openDirectory, sealReport, systemRandom, type Report } from '../../crypto/index.ts';
import { findings } from '../client/axe.ts';
import { postLetter } from '../server/helpers.ts';
import { pressButton } from './desk.ts';
import type { TestCase } from './returning.ts';
import type { Site } from './running-site.ts';
import { lastBlob } from './saved-blobs.ts';
import { waitForSelector } from './waiting.ts';

export const ANSWERS: Omit<Report, 'version'> = {
  language: 'en',
  story: 'A border clerk let the grey van pass.',
  contact: { allowed: true, days: ['monday', 'friday'], languages: ['es'] },
};

/** Of text that is scrolled away, and of the dot between name and role, no program can tell the contrast. */
const UNDECIDABLE = /could not be determined|too short to determine/;

export async function look(page: Page, where: string): Promise<void> {
  const found = await findings(page, where);
  expect(found.filter((finding) => !UNDECIDABLE.test(finding))).toEqual([]);
  const isWider = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(isWider), where).toBe(false);
  // On a desktop the panes scroll, and never the page around them; on a phone the page does.
  const isTaller = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return matchMedia('(min-width: 60rem)').matches && scrollHeight > clientHeight;
  };
  expect(await page.evaluate(isTaller), where).toBe(false);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.reply button, .reply select, .reply .tick, #to-send, dialog button')]
      .filter((each) => each.offsetHeight > 0 && each.offsetHeight < 44 && !each.matches('#to-send'))
      .map((each) => `${each.id} ${each.innerText}: ${String(each.offsetHeight)}`),
  );
  expect(small, where).toEqual([]);
}

export async function send({ url, office }: Site, { of }: TestCase): Promise<void> {
  const opened = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  const answer = await postLetter(
    url,
    await sealReport({ ...ANSWERS, version: 1 }, opened, new Set(), systemRandom, of),
  );
  if (!answer.ok) throw new Error(`posting: ${String(answer.status)}`);
}

/** All that the server has, as the courier carries it. */
export async function fetchBundle(page: Page, folder: string, name: string): Promise<string> {
  const base64 = await page.evaluate(async () => {
    const answer = await fetch('/api/review/bundle?after=0');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  const path = join(folder, `${name}.bundle`);
  await writeFile(path, Buffer.from(base64, 'base64'));
  return path;
}

export async function pin(page: Page): Promise<void> {
  await waitForSelector(page, '.compare button');
  await pressButton(page, 'It is the same', '.compare');
}

export async function startReply(page: Page): Promise<void> {
  await waitForSelector(page, '#reply-write');
  await page.evaluate(() => {
    const holder = document.querySelector<HTMLDetailsElement>('details.reply');
    if (holder) holder.open = true;
  });
  await waitForSelector(page, '#reply-text');
}

/** In place of what stands there, as pasting does. */
export async function writeReply(page: Page, text: string): Promise<void> {
  await page.$eval(
    '#reply-text',
    (box, typed) => {
      (box as HTMLTextAreaElement).value = typed;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

export function valueOf(page: Page, id: string): Promise<string> {
  return page.$eval(`#${id}`, (box) => (box as HTMLSelectElement).value);
}

/** A dialog that no test can answer. */
export function withoutPicker(page: Page): Promise<boolean> {
  return page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
}

export async function keep(page: Page, folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, await lastBlob(page));
  return path;
}
