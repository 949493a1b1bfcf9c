import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser, Page } from 'puppeteer-core';
import { describe } from 'vitest';

import {
  findBrowser,
  launchChromium,
  launchFirefox,
  type BrowserName,
  type SecurityLevel,
} from '../../scripts/browsers.ts';
import { renderPages } from '../../scripts/render-pages.ts';
import { isoDateOf } from '../../crypto/index.ts';
import { afterTest, makeDataFolder, makeOffice, type TestOffice } from '../server/helpers.ts';

const ASSETS = join(import.meta.dirname, '../../dist/assets');
const ANSWER_WITHIN_MS = 120_000;

/** Tests in each browser; skipped where this machine has not got it, as `ensure-browsers` has said. */
export function inEachBrowser(tests: (browser: BrowserName) => void): void {
  for (const name of ['chromium', 'firefox'] as const) {
    describe.skipIf(findBrowser(name) === undefined)(`in ${name}`, () => {
      tests(name);
    });
  }
}

/** A data folder with an office and its real pages. */
export async function makeSite(): Promise<{ office: TestOffice; folder: string }> {
  const office = await makeOffice(['Counsellor', 'Investigator']);
  const folder = await makeDataFolder(office);
  await rm(join(folder, 'pages'), { recursive: true });
  const today = isoDateOf(new Date());
  await renderPages({ directory: office.directory, today, assets: ASSETS, out: join(folder, 'pages') });
  return { office, folder };
}

export async function replaceDirectory(folder: string, office: TestOffice): Promise<void> {
  await writeFile(join(folder, 'directory.json'), JSON.stringify(office.directory));
}

export interface Visit {
  readonly browser: Browser;
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requested: readonly string[];
  /** Faults that the page or the browser told of: blocked by policy, not caught. */
  readonly faults: readonly string[];
}

export interface VisitOptions {
  readonly level?: SecurityLevel;
  readonly profileDir?: string;
}

/** Opens a browser and a page that is watched; closed after the test. */
export async function visit(name: BrowserName, url: string, options: VisitOptions = {}): Promise<Visit> {
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const browser = await launch({ ...options, window: { width: 360, height: 740 } });
  afterTest(() => browser.close());
  const page = await browser.newPage();
  const requested: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url);
  return { browser, page, requested, faults };
}

export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Ready to send.', {
    timeout: ANSWER_WITHIN_MS,
  });
}

export async function waitUntilReceived(page: Page): Promise<void> {
  await page.waitForSelector('#received:not([hidden])', { timeout: ANSWER_WITHIN_MS });
}

/** The text of the error summary, once it is shown. */
export async function waitForProblem(page: Page): Promise<string> {
  await page.waitForSelector('#problem:not([hidden])', { timeout: ANSWER_WITHIN_MS });
  return page.$eval('#problem-text', (line) => line.textContent);
}

export async function writeStory(page: Page, story: string): Promise<void> {
  await page.type('#story', story);
}
