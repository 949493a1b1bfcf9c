import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Browser, Page } from 'puppeteer-core';

import { launchChromium, withBrowser } from '../browsers.ts';
import type { Bench, BenchContext } from './bench.ts';
import { makeDeskFiles, PASSPHRASE, type DeskFiles } from './desk-files.ts';
import { watchDesk } from './page/desk-watch.ts';
import { memoryMiB } from './process-memory.ts';
import { figure, type Result } from './result.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

const BENCH = 'triage';
const TRIAGE_PAGE = join(import.meta.dirname, '../../triage/triage.html');
/** ARCHITECTURE.md, Figures; frames are the desk's own goal. */
const LETTERS = 10_000;
const OPENED_MS = 15_000;
const REPORTS = 100_000;
const FOUND_MS = 50;
const FRAMES_PER_SECOND = 50;
const WITHIN_MS = 240_000;
/** Words that are rare, common, and of scripts with and without spaces; the last one is not there. */
const SEARCHES = ['passport', 'pas', 'паспорт', 'جواز', '护照', 'frontera police', 'zzzzzz'];

export const triageBench: Bench = {
  about: "the reviewers' page in Chromium: 10,000 letters opened, 100,000 reports searched, filtered and scrolled",
  needs: ['chromium'],
  limitMinutes: 20,
  run,
};

async function* run({ signal }: BenchContext): AsyncGenerator<Result> {
  yield* await withTemporaryFolder(async (folder) => {
    const files = await makeDeskFiles(folder, { letters: LETTERS, reports: REPORTS });
    return withBrowser(launchChromium({ signal }), async (browser) => [
      ...(await opening(browser, files)),
      ...(await finding(browser, files)),
    ]);
  });
}

async function opening(browser: Browser, { key, bundle }: DeskFiles): Promise<Result[]> {
  return withDesk(browser, [key], async (page) => {
    await choose(page, '#open-bundles', bundle);
    const { milliseconds } = await answerTo(page, 'open');
    return [
      figure({
        bench: BENCH,
        what: '10,000 letters of ten languages opened',
        unit: 'ms',
        ours: [milliseconds],
        bound: OPENED_MS,
      }),
    ];
  });
}

async function finding(browser: Browser, { key, casebook }: DeskFiles): Promise<Result[]> {
  const started = performance.now();
  return withDesk(browser, [key, casebook], async (page) => {
    await page.waitForFunction(
      (count) => (document.querySelector('#list-title')?.textContent ?? '').replace(/\D/g, '').startsWith(count),
      { timeout: WITHIN_MS, polling: 200 },
      String(REPORTS),
    );
    const shown = performance.now() - started;
    await untilIndexed(page);
    const indexed = performance.now() - started;
    const searches: number[] = [];
    for (const words of SEARCHES) searches.push(await timeOfSearch(page, words));
    const filters = [await timeOfFilter(page, 'urgency'), await timeOfFilter(page, 'stage')];
    const frames = await framesWhileScrolling(page);
    const memory = await memoryMiB(browser.process()?.pid ?? 0, 'own');
    const one = { bench: BENCH } as const;
    return [
      figure({ ...one, what: 'casebook of 100,000 reports opened and listed', unit: 'ms', ours: [shown] }),
      figure({ ...one, what: 'the same with every word indexed', unit: 'ms', ours: [indexed] }),
      figure({
        ...one,
        what: `slowest of ${String(SEARCHES.length)} searches among 100,000`,
        unit: 'ms',
        ours: [Math.max(...searches)],
        bound: FOUND_MS,
      }),
      figure({
        ...one,
        what: 'slowest of 2 filters among them',
        unit: 'ms',
        ours: [Math.max(...filters)],
        bound: FOUND_MS,
      }),
      figure({ ...one, what: 'scrolling the list', unit: 'frames/s', ours: [frames], bound: FRAMES_PER_SECOND }),
      figure({ ...one, what: 'memory of the browser, all processes', unit: 'MiB', ours: [memory] }),
    ];
  });
}

/** Lends the page, unlocked, with what was chosen opened. */
async function withDesk(
  browser: Browser,
  files: readonly string[],
  use: (page: Page) => Promise<Result[]>,
): Promise<Result[]> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(WITHIN_MS);
    await page.evaluateOnNewDocument(watchDesk);
    await page.goto(pathToFileURL(TRIAGE_PAGE).href);
    await choose(page, '#choose', ...files);
    await page.waitForSelector('#chosen-key:not(.hint)');
    await page.type('#passphrase', PASSPHRASE);
    await page.click('button[type=submit]:not(:disabled)');
    await page.waitForSelector('.desk');
    return await use(page);
  } finally {
    await context.close();
  }
}

async function choose(page: Page, selector: string, ...paths: readonly string[]): Promise<void> {
  const input = await page.waitForSelector(selector);
  if (!input) throw new Error(`the page has no ${selector}`);
  await (input as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(...paths);
}

/** The answer to the next call of a name. */
async function answerTo(page: Page, call: string): Promise<{ readonly milliseconds: number }> {
  await page.waitForFunction((name) => globalThis.deskCalls.some((each) => each.call === name), { polling: 100 }, call);
  const answer = await page.evaluate(
    (name) => globalThis.deskCalls.findLast((each) => each.call === name)?.answer,
    call,
  );
  return answer as { milliseconds: number };
}

/** Until no report waits for being indexed; the page asks by itself as long as there are any. */
async function untilIndexed(page: Page): Promise<void> {
  const isIndexed = () => {
    const last = globalThis.deskCalls.findLast(({ call }) => call === 'list')?.answer as
      { waiting: number } | undefined;
    return last?.waiting === 0;
  };
  await page.waitForFunction(isIndexed, { polling: 200 });
}

/** From the question to the worker's answer, without the moment that the page waits for more letters to be typed. */
async function timeOfSearch(page: Page, words: string): Promise<number> {
  return timeOfList(
    page,
    (text) => {
      const box = document.querySelector<HTMLInputElement>('#list-search');
      if (!box) throw new Error('the page has no search');
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    words,
  );
}

async function timeOfFilter(page: Page, member: string): Promise<number> {
  const choosing = (index: number) =>
    timeOfList(
      page,
      (name) => {
        const [id = '', at] = name.split(' ');
        const select = document.querySelector<HTMLSelectElement>(`#filter-${id}`);
        if (!select) throw new Error('the page has no such filter');
        select.selectedIndex = Number(at);
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      `${member} ${String(index)}`,
    );
  const took = await choosing(2);
  await choosing(0);
  return took;
}

async function timeOfList(page: Page, ask: (argument: string) => void, argument: string): Promise<number> {
  await page.evaluate(() => {
    globalThis.deskCalls = [];
  });
  await page.evaluate(ask, argument);
  const isAnswered = () => globalThis.deskCalls.some(({ call }) => call === 'list');
  await page.waitForFunction(isAnswered, { polling: 50 });
  return page.evaluate(() => globalThis.deskCalls.find(({ call }) => call === 'list')?.ms ?? Number.NaN);
}

/** Frames that were drawn each second while the list moved by a row or two with each. */
async function framesWhileScrolling(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const SCROLL_MS = 3000;
    const PIXELS = 137;
    const list = document.querySelector('#reports');
    if (!list) throw new Error('the page has no list');
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const began = await frame();
    let frames = 0;
    for (let now = began; now - began < SCROLL_MS; now = await frame()) {
      list.scrollTop += PIXELS;
      frames += 1;
    }
    return (frames / SCROLL_MS) * 1000;
  });
}
