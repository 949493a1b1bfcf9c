import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import {
  caseOfReport,
  dayOf,
  decodeReport,
  encodeLogEntry,
  sealOpened,
  sha256,
  systemRandom,
  toBytes,
} from '../../crypto/index.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openAlone } from '../open-alone.ts';
import { EASY } from '../server/helpers.ts';
import { codeOn } from './case-code-screen.ts';
import { enterCode, lookAgain, shownMailbox } from './returning.ts';
import { startSite, type Site } from './running-site.ts';
import { inEachBrowser, send, visit, waitUntilReady, waitUntilReceived, writeStory } from './site.ts';
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

inEachBrowser((browser) => {
  test(
    'a report that the form sent is found again in the log with its code, and so is that somebody opened it; an altered log is told',
    async () => {
      let aheadMs = 0;
      const clock = () => new Date(Date.now() + aheadMs);
      const site = await startSite({ hasLog: true, surroundings: { difficulty: EASY, clock } });
      const { page } = await visit(browser, `${site.url}/en/`);
      await waitUntilReady(page);
      await writeStory(page, 'A border clerk let the van pass.');
      await send(page);
      await waitUntilReceived(page);
      const { groups } = await codeOn(page);

      await page.goto(`${site.url}/en/back/`);
      await enterCode(page, groups.join(' '));
      await waitForSelector(page, '#mailbox:not([hidden])');
      const [notYet] = (await shownMailbox(page)).states;
      expect(notYet).toMatch(/log/);

      await markOpened(site, dayOf(clock()));
      await site.stop();
      aheadMs += DAY_MS;
      await site.start();
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
});
