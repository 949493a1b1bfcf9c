import type { Page } from 'puppeteer-core';

const ANSWER_WITHIN_MS = 120_000;

const ASK_EVERY_MS = 50;
/** What the driver says while the page is between two documents. */
const IS_MOVING = /context|navigat|realm|detached|no such frame/i;

/** Waits until `condition` holds in the page. Asked from outside: puppeteer's own way compiles text in the page, which our policy forbids. */
export async function waitFor<Args extends string[]>(
  page: Page,
  condition: (...args: Args) => boolean | undefined,
  args: Args,
  withinMs = ANSWER_WITHIN_MS,
): Promise<void> {
  const endMs = Date.now() + withinMs;
  while (!(await holds(page, condition, args))) {
    if (Date.now() > endMs) throw new Error(`never came true: ${String(condition)} for ${JSON.stringify(args)}`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Waits until something that `selector` selects is there. */
export function waitForSelector(page: Page, selector: string, withinMs?: number): Promise<void> {
  return waitFor(page, (wanted: string) => document.querySelector(wanted) !== null, [selector], withinMs);
}

/** Waits until the text of the element with this id begins so. */
export function waitForText(page: Page, id: string, start: string, withinMs?: number): Promise<void> {
  const begins = (at: string, wanted: string) => document.getElementById(at)?.textContent.startsWith(wanted);
  return waitFor(page, begins, [id, start], withinMs);
}

/** Where the page says that it is: the driver does not hear of every change that a page makes itself. */
export function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href);
}

/** Waits until the page is in this language. */
export function waitForLanguage(page: Page, tag: string): Promise<void> {
  return waitFor(page, (lang: string) => document.documentElement.lang === lang, [tag]);
}

async function holds<Args extends string[]>(
  page: Page,
  condition: (...args: Args) => boolean | undefined,
  args: Args,
): Promise<boolean> {
  try {
    return (await page.evaluate(condition as (...given: string[]) => boolean | undefined, ...args)) === true;
  } catch (error) {
    if (error instanceof Error && IS_MOVING.test(error.message)) return false;
    throw error;
  }
}
