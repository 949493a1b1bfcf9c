import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { expect, test } from 'vitest';

import { caseOfReport, codeWords, decodeReport, signingSeed, systemRandom, type Bytes } from '../../crypto/index.ts';
import { openAlone } from '../open-alone.ts';
import { PHOTO } from '../client/screens.ts';
import { EASY, makeOffice } from '../server/helpers.ts';
import { filesIn, startSite, type Site } from './running-site.ts';
import { chooseFiles, inEachBrowser, press, replaceDirectory, visit, waitForProblem } from './site.ts';
import { enter, enterCode, layInto, lookAgain, makeCase, replyTo, sendFirstReport, shownMailbox } from './returning.ts';
import { storedEvidence, storedLetters } from './stored-letters.ts';
import { addressOf, waitForLanguage, waitForSelector } from './waiting.ts';

/** Coming back with a code: what was answered, what cannot be believed, writing once more, closing. */
const WITHIN_MS = 240_000;
const EASY_SITE = { surroundings: { difficulty: EASY } };

/** What the first reviewer reads in a letter, and of which case it is. */
async function readBy({ office }: Site, letter: Bytes | undefined) {
  const key = office.reviewers[0]?.epochKey;
  const opened = key && letter && (await openAlone(letter, key));
  if (!opened) throw new Error('a letter for the first reviewer expected');
  const report = decodeReport(opened.report);
  return { report, of: await caseOfReport(opened.report, report) };
}

inEachBrowser((browser) => {
  async function openReturn(language = 'en') {
    const site = await startSite(EASY_SITE);
    const mine = await makeCase();
    const visited = await visit(browser, `${site.url}/${language}/back/`);
    return { site, mine, ...visited };
  }

  test(
    'a whole conversation: no answer yet, an answer, a follow-up with a photo in the same case, closing',
    async () => {
      const { site, mine, page, requested, faults } = await openReturn();
      await sendFirstReport(site, mine, 'A border clerk let the van pass.');
      await enter(page, mine);
      expect(await shownMailbox(page)).toEqual({ states: ['No answer yet.'], replies: [], doubts: [] });
      expect(await page.$eval('#owed', (owed) => (owed as HTMLElement).innerText)).toMatch(/7 days.*3 months/);

      await layInto(site, mine, [await replyTo(site, mine, { text: 'Thank you.\nWe are looking into it. \u202eabc' })]);
      await lookAgain(page);
      expect(await shownMailbox(page)).toEqual({
        states: ['There is an answer.'],
        replies: ['Thank you.\nWe are looking into it. abc'],
        doubts: [],
      });
      expect(await page.$eval('#replies li', (item) => (item as HTMLElement).innerText)).toMatch(
        /^Counsellor · reviewer\s+November 24, 2026/,
      );
      expect(await page.$eval('.reply', (reply) => (reply as HTMLElement).dir)).toBe('auto');

      await page.type('#story', 'I remember the number of the van.');
      await chooseFiles(page, '#choose-files', PHOTO);
      await waitForSelector(page, '#files fieldset');
      await page.$eval('#readers input[value="1"]', (box) => {
        (box as HTMLElement).click();
      });
      await press(page, '#send');
      await waitForSelector(page, '#sent:not([hidden])');
      expect(await page.$eval('#story', (story) => (story as HTMLTextAreaElement).value)).toBe('');

      const [first, second] = storedLetters(site.folder);
      const followUp = await readBy(site, second);
      expect(followUp.report).toMatchObject({ story: 'I remember the number of the van.', followUp: true });
      expect(followUp.of?.locator).toEqual((await readBy(site, first)).of?.locator);
      expect(followUp.of?.locator).toEqual(mine.of.locator);
      const other = site.office.reviewers[1]?.epochKey;
      expect(other && second && (await openAlone(second, other))).toBeNull();
      const { evidence } = followUp.report;
      expect(evidence && (await filesIn(evidence, storedEvidence(site.folder)))[0]?.bytes.length).toBeGreaterThan(1000);

      await press(page, '#close-form button');
      expect(await waitForProblem(page)).toMatch(/Tick the box/);
      await press(page, '#close-tick');
      await press(page, '#close-form button');
      await waitForSelector(page, '#closed:not([hidden])');
      expect((await shownMailbox(page)).replies).toEqual([]);
      await page.goto(`${site.url}/en/back/`);
      await enter(page, mine);
      expect((await shownMailbox(page)).states).toEqual(['No answer yet.']);

      const foreign = (address: string) => !/^(?:data|blob):/.test(address) && new URL(address).origin !== site.url;
      expect(requested.filter(foreign)).toEqual([]);
      expect(faults).toEqual([]);
    },
    WITHIN_MS,
  );

  test(
    'slips are told by their places, and digits of any script and words of any list are read',
    async () => {
      const { mine, page, requested } = await openReturn();
      const { digits } = mine;
      const slip = async (code: string) => {
        await enterCode(page, code);
        await waitForSelector(page, '#problem:not([hidden])');
        await waitForSelector(page, 'main:not([aria-busy=true])');
        return waitForProblem(page);
      };
      const changed = (group = '') => group.slice(0, 4) + String((Number(group[4]) + 1) % 10);
      expect(await slip('')).toBe('Type your code first.');
      expect(await slip(digits.with(2, changed(digits[2])).join(' '))).toBe('Look at group 3 again.');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
      await press(page, '#problem-list a');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
      expect(await page.$eval('#code', (code) => code.ariaInvalid)).toBe('true');
      const twice = digits.with(2, changed(digits[2])).with(6, changed(digits[6]));
      expect(await slip(twice.join(' '))).toBe('Look at groups 3 and 7 again.');
      expect(await slip(digits.slice(1).join(' '))).toBe('There are 9 groups; it takes 10.');
      expect(await slip(digits.join(' ').slice(0, -1))).toBe('A number is missing: each group has five.');
      expect(requested.filter((address) => /english|spanish|french/.test(address))).toEqual([]);
      const words = codeWords(mine.secret, spanish);
      expect(await slip(words.with(4, 'qwrtz').join(' '))).toBe('Word 5 is not one of the words.');
      expect(await slip(words.slice(1).join(' '))).toBe('There are 11 words; it takes 12.');
      expect(requested.filter((address) => address.includes('/api/mailboxes'))).toEqual([]);

      await enterCode(page, words.join('\n').toUpperCase());
      await waitForSelector(page, '#mailbox:not([hidden])');
      expect(requested.filter((address) => address.includes('/api/mailboxes'))).toHaveLength(1);
      await page.reload();
      const arabic = digits.join('  ').replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
      await enterCode(page, arabic);
      await waitForSelector(page, '#mailbox:not([hidden])');
    },
    WITHIN_MS,
  );

  test(
    'what was forged, moved, repeated or kept back is told by name, and no word of it is shown',
    async () => {
      const { site, mine, page } = await openReturn();
      const other = await makeCase();
      const first = await replyTo(site, mine, { text: 'The first answer.' });
      const good = await replyTo(site, mine, { text: 'The third answer.', number: 3 });
      const later = await replyTo(site, mine, { text: 'Mine.', number: 2, by: site.office.reviewers[1]?.seed });
      const forged = await replyTo(site, mine, { text: 'FORGED', by: signingSeed(systemRandom(32)) });
      const moved = await replyTo(site, other, { text: 'MOVED' });
      const altered = good.slice();
      altered[9_000] = (altered[9_000] ?? 0) ^ 1;
      await layInto(site, mine, [first, good, later, forged, moved, good, altered]);
      await enter(page, mine);
      const { replies, doubts } = await shownMailbox(page);
      expect(replies).toEqual(['The first answer.', 'The third answer.', 'Mine.']);
      expect(doubts.map((doubt) => doubt.replace(/[\u2068\u2069]/g, ''))).toEqual([
        expect.stringMatching(/^An answer of Counsellor is missing\. The server may hold it back/),
        expect.stringMatching(
          /^An answer of Investigator is missing\. Did you first write more than a year ago\?.*If not,/,
        ),
        expect.stringMatching(/not locked for you/),
        expect.stringMatching(/signed by nobody on the list/),
      ]);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/FORGED|MOVED/);
    },
    WITHIN_MS,
  );

  test(
    'an older list of readers than the one seen before is refused, and so is another office',
    async () => {
      const { site, mine, page } = await openReturn();
      await replaceDirectory(site.folder, { ...site.office, directory: await site.office.ofVersion(2) });
      await enter(page, mine);
      await replaceDirectory(site.folder, site.office);
      await layInto(site, mine, [await replyTo(site, mine, { text: 'LATER' })]);
      await press(page, '#look-again');
      expect(await waitForProblem(page)).toMatch(/not signed as it should be/);
      expect((await shownMailbox(page)).replies).toEqual([]);

      await replaceDirectory(site.folder, await makeOffice(['Counsellor', 'Investigator']));
      await page.reload();
      await enterCode(page, mine.digits.join(' '));
      expect(await waitForProblem(page)).toMatch(/not signed as it should be/);
      expect(await page.$('#mailbox:not([hidden])')).toBeNull();
    },
    WITHIN_MS,
  );

  test(
    'nothing is stored, the address says nothing, another language keeps what is there, and ten idle minutes empty the page',
    async () => {
      const { site, mine, page } = await openReturn();
      await layInto(site, mine, [await replyTo(site, mine, { text: 'We are looking into it.' })]);
      await enter(page, mine);
      await page.type('#story', 'One thing more.');
      await press(page, '.languages a[lang=es]');
      await waitForLanguage(page, 'es');
      expect((await shownMailbox(page)).replies).toEqual(['We are looking into it.']);
      expect(await page.$eval('#story', (story) => (story as HTMLTextAreaElement).value)).toBe('One thing more.');
      expect(await addressOf(page)).toBe(`${site.url}/es/back/`);
      const kept = await page.evaluate(async () => ({
        history: history.length,
        state: history.state as unknown,
        cookies: document.cookie,
        stored: localStorage.length + sessionStorage.length + (await indexedDB.databases()).length,
        code: (document.getElementById('code') as HTMLTextAreaElement).value,
      }));
      expect(kept).toEqual({ history: kept.history, state: null, cookies: '', stored: 0, code: '' });

      await page.evaluate(() => {
        const now = Date.now();
        Date.now = () => now + 9 * 60_000;
        document.dispatchEvent(new Event('visibilitychange'));
      });
      expect(await page.$('#mailbox:not([hidden])')).not.toBeNull();
      await page.evaluate(() => {
        const now = Date.now();
        Date.now = () => now + 2 * 60_000;
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await waitForSelector(page, '#emptied:not([hidden])');
      const left = await page.evaluate(() => document.documentElement.outerHTML);
      expect(left).not.toMatch(/looking into it|One thing more/);
      expect(await page.$eval('#story', (story) => (story as HTMLTextAreaElement).value)).toBe('');

      await page.goto(`${site.url}/healthz`);
      await page.goBack();
      await waitForSelector(page, '#enter:not([hidden])');
      expect((await shownMailbox(page)).replies).toEqual([]);
    },
    WITHIN_MS,
  );

  test('without script it says what else can be done, and shows nothing to press', async () => {
    const site = await startSite(EASY_SITE);
    const { page } = await visit(browser, `${site.url}/en/back/`, { level: 'no-script' });
    const shown = await page.evaluate(() => document.body.innerText);
    expect(shown).toContain('this page needs JavaScript');
    expect(shown).toContain('amparo');
    expect(shown).not.toContain('Your code\n');
  });
});
