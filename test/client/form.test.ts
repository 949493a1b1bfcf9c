import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { PATHS, systemRandom, type EpochKeyPair } from '../../crypto/index.ts';
import { serve } from '../../server/serve.ts';
import { openAlone } from '../open-alone.ts';
import {
  goTo,
  inEachBrowser,
  makeSite,
  replaceDirectory,
  send,
  visit,
  waitForProblem,
  waitUntilReady,
  waitUntilReceived,
  writeStory,
} from '../journeys/site.ts';
import { storedLetters } from '../journeys/stored-letters.ts';
import { afterTest, EASY, type TestOffice } from '../server/helpers.ts';

import { faultyLine, type Fault } from './faulty-line.ts';
import { addressOf } from '../journeys/waiting.ts';

/** What may go wrong while a report is written and sent, in real browsers. */
const STORY = 'A border clerk asked for money to let the van pass.';

interface Site {
  readonly url: string;
  readonly folder: string;
  readonly office: TestOffice;
}

async function startSite(change: (office: TestOffice) => TestOffice = (office) => office): Promise<Site> {
  const { office, folder } = await makeSite();
  await replaceDirectory(folder, change(office));
  const listening = await serve(
    { host: '127.0.0.1', port: 0, data: folder, pepper: systemRandom(32) },
    { log: () => undefined, difficulty: EASY },
  );
  afterTest(() => listening.stop());
  return { url: listening.url, folder, office };
}

/** The office as a server tells it that holds back the key of the second reviewer. */
function withoutSecondKey(office: TestOffice): TestOffice {
  return { ...office, directory: { ...office.directory, epochKeys: office.directory.epochKeys.slice(0, 1) } };
}

function storyOn(page: Page): Promise<string> {
  return page.$eval('#story', (field) => (field as HTMLTextAreaElement).value);
}

inEachBrowser((browser) => {
  async function sentThrough(faultOf: (path: string, times: number) => Fault): Promise<readonly string[]> {
    const site = await startSite();
    const line = await faultyLine(site.url, faultOf);
    const { page } = await visit(browser, `${line.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await send(page);
    await waitUntilReceived(page);
    expect(storedLetters(site.folder)).toHaveLength(1);
    return line.passed;
  }

  test('nobody becomes a reader unseen: a key that was held back until sending seals nothing', async () => {
    const site = await startSite(withoutSecondKey);
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    expect(await page.$$('#readers input')).toHaveLength(1);
    await replaceDirectory(site.folder, site.office);
    await writeStory(page, STORY);
    await send(page);
    expect(await waitForProblem(page)).toMatch(/has changed while you were writing/);
    expect(storedLetters(site.folder)).toEqual([]);
    expect(await storyOn(page)).toBe(STORY);

    await goTo(page, 'readers');
    await page.click('#readers input[value="1"]');
    await send(page);
    await waitUntilReceived(page);
    const [letter] = storedLetters(site.folder);
    const opens = (key: EpochKeyPair | undefined) => (letter && key ? openAlone(letter, key) : undefined);
    expect(await opens(site.office.reviewers[0]?.epochKey)).not.toBeNull();
    expect(await opens(site.office.reviewers[1]?.epochKey)).toBeNull();
  });

  test.each([['the worker', '/assets/worker.js'] as const, ['libsodium', 'sodium'] as const])(
    '%s that did not arrive is fetched again when asked',
    async (_what, part) => {
      const site = await startSite();
      let isLost = true;
      const line = await faultyLine(site.url, (path) => (isLost && path.includes(part) ? 'lost' : undefined));
      const { page } = await visit(browser, `${line.url}/en/`);
      expect(await waitForProblem(page)).toMatch(/cannot be reached/);
      isLost = false;
      await page.click('#problem-again');
      await waitUntilReady(page);
      await writeStory(page, STORY);
      await send(page);
      await waitUntilReceived(page);
    },
  );

  test('a server that is busy is asked again, with the same work', async () => {
    const passed = await sentThrough((path, times) =>
      path === PATHS.reports && times === 1 ? { status: 503, code: 'busy' } : undefined,
    );
    expect(passed.filter((path) => path === PATHS.work)).toHaveLength(1);
  });

  test('work that is refused is done anew, for the same letter', async () => {
    const passed = await sentThrough((path, times) =>
      path === PATHS.reports && times === 1 ? { status: 403, code: 'work-expired' } : undefined,
    );
    expect(passed.filter((path) => path === PATHS.work)).toHaveLength(2);
  });

  test('a refusal that will not pass says so, and what was written stays', async () => {
    const site = await startSite();
    const line = await faultyLine(site.url, (path) =>
      path === PATHS.reports ? { status: 415, code: 'type-unsupported' } : undefined,
    );
    const { page } = await visit(browser, `${line.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await send(page);
    expect(await waitForProblem(page)).toMatch(/does not fit the server/);
    expect(await storyOn(page)).toBe(STORY);
  });

  test('a problem that comes up by itself does not take anybody out of what they write', async () => {
    const site = await startSite((office) => ({ ...office, directory: { ...office.directory, epochKeys: [] } }));
    const { page } = await visit(browser, `${site.url}/en/`);
    await goTo(page, 'story');
    await page.focus('#story');
    expect(await waitForProblem(page)).toMatch(/out of date/);
    await page.keyboard.type(STORY);
    expect(await storyOn(page)).toBe(STORY);
  });

  test('going from a problem to its field moves the focus and leaves nothing in the history', async () => {
    const site = await startSite();
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await send(page);
    await waitForProblem(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
    const before = await page.evaluate(() => history.length);
    await page.click('#problem-list a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('story');
    expect(await addressOf(page)).toBe(`${site.url}/en/`);
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  test('100,000 characters of any script are sent; one more is told, and stays', async () => {
    const site = await startSite();
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    const put = (characters: number) =>
      page.$eval(
        '#story',
        (field, count) => {
          (field as HTMLTextAreaElement).value = '\u{1F69A}'.repeat(count);
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        characters,
      );
    await put(100_001);
    await send(page);
    expect(await waitForProblem(page)).toMatch(/too long/);
    expect(Array.from(await storyOn(page))).toHaveLength(100_001);
    await put(100_000);
    expect(await page.$eval('#story-left', (line) => line.textContent)).toBe('0 characters left');
    await send(page);
    await waitUntilReceived(page);
    expect(storedLetters(site.folder)[0]).toHaveLength(524_288);
  });
});
