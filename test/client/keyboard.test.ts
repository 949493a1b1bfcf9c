import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { openedBy, startSite } from '../journeys/running-site.ts';
import {
  goTo,
  inEachBrowser,
  press,
  visit,
  waitForProblem,
  waitUntilReady,
  waitUntilReceived,
} from '../journeys/site.ts';
import { storedLetters } from '../journeys/stored-letters.ts';
import { EASY } from '../server/helpers.ts';
import { stopAt, tabTo, useKey } from './keyboard.ts';
import { addPhoto, FORM_WITH_EMERGENCY, onEachScreen, openEverything } from './screens.ts';
import { waitForLanguage, waitForSelector } from '../journeys/waiting.ts';

const STORY = 'A border clerk let the van pass.';
const WITHIN_MS = 240_000;

function screenOf(page: Page): Promise<string | undefined> {
  return page.$eval('.step:not([hidden])', (step) => (step as HTMLElement).dataset['step']);
}

function headingHasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.matches('.step:not([hidden]) [data-heading]') === true);
}

/** Goes on to the next screens by their buttons, until one is shown. */
async function goOnTo(page: Page, screen: string): Promise<void> {
  for (let screens = 0; (await screenOf(page)) !== screen; screens += 1) {
    if (screens > 40) throw new Error(`${screen} is not reached by keys`);
    await useKey(page, '#next', 'Enter');
    expect(await headingHasFocus(page)).toBe(true);
  }
}

inEachBrowser((browser) => {
  test(
    'a report is written and sent by keys alone; the way out is the first stop, and what has the focus is seen',
    async () => {
      const site = await startSite({ surroundings: { difficulty: EASY } });
      const { page } = await visit(browser, `${site.url}/en/`);
      await waitUntilReady(page);

      await page.keyboard.press('Tab');
      expect(await stopAt(page)).toEqual({ name: 'a exit', faults: [] });
      await tabTo(page, 'input[name=danger]');
      await page.keyboard.press('ArrowUp'); // from "I would rather not say"
      await goOnTo(page, 'story');
      await tabTo(page, '#story');
      await page.keyboard.type(STORY);
      await goOnTo(page, 'ask-role');
      await tabTo(page, 'input[name=role]');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await goOnTo(page, 'ask-stage');
      await useKey(page, 'input[name=stage][value=border]', ' ');
      await goOnTo(page, 'ask-officials');
      await tabTo(page, '[name=rank]');
      await page.keyboard.type('sergeant');
      await useKey(page, '[data-step="ask-officials"] [data-add]', 'Enter');
      expect(await page.evaluate(() => document.activeElement?.matches('.item:nth-of-type(2) [name=name]'))).toBe(true);
      await page.keyboard.type('the tall one');
      await goOnTo(page, 'ask-route');
      await tabTo(page, '[data-item=from] select');
      await page.keyboard.type('Mold');
      await useKey(page, '[data-item=from] summary', 'Enter');
      await tabTo(page, '[data-item=from] [name=region]');
      await page.keyboard.type('North');

      await tabTo(page, '#back');
      await page.keyboard.press(' ');
      expect(await headingHasFocus(page)).toBe(true);
      await goOnTo(page, 'ask-route');
      await tabTo(page, '#to-sending');
      await tabTo(page, '#next', 'Shift+Tab');
      await useKey(page, '#to-sending', 'Enter');
      expect(await screenOf(page)).toBe('readers');
      await useKey(page, '#readers input[value="0"]', ' ');
      await goOnTo(page, 'review');
      await useKey(page, '#send', ' ');
      await waitUntilReceived(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('received');

      const [letter] = storedLetters(site.folder);
      expect(await openedBy(site.office, 0, letter)).toBeNull();
      const report = await openedBy(site.office, 1, letter);
      expect(report).toEqual({
        version: 1,
        language: 'en',
        story: STORY,
        danger: 'unknown',
        role: report?.['role'],
        stage: ['border'],
        officials: [{ rank: 'sergeant' }, { name: 'the tall one' }],
        route: { from: { country: 'MD', region: 'North' } },
        case: expect.any(Object) as unknown,
        signature: expect.any(String) as unknown,
      });
      expect(report?.['role']).toBeDefined();
    },
    WITHIN_MS,
  );

  test.each([
    { width: 360, only: undefined },
    { width: 1280, only: ['start', 'ask-contact', 'review'] }, // long ones, that pass under the way out
  ])(
    'every control is reached by Tab and seen when it is, forwards and backwards, at $width px',
    async ({ width, only }) => {
      const site = await startSite({ form: FORM_WITH_EMERGENCY, surroundings: { difficulty: EASY } });
      const { page } = await visit(browser, `${site.url}/en/`, { window: { width, height: 740 } });
      await waitForSelector(page, '#readers input');
      await openEverything(page);
      await onEachScreen(page, async (screen) => {
        if (only?.includes(screen) === false) return;
        if (screen === 'evidence') await addPhoto(page);
        await tabTo(page, screen === 'review' ? '#back' : '#next');
        await tabTo(page, '#exit', 'Shift+Tab');
        await page.focus('.step:not([hidden]) [data-heading]');
      });
    },
    WITHIN_MS,
  );

  test('from the summary of a problem the field is reached by keys, named as wrong, with what is wrong beside it', async () => {
    const site = await startSite({ surroundings: { difficulty: EASY } });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await goTo(page, 'review');
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    const problem = await waitForProblem(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
    await useKey(page, '#problem-list a', 'Enter');
    expect(await stopAt(page)).toEqual({ name: 'textarea story', faults: [] });
    const field = await page.$eval('#story', (story) => ({
      isInvalid: story.ariaInvalid,
      describedBy: (story.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent),
    }));
    expect(field.isInvalid).toBe('true');
    expect(field.describedBy).toContain(problem);

    await press(page, '#next');
    expect(await page.$eval('#story', (story) => [story.ariaInvalid, story.getAttribute('aria-describedby')])).toEqual([
      null,
      'story-hint story-left',
    ]);
    expect(await page.$('#problem-here')).toBeNull();
  });

  test('a language is chosen by keys, and the focus stays with the languages', async () => {
    const site = await startSite({ surroundings: { difficulty: EASY } });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await goTo(page, 'story');
    await tabTo(page, '.languages summary', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await useKey(page, '.languages a[lang=ar]', 'Enter');
    await waitForLanguage(page, 'ar');
    expect(await page.evaluate(() => document.activeElement?.matches('.languages summary'))).toBe(true);
    expect(await screenOf(page)).toBe('story');
  });
});
