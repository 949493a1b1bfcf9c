import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { startSite } from '../journeys/running-site.ts';
import { enter, enterCode, layInto, lookAgain, makeCase, replyTo } from '../journeys/returning.ts';
import { inEachBrowser, press, visit, waitForProblem } from '../journeys/site.ts';
import { waitForSelector } from '../journeys/waiting.ts';
import { EASY } from '../server/helpers.ts';
import { findings, loadAxe } from './axe.ts';
import { tabTo, useKey } from './keyboard.ts';
import { addPhoto } from './screens.ts';

/** The page where one comes back, as everybody can see, hear and reach it. */
const WITHIN_MS = 240_000;
const LONG_WORD = 'https://example.org/'.padEnd(200, 'x');

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

inEachBrowser((browser) => {
  async function openReturn(tag: string, window: { width: number; height: number }, languages = ['ar', 'en']) {
    const site = await startSite({ languages, surroundings: { difficulty: EASY } });
    const mine = await makeCase();
    await layInto(site, mine, [await replyTo(site, mine, { text: LONG_WORD, number: 2 })]);
    const { page } = await visit(browser, `${site.url}/${tag}/back/`, { window });
    return { site, mine, page };
  }

  test.each(['en', 'ar'])(
    'axe finds nothing, and at 320 px nothing is wider than the page, in %s',
    async (tag) => {
      const { mine, page } = await openReturn(tag, { width: 320, height: 640 });
      const found: string[] = [];
      const look = async (where: string) => {
        await loadAxe(page);
        found.push(...(await findings(page, `${tag} ${where}`)));
        expect(await overflow(page), where).toBe(0);
      };
      await enterCode(page, mine.digits.slice(1).join(' '));
      await waitForProblem(page);
      await press(page, '#problem-list a');
      await look('slip');
      await enter(page, mine);
      await addPhoto(page);
      await page.$eval('.closing', (closing) => {
        (closing as HTMLDetailsElement).open = true;
      });
      await look('mailbox');
      await press(page, '#close-tick');
      await press(page, '#close-form button');
      await waitForSelector(page, '#closed:not([hidden])');
      await look('closed');
      expect(found).toEqual([]);
    },
    WITHIN_MS,
  );

  test(
    'everything is reached and done by keys alone, and the focus goes where something new is',
    async () => {
      const { site, mine, page } = await openReturn('en', { width: 360, height: 740 });
      await waitForSelector(page, '#status-enter:empty');
      await tabTo(page, '#code');
      await page.keyboard.type(mine.digits.join(''));
      await useKey(page, '#enter-form button', 'Enter');
      await waitForSelector(page, '#mailbox:not([hidden])');
      expect(await page.evaluate(() => document.activeElement?.matches('#mailbox h1'))).toBe(true);

      await layInto(site, mine, [await replyTo(site, mine, { text: 'First.', number: 1 })]);
      await tabTo(page, '#look-again');
      await lookAgain(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('answers-title');
      await tabTo(page, '#story');
      await page.keyboard.type('One thing more.');
      await tabTo(page, '#choose-files');
      await useKey(page, '#readers input[value="0"]', ' ');
      await useKey(page, '#send', 'Enter');
      await waitForSelector(page, '#sent:not([hidden])');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('sent');

      await useKey(page, '.closing summary', 'Enter');
      await useKey(page, '#close-tick', ' ');
      await useKey(page, '#close-form button', 'Enter');
      await waitForSelector(page, '#closed:not([hidden])');
      expect(await page.evaluate(() => document.activeElement?.matches('#closed h1'))).toBe(true);
      await tabTo(page, '#exit', 'Shift+Tab');
    },
    WITHIN_MS,
  );
});
