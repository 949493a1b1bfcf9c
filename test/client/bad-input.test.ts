import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { epochOf, isoDateOf, newEpochKeyPair, PATHS, signEpochKey, systemRandom } from '../../crypto/index.ts';
import { lastReport, startSite } from '../journeys/running-site.ts';
import { storedLetters } from '../journeys/stored-letters.ts';
import {
  chooseFiles,
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
} from '../journeys/site.ts';
import { EASY, tempFolder } from '../server/helpers.ts';
import { faultyLine } from './faulty-line.ts';
import { waitFor, waitForSelector } from '../journeys/waiting.ts';

/** What goes in that should not: each is told in the reporter's words, and what they typed stays. */
const STORY = 'A border clerk asked for money.';
const GIB = 1_073_741_824;
const SURROUNDINGS = { difficulty: EASY };

async function choose(page: Page, ...paths: readonly string[]): Promise<void> {
  await goTo(page, 'evidence');
  await chooseFiles(page, '#choose-files', ...paths);
}

const textOf = (page: Page, id: string) => page.$eval(`#${id}`, (part) => part.textContent);
const storyOn = (page: Page) => page.$eval('#story', (field) => (field as HTMLTextAreaElement).value);

/** Makes files in the page, as a person could choose them: names and numbers that no disk would hold. */
async function addInPage(page: Page, names: readonly string[]): Promise<void> {
  await goTo(page, 'evidence');
  await page.$eval(
    '#choose-files',
    (input, given) => {
      const transfer = new DataTransfer();
      for (const name of given) transfer.items.add(new File(['x'], name));
      (input as HTMLInputElement).files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    names,
  );
}

inEachBrowser((browser) => {
  test('an empty file, a name that pretends, and the five hundred and first file', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    const folder = await tempFolder();
    await writeFile(join(folder, 'empty.jpg'), '');
    await choose(page, join(folder, 'empty.jpg'));
    expect(await textOf(page, 'files-problem')).toBe('empty.jpg: there is nothing in this file. It was not added.');
    await addInPage(page, ['bill\u202egpj.exe', ...Array.from({ length: 500 }, (_, i) => `${String(i)}.txt`)]);
    expect(await textOf(page, 'files-problem')).toBe('500 files can be sent at the most. The others were not added.');
    expect(await page.$eval('#files li bdi', (name) => name.textContent)).toBe('billgpj.exe');
    expect(await textOf(page, 'files-count')).toBe('500 files, 500 byte');
    await send(page);
    await waitUntilReceived(page);
    const { report, files } = await lastReport(site);
    expect(report.story).toBe(STORY);
    expect(files).toHaveLength(500);
    expect(files.map(({ name }) => name)).toContain('billgpj.exe'); // in the order in which they were looked at
  });

  test('a file of 5 GiB is on its way while the person goes on, and is gone when taken out', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    const path = join(await tempFolder(), 'camera.bin');
    await writeFile(path, '');
    await truncate(path, 5 * GIB); // takes no room
    await choose(page, path);
    expect(await textOf(page, 'files-count')).toBe('1 file, 5.4 GB');
    await goTo(page, 'ask-role');
    await waitFor(page, () => (document.getElementById('upload-bar') as HTMLProgressElement).value > 0, []);
    expect(await textOf(page, 'upload-text')).toMatch(/of your files sent/);
    await goTo(page, 'evidence');
    await page.$eval('#files li > button', (button) => {
      (button as HTMLElement).click();
    });
    expect(await page.$eval('#upload', (panel) => (panel as HTMLElement).hidden)).toBe(true);
    await send(page);
    await waitUntilReceived(page);
    expect((await lastReport(site)).files).toEqual([]);
  });

  test('a file that vanishes is told by name, and the rest is sent without it', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    const folder = await tempFolder();
    for (const name of ['kept.txt', 'lost.bin']) await writeFile(join(folder, name), Buffer.alloc(3_000_000, name));
    await choose(page, join(folder, 'kept.txt'), join(folder, 'lost.bin'));
    await waitFor(page, () => !document.getElementById('files')?.textContent.includes('Looking at'), []);
    await rm(join(folder, 'lost.bin'));
    await send(page);
    await waitForSelector(page, '#problem:not([hidden]), #received:not([hidden])');
    expect(await textOf(page, 'problem-list')).toMatch(/cannot be read any more/);
    expect(await textOf(page, 'files-problem')).toMatch(
      /^lost\.bin: this file (?:cannot be read any more|was changed)/,
    );
    await goTo(page, 'evidence');
    await page.$eval('#files li:nth-child(2) > button', (button) => {
      (button as HTMLElement).click();
    });
    await send(page);
    await waitUntilReceived(page);
    expect((await lastReport(site)).files.map(({ name }) => name)).toEqual(['kept.txt']);
  });

  test('a story of 300,000 characters is too long, and stays; half characters become whole ones', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    const put = (words: string, times: number) =>
      page.$eval(
        '#story',
        (field, part, count) => {
          (field as HTMLTextAreaElement).value = part.repeat(count);
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        words,
        times,
      );
    await put('0123456789', 30_000);
    await send(page);
    expect(await waitForProblem(page)).toMatch(/too long/);
    expect(await storyOn(page)).toHaveLength(300_000);
    await page.$eval('#story', (field) => {
      (field as HTMLTextAreaElement).value = `before ${String.fromCharCode(0xd83d)} after`;
    });
    await send(page);
    await waitUntilReceived(page);
    expect((await lastReport(site)).report.story).toBe('before \ufffd after');
  });

  test('a roster that expires while somebody writes, as for a clock that is years ahead', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const { page } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await replaceDirectory(site.folder, { ...site.office, directory: { ...site.office.directory, epochKeys: [] } });
    await send(page);
    expect(await waitForProblem(page)).toMatch(/out of date, or the date of this device is wrong/);
    expect(await storyOn(page)).toBe(STORY);
    await replaceDirectory(site.folder, site.office);
    await press(page, '#problem-again');
    await waitUntilReceived(page);
  });

  test('a clock that is years behind', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const later = epochOf(isoDateOf(new Date())) + 36;
    const epochKeys = await Promise.all(
      site.office.reviewers.map(async ({ seed }) => signEpochKey(await newEpochKeyPair(later, systemRandom), seed)),
    );
    await replaceDirectory(site.folder, { ...site.office, directory: { ...site.office.directory, epochKeys } });
    const { page } = await visit(browser, `${site.url}/en/`);
    expect(await waitForProblem(page)).toMatch(/the date of this device is wrong/);
  });

  test('a full server is told, tried again, and takes the report without the files', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const line = await faultyLine(site.url, (path) =>
      path.startsWith(PATHS.evidence) ? { status: 507, code: 'evidence-no-room' } : undefined,
    );
    const { page } = await visit(browser, `${line.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await addInPage(page, ['list.txt']);
    await send(page);
    await waitFor(page, () => document.getElementById('upload-text')?.textContent.includes('no room'), []);
    expect(storedLetters(site.folder)).toEqual([]);
    expect(await storyOn(page)).toBe(STORY);
    await goTo(page, 'evidence');
    await page.$eval('#files li > button', (button) => {
      (button as HTMLElement).click();
    });
    await waitUntilReceived(page); // it was asked to send, and waited for nothing but the files
    expect((await lastReport(site)).report.story).toBe(STORY);
  });
});
