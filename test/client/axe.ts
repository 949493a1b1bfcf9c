import axeCore from 'axe-core';
import type { Page } from 'puppeteer-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Gives a page axe-core. A script element would be refused by the page's policy, and rightly; an evaluation is not its own. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axeCore.source);
}

interface Look {
  /** Colours are the same in every language, and by far the slowest to look at. */
  readonly withColours?: boolean;
}

/** What axe-core finds in the page as it stands, also what it cannot decide: `where: rule at element: why`. */
export async function findings(page: Page, where: string, { withColours = true }: Look = {}): Promise<string[]> {
  const options = {
    runOnly: RULES,
    preload: false,
    rules: { 'color-contrast': { enabled: withColours } },
  };
  const found = await page.evaluate(async (given) => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore };
    const { violations, incomplete } = await axe.run(document, given);
    return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, options);
  return found.map((finding) => `${where}: ${finding}`);
}

/** Of rows that are half scrolled away, of single digits, and of keys that are drawn as arrows, no program can tell the contrast. */
export const UNDECIDABLE = /could not be determined|too short to determine|only non-text characters/;
