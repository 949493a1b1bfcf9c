import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import {
  caseSecret,
  codeDigits,
  isoDateOf,
  mailboxOf,
  openCase,
  openDirectory,
  sealReply,
  sealReport,
  systemRandom,
  type Bytes,
  type Case,
  type CaseSecret,
  type SigningSeed,
} from '../../crypto/index.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { postLetter } from '../server/helpers.ts';
import type { Site } from './running-site.ts';
import { press } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

/** What a case is to the tests of the page where one comes back. */
export interface TestCase {
  readonly secret: CaseSecret;
  readonly of: Case;
  /** As it is written down. */
  readonly digits: readonly string[];
}

export async function makeCase(secret: CaseSecret = caseSecret(systemRandom(16))): Promise<TestCase> {
  return { secret, of: await openCase(secret), digits: await codeDigits(secret) };
}

/** A report of the case lies on the server, as the form leaves it. */
export async function sendFirstReport({ url, office }: Site, { of }: TestCase, story: string): Promise<void> {
  const opened = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  const letter = await sealReport({ version: 1, story }, opened, new Set(), systemRandom, of);
  const answer = await postLetter(url, letter);
  if (!answer.ok) throw new Error(`posting: ${String(answer.status)}`);
}

export const REPLY_DAY = '2026-11-24';

interface ReplyMade {
  readonly text: string;
  readonly number?: number;
  readonly day?: string;
  readonly by?: SigningSeed | undefined;
  readonly language?: string;
}

/** By the first reviewer, unless somebody else is named. */
export function replyTo(site: Site, { of }: TestCase, { text, number = 1, day = REPLY_DAY, by, language }: ReplyMade) {
  const seed = by ?? site.office.reviewers[0]?.seed;
  if (!seed) throw new Error('a reviewer expected');
  const to = { locator: of.locator, replyKey: of.replyPublicKey };
  return sealReply({ number, day, text, ...(language !== undefined && { language }) }, to, seed, systemRandom);
}

/** Lays replies into a mailbox, whatever they are: a server can put anything there, and the same twice. */
export async function layInto(site: Site, { of }: TestCase, bodies: readonly Bytes[]): Promise<void> {
  const store = openSqliteStore(join(site.folder, 'amparo.sqlite'));
  const mailbox = await mailboxOf(of.locator);
  const replies = bodies.map((body) => ({ id: systemRandom(32), mailbox, body }));
  await store.mailboxes.takeDelivery({ replies, marks: [], letters: [] }, 20_000);
  await store.close();
}

/** Types a code and opens what it opens. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await waitFor(page, () => document.getElementById('status-enter')?.textContent === '', []); // the script has come
  await page.$eval('#code', (field, typed) => ((field as HTMLTextAreaElement).value = typed), code);
  await press(page, '#enter-form button');
}

export async function enter(page: Page, { digits }: TestCase): Promise<void> {
  await enterCode(page, digits.join(' '));
  await waitForSelector(page, '#mailbox:not([hidden])');
}

/** Looks once more, and waits until what is there now is shown. */
export async function lookAgain(page: Page): Promise<void> {
  await press(page, '#look-again');
  await waitForSelector(page, 'main[aria-busy=false]');
}

export interface ShownMailbox {
  readonly states: readonly string[];
  readonly replies: readonly string[];
  readonly doubts: readonly string[];
}

/** What the page shows of a mailbox, as text. */
export function shownMailbox(page: Page): Promise<ShownMailbox> {
  return page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((each) => each.innerText.trim());
    return { states: texts('#states li > :last-child'), replies: texts('#replies .reply'), doubts: texts('#doubts p') };
  });
}
