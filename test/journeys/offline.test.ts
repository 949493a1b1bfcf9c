import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Page } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';
import { checkStamp, readParcel, sha256, toHex, type Bytes, type Letter } from '../../crypto/index.ts';
import { DEFAULT_FORM } from '../../scripts/lib/form-files.ts';
import { makeOfflinePages, offlineName } from '../../scripts/lib/offline-site.ts';
import { EASY, makeOffice, tempFolder, type TestOffice } from '../server/helpers.ts';
import { caseFrom, codeOn, locatorIn } from './case-code-screen.ts';
import { filesIn, openedBy, startSite } from './running-site.ts';
import { chooseFiles, goTo, inEachBrowser, press, send, visit, writeStory } from './site.ts';
import { storedLetters } from './stored-letters.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import { waitForSelector, waitForText } from './waiting.ts';

const STORY = 'A border clerk let the van pass. Written without a connection.';
const PHOTO = join(import.meta.dirname, '../data/media/photo.jpg');
const DIST = join(import.meta.dirname, '../../dist');
const BUILT = { assets: join(DIST, 'assets'), inline: join(DIST, 'inline') };
const SAVED_WITHIN_MS = 120_000;

/** The page for writing offline, in a folder as it was saved. */
async function savedPage(office: TestOffice): Promise<string> {
  const folder = join(await tempFolder(), 'saved');
  await makeOfflinePages(folder, office.directory, DEFAULT_FORM, new Date(), BUILT);
  return pathToFileURL(join(folder, offlineName('en'))).href;
}

async function savedParcel(page: Page): Promise<Buffer> {
  await waitForSelector(page, '#saved:not([hidden])');
  return lastBlob(page);
}

async function partsOf(parcel: Buffer): Promise<{ letter: Letter; stamp: { counter: number }; cells: Bytes[] }> {
  const cells: Bytes[] = [];
  let first: { letter: Letter; stamp: { counter: number } } | undefined;
  for await (const part of readParcel(one(parcel))) {
    if (part.type === 'letter') first = part;
    else cells.push(part.cell);
  }
  if (!first) throw new Error('a parcel without a letter');
  return { ...first, cells };
}

async function* one<Value>(...values: readonly Value[]): AsyncGenerator<Value> {
  for (const value of values) yield await Promise.resolve(value);
}

inEachBrowser((browser) => {
  test.each(['standard', 'safer'] as const)(
    'a page saved to disk seals a report with a photo to one file, at level %s',
    async (level) => {
      const office = await makeOffice(['Counsellor', 'Investigator']);
      const address = await savedPage(office);
      const { page, requested, faults } = await visit(browser, address, { level });
      await waitForText(page, 'status', 'Ready to lock.');
      await keepBlobs(page);
      await writeStory(page, STORY);
      await goTo(page, 'evidence');
      await chooseFiles(page, '#choose-files', PHOTO);
      await waitForSelector(page, '#files fieldset'); // it says more than it shows
      await goTo(page, 'readers');
      await press(page, '#readers input[value="1"]');
      await send(page);
      const parcel = await savedParcel(page);

      const { letter, stamp, cells } = await partsOf(parcel);
      await checkStamp(await sha256(letter), stamp);
      expect(await openedBy(office, 1, letter)).toBeNull();
      const report = await openedBy(office, 0, letter);
      const its = await caseFrom(await codeOn(page));
      expect(await locatorIn(office, letter)).toBe(toHex(its.locator));
      expect(report).toMatchObject({ version: 1, language: 'en', story: STORY });
      const [file] = await filesIn(report?.evidence as never, one(...cells));
      expect(file?.name).toBe('photo.jpg');
      const original = await readFile(PHOTO);
      expect(original.includes('border clerk')).toBe(true);
      expect(file?.bytes.includes('border clerk')).toBe(false);

      expect(requested.filter((asked) => !/^(?:file|data|blob):/.test(asked))).toEqual([]);
      expect(faults.filter((fault) => !fault.includes('WebAssembly'))).toEqual([]);
      expect(await page.evaluate(() => document.body.innerText)).not.toContain(STORY);
    },
  );

  test('without script, a sealed file is delivered by the plain form, and the answer is a page', async () => {
    const site = await startSite({ surroundings: { difficulty: EASY } });
    const sealing = await visit(browser, await savedPage(site.office));
    await waitForText(sealing.page, 'status', 'Ready to lock.');
    await keepBlobs(sealing.page);
    await writeStory(sealing.page, STORY);
    await send(sealing.page);
    const path = join(await tempFolder(), 'sealed.amparo');
    await writeFile(path, await savedParcel(sealing.page));
    await sealing.page.close();

    const { page } = await visit(browser, `${site.url}/en/`, { level: 'no-script' });
    const deliver = async (file: string) => {
      await press(page, '.delivery:has(form) summary');
      await chooseFiles(page, 'input[name=parcel]', file);
      await press(page, '.delivery form button');
      // Looked at from outside: nothing runs in a page without script, not even what waits for a selector.
      await vi.waitFor(
        () => {
          expect(page.url()).toMatch(/delivered/);
        },
        { timeout: SAVED_WITHIN_MS },
      );
      return { path: new URL(page.url()).pathname, said: await page.$eval('h1', (heading) => heading.textContent) };
    };
    expect(await deliver(PHOTO)).toEqual({ path: '/en/not-delivered/not-a-parcel/', said: 'The file was not taken' });
    await page.goto(`${site.url}/en/`);
    expect(await deliver(path)).toEqual({ path: '/en/delivered/', said: 'We have the file' });
    expect(await openedBy(site.office, 0, storedLetters(site.folder)[0])).toMatchObject({ story: STORY });
  });
});

test('there is one in every language, with the directory inside, and it lets nothing in or out', async () => {
  const office = await makeOffice();
  const folder = join(await tempFolder(), 'saved');
  await makeOfflinePages(folder, office.directory, DEFAULT_FORM, new Date(), BUILT);
  for (const { tag, direction } of LANGUAGES) {
    const page = await readFile(join(folder, offlineName(tag)), 'utf8');
    expect(page).toContain(`<html lang="${tag}" dir="${direction}">`);
    expect(page).toContain(office.directory.roster.payload);
    expect(page).toMatch(/content="default-src &#39;none&#39;; script-src |content="default-src 'none'; script-src /);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-ev|https?:|\*/);
    expect(page.replace(/<a id="exit"[^>]*>/, '')).not.toMatch(/(?:src|href)="https?:/);
  }
});
