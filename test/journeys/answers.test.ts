import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { DEFAULT_FORM } from '../../scripts/lib/form-files.ts';
import { EASY } from '../server/helpers.ts';
import { goTo, inEachBrowser, press, send, visit, waitUntilReady, waitUntilReceived, writeStory } from './site.ts';
import { lastReport, openedBy, startSite, written } from './running-site.ts';
import { storedLetters } from './stored-letters.ts';
import { waitForLanguage, waitForSelector } from './waiting.ts';

const STORY = 'A border clerk let the van pass.';
const SURROUNDINGS = { difficulty: EASY };

/** Ticks or chooses, on the screen where the control is. */
async function choose(page: Page, step: string, name: string, ...values: readonly string[]): Promise<void> {
  await goTo(page, step);
  for (const value of values) await press(page, `[data-step="${step}"] input[name="${name}"][value="${value}"]`);
}

async function write(page: Page, step: string, selector: string, words: string): Promise<void> {
  await goTo(page, step);
  await page.type(`[data-step="${step}"] ${selector}`, words);
}

inEachBrowser((browser) => {
  test('every answer arrives as the protocol has it, and what was not asked stays out', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const { page, faults } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await press(page, 'input[name=danger][value=soon]');
    await writeStory(page, STORY);
    await choose(page, 'ask-role', 'role', 'witness');
    await choose(page, 'ask-stage', 'stage', 'border', 'transport');
    await choose(page, 'ask-act', 'act', 'let-through');
    await choose(page, 'ask-return', 'return', 'money');
    await choose(page, 'ask-return', 'return', ''); // "I would rather not say" takes the others back
    await choose(page, 'ask-official', 'official', 'border-guard');
    await write(page, 'ask-officials', '[name=name]', 'the one with the beard');
    await press(page, '[data-step="ask-officials"] [data-add]');
    await write(page, 'ask-officials', '.item:nth-of-type(2) [name=vehicle]', 'white van');
    await choose(page, 'ask-purpose', 'purpose', 'SexualExploitation');
    await choose(page, 'ask-purpose', 'sexual', 'Pornography');
    await choose(page, 'ask-purpose', 'purpose', 'SexualExploitation', 'ForcedLabour'); // the first is taken back
    await choose(page, 'ask-purpose', 'industry', 'F_Construction');
    await choose(page, 'ask-people', 'people', '2-5');
    await goTo(page, 'ask-route');
    await page.select('[data-item=from] select', 'MD');
    await press(page, '[data-step="ask-route"] [data-add]');
    await page.select('[data-item=through] select', 'RO');
    await write(page, 'ask-when', '[data-item=since] [name=year]', '٢٠٢٥');
    await page.select('[data-item=since] select', '03');
    await write(page, 'ask-when', '[data-item=until] [name=year]', 'last winter');
    await choose(page, 'ask-told', 'told', 'police');
    await write(page, 'ask-told', 'textarea', 'They laughed.');
    await choose(page, 'ask-contact', 'allowed', 'yes');
    await choose(page, 'ask-contact', 'days', 'monday');
    await choose(page, 'ask-contact', 'languages', 'es');
    await choose(page, 'ask-consent', 'consent', 'to-named');
    await write(page, 'ask-consent', 'textarea', 'the ombudsperson');
    await send(page);
    await waitUntilReceived(page);

    expect(written((await lastReport(site)).report)).toEqual({
      version: 1,
      language: 'en',
      story: STORY,
      danger: 'soon',
      role: 'witness',
      stage: ['border', 'transport'],
      act: ['let-through'],
      official: ['border-guard'],
      officials: [{ name: 'the one with the beard' }, { vehicle: 'white van' }],
      purpose: ['ForcedLabour'],
      industry: ['F_Construction'],
      people: '2-5',
      route: { from: { country: 'MD' }, through: [{ country: 'RO' }] },
      when: { since: '2025-03', detail: 'last winter' },
      told: ['police'],
      toldText: 'They laughed.',
      contact: { allowed: true, days: ['monday'], languages: ['es'] },
      consent: 'to-named',
      consentNamed: 'the ombudsperson',
    });
    expect(faults).toEqual([]);
  });

  test("an office's own question is asked after the answer that it depends on, and arrives with its words", async () => {
    const ferry = {
      id: 'ferry',
      kind: 'one',
      choices: ['north', 'south'],
      showIf: { question: 'stage', anyOf: ['border'] },
      texts: {
        en: { title: 'Which ferry was it?', choices: { north: 'The north line', south: 'The south line' } },
        es: { title: '¿Qué ferri fue?', choices: { north: 'Línea norte', south: 'Línea sur' } },
      },
    } as const;
    const questionnaire = {
      version: 1,
      steps: [
        {
          questions: [
            { id: 'stage', choices: ['border', 'police'] },
            { ...ferry, choices: [...ferry.choices], showIf: { ...ferry.showIf, anyOf: [...ferry.showIf.anyOf] } },
          ],
        },
      ],
    } as const;
    const form = { ...DEFAULT_FORM, questionnaire: structuredClone(questionnaire) as never };
    const site = await startSite({ form, surroundings: SURROUNDINGS });
    const { page } = await visit(browser, `${site.url}/es/`);
    await waitForSelector(page, '#readers input');
    await writeStory(page, STORY);
    await goTo(page, 'ask-stage');
    expect(await page.$$('input[name=stage]')).toHaveLength(3); // two choices, and not saying
    const isShown = () =>
      page.$eval('[data-question=ferry]', (question) => (question as HTMLElement).checkVisibility());
    expect(await isShown()).toBe(false);
    await choose(page, 'ask-stage', 'stage', 'border');
    expect(await isShown()).toBe(true);
    await choose(page, 'ask-stage', 'ferry', 'south');
    await send(page);
    await waitUntilReceived(page);
    expect((await lastReport(site)).report).toMatchObject({
      stage: ['border'],
      answers: [{ id: 'ferry', asked: '¿Qué ferri fue?', answer: 'south' }],
    });
  });

  test('changing the language keeps what was typed, ticked, repeated and excluded, and the screen', async () => {
    const site = await startSite({ surroundings: SURROUNDINGS });
    const { page, requested } = await visit(browser, `${site.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await choose(page, 'ask-stage', 'stage', 'border');
    await goTo(page, 'ask-officials');
    await press(page, '[data-step="ask-officials"] [data-add]');
    await write(page, 'ask-officials', '.item:nth-of-type(2) [name=name]', 'the tall one');
    await goTo(page, 'ask-route');
    await press(page, '[data-step="ask-route"] [data-add]');
    await page.select('[data-item=through] select', 'RO');
    await goTo(page, 'readers');
    await press(page, '#readers input[value="0"]');
    for (const tag of ['ar', 'es']) {
      await press(page, '.languages summary');
      await press(page, `.languages a[lang="${tag}"]`);
      await waitForLanguage(page, tag);
    }
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr');
    expect(await page.$eval('[data-step=readers]', (step) => (step as HTMLElement).hidden)).toBe(false);
    expect(requested.filter((address) => address.endsWith('/api/reports'))).toEqual([]);
    await send(page);
    await waitUntilReceived(page);
    const [letter] = storedLetters(site.folder);
    expect(await openedBy(site.office, 0, letter)).toBeNull();
    expect(await openedBy(site.office, 1, letter)).toMatchObject({
      language: 'es',
      story: STORY,
      stage: ['border'],
      officials: [{ name: 'the tall one' }],
      route: { through: [{ country: 'RO' }] },
    });
  });
});
