import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { DEFAULT_FORM, type FormFiles } from '../../scripts/lib/form-files.ts';
import { press } from '../journeys/site.ts';
import { waitForSelector } from '../journeys/waiting.ts';

/** The form with all that it can show at once: every screen, every conditional question, a file, a problem. */

/** With numbers to call, which the office of other tests has none of. */
export const FORM_WITH_EMERGENCY: FormFiles = {
  ...DEFAULT_FORM,
  emergency: [
    { country: 'GE', number: '112', what: 'Police, ambulance' },
    { country: 'MN', number: '+976 102', what: 'Police' },
  ],
};

export const PHOTO = join(import.meta.dirname, '../data/media/photo.jpg');

/** The names of the screens, in order. */
export function screensOf(page: Page): Promise<string[]> {
  return page.$$eval('.step', (all) => all.map((each) => (each as HTMLElement).dataset['step'] ?? ''));
}

/** Goes to each screen in turn. */
export async function onEachScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const screens = await screensOf(page);
  for (const [i, screen] of screens.entries()) {
    if (i > 0) await press(page, '#next');
    await look(screen);
  }
}

export async function toLastScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const next = document.getElementById('next');
    for (let pressed = 0; pressed < 100 && next?.hidden === false; pressed += 1) next.click();
  });
}

/** Chooses what brings up every conditional question and the help in danger, opens what is folded, adds what can be added. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    const press = (selector: string) => {
      for (const each of document.querySelectorAll<HTMLInputElement>(selector)) if (!each.checked) each.click();
    };
    press('#report input[type=checkbox][name]:not([value=""])');
    press('[name=danger][value=now], [name=allowed][value=yes], [name=consent][value=to-named]');
    press('[data-add]');
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

export async function addPhoto(page: Page): Promise<void> {
  const input = await page.$('input#choose-files');
  await input?.uploadFile(PHOTO);
  await waitForSelector(page, '#files fieldset');
}

/** Sends with nothing written. Ends on the last screen, with the problem told. */
export async function raiseProblem(page: Page): Promise<void> {
  await toLastScreen(page);
  await press(page, '#send');
  await waitForSelector(page, '#problem:not([hidden])');
}

/** All screens below one another, as no person sees them: what holds for each holds for all, in one look. */
export async function showAllScreens(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const step of document.querySelectorAll<HTMLElement>('.step')) step.hidden = false;
    for (const id of ['next', 'back', 'to-sending', 'upload', 'delivery', 'files-problem'])
      document.getElementById(id)?.removeAttribute('hidden');
  });
}

/** Everything of the form at once: see {@link openEverything}, {@link raiseProblem}. */
export async function showEverything(page: Page): Promise<void> {
  await waitForSelector(page, '#readers input');
  await openEverything(page);
  await addPhoto(page);
  await raiseProblem(page);
  await showAllScreens(page);
}
