import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';
import { startSite } from '../journeys/running-site.ts';
import { inEachBrowser, visit } from '../journeys/site.ts';
import { EASY } from '../server/helpers.ts';
import { FORM_WITH_EMERGENCY, showEverything } from './screens.ts';

/** A phone of 320 px, which is also a screen of 1280 px at 400% (WCAG 1.4.10). */
const VIEWPORT = { width: 320, height: 640 };
const WITHIN_MS = 240_000;

/** The languages with the longest words, the one that goes from right to left, and the one without spaces. */
const TAGS = ['ar', 'de', 'ka', 'mn', 'ru', 'tn', 'zh-Hans'];

interface Looks {
  readonly overflow: number;
  /** Elements that stick out of the page, or hold more than they show. */
  readonly cut: readonly string[];
  /** Targets lower than 44 px whose label is not higher either. */
  readonly small: readonly string[];
  readonly areRadiosAtStart: boolean;
}

function looksOf(page: Page): Promise<Looks> {
  return page.evaluate(() => {
    const TARGET_PIXELS = 44;
    const root = document.documentElement;
    const name = (each: Element) => `${each.tagName} ${each.id} ${(each.textContent || each.outerHTML).slice(0, 60)}`;
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (each) => each.checkVisibility() && !each.closest('.visually-hidden'),
      );
    const isOut = (each: Element) => {
      const { left, right } = each.getBoundingClientRect();
      return left < 0 || right > root.clientWidth;
    };
    const holdsMore = (each: HTMLElement) =>
      !each.matches('textarea, input, select, option, audio, canvas') &&
      getComputedStyle(each).display !== 'inline' &&
      each.scrollWidth > each.clientWidth + 1;
    // A word of a sentence is as high as its line (WCAG 2.5.8, "inline").
    const isInSentence = (each: Element) =>
      each.matches('p a') && each.parentElement?.textContent.trim() !== each.textContent.trim();
    const height = (each: HTMLElement) =>
      Math.max(...[each, each.closest('label')].map((box) => box?.getBoundingClientRect().height ?? 0));
    const radio = document.querySelector('#danger input')?.getBoundingClientRect();
    const isAtLeft = (radio?.left ?? 0) < root.clientWidth / 2;
    return {
      overflow: root.scrollWidth - root.clientWidth,
      cut: shown('body *')
        .filter((each) => isOut(each) || holdsMore(each))
        .map(name),
      small: shown('a, button, input, select, textarea, summary')
        .filter((each) => height(each) < TARGET_PIXELS && !isInSentence(each))
        .map(name),
      areRadiosAtStart: isAtLeft === (root.dir === 'ltr'),
    };
  });
}

/** More room between letters, words and lines, as some need it to read (WCAG 1.4.12). */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('body, body *')) {
      each.style.lineHeight = '1.5';
      each.style.letterSpacing = '0.12em';
      each.style.wordSpacing = '0.16em';
    }
    for (const each of document.querySelectorAll<HTMLElement>('p')) each.style.marginBlockEnd = '2em';
  });
}

inEachBrowser((browser) => {
  test(
    'at 320 px nothing is cut off on any screen, and every target is 44 px high or has a label that is',
    async () => {
      const tags = browser === 'chromium' ? TAGS : ['ar', 'de'];
      const site = await startSite({
        form: FORM_WITH_EMERGENCY,
        languages: LANGUAGES.map(({ tag }) => tag),
        surroundings: { difficulty: EASY },
      });
      const { page } = await visit(browser, 'about:blank', { window: VIEWPORT });
      const looks: Record<string, Looks> = {};
      for (const tag of tags) {
        await page.goto(`${site.url}/${tag}/`);
        await showEverything(page);
        looks[tag] = await looksOf(page);
        await spaceOut(page);
        const { overflow, cut } = await looksOf(page);
        looks[`${tag}, spaced out`] = { overflow, cut, small: [], areRadiosAtStart: true };
      }
      const fine: Looks = { overflow: 0, cut: [], small: [], areRadiosAtStart: true };
      expect(looks).toEqual(Object.fromEntries(Object.keys(looks).map((key) => [key, fine])));
      expect(Object.keys(looks)).toHaveLength(tags.length * 2);
    },
    WITHIN_MS,
  );
});
