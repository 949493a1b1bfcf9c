import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';
import { deliveredPath, notDeliveredPath } from '../../crypto/index.ts';
import { makeOfflinePages, offlineName } from '../../scripts/lib/offline-site.ts';
import { startSite } from '../journeys/running-site.ts';
import { inEachBrowser, press, send, visit, waitUntilReceived, writeStory } from '../journeys/site.ts';
import { EASY, makeOffice, tempFolder } from '../server/helpers.ts';
import { findings, loadAxe } from './axe.ts';
import {
  addPhoto,
  FORM_WITH_EMERGENCY,
  onEachScreen,
  openEverything,
  raiseProblem,
  showEverything,
} from './screens.ts';
import { waitForSelector } from '../journeys/waiting.ts';

const DIST = join(import.meta.dirname, '../../dist');
const BUILT = { assets: join(DIST, 'assets'), inline: join(DIST, 'inline') };

/** What axe-core finds (WCAG 2.2 AA and its good practice): nothing, anywhere. */
const WITHIN_MS = 300_000;

const tags = LANGUAGES.map(({ tag }) => tag);

async function received(page: Page): Promise<void> {
  await writeStory(page, 'A border clerk let the van pass.');
  await send(page);
  await waitUntilReceived(page);
}

/** Each screen as a person comes to it, first as it is and then with all that it can hold. */
async function walkThrough(page: Page, tag: string): Promise<string[]> {
  await waitForSelector(page, '#readers input');
  await loadAxe(page);
  const found = await findings(page, `${tag} start`);
  await openEverything(page);
  await onEachScreen(page, async (screen) => {
    if (screen === 'evidence') await addPhoto(page);
    found.push(...(await findings(page, `${tag} ${screen}`)));
  });
  await raiseProblem(page);
  found.push(...(await findings(page, `${tag} problem`)));
  await press(page, '#problem-list a');
  found.push(...(await findings(page, `${tag} field with a problem`)));
  await received(page);
  found.push(...(await findings(page, `${tag} received`)));
  return found;
}

inEachBrowser((browser) => {
  test(
    'axe finds nothing on any screen',
    async () => {
      const site = await startSite({ form: FORM_WITH_EMERGENCY, surroundings: { difficulty: EASY } });
      const { page } = await visit(browser, `${site.url}/en/`);
      expect(await walkThrough(page, 'en')).toEqual([]);
    },
    WITHIN_MS,
  );

  test(
    'axe finds nothing on the page for writing offline',
    async () => {
      const { directory } = await makeOffice();
      const folder = join(await tempFolder(), 'saved');
      await makeOfflinePages(folder, directory, FORM_WITH_EMERGENCY, new Date(), BUILT);
      const { page } = await visit(browser, pathToFileURL(join(folder, offlineName('en'))).href);
      await showEverything(page);
      await loadAxe(page);
      expect(await findings(page, 'offline')).toEqual([]);
    },
    WITHIN_MS,
  );

  // Every screen of a language in one look: their structure is the same in all, and was walked through above.
  test(
    'axe finds nothing in any language, with everything open, nor in the answers to the plain form',
    async () => {
      const site = await startSite({
        form: FORM_WITH_EMERGENCY,
        languages: tags,
        surroundings: { difficulty: EASY },
      });
      const { page } = await visit(browser, 'about:blank');
      const found: string[] = [];
      for (const tag of browser === 'chromium' ? tags : ['ar']) {
        await page.goto(`${site.url}/${tag}/`);
        await showEverything(page);
        await loadAxe(page);
        found.push(...(await findings(page, tag, { withColours: tag === 'ar' })));
        for (const path of tag === 'ar' ? [deliveredPath(tag), notDeliveredPath(tag, 'damaged')] : []) {
          await page.goto(site.url + path);
          await loadAxe(page);
          found.push(...(await findings(page, path)));
        }
      }
      expect(found).toEqual([]);
    },
    WITHIN_MS,
  );
});
