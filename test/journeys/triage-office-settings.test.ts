import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { findings, loadAxe, UNDECIDABLE } from '../client/axe.ts';
import { exportFiles } from './exporting.ts';
import {
  DESKTOP,
  openDesk,
  pressButton,
  read,
  sentElsewhere,
  textOf,
  unlock,
  waitForCount,
  waitForWords,
} from './desk.ts';
import { inEachBrowser } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

async function openSettings(page: Page): Promise<void> {
  await page.click('.menu > summary');
  await pressButton(page, 'Settings', '.menu');
  await waitForSelector(page, 'dialog[open]');
  await pressButton(page, 'Statuses, labels and templates', 'dialog');
  await waitForSelector(page, '#setting-label');
}

async function typeInto(page: Page, id: string, text: string): Promise<void> {
  await page.evaluate((of) => {
    const field = document.getElementById(of) as HTMLInputElement;
    field.focus();
    field.select();
  }, id);
  await page.keyboard.type(text);
}

async function closeSettings(page: Page): Promise<void> {
  await pressButton(page, 'Close', 'dialog');
  await waitFor(page, () => document.querySelector('dialog') === null, []);
}

function chooseValue(page: Page, id: string, value: string): Promise<void> {
  return page.evaluate(
    (of, wanted) => {
      const select = document.getElementById(of) as HTMLSelectElement;
      select.value = wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    id,
    value,
  );
}

inEachBrowser((browser) => {
  test('statuses, labels and templates are added, used, renamed and removed, by keys; nothing is requested', async () => {
    const { key, bundle } = await exportFiles();
    const visit = await openDesk(browser);
    const { page } = visit;
    await unlock(page, [key, bundle]);
    await waitForCount(page, 3);
    await read(page, 'border clerk');
    await openSettings(page);
    await typeInto(page, 'setting-status', 'Waiting for the embassy');
    await page.keyboard.press('Enter');
    await waitForWords(page, 'Assessing: Waiting for the embassy', '#setting-statuses');
    await typeInto(page, 'setting-label', 'north');
    await page.keyboard.press('Enter');
    await waitForWords(page, 'north · in no report', '#setting-labels');
    await pressButton(page, 'New template', 'dialog');
    await waitForSelector(page, '#template-name');
    await typeInto(page, 'template-name', 'First words');
    await chooseValue(page, 'template-language', 'es');
    await typeInto(page, 'template-text', 'Gracias. Llegó el {{received}.'.replace('{{', '{'));
    await pressButton(page, 'Keep the template', 'dialog');
    await waitForWords(page, 'First words (Saying that the report came, Spanish)', '#setting-templates');
    await closeSettings(page);

    await chooseValue(page, 'triage-status', 'assessing/waiting-for-the-embassy');
    await waitForWords(page, 'Assessing: Waiting for the embassy', '#reports');
    await typeInto(page, 'triage-label', 'north');
    await page.keyboard.press('Enter');
    await waitForWords(page, 'north', '.chips');

    await openSettings(page);
    await waitForWords(page, 'north · in 1 report', '#setting-labels');
    await pressButton(page, 'Rename', '#setting-labels');
    await waitFor(page, () => document.activeElement?.matches('#setting-labels input'), []);
    await page.keyboard.type(' bridge');
    await page.keyboard.press('Enter');
    await waitForWords(page, 'bridge · in 1 report', '#setting-labels');
    await pressButton(page, 'Remove', '#setting-statuses');
    await waitForWords(page, '1 report keeps it', '#setting-statuses');
    await pressButton(page, 'Keep it', '#setting-statuses');
    await pressButton(page, 'Remove', '#setting-templates');
    await waitForWords(page, 'None yet.', 'section:last-child');
    await closeSettings(page);
    await waitForWords(page, 'bridge', '.chips');
    expect(await textOf(page, '#reports')).toContain('Waiting for the embassy');
    expect(sentElsewhere(visit)).toEqual([]);
    expect(visit.faults).toEqual([]);
  });

  test.each([DESKTOP.width, 320])(
    'at %i px axe finds nothing in the settings of the office, and nothing sticks out',
    async (width) => {
      const { key, bundle } = await exportFiles();
      const { page } = await openDesk(browser, { window: { ...DESKTOP, width } });
      await loadAxe(page);
      await unlock(page, [key, bundle]);
      await waitForCount(page, 3);
      await openSettings(page);
      await typeInto(page, 'setting-label', 'a label that is rather longer than labels should be');
      await page.keyboard.press('Enter');
      await waitForSelector(page, '#setting-labels li');
      await pressButton(page, 'New template', 'dialog');
      await waitForSelector(page, '#template-name');
      const found = await findings(page, String(width));
      expect(found.filter((each) => !UNDECIDABLE.test(each))).toEqual([]);
      expect(await page.$eval('dialog', (dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
    },
  );
});
