import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';
import { startSite } from '../journeys/running-site.ts';
import { goTo, inEachBrowser, press, visit, waitUntilReady } from '../journeys/site.ts';
import { EASY } from '../server/helpers.ts';
import { goInHistory, startElsewhere } from './elsewhere.ts';
import { addPhoto, FORM_WITH_EMERGENCY, onEachScreen, openEverything } from './screens.ts';
import { answersIn, everythingIn, MARK, writeEverywhere } from './written.ts';
import { addressOf, waitForLanguage, waitForSelector } from '../journeys/waiting.ts';

/** What somebody finds who takes up the device afterwards, or looks over a shoulder (A4): nothing. */
const WITHIN_MS = 180_000;

async function chooseLanguage(page: Page, tag: string): Promise<void> {
  await press(page, `.languages a[lang="${tag}"]`);
  await waitForLanguage(page, tag);
}

inEachBrowser((browser) => {
  async function openForm() {
    const site = await startSite({ form: FORM_WITH_EMERGENCY, surroundings: { difficulty: EASY } });
    const elsewhere = await startElsewhere();
    const { page } = await visit(browser, `${elsewhere.url}before`);
    await page.goto(`${site.url}/en/`);
    await waitUntilReady(page);
    return { site, elsewhere, page };
  }

  test(
    'nothing is stored, no step enters the history, and address and title tell nothing, whatever is done in the form',
    async () => {
      const { site, page } = await openForm();
      const before = await page.evaluate(() => history.length);
      const titles = new Set<string>();
      await writeEverywhere(page);
      await goTo(page, 'start');
      await onEachScreen(page, async () => {
        titles.add(await page.title());
      });
      await page.$eval('#story', (story) => ((story as HTMLTextAreaElement).value = ''));
      await press(page, '#send');
      await waitForSelector(page, '#problem:not([hidden])');
      titles.add(await page.title());
      await press(page, '#problem-list a');
      expect([...titles]).toEqual(['Write to us']);
      expect(await addressOf(page)).toBe(`${site.url}/en/`);

      await chooseLanguage(page, 'ar');
      expect(await addressOf(page)).toBe(`${site.url}/ar/`);
      expect(await page.title()).toBe(LANGUAGES.find(({ tag }) => tag === 'ar')?.texts.page.title);
      const kept = await page.evaluate(async () => ({
        history: history.length,
        state: history.state as unknown,
        name: window.name,
        cookies: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      expect(kept).toEqual({
        history: before,
        state: null,
        name: '',
        cookies: '',
        local: 0,
        session: 0,
        databases: 0,
        caches: 0,
        serviceWorkers: 0,
      });
    },
    WITHIN_MS,
  );

  test('no field fills itself in, or sends what is typed to be spelt, translated or corrected', async () => {
    const { page } = await openForm();
    await openEverything(page);
    await addPhoto(page);
    const open = await page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLElement>('textarea, input[type=text]')];
      const isSafe = (field: HTMLElement) =>
        field.getAttribute('autocomplete') === 'off' &&
        !field.spellcheck &&
        !field.translate &&
        field.getAttribute('autocorrect') === 'off' &&
        field.getAttribute('writingsuggestions') === 'false' &&
        field.getAttribute('data-gramm') === 'false' &&
        field.dir === (field.id.startsWith('code-') ? 'ltr' : 'auto'); // codes go from left to right everywhere
      const others = [...document.querySelectorAll('#report :is(select, input:not([type=text]))')];
      return {
        fields: fields.length,
        unsafe: fields.filter((field) => !isSafe(field)).map(({ outerHTML }) => outerHTML),
        filling: others
          .filter((other) => other.getAttribute('autocomplete') !== 'off')
          .map(({ outerHTML }) => outerHTML),
        form: document.getElementById('report')?.getAttribute('autocomplete'),
      };
    });
    expect(open).toEqual({ fields: expect.any(Number) as number, unsafe: [], filling: [], form: 'off' });
    expect(open.fields).toBeGreaterThan(20);
  });

  test(
    'going away and back, forward again, and loading anew show nothing of what was written, chosen or added',
    async () => {
      const { site, elsewhere, page } = await openForm();
      const form = `${site.url}/en/`;
      const untouched = await answersIn(page);
      const expectNothing = async () => {
        await waitUntilReady(page);
        expect(await everythingIn(page)).not.toContain(MARK);
        expect(await answersIn(page)).toEqual(untouched);
        expect(await page.$eval('.step:not([hidden])', (step) => (step as HTMLElement).dataset['step'])).toBe('start');
      };
      await writeEverywhere(page);
      expect(await everythingIn(page)).toContain(MARK);
      await page.goto(`${elsewhere.url}after`);
      await goInHistory(page, -1, form);
      await expectNothing();
      await writeEverywhere(page);
      await page.reload();
      await expectNothing();
      await writeEverywhere(page);
      await goInHistory(page, -1, `${elsewhere.url}before`);
      await goInHistory(page, 1, form);
      await expectNothing();
    },
    WITHIN_MS,
  );

  test(
    'a page that a browser keeps for the back button holds nothing any more',
    async () => {
      const { page } = await openForm();
      await writeEverywhere(page);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
      expect(await everythingIn(page)).not.toContain(MARK);
      expect(await page.evaluate(() => document.body.innerText)).toBe('');
      await expect.poll(() => page.workers().length).toBe(0);
    },
    WITHIN_MS,
  );

  test(
    'a language from right to left and back keeps every answer, the files with their notes, and the screen',
    async () => {
      const { page } = await openForm();
      await writeEverywhere(page);
      await goTo(page, 'ask-officials');
      const seen = () =>
        page.evaluate(() => ({
          screen: document.querySelector<HTMLElement>('.step:not([hidden])')?.dataset['step'],
          shown: [...document.querySelectorAll<HTMLElement>('[data-if]')].map(({ hidden }) => hidden),
          open: [...document.querySelectorAll('#report details')].map((details) => details.hasAttribute('open')),
          files: [...document.querySelectorAll('#files .entry-name bdi')].map((name) => name.textContent),
          notes: [...document.querySelectorAll<HTMLInputElement>('#files .line input')].map(({ value }) => value),
          excluded: [...document.querySelectorAll<HTMLInputElement>('#readers input:checked')].map((box) => box.value),
          fields: [...document.querySelectorAll<HTMLInputElement>('#report :is(input, select, textarea)')].map(
            ({ name, type, value, checked }) => [type === 'radio' ? '' : name, type, value, checked],
          ),
        }));
      const before = await seen();
      expect(before.files).toEqual([`${MARK}-file.txt`]);
      await chooseLanguage(page, 'ar');
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
      expect(await seen()).toEqual(before);
      await chooseLanguage(page, 'en');
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr');
      expect(await seen()).toEqual(before);
    },
    WITHIN_MS,
  );
});
