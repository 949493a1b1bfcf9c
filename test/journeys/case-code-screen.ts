import type { Page } from 'puppeteer-core';
import { decodeQR } from 'qr/decode.js';

import {
  caseOfReport,
  decodeReport,
  openCase,
  readCodeDigits,
  toHex,
  type Bytes,
  type Case,
} from '../../crypto/index.ts';
import { openAlone } from '../open-alone.ts';
import type { TestOffice } from '../server/helpers.ts';
import { press } from './site.ts';
import { waitForSelector } from './waiting.ts';

/** What a person does with the screen on which the case code is shown. */
export interface ShownCode {
  readonly groups: readonly string[];
  readonly words: readonly string[];
}

/** The code as it can be read from the screen; words where the language has them. */
export async function codeOn(page: Page, { hasWords = true } = {}): Promise<ShownCode> {
  await waitForSelector(page, '#code:not([hidden]) #code-digits li');
  if (hasWords) await waitForSelector(page, '#code-words:not([hidden]) li');
  const seen = (list: string) => page.$$eval(`${list} li bdi`, (all) => all.map((each) => each.textContent));
  return { groups: await seen('#code-digits'), words: await seen('#code-word-list') };
}

/** The case that the groups open, as whoever wrote them down would come back to it. */
export async function caseFrom({ groups }: ShownCode): Promise<Case> {
  const reading = await readCodeDigits(groups.join(' '));
  if (!('secret' in reading)) throw new Error('what is shown is no code');
  return openCase(reading.secret);
}

/** The locator of the case that a letter's report belongs to, as a reviewer knows it. */
export async function locatorIn(office: TestOffice, letter: Bytes | undefined): Promise<string> {
  const key = office.reviewers[0]?.epochKey;
  if (!key || !letter) throw new Error('a reviewer and a letter expected');
  const opened = await openAlone(letter, key);
  if (!opened) throw new Error('the letter is not for the first reviewer');
  const known = await caseOfReport(opened.report, decodeReport(opened.report));
  return known ? toHex(known.locator) : 'none';
}

/** Which two places are asked for, after the code was put away. */
export async function askedPlaces(page: Page): Promise<readonly number[]> {
  await press(page, '#code-written');
  await waitForSelector(page, '#code-check:not([hidden])');
  const labels = await page.$$eval('#code-form label > span:first-child', (all) => all.map((each) => each.textContent));
  return labels.map((label) => Number(label.replace(/\D/g, '')));
}

/** Types two parts back, in place of what stands there, and has them checked. */
export async function typeBack(page: Page, first: string, second: string): Promise<void> {
  for (const [id, typed] of [
    ['code-first', first],
    ['code-second', second],
  ] as const) {
    await page.$eval(`#${id}`, (field) => {
      (field as HTMLInputElement).value = '';
    });
    await page.type(`#${id}`, typed);
  }
  await press(page, '#code-form button[type=submit]');
}

/** The page as a printer gets it: in Chromium as it says itself, elsewhere by making the rules for print those of the screen. */
export async function asPrinted(page: Page, browser: string): Promise<string> {
  if (browser === 'chromium') await page.emulateMediaType('print');
  else
    await page.evaluate(() => {
      for (const rule of [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]))
        if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
    });
  return page.evaluate(() => document.body.innerText);
}

/** What a camera reads in the picture. */
export async function readPicture(page: Page): Promise<string> {
  const { size, drawn } = await page.$eval('#code-picture svg', (svg) => ({
    size: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    drawn: svg.querySelector('path')?.getAttribute('d') ?? '',
  }));
  const scale = 8;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let i = 0; i < scale * scale; i += 1) {
      const pixel = (Number(y) * scale + Math.floor(i / scale)) * width + Number(x) * scale + (i % scale);
      data.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}
