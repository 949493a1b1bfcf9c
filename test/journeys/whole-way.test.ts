import { expect, test } from 'vitest';

import { makeOffice } from '../server/helpers.ts';
import { openedBy, startSite, written } from './running-site.ts';
import {
  goTo,
  inEachBrowser,
  press,
  replaceDirectory,
  send,
  visit,
  waitForProblem,
  waitUntilReady,
  waitUntilReceived,
  writeStory,
} from './site.ts';
import { storedLetters } from './stored-letters.ts';
import { waitFor, waitForSelector, waitForText } from './waiting.ts';

const STORY = 'A border clerk asked for money to let the van pass. \u{1F69A} شاحنة';

inEachBrowser((browser) => {
  const levels = browser === 'firefox' ? (['standard', 'no-wasm', 'safer'] as const) : (['standard', 'safer'] as const);
  test.each(levels)('a report goes the whole way, at level %s', async (level) => {
    const site = await startSite();
    const { page, requested, faults } = await visit(browser, `${site.url}/en/`, { level });
    await waitUntilReady(page);
    await page.click('input[name=danger][value=soon]');
    await writeStory(page, STORY);
    await send(page);
    await waitUntilReceived(page);

    const [letter] = storedLetters(site.folder);
    expect(letter?.length).toBe(32_768);
    const report = { version: 1, language: 'en', story: STORY, danger: 'soon' };
    for (const reviewer of [0, 1])
      expect(written((await openedBy(site.office, reviewer, letter)) ?? {})).toEqual(report);

    // Firefox lists a font of its own as data:, which asks nobody for anything.
    expect(
      requested.filter((address) => !/^(?:data|blob):/.test(address) && new URL(address).origin !== site.url),
    ).toEqual([]);
    expect(faults).toEqual([]);
    const kept = await page.evaluate(async () => ({
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      story: (document.getElementById('story') as HTMLTextAreaElement).value,
    }));
    expect(kept).toEqual({ cookies: '', local: 0, session: 0, databases: 0, story: '' });
  });

  test('whoever is ticked cannot open the report, and the others can', async () => {
    const site = await startSite();
    const { page } = await visit(browser, `${site.url}/es/`);
    await waitForSelector(page, '#readers input[value="0"]');
    await writeStory(page, STORY);
    await goTo(page, 'readers');
    await page.click('#readers input[value="0"]');
    await send(page);
    await waitUntilReceived(page);
    const [letter] = storedLetters(site.folder);
    expect(await openedBy(site.office, 0, letter)).toBeNull();
    expect(await openedBy(site.office, 1, letter)).toMatchObject({ story: STORY, language: 'es' });
  });

  test('nobody left, and nothing written, are told and nothing is sent', async () => {
    const site = await startSite();
    const { page, requested } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await send(page);
    expect(await waitForProblem(page)).toMatch(/write something/);
    await writeStory(page, STORY);
    await goTo(page, 'readers');
    for (const slot of ['0', '1']) await page.click(`#readers input[value="${slot}"]`);
    await send(page);
    await waitForText(page, 'problem-list', 'At least one');
    expect(requested.filter((address) => address.endsWith('/api/reports'))).toEqual([]);
    expect(await page.$eval('#story', (field) => (field as HTMLTextAreaElement).value)).toBe(STORY);
  });

  test('a lost connection loses nothing: it goes on by itself', async () => {
    const site = await startSite();
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await site.stop();
    await send(page);
    await waitFor(page, () => document.getElementById('status')?.textContent.includes('Trying again'), []);
    expect(await page.$eval('#story', (field) => (field as HTMLTextAreaElement).value)).toBe(STORY);
    await site.start();
    await waitUntilReceived(page);
    expect(storedLetters(site.folder)).toHaveLength(1);
  });

  test('an office put in the place of the real one is refused, and nothing is sealed', async () => {
    const site = await startSite();
    await replaceDirectory(site.folder, await makeOffice(['Counsellor', 'Investigator']));
    const { page, requested } = await visit(browser, `${site.url}/en/`);
    expect(await waitForProblem(page)).toMatch(/not signed as it should be/);
    await writeStory(page, STORY);
    await send(page);
    expect(await waitForProblem(page)).toMatch(/not signed as it should be/);
    expect(requested.filter((address) => address.endsWith('/api/reports'))).toEqual([]);
  });

  test('going away and back shows nothing of what was typed', async () => {
    const site = await startSite();
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await page.goto(`${site.url}/healthz`);
    await page.goBack();
    await waitUntilReady(page);
    expect(await page.$eval('#story', (field) => (field as HTMLTextAreaElement).value)).toBe('');
  });

  test('without script the page still tells who reads, how to stay safe and what to do', async () => {
    const site = await startSite();
    const { page } = await visit(browser, `${site.url}/en/`, { level: 'no-script' });
    await press(page, 'details:has(#fingerprint) summary');
    const shown = await page.evaluate(() => document.body.innerText);
    expect(shown).toContain('Tell us what happened');
    expect(shown).toContain('To stay safe');
    expect(shown).toContain('Counsellor');
    expect(shown).toMatch(/\d{5} \d{5} \d{5}/);
    expect(shown).toContain('this page needs JavaScript');
    expect(shown).not.toContain('Lock and send');
  });
});
