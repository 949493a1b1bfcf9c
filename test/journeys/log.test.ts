import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import {
  caseOfReport,
  dayOf,
  decodeReport,
  encodeLogEntry,
  sealOpened,
  sha256,
  signReceipt,
  systemRandom,
  toBytes,
  type Receipt,
} from '../../crypto/index.ts';
import { readLogKey } from '../../server/log/log-key.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openAlone } from '../open-alone.ts';
import { EASY, tempFolder } from '../server/helpers.ts';
import { codeOn } from './case-code-screen.ts';
import { enterCode, lookAgain, shownMailbox } from './returning.ts';
import { startSite, type Site } from './running-site.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import {
  chooseFiles,
  inEachBrowser,
  press,
  send,
  visit,
  waitForProblem,
  waitUntilReady,
  waitUntilReceived,
  writeStory,
} from './site.ts';
import { storedLetters } from './stored-letters.ts';
import { waitForSelector } from './waiting.ts';

const DAY_MS = 86_400_000;
const WITHIN_MS = 240_000;

/** The first reviewer opens the last letter, and the courier has brought their mark. */
async function markOpened({ office, folder }: Site, day: number): Promise<void> {
  const letter = storedLetters(folder).at(-1);
  const reviewer = office.reviewers[0];
  const opened = letter && reviewer && (await openAlone(letter, reviewer.epochKey));
  if (!opened) throw new Error('a letter for the first reviewer expected');
  const of = await caseOfReport(opened.report, decodeReport(opened.report));
  if (!of) throw new Error('a report with a case expected');
  const mark = await sealOpened(await sha256(toBytes(letter)), day, reviewer.seed, of.openedKey, systemRandom);
  const store = openSqliteStore(join(folder, 'amparo.sqlite'));
  await store.addPending(encodeLogEntry({ kind: 'opened', day, mark }));
  await store.close();
}

/** Marks of other cases, more than the page reads at once. */
async function fillLog({ folder }: Site, count: number, day: number): Promise<void> {
  const entries = Array.from({ length: count }, () => encodeLogEntry({ kind: 'opened', day, mark: systemRandom(168) }));
  const store = openSqliteStore(join(folder, 'amparo.sqlite'));
  await store.mailboxes.takeDelivery({ replies: [], marks: entries, letters: [] }, day);
  await store.close();
}

/** What the page says of a receipt in a file. */
async function check(page: Page, content: string | Buffer): Promise<string> {
  const path = join(await tempFolder(), 'receipt.json');
  await writeFile(path, content);
  if (!(await page.$('#saved-receipt [open]'))) await press(page, '#saved-receipt summary');
  await chooseFiles(page, '#check-file', path);
  await press(page, '#check-form button');
  return outcome(page);
}

async function outcome(page: Page): Promise<string> {
  await waitForSelector(page, 'main[aria-busy=false]');
  return page.$eval('#receipt-outcome:not([hidden])', (box) => (box as HTMLElement).innerText);
}

inEachBrowser((browser) => {
  /** A site whose clock can be moved, and a report that the form sent there. */
  async function sendReport() {
    let aheadMs = 0;
    const clock = () => new Date(Date.now() + aheadMs);
    const site = await startSite({ hasLog: true, surroundings: { difficulty: EASY, clock } });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await keepBlobs(page);
    await writeStory(page, 'A border clerk let the van pass.');
    await send(page);
    await waitUntilReceived(page);
    const { groups } = await codeOn(page);
    return {
      site,
      page,
      clock,
      code: groups.join(' '),
      given: (await lastBlob(page)).toString(),
      async nextDay() {
        await site.stop();
        aheadMs += DAY_MS;
        await site.start();
      },
    };
  }

  test(
    'a report that the form sent is found again in the log with its code, and so is that somebody opened it; an altered log is told',
    async () => {
      const { site, page, clock, code, nextDay } = await sendReport();
      await page.goto(`${site.url}/en/back/`);
      await enterCode(page, code);
      await waitForSelector(page, '#mailbox:not([hidden])');
      const [notYet] = (await shownMailbox(page)).states;
      expect(notYet).toMatch(/log/);

      await markOpened(site, dayOf(clock()));
      await nextDay();
      await lookAgain(page);
      const { states } = await shownMailbox(page);
      expect(states).toHaveLength(4);
      expect(states[0]).toMatch(/^We have what you sent: /);
      expect(states[1]).toBe('The public log shows it. Nobody can take it away unseen.');
      expect(states[2]).toMatch(/^\W*Counsellor\W* has opened it: /);
      expect(states[3]).toBe('No answer yet.');

      const checkpoint = join(site.folder, 'log/checkpoint');
      const text = await readFile(checkpoint, 'utf8');
      await writeFile(
        checkpoint,
        text.replace(/^(\d+)$/m, (size) => String(Number(size) - 1)),
      );
      await lookAgain(page);
      expect((await shownMailbox(page)).states[0]).toBe('The public log could not be checked now.');
    },
    WITHIN_MS,
  );

  test(
    'a saved receipt is checked without a code, and made again with it; where the log is long the page goes further back for both',
    async () => {
      const { site, page, clock, code, given, nextDay } = await sendReport();
      await page.goto(`${site.url}/en/back/`);
      await waitForSelector(page, '#status-enter:empty');
      await press(page, '#check-form button');
      expect(await waitForProblem(page)).toBe('Choose the file of a receipt first.');
      const REAL = /^The receipt is real\. The server took what you sent on [A-Z]\w+ \d+, \d+\.\s+/;
      expect(await check(page, given)).toMatch(new RegExp(`${REAL.source}The public log does not show it yet`));
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('receipt-outcome');
      expect(await check(page, 'Dear office')).toBe('This file is not a receipt.');
      const altered = JSON.parse(given) as { payload: string };
      altered.payload = Buffer.from(atob(altered.payload).replace('"evidence":null', '"evidence":nul1')).toString(
        'base64',
      );
      expect(await check(page, JSON.stringify(altered))).toMatch(/^This receipt proves nothing/);

      await nextDay();
      await fillLog(site, 10_300, dayOf(clock()));
      await nextDay();
      expect(await check(page, given)).toMatch(new RegExp(`${REAL.source}The public log does not show it yet`));
      await enterCode(page, code);
      await waitForSelector(page, '#mailbox:not([hidden])');
      expect((await shownMailbox(page)).states).toEqual([
        'The newest part of the public log does not show it. Look further back.',
        'No answer yet.',
      ]);
      expect(await page.$('#receipts:not([hidden])')).toBeNull();
      await keepBlobs(page);
      await press(page, '#look-back');
      await waitForSelector(page, 'main[aria-busy=false]');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('report-title');
      const { states } = await shownMailbox(page);
      expect(states.map((state) => state.slice(0, 20))).toEqual([
        'We have what you sen',
        'The public log shows',
        'Nobody has opened it',
        'No answer yet.',
      ]);
      expect(await page.$('#look-back:not([hidden])')).toBeNull();
      const link = await page.$eval('#receipt-list a', (a) => [a.download, a.textContent]);
      expect(link).toEqual(['receipt.json', expect.stringMatching(/^Save the receipt \([A-Z]\w+ \d+, \d+\)$/)]);
      expect((await lastBlob(page)).toString()).toBe(given);
      expect(await check(page, given)).toMatch(new RegExp(`${REAL.source}The public log shows it`));
    },
    WITHIN_MS,
  );

  test(
    'a receipt that the log does not honour is told, and so is where only older entries could',
    async () => {
      const { site, page, clock, given, nextDay } = await sendReport();
      const key = (await readLogKey(join(site.folder, 'log.key'))) ?? expect.unreachable();
      const promise = JSON.parse(atob((JSON.parse(given) as { payload: string }).payload)) as Receipt;
      const broken = JSON.stringify(
        await signReceipt({ ...promise, report: 'ab'.repeat(32), day: '2026-01-01', shown: '2026-01-02' }, key.seed),
      );
      await nextDay();
      await fillLog(site, 10_300, dayOf(clock()));
      await nextDay();
      await page.goto(`${site.url}/es/back/`);
      await waitForSelector(page, '#status-enter:empty');
      expect(await check(page, broken)).toMatch(/Mire más atrás\.$/);
      await press(page, '#receipt-back');
      expect(await outcome(page)).toMatch(/^El recibo es auténtico[^]*aunque debería/);
      expect(await page.$('#receipt-back:not([hidden])')).toBeNull();
    },
    WITHIN_MS,
  );
});
