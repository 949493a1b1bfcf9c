import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { startSite } from '../journeys/running-site.ts';
import { goTo, inEachBrowser, press, visit, waitUntilReady } from '../journeys/site.ts';
import { EASY } from '../server/helpers.ts';
import { goInHistory, pointExitTo, startElsewhere, waitUntilAt } from './elsewhere.ts';
import { writeEverywhere } from './written.ts';
import { addressOf, waitForLanguage, waitForSelector } from '../journeys/waiting.ts';

/** "Leave this page": at once, without a trace, in every tab, with and without script. */
const WITHIN_MS = 180_000;

async function pressShift(page: Page, times: number): Promise<void> {
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Shift');
}

declare global {
  var workersMade: number;
}

/** In the page, before its own script: not every driver tells of the workers of a page. */
function countWorkers(): void {
  globalThis.workersMade = 0;
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      globalThis.workersMade += 1;
    }
  };
}

inEachBrowser((browser) => {
  async function openForm() {
    const site = await startSite({ surroundings: { difficulty: EASY } });
    const elsewhere = await startElsewhere();
    const { context, page } = await visit(browser, `${elsewhere.url}before`);
    await page.evaluateOnNewDocument(countWorkers);
    await page.goto(`${site.url}/en/`);
    await waitUntilReady(page);
    await pointExitTo(page, elsewhere);
    return { site, elsewhere, context, page };
  }

  test(
    'covers the page, empties its title and ends its workers in the same moment, before anything else can come',
    async () => {
      const { elsewhere, page } = await openForm();
      await writeEverywhere(page);
      const workers = await page.evaluate(() => globalThis.workersMade);
      expect(workers).toBeGreaterThan(0);
      const shown = await page.evaluate(() => {
        const ended = new Set<Worker>();
        const end = Worker.prototype.terminate;
        Worker.prototype.terminate = function () {
          ended.add(this);
          end.call(this);
        };
        document.getElementById('exit')?.click();
        const cover = document.body.firstElementChild;
        const { left, top, width, height } = (cover ?? document.head).getBoundingClientRect();
        return {
          title: document.title.trim(),
          body: document.body.innerHTML,
          ended: ended.size,
          isCovered:
            left === 0 && top === 0 && width === document.documentElement.clientWidth && height === innerHeight,
          colour: getComputedStyle(cover ?? document.head).backgroundColor,
        };
      });
      expect(shown).toEqual({
        title: '',
        body: '<div class="cover"></div>',
        ended: workers,
        isCovered: true,
        colour: 'rgb(255, 255, 255)',
      });
      await waitUntilAt(page, elsewhere.url);
    },
    WITHIN_MS,
  );

  test(
    'takes the place of the form in the history, and tells the other site nothing of where it was',
    async () => {
      const { site, elsewhere, page } = await openForm();
      await writeEverywhere(page);
      const before = await page.evaluate(() => history.length);
      await press(page, '#exit');
      await waitUntilAt(page, elsewhere.url);
      expect(await page.evaluate(() => [history.length, document.referrer])).toEqual([before, '']);
      await goInHistory(page, -1, `${elsewhere.url}before`);
      await goInHistory(page, 1, elsewhere.url);
      expect(elsewhere.referrers.filter((referrer) => referrer?.startsWith(site.url))).toEqual([]);
      expect(elsewhere.referrers).toContain(undefined);
    },
    WITHIN_MS,
  );

  test('Shift pressed three times leaves; Shift for capitals does not', async () => {
    const { site, elsewhere, page } = await openForm();
    await goTo(page, 'story');
    await page.focus('#story');
    for (const letter of ['A', 'B', 'C', 'D']) {
      await page.keyboard.down('Shift');
      await page.keyboard.press(letter as 'A');
      await page.keyboard.up('Shift');
    }
    await pressShift(page, 2);
    await page.keyboard.press('x');
    await pressShift(page, 2);
    expect(await addressOf(page)).toBe(`${site.url}/en/`);
    expect(await page.$eval('#story', (story) => (story as HTMLTextAreaElement).value)).toMatch(/^abcdx$/i);
    await pressShift(page, 1);
    await waitUntilAt(page, elsewhere.url);
  });

  test(
    'every other tab that has the form open leaves too, in whatever language, and so after the language was changed',
    async () => {
      const { site, elsewhere, context, page } = await openForm();
      const other = await context.newPage();
      await other.goto(`${site.url}/es/`);
      await waitForSelector(other, '#readers input');
      await press(other, '.languages a[lang=ar]');
      await waitForLanguage(other, 'ar');
      await pointExitTo(other, elsewhere);
      await writeEverywhere(other);
      const before = await other.evaluate(() => history.length);

      await page.bringToFront();
      await press(page, '#exit');
      await waitUntilAt(page, elsewhere.url);
      await waitUntilAt(other, elsewhere.url);
      expect(await other.evaluate(() => history.length)).toBe(before);
    },
    WITHIN_MS,
  );

  test('without script it is a plain link', async () => {
    const site = await startSite();
    const elsewhere = await startElsewhere();
    const { page } = await visit(browser, `${site.url}/en/`, { level: 'no-script' });
    await pointExitTo(page, elsewhere);
    await page.focus('#exit');
    await page.keyboard.press('Enter');
    await waitUntilAt(page, elsewhere.url);
    expect(elsewhere.referrers[0]).toBeUndefined();
  });
});
