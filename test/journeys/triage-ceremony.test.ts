import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { findings, loadAxe } from '../client/axe.ts';
import { amparoDone, jsonIn, passphraseFile } from '../scripts/cli.ts';
import { tempFolder } from '../server/helpers.ts';
import { PASSPHRASE } from './desk-files.ts';
import { chooseAndType, openDesk, pressButton, sentElsewhere, submit, textOf, waitForWords } from './desk.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import { chooseFiles, inEachBrowser } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

const PHONE = { width: 360, height: 740 };

async function begin(page: Page, step: string): Promise<void> {
  if ((await page.$('#ceremony-back')) === null) await pressButton(page, 'Keys and ceremony');
  else await pressButton(page, 'All steps');
  await waitForSelector(page, `#begin-${step}`);
  await page.$eval(`#begin-${step}`, (button) => {
    (button as HTMLElement).click();
  });
  await waitForSelector(page, '.work');
}

async function typeTwice(page: Page, passphrase: string): Promise<void> {
  await page.type('#fresh-passphrase', passphrase);
  await page.type('#fresh-again', passphrase);
}

/** Saves a file that the page made, where a person would move it from their downloads. */
async function saveTo(page: Page, folder: string, name: string): Promise<string> {
  await pressButton(page, `Save ${name}`, '.made');
  await waitForWords(page, `save as ${name}`, '.made');
  const path = join(folder, name);
  await writeFile(path, await lastBlob(page));
  return path;
}

async function openKeyFile(page: Page, path: string, passphrase = PASSPHRASE): Promise<void> {
  await chooseFiles(page, '#choose-key', path);
  await waitForSelector(page, '#choose-key-chosen li');
  await page.$eval('#file-passphrase', (input) => {
    (input as HTMLInputElement).select();
  });
  await page.type('#file-passphrase', passphrase);
  await submit(page);
}

/** No screen says something to a program that it hides from a person, or sticks out. */
async function lookAt(page: Page, where: string): Promise<string[]> {
  await waitFor(page, () => document.getAnimations().length === 0, []); // a colour on its way is none of ours
  const found = await findings(page, where);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return isWide ? [...found, `${where}: sticks out`] : found;
}

async function newOffice() {
  const folder = await tempFolder();
  const office = join(folder, 'office');
  const secret = ['--passphrase-file', await passphraseFile(folder, 'secret', PASSPHRASE)];
  const made = await amparoDone(['office', 'init', office, '--name', 'Example Office', ...secret, '--json']);
  return { folder, office, secret, fingerprint: String(jsonIn(made)['fingerprint']) };
}

inEachBrowser((browser) => {
  test('a reviewer’s key is made on the page, signed onto the roster there, and unlocks the page', async () => {
    const { folder, office, fingerprint } = await newOffice();
    const { page, requested, faults } = await openDesk(browser);
    await keepBlobs(page);
    await loadAxe(page);
    await pressButton(page, 'Keys and ceremony');
    await waitForSelector(page, '#begin-newKey');
    const found = await lookAt(page, 'steps');

    await page.$eval('#begin-newKey', (button) => {
      (button as HTMLElement).click();
    });
    await waitForSelector(page, '#reviewer-name');
    await page.type('#reviewer-name', 'Case worker');
    await page.type('#fresh-passphrase', PASSPHRASE);
    await submit(page);
    await waitForWords(page, 'are not the same', '[role=alert]');
    await page.type('#fresh-again', PASSPHRASE);
    await pressButton(page, 'Make one for me');
    await waitForSelector(page, '#suggested');
    found.push(...(await lookAt(page, 'new key')));
    await submit(page);
    await waitForSelector(page, '#made');
    found.push(...(await lookAt(page, 'new key made')));
    const shown = await textOf(page, '.number .fingerprint');

    await pressButton(page, 'All steps');
    await waitForWords(page, 'Not everything is saved', 'dialog');
    await pressButton(page, 'Stay and save it', 'dialog');
    const keyFile = await saveTo(page, folder, 'case-worker.key');
    const publicFile = await saveTo(page, folder, 'case-worker.pub.json');
    const put = ['roster', 'add', office, publicFile, '--role', 'reads reports', '--languages', 'en', '--json'];
    expect(jsonIn(await amparoDone(put))).toMatchObject({ name: 'Case worker', fingerprint: shown });

    await begin(page, 'sign');
    await openKeyFile(page, join(office, 'charter.key'));
    await waitForSelector(page, '#choose-office');
    await chooseFiles(page, '#choose-office', join(office, 'roster.json'), publicFile);
    await waitForSelector(page, '#is-new');
    expect(await page.$('#plan > button:not(:disabled)')).toBeNull(); // not before somebody says that the office is new
    await page.$eval('#is-new', (tick) => {
      (tick as HTMLElement).click();
    });
    found.push(...(await lookAt(page, 'sign')));
    await waitForSelector(page, '#plan > button:not(:disabled)');
    await pressButton(page, 'Sign', '#plan');
    await waitForWords(page, 'Reports can be sealed to: Case worker', '#made');
    await saveTo(page, office, 'directory.json');
    const roster = jsonIn(await amparoDone(['roster', 'show', office, '--json']));
    expect(roster).toMatchObject({ fingerprint, signed: { version: 1, reviewers: [{ name: 'Case worker' }] } });

    await pressButton(page, 'All steps');
    await waitForSelector(page, '#begin-newKey');
    await pressButton(page, 'Back to unlocking');
    await waitForSelector(page, '#choose');
    await chooseAndType(page, [keyFile, join(office, 'directory.json')], PASSPHRASE);
    await submit(page);
    await waitForSelector(page, '.desk');
    await waitForWords(page, fingerprint, '.compare');
    expect(found).toEqual([]);
    expect(sentElsewhere({ requested })).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('the charter key goes to paper and comes back as the same key; a wrong word is named', async () => {
    const { folder, office, fingerprint } = await newOffice();
    const { page, requested, faults } = await openDesk(browser, { window: PHONE });
    await keepBlobs(page);
    await loadAxe(page);
    await begin(page, 'toPaper');
    await openKeyFile(page, join(office, 'charter.key'), 'another one entirely');
    await waitForWords(page, 'Wrong pass phrase', '[role=alert]');
    await openKeyFile(page, join(office, 'charter.key'));
    await waitForSelector(page, '#paper-words');
    const words = await page.$$eval('#paper-words li', (items) => items.map(({ textContent }) => textContent));
    expect(words).toHaveLength(24);
    expect(await textOf(page, '.sheet')).toContain(fingerprint);
    expect(await page.$('.sheet svg')).not.toBeNull();
    const found = await lookAt(page, 'to paper');

    await begin(page, 'fromPaper');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(words.slice(0, 3).join(' '));
    await page.type('#paper-typed', words.with(6, 'lanternn').join(' '));
    await submit(page);
    await waitForWords(page, 'at these places: 7.', '#paper-slip');
    found.push(...(await lookAt(page, 'from paper')));
    await page.$eval('#paper-typed', (area) => {
      (area as HTMLTextAreaElement).select();
    });
    await page.type('#paper-typed', words.join(' '));
    await submit(page);
    await waitForWords(page, fingerprint, '#made');
    expect(await page.$('#paper-typed')).toBeNull();
    await page.type('#office-name', 'Example Office');
    await typeTwice(page, PASSPHRASE);
    await submit(page);
    await waitForSelector(page, '.made');
    const again = await saveTo(page, folder, 'charter.key');
    expect(jsonIn(await amparoDone(['key', 'show', again, '--json']))).toMatchObject({ role: 'charter', fingerprint });

    await begin(page, 'drill');
    await page.type('#paper-typed', words.join(' '));
    await submit(page);
    await waitForSelector(page, '#choose-number');
    await chooseFiles(page, '#choose-number', join(office, 'charter.key'));
    await waitForWords(page, 'The paper is that of the office', '#drilled');
    await amparoDone([
      'office',
      'init',
      join(folder, 'other'),
      '--name',
      'Other Office',
      '--passphrase-file',
      join(folder, 'secret.passphrase'),
    ]);
    await chooseFiles(page, '#choose-number', join(folder, 'other/charter.key'));
    await waitForWords(page, 'The paper is NOT that of the office', '#drilled');
    found.push(...(await lookAt(page, 'drill')));
    expect(found).toEqual([]);
    expect(sentElsewhere({ requested })).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('a month is added, and words and keys go from a screen that nobody touches', async () => {
    const { folder, secret } = await newOffice();
    const keyFile = join(folder, 'lawyer.key');
    await amparoDone(['key', 'new', '--name', 'Lawyer', '--out', keyFile, '--months', '1', ...secret]);
    const { page } = await openDesk(browser, { window: PHONE });
    await keepBlobs(page);
    await loadAxe(page);
    await begin(page, 'newMonth');
    await openKeyFile(page, keyFile);
    await waitForSelector(page, '#plan');
    const found = await lookAt(page, 'new month');
    await pressButton(page, 'Make the new key file');
    await waitForSelector(page, '#made');
    await saveTo(page, folder, 'lawyer.key');
    const months = jsonIn(await amparoDone(['key', 'show', keyFile, ...secret, '--json']))['months'];
    expect(months).toHaveLength(3);
    await saveTo(page, folder, 'lawyer.pub.json');

    await begin(page, 'compare');
    await chooseFiles(page, '#choose-number', join(folder, 'lawyer.pub.json'));
    await waitForWords(page, 'The reviewer Lawyer', '#compared');
    found.push(...(await lookAt(page, 'compare')));
    await page.evaluate((by) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + by;
    }, 11 * 60_000);
    await waitForWords(page, 'Nobody touched this page', '.ceremony');
    expect(await page.$('#compared')).toBeNull();
    await page.$eval('#begin-lost', (button) => {
      (button as HTMLElement).click();
    });
    await waitFor(page, () => document.querySelectorAll('.ceremony section').length === 5, []);
    found.push(...(await lookAt(page, 'lost')));
    expect(found).toEqual([]);
  });
});
