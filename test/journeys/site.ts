import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser, BrowserContext, ElementHandle, Page } from 'puppeteer-core';
import { describe } from 'vitest';

import { findBrowser, type BrowserName } from '../../scripts/browsers.ts';
import { LANGUAGES } from '../../client/messages/index.ts';
import { DEFAULT_FORM, type FormFiles } from '../../scripts/lib/form-files.ts';
import { renderPages } from '../../scripts/render-pages.ts';
import { isoDateOf, systemRandom, toBase64 } from '../../crypto/index.ts';
import { ensureLogKey } from '../../server/log/log-key.ts';
import { DATA } from '../../server/data-folder.ts';
import { afterTest, makeDataFolder, makeOffice, tempFolder, type TestOffice } from '../server/helpers.ts';
import { sharedBrowser, type LaunchOptions } from './browsers.ts';
import { waitForSelector, waitForText } from './waiting.ts';

const ASSETS = join(import.meta.dirname, '../../dist/assets');
/** Tests in each browser; skipped where this machine has not got it, as `ensure-browsers` has said. */
export function inEachBrowser(tests: (browser: BrowserName) => void): void {
  for (const name of ['chromium', 'firefox'] as const) {
    describe.skipIf(findBrowser(name) === undefined)(`in ${name}`, () => {
      tests(name);
    });
  }
}

/** A data folder with an office and its real pages. `hasLog`: the office vouches for the server's log. */
export async function makeSite(
  form: FormFiles = DEFAULT_FORM,
  languages: readonly string[] = ['ar', 'en', 'es'],
  hasLog = false,
): Promise<{ office: TestOffice; folder: string }> {
  const keyPath = join(await tempFolder(), DATA.logKey);
  const { origin, publicKey } = await ensureLogKey(keyPath, systemRandom);
  const log = hasLog ? { origin, publicKey: toBase64(publicKey) } : undefined;
  const office = await makeOffice(['Counsellor', 'Investigator'], log);
  const folder = await makeDataFolder(office);
  await copyFile(keyPath, join(folder, DATA.logKey));
  await rm(join(folder, 'pages'), { recursive: true });
  const today = isoDateOf(new Date());
  await renderPages({
    directory: office.directory,
    form,
    offline: null,
    today,
    languages: LANGUAGES.filter(({ tag }) => languages.includes(tag)),
    assets: ASSETS,
    out: join(folder, 'pages'),
  });
  return { office, folder };
}

export async function replaceDirectory(folder: string, office: TestOffice): Promise<void> {
  await writeFile(join(folder, 'directory.json'), JSON.stringify(office.directory));
}

export interface Visit {
  /** Where the page is, apart from those of other tests. */
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requested: readonly string[];
  /** Faults that the page or the browser told of: blocked by policy, not caught. */
  readonly faults: readonly string[];
}

const PHONE = { width: 360, height: 740 };

/** Opens a page that is watched, at the size of a phone; closed after the test. */
export async function visit(name: BrowserName, url: string, options: LaunchOptions = {}): Promise<Visit> {
  const browser = await sharedBrowser(name, { window: PHONE, ...options });
  const context = await browser.createBrowserContext();
  afterTest(() => context.close());
  return { context, ...(await openPage(context, url)) };
}

/** Opens a page in a browser or context of the caller's. */
export async function openPage(opener: Browser | BrowserContext, url: string): Promise<Omit<Visit, 'context'>> {
  const page = await opener.newPage();
  const requested: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url);
  return { page, requested, faults };
}

export async function waitUntilReady(page: Page): Promise<void> {
  await waitForText(page, 'status', 'Ready to send.');
}

export async function waitUntilReceived(page: Page): Promise<void> {
  await waitForSelector(page, '#received:not([hidden])');
}

/** The text of the error summary, once it is shown. */
export async function waitForProblem(page: Page): Promise<string> {
  await waitForSelector(page, '#problem:not([hidden])');
  return page.$eval('#problem-list', (list) => list.textContent);
}

/** Activates a control where it is, which a click at a place does not: at phone width the way out lies over the foot of the page. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (control) => {
    (control as HTMLElement).click();
  });
}

/** Chooses files as a person does in the browser's own dialog. */
export async function chooseFiles(page: Page, selector: string, ...paths: readonly string[]): Promise<void> {
  const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
  if (!input) throw new Error(`no ${selector}`);
  await input.uploadFile(...paths);
}

/** Moves through the form by its own buttons until a screen is shown. */
export async function goTo(page: Page, step: string): Promise<void> {
  await page.evaluate((wanted) => {
    const steps = [...document.querySelectorAll<HTMLElement>('.step')];
    const end = steps.findIndex((each) => each.dataset['step'] === wanted);
    if (end < 0) throw new Error(`no screen ${wanted}`);
    for (let moves = 0; moves <= steps.length; moves += 1) {
      const now = steps.findIndex((each) => !each.hidden);
      if (now === end) return;
      document.getElementById(now < end ? 'next' : 'back')?.click();
    }
    throw new Error(`screen ${wanted} cannot be reached`);
  }, step);
}

export async function writeStory(page: Page, story: string): Promise<void> {
  await goTo(page, 'story');
  await page.type('#story', story);
}

/** Presses the button that sends, on the last screen. */
export async function send(page: Page): Promise<void> {
  await goTo(page, 'review');
  await press(page, '#send');
}
