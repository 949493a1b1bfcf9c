import type { Browser, Page } from 'puppeteer-core';

import { visitForm, type Errand, type Visit } from './page/reporter.ts';
import { Transfers } from './transfers.ts';

/**
 * A line as Chromium emulates it: the least time from a request to its answer's head, and the rate of bytes, each way. What it leaves
 * out: setting up connections (one or two times the latency more for the first, more again without HTTP/2) and loss. The page
 * and each of its workers have the rate for themselves. The slower processor is the page's own thread alone.
 */
export interface Line {
  readonly latencyMs: number;
  readonly bytesPerSecond: number;
  readonly cpuSlowdown: number;
}

export interface VisitedPage {
  readonly page: Page;
  readonly transfers: Transfers;
}

const LOOK_EVERY_MS = 100;
const WITHIN_MS = 90_000;
const STORY = 'The guard at the crossing took the passports and let the van through. '.repeat(29).slice(0, 2048);

/** Lends a page of a browser that has seen nothing yet. */
export async function withNewPage<Result>(
  browser: Browser,
  line: Line | null,
  use: (visited: VisitedPage) => Promise<Result>,
): Promise<Result> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    const transfers = new Transfers(page, session);
    await session.send('Network.enable');
    if (line) {
      const { latencyMs: latency, bytesPerSecond, cpuSlowdown } = line;
      await page.emulateNetworkConditions({ latency, download: bytesPerSecond, upload: bytesPerSecond });
      await page.emulateCPUThrottling(cpuSlowdown);
    }
    return await use({ page, transfers });
  } finally {
    await context.close();
  }
}

/** Goes to the form and does an errand there. */
export async function visit(page: Page, url: string, errand: Errand): Promise<Required<Omit<Visit, 'problem'>>> {
  await page.evaluateOnNewDocument(visitForm, errand, STORY);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const isDone = (isSent: boolean) => {
    const { paintedMs, receivedMs, problem } = globalThis.reporterVisit;
    return (isSent ? receivedMs : paintedMs) !== undefined || problem !== undefined;
  };
  await page.waitForFunction(isDone, { polling: LOOK_EVERY_MS, timeout: WITHIN_MS }, errand !== 'start');
  const { problem, ...times } = await page.evaluate(() => globalThis.reporterVisit);
  if (problem !== undefined) throw new Error(`the form says: ${problem}`);
  const never = Number.NaN; // of what was not on the errand
  return { paintedMs: never, usableMs: never, pressedMs: never, receivedMs: never, ...times };
}
