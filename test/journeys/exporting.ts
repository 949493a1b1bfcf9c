import type { Page } from 'puppeteer-core';

import { makeOffice, tempFolder } from '../server/helpers.ts';
import { newCase, writeBundle, writeKeyFile, type Sent } from './desk-files.ts';
import { pressButton, waitForWords } from './desk.ts';
import { waitFor, waitForSelector } from './waiting.ts';

/** Reports with a person in them who must not leave, and what a reviewer does to export them. */
export const CANARY = 'Ivanna Petrenko';
export const PHONE = '+380 44 123 45 67';
export const STORY = `A border clerk let the van pass.\n${CANARY} saw it and rang ${PHONE} at night.`;
export const PHOTO = new Uint8Array(6_000_000).map((_, i) => (i * 31) % 251);

export async function exportFiles(): Promise<{ folder: string; key: string; bundle: string }> {
  const office = await makeOffice(['Counsellor', 'Investigator']);
  const folder = await tempFolder();
  const of = await newCase();
  const sent: Sent[] = [
    {
      of,
      age: 40,
      report: {
        language: 'en',
        story: STORY,
        stage: ['border'],
        official: ['border-guard'],
        officials: [{ name: 'A sergeant', vehicle: 'grey estate' }],
        route: { from: { country: 'UA' }, to: { country: 'DE' } },
        toldText: 'I told ivanna  PETRENKO, nobody else.',
        consentNamed: '=cmd|calc',
      },
      files: [
        { name: 'gate.jpg', type: 'image/jpeg', content: PHOTO, note: `Taken by ${CANARY}` },
        { name: `${CANARY}.txt`, content: new TextEncoder().encode('A note') },
      ],
    },
    { of, age: 2, report: { story: `${CANARY} came again.`, followUp: true, stage: ['transport'] } },
    { age: 5, report: { story: 'Another matter at the ferry.', stage: ['border'], purpose: ['ForcedLabour'] } },
  ];
  const key = await writeKeyFile(office, 0, folder);
  return { folder, key, bundle: await writeBundle(office, sent, folder) };
}

/** A dialog that no test can answer; without it the page saves as Firefox does. */
export async function withoutPicker(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
}

export async function chooseForm(page: Page, form: string): Promise<void> {
  await page.evaluate((value) => {
    document.querySelector<HTMLInputElement>(`.forms input[value=${value}]`)?.click();
  }, form);
}

/** Lets it go, and waits until the page says that it is saved. */
export async function saveExport(page: Page, form: string, words: string): Promise<void> {
  await chooseForm(page, form);
  await waitForWords(page, words, '#export-do');
  await pressButton(page, words, '.export-acts');
  await waitForSelector(page, '.export-acts .note.good');
}

/** Puts the focus on a text, and moves through it by keys. */
export async function keysIn(page: Page, label: string, keys: readonly string[]): Promise<void> {
  await page.evaluate((name) => {
    document.querySelector<HTMLElement>(`.marked-text[aria-label^="${name}"]`)?.focus();
  }, label);
  for (const key of keys) {
    const [main = '', ...held] = key.split('+').reverse();
    for (const each of held) await page.keyboard.down(each as 'Shift');
    await page.keyboard.press(main as 'Enter');
    for (const each of held) await page.keyboard.up(each as 'Shift');
  }
}

export function waitForMark(page: Page, text: string): Promise<void> {
  return waitFor(
    page,
    (wanted) => [...document.querySelectorAll('.mark-list li')].some((each) => each.textContent.includes(wanted)),
    [text],
  );
}

/** In place of the browser's dialog, a place on a disk as browsers give it: nothing is there until it is closed. It takes nothing before {@link letWrite}. */
export async function withSlowDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told = globalThis as unknown as { disk: string[]; letWrite: () => void; showSaveFilePicker: unknown };
    told.disk = [];
    const waiting = new Promise<void>((resolve) => {
      told.letWrite = resolve;
    });
    const note = (what: string) => {
      told.disk.push(what);
      return Promise.resolve();
    };
    told.showSaveFilePicker = () =>
      Promise.resolve({
        name: 'report.zip',
        getFile: () => Promise.resolve(new File([], 'report.zip')),
        remove: () => note('removed'),
        createWritable: () =>
          Promise.resolve({
            write: () => note('written').then(() => waiting),
            close: () => note('closed'),
            abort: () => note('given up'),
          }),
      });
  });
}

export async function letWrite(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { letWrite: () => void }).letWrite();
  });
}

/** What became of the file. */
export function diskOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { disk: string[] }).disk);
}
