import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { folded } from '../../client/triage/export/folding.ts';
import {
  CANARY,
  diskOf,
  letWrite,
  withSlowDisk,
  chooseForm,
  exportFiles,
  keysIn,
  PHONE,
  PHOTO,
  saveExport,
  STORY,
  waitForMark,
  withoutPicker,
} from './exporting.ts';
import {
  openBundles,
  openDesk,
  pressButton,
  read,
  sentElsewhere,
  textOf,
  unlock,
  waitForCount,
  waitForWords,
} from './desk.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import { inEachBrowser } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

function expectNone(text: string, of: string): void {
  const plain = folded(text).text;
  for (const canary of [CANARY, PHONE]) {
    expect(text.includes(canary), `${of}: ${canary}`).toBe(false);
    expect(plain.includes(folded(canary).text), `${of}: ${canary}`).toBe(false);
  }
}

/** Opens the export of the first report and takes out the name, by a suggestion, and the number, by keys. */
async function markBoth(page: Page): Promise<void> {
  await read(page, 'border clerk');
  await page.evaluate(() => document.getElementById('report-export')?.click());
  await waitForSelector(page, '.marked-text');
  await page.evaluate((name) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.suggested-marks button')];
    buttons.find((button) => button.innerText.startsWith(name))?.click();
  }, CANARY);
  await waitForMark(page, CANARY);
  // From the last word back over "at" to the number, of five words.
  const back = ['End', 'End', 'ArrowLeft', 'ArrowLeft', ...Array.from({ length: 4 }, () => 'Shift+ArrowLeft')];
  await keysIn(page, 'What happened', back);
  await waitForWords(page, '380 44 123 45 67', '.selected-words');
  await page.keyboard.press('Enter');
  await waitForMark(page, '380 44 123 45 67');
}

inEachBrowser((browser) => {
  test('what is marked is in no byte of what is saved, printed or shown before; the package holds what its sums say; nothing is requested', async () => {
    const { folder, key, bundle } = await exportFiles();
    const visit = await openDesk(browser);
    const { page } = visit;
    await keepBlobs(page);
    await withoutPicker(page);
    await unlock(page, [key, bundle]);
    await waitForCount(page, 3);
    await markBoth(page);
    expect(await page.$eval('.marked-text[aria-label^="What"]', (text) => text.textContent)).toBe(STORY);
    await waitFor(page, () => document.querySelector('.preview')?.textContent.includes('[redacted]'), []);
    expectNone(await textOf(page, '.preview'), 'preview');
    expect(await textOf(page, '.preview')).toContain('A border clerk let the van pass.');

    for (const form of ['csv', 'json', 'htcds'] as const) {
      await saveExport(page, form, 'Save the file');
      const text = (await lastBlob(page)).toString('utf8');
      expectNone(text, form);
      expect(text.length, form).toBeGreaterThan(200);
      if (form === 'csv') expect(text).toContain(`"'=cmd|calc"`);
      await waitForSelector(page, '.preview-text');
      expectNone(await textOf(page, '.preview-text'), `preview of ${form}`);
    }

    await saveExport(page, 'package', 'Pack and save');
    const zip = await lastBlob(page);
    expect(zip.toString('latin1').includes(CANARY)).toBe(false);
    const out = join(folder, 'package');
    await mkdir(out);
    await writeFile(join(out, 'report.zip'), zip);
    execFileSync('unzip', ['-q', 'report.zip'], { cwd: out });
    const checked = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' });
    expect(
      checked
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true);
    expect((await readFile(join(out, 'files/gate.jpg'))).equals(PHOTO)).toBe(true);
    for (const name of await readdir(out, { recursive: true })) {
      expectNone(name, 'names');
      if (/\.(?:txt|json|jsonl)$|SHA256SUMS$/.test(name)) expectNone(await readFile(join(out, name), 'utf8'), name);
    }

    await page.evaluate(() => {
      const told = globalThis as unknown as { printed: string[]; print: () => void };
      told.printed = [];
      told.print = () =>
        told.printed.push(`${document.title}\n${document.body.innerText}\n${document.body.textContent}`);
    });
    await chooseForm(page, 'print');
    await waitForWords(page, 'Print…', '#export-do');
    await pressButton(page, 'Print…', '.export-acts');
    await waitFor(page, () => (globalThis as unknown as { printed: string[] }).printed.length > 0, []);
    const [printed = ''] = await page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed);
    expectNone(printed.replace(await page.$eval('#worker', (script) => script.textContent), ''), 'print');
    expect(printed).toMatch(/^Document\n/);
    expect(printed).toContain('A border clerk let the van pass.');
    expect(await page.$('.desk')).toBeNull();
    await pressButton(page, 'Back', '.sheet');
    await waitForSelector(page, '.out');

    // The marks stay; the journal knows of each time that it left.
    await pressButton(page, 'Back to the reports', '.out');
    await waitForSelector(page, '#triage-history');
    await page.evaluate(() => document.getElementById('triage-history')?.click());
    const history = await textOf(page, '.history');
    expect(history.match(/exported/gi)).toHaveLength(5);

    await page.evaluate(() => document.getElementById('list-export')?.click());
    await waitForSelector(page, '.selected-reports');
    expect(await textOf(page, '.selected-reports')).toContain('2 marks');
    expect(await textOf(page, '.out')).toContain('In 2 reports nothing is marked.');
    await saveExport(page, 'json', 'Save the file');
    const all = (await lastBlob(page)).toString('utf8');
    expectNone(all, 'selection'); // it stands unmarked in another report of the case
    expect(all).toContain('Another matter at the ferry.');
    expect(sentElsewhere(visit)).toEqual([]);
    expect(visit.faults).toEqual([]);
  });

  test('words are selected with the mouse too, put back, and a whole answer and a file are taken out', async () => {
    const { key, bundle } = await exportFiles();
    const { page } = await openDesk(browser);
    await unlock(page, [key, bundle]);
    await waitForCount(page, 3);
    await read(page, 'border clerk');
    await page.evaluate(() => document.getElementById('report-export')?.click());
    await waitForSelector(page, '.marked-text');
    const text = await page.$('.marked-text[aria-label^="What happened"]');
    await text?.scrollIntoView();
    const box = await text?.boundingBox();
    if (!box) throw new Error('no text');
    await page.mouse.click(box.x + 60, box.y + 16, { count: 2 }); // "border", or "clerk"
    await waitForSelector(page, '.selected-words .primary');
    const selected = (await textOf(page, '.selected-words strong')).trim();
    expect(STORY).toContain(selected);
    expect(selected).toMatch(/^\w+$/);
    await page.click('.selected-words .primary');
    await waitForMark(page, selected);
    await waitFor(page, (word) => document.querySelector('.preview')?.textContent.includes(word) === false, [
      `A ${selected}`,
    ]);
    await pressButton(page, 'Put back', '.mark-list');
    await waitFor(page, (word) => document.querySelector('.preview')?.textContent.includes(word), [selected]);

    const tick = (title: string) =>
      page.evaluate((of) => {
        const parts = [...document.querySelectorAll<HTMLElement>('.redacted-part')];
        parts
          .find((part) => part.innerText.startsWith(of))
          ?.querySelector('input')
          ?.click();
      }, title);
    await tick('File 2');
    await waitForMark(page, 'File 2');
    await tick('What happened then?');
    await waitForMark(page, 'What happened then?');
    await chooseForm(page, 'package');
    await waitForWords(page, 'taken out', '.packed-files');
    expect(await textOf(page, '.preview')).not.toMatch(/I told|\.txt/);
  });

  test('a package whose file vanishes says which, and what was written is given up; stopped, it is too', async () => {
    const { key, bundle } = await exportFiles();
    const { page } = await openDesk(browser);
    await unlock(page, [key]);
    await waitForWords(page, 'No reports yet');
    await openBundles(page, bundle);
    await waitForCount(page, 3);
    await read(page, 'border clerk');
    await page.evaluate(() => document.getElementById('report-export')?.click());
    await waitForSelector(page, '#export-do');
    await chooseForm(page, 'package');
    await waitForWords(page, 'Pack and save', '#export-do');
    const isWriting = () => (globalThis as unknown as { disk: string[] }).disk.includes('written');

    await withSlowDisk(page);
    await pressButton(page, 'Pack and save', '.export-acts');
    await waitFor(page, isWriting, []);
    await pressButton(page, 'Stop', '.export-acts');
    await letWrite(page);
    await waitForWords(page, 'Stopped. Nothing was saved.', '.export-acts');
    expect(await diskOf(page)).toEqual(['written', 'given up', 'removed']);

    await withSlowDisk(page);
    await pressButton(page, 'Pack and save', '.export-acts');
    await waitFor(page, isWriting, []);
    await writeFile(bundle, 'something else');
    await letWrite(page);
    await waitForWords(page, 'File 1 could not be packed. No part', '.export-acts [role=alert]');
    expect((await diskOf(page)).slice(-2)).toEqual(['given up', 'removed']);
    expect(await diskOf(page)).not.toContain('closed');

    await pressButton(page, 'Back to the reports', '.out');
    await waitForSelector(page, '#triage-history');
    await page.evaluate(() => document.getElementById('triage-history')?.click());
    expect(await textOf(page, '.history')).not.toMatch(/exported/i);
  });

  test('figures: all for the office, small ones withheld for publication, each chart beside its table, saved as a table', async () => {
    const { key, bundle } = await exportFiles();
    const visit = await openDesk(browser);
    const { page } = visit;
    await keepBlobs(page);
    await unlock(page, [key, bundle]);
    await waitForCount(page, 3);
    await page.click('.menu > summary');
    await pressButton(page, 'Figures', '.menu');
    await waitForSelector(page, '.statistics svg');
    expect(
      await page.$$eval('.published', (all) =>
        all.map((each) => [each.querySelectorAll('svg').length, each.querySelectorAll('table').length]),
      ),
    ).toEqual(Array.from({ length: 6 }, () => [1, 1]));
    expect(await textOf(page, '.out')).toContain('For the office only. Small numbers can tell');
    expect(await textOf(page, '.statistics')).toContain('2 cases');
    await page.evaluate(() => {
      const select = document.getElementById('figures-for') as HTMLSelectElement;
      select.value = 'public';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await waitForWords(page, 'Fewer than 10 cases', '.statistics');
    await pressButton(page, 'Save as a table', '.out');
    const csv = (await lastBlob(page)).toString('utf8');
    expect(csv).toContain('"Answer"');
    expect(csv).not.toMatch(/"[12]"/);
    expect(sentElsewhere(visit)).toEqual([]);
    expect(visit.faults).toEqual([]);
  });
});
