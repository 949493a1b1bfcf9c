import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { makeOffice, tempFolder } from '../server/helpers.ts';
import { PASSPHRASE, reportLine, writeBundle, writeCasebook, writeKeyFile } from './desk-files.ts';
import {
  chooseAndType,
  openBundles,
  openDesk,
  pressButton,
  read,
  submit,
  textOf,
  unlock,
  waitForCount,
  waitForWords,
  waitUntilUnlocked,
} from './desk.ts';
import { chooseFiles, inEachBrowser } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

const STORY = 'What was in the casebook before.';

async function officeWithKey() {
  const office = await makeOffice(['Counsellor', 'Investigator']);
  const folder = await tempFolder();
  return { office, folder, key: await writeKeyFile(office, 0, folder) };
}

/** Lets the page believe that so many minutes went by. */
async function passMinutes(page: Page, minutes: number): Promise<void> {
  await page.evaluate((by) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + by * 60_000;
  }, minutes);
}

async function isLocked(page: Page): Promise<void> {
  await waitFor(page, () => document.querySelector('.desk') === null && document.querySelector('#choose') !== null, []);
}

inEachBrowser((browser) => {
  test('a wrong pass phrase opens nothing, and the right one still does', async () => {
    const { office, folder, key } = await officeWithKey();
    const { path } = await writeCasebook(office, [reportLine(1, STORY)], folder);
    const { page } = await openDesk(browser);
    await chooseAndType(page, [key, path], 'plain lantern orbit meado');
    await submit(page);
    await waitForWords(page, 'Wrong pass phrase', '#unlock-failure');
    expect(await page.$('.desk')).toBeNull();
    await page.type('#passphrase', 'w');
    await submit(page);
    await waitUntilUnlocked(page);
    await waitForCount(page, 1);
  });

  test('a casebook with a pass phrase of its own is asked for it', async () => {
    const { office, folder, key } = await officeWithKey();
    const { path } = await writeCasebook(office, [reportLine(1, STORY)], folder, {
      passphrase: 'another one entirely',
    });
    const { page } = await openDesk(browser);
    await chooseAndType(page, [key, path], PASSPHRASE);
    await submit(page);
    await waitForSelector(page, '#casebook-passphrase');
    await page.type('#casebook-passphrase', 'another one entirely');
    await submit(page);
    await waitUntilUnlocked(page);
    await waitForCount(page, 1);
  });

  test("another reviewer's casebook, the charter key and files of other kinds are refused, each with a reason", async () => {
    const { office, folder, key } = await officeWithKey();
    const other = await writeKeyFile(office, 1, folder);
    const { path } = await writeCasebook(office, [reportLine(1, STORY)], folder);
    const photo = join(folder, 'photo.jpg');
    await writeFile(photo, new Uint8Array([0xff, 0xd8, 0xff, 0]));
    const { page } = await openDesk(browser);
    await chooseFiles(page, '#choose', photo);
    await waitForWords(page, 'photo.jpg: This is neither a key file', '#unlock-failure');
    await chooseAndType(page, [other, path], PASSPHRASE);
    await submit(page);
    await waitForWords(page, 'belongs to another key', '#unlock-failure');
    await chooseFiles(page, '#choose', key);
    await waitForWords(page, 'Counsellor', '#chosen-key');
    await submit(page);
    await waitUntilUnlocked(page);
    await waitForCount(page, 1);
  });

  test('a casebook that was cut gives what is whole, says so, and is mended from an older copy', async () => {
    const { office, folder, key } = await officeWithKey();
    const lines = Array.from({ length: 300 }, (_, i) =>
      reportLine(i, `Report number ${String(i)}. ${'x'.repeat(900)}`),
    );
    const older = await writeCasebook(office, lines.slice(0, 290), folder, { generation: 6, name: 'older.casebook' });
    const { path } = await writeCasebook(office, lines, folder, { generation: 7, casebook: older.casebook });
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length - 200_000));
    const { page } = await openDesk(browser);
    await unlock(page, [key, path]);
    await waitForWords(page, 'The casebook is damaged', '.notices');
    const count = Number(/(\d+) reports are whole/.exec(await textOf(page, '.notices'))?.[1]);
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(200);
    expect(await textOf(page, '#save')).toContain('Not saved');

    await chooseFiles(page, '#open-bundles', older.path);
    await waitForWords(page, 'Join with another casebook file', 'dialog');
    await pressButton(page, 'Join', 'dialog');
    await waitForWords(page, 'That file is older than what is open here', '.notices');
    await waitForCount(page, 290);
    expect(await textOf(page, '.notices')).toContain(`${String(290 - count)} reports came from it`);
  });

  test('a casebook of a newer kind is not taken for a damaged one, and what it does not know is kept', async () => {
    const { office, folder, key } = await officeWithKey();
    const lines = [reportLine(1, STORY), { type: 'from-the-future', what: 'kept' }];
    const { path } = await writeCasebook(office, lines, folder);
    const newer = Buffer.from(await readFile(path));
    newer[7] = 2;
    const newerPath = join(folder, 'newer.casebook');
    await writeFile(newerPath, newer);
    const { page } = await openDesk(browser);
    await chooseAndType(page, [key, newerPath], PASSPHRASE);
    await submit(page);
    await waitForWords(page, 'of a kind that this page does not know', '#unlock-failure');
    await chooseFiles(page, '#choose', path);
    await waitForWords(page, 'reviewer.casebook', '#chosen-casebook');
    await submit(page);
    await waitUntilUnlocked(page);
    await waitForCount(page, 1);
  });

  test('after ten minutes without a touch it locks; what was not saved stays, sealed, and comes back', async () => {
    const { office, folder, key } = await officeWithKey();
    const { path } = await writeCasebook(office, [reportLine(1, STORY)], folder);
    const bundle = await writeBundle(office, [{ report: { story: 'New since then.' } }], folder);
    const { page } = await openDesk(browser);
    await unlock(page, [key, path]);
    await waitForCount(page, 1);
    await openBundles(page, bundle);
    await waitForCount(page, 2);
    await read(page, 'New since then.');
    expect(await textOf(page, '#save')).toContain('Not saved');

    await passMinutes(page, 9.5);
    await waitForWords(page, 'This page locks in a minute', 'dialog');
    await pressButton(page, 'Stay', 'dialog');
    await waitFor(page, () => document.querySelector('dialog') === null, []);
    await passMinutes(page, 11);
    await isLocked(page);
    expect(await page.$eval('html', (root) => root.textContent)).not.toContain('New since then.');
    expect(await textOf(page, '#chosen-casebook')).toContain('Nothing was lost');

    await chooseFiles(page, '#choose', path);
    await waitForWords(page, 'Unlock and save first', '#unlock-failure'); // an older file does not take its place
    await chooseAndType(page, [], PASSPHRASE);
    await submit(page);
    await waitUntilUnlocked(page);
    await waitForCount(page, 2);
    expect(await textOf(page, '#save')).toContain('Not saved');
  });
});
