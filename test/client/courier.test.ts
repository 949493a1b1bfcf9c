import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { LANGUAGES } from '../../client/courier/messages/index.ts';
import { enterInvitation, enrolApp, inviteOn, type } from '../journeys/courier-page.ts';
import { startSite } from '../journeys/running-site.ts';
import { inEachBrowser, press, visit } from '../journeys/site.ts';
import { waitForSelector } from '../journeys/waiting.ts';
import { EASY, postLetter, someLetter } from '../server/helpers.ts';
import { findings, loadAxe } from './axe.ts';

const WITHIN_MS = 600_000;
const NARROW = { width: 320, height: 640 };
const TARGET_PIXELS = 44;

/** What does not fit, or is too small for a finger. */
function misfits(page: Page, where: string): Promise<string[]> {
  return page.evaluate(
    (screen, least) => {
      const found: string[] = [];
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`${screen}: ${String(scrollWidth)} wide in ${String(clientWidth)}`);
      for (const control of document.querySelectorAll<HTMLElement>('button, select, a, label.choice, .field input')) {
        const { width, height } = control.getBoundingClientRect();
        if (height > 0 && (height < least - 0.5 || width < least - 0.5)) {
          found.push(`${screen}: ${control.id || control.textContent} is ${String(width)} by ${String(height)}`);
        }
      }
      return found;
    },
    where,
    TARGET_PIXELS,
  );
}

/** Each language of a screen as it stands. */
async function look(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const { tag } of LANGUAGES) {
    await page.select('#language', tag);
    await waitForSelector(page, `html[lang='${tag}']`);
    const at = `${tag} ${where}`;
    found.push(...(await misfits(page, at)));
    found.push(...(await findings(page, at, { withColours: tag === 'en' })));
  }
  return found;
}

inEachBrowser((browser) => {
  test(
    'axe finds nothing, and all fits on 320 pixels with controls for a finger, on every screen in every language',
    async () => {
      const site = await startSite({ languages: ['en'], surroundings: { difficulty: EASY } });
      await postLetter(site.url, someLetter());
      const { page } = await visit(browser, `${site.url}/courier/`, { window: NARROW });
      await waitForSelector(page, '#username');
      await loadAxe(page);
      const found = await look(page, 'sign in');
      await press(page, '[type=submit]');
      await waitForSelector(page, '.problem');
      found.push(...(await look(page, 'problem')));
      await type(page, 'username', 'nobody');
      await type(page, 'passphrase', 'nothing');
      await press(page, '[type=submit]');
      await waitForSelector(page, '#with-code');
      found.push(...(await look(page, 'second factor')));
      await press(page, '#back');
      await enterInvitation(page, await inviteOn(site.folder));
      found.push(...(await look(page, 'enrolment')));
      await page.reload();
      await waitForSelector(page, '#username');
      await enrolApp(page, await inviteOn(site.folder));
      await loadAxe(page);
      await press(page, '[name=which][value=since]');
      found.push(...(await look(page, 'desk')));
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]).catch(() => undefined);
      found.push(...(await findings(page, 'dark')));
      expect(found).toEqual([]);
    },
    WITHIN_MS,
  );

  test('the keyboard alone leads through: the focus goes to each new heading and to what went wrong', async () => {
    const site = await startSite({ languages: ['en'], surroundings: { difficulty: EASY } });
    const { page } = await visit(browser, `${site.url}/courier/`);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await waitForSelector(page, '#username');
    expect(await focused()).toBe('Sign in');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitForSelector(page, '.problem');
    expect(await focused()).toBe('Fill in this field.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nobody');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nothing');
    await page.keyboard.press('Enter');
    await waitForSelector(page, '#with-code');
    expect(await focused()).toBe('Second factor');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await waitForSelector(page, '.problem');
    expect(await focused()).toBe('The code has six digits.');
  });
});
