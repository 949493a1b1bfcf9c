import { join } from 'node:path';

import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';

import { goTo, press } from '../journeys/site.ts';
import { tempFolder } from '../server/helpers.ts';
import { waitFor, waitForSelector } from '../journeys/waiting.ts';

/** A form with something of each kind in it, and where that can still be seen afterwards. */
export const MARK = 'zimtstern';

/** What is written, ticked, chosen, repeated, added and excluded, and shown once more at the end. */
export async function writeEverywhere(page: Page): Promise<void> {
  const file = join(await tempFolder(), `${MARK}-file.txt`);
  await writeFile(file, MARK);
  await page.evaluate((mark) => {
    const fields = document.querySelectorAll<HTMLInputElement>('#report textarea, #report input[type=text]');
    for (const field of fields) {
      field.value = mark;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, MARK);
  for (const [name, value] of [
    ['danger', 'soon'],
    ['role', 'witness'],
    ['stage', 'border'],
    ['allowed', 'yes'],
    ['days', 'monday'],
  ] as const)
    await press(page, `input[name=${name}][value=${value}]`);
  await goTo(page, 'ask-officials');
  await press(page, '[data-step="ask-officials"] [data-add]');
  await page.type('.item:nth-of-type(2) [name=name]', `second ${MARK}`);
  await goTo(page, 'ask-route');
  await page.select('[data-item=from] select', 'MD');
  await press(page, '[data-item=from] summary');
  await goTo(page, 'evidence');
  const input = await page.$('input#choose-files');
  await input?.uploadFile(file);
  await waitForSelector(page, '#files .line input');
  await waitFor(page, () => !document.getElementById('files')?.textContent.includes('Looking at'), []);
  await page.type('#files .line input', `note ${MARK}`);
  await goTo(page, 'readers');
  await press(page, '#readers input[value="1"]');
  await goTo(page, 'review');
}

/** Everything that a page holds: its markup, and what its controls hold, which markup does not show. */
export function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    const values = controls.map(({ name, type, value, checked }) => `${name} ${type} ${value} ${String(checked)}`);
    return [document.title, document.documentElement.outerHTML, ...values].join('\n');
  });
}

/** What is chosen or written, as a person would see it in the controls: `name=value`. */
export function answersIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('#report input, #report textarea, #report select')].flatMap(
      (control) => {
        const isBox = control.type === 'radio' || control.type === 'checkbox';
        if (isBox && !control.checked) return [];
        return control.value === '' || control.type === 'file' ? [] : [`${control.name}=${control.value}`];
      },
    ),
  );
}
