import type { Page, SerializedAXNode } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';

import { findBrowser } from '../../scripts/browsers.ts';
import { startSite } from '../journeys/running-site.ts';
import { visit, waitUntilReady } from '../journeys/site.ts';
import { EASY } from '../server/helpers.ts';
import { findings, loadAxe } from './axe.ts';
import { addPhoto, FORM_WITH_EMERGENCY, onEachScreen, openEverything, showEverything } from './screens.ts';

/** What those have of the form who do not see it as it is drawn. Chromium only: no other browser tells, or can be told, so much. */
const WITHIN_MS = 180_000;

const NAMED = new Set(['button', 'link', 'textbox', 'checkbox', 'radio', 'combobox', 'progressbar', 'group', 'form']);

function flat(node: SerializedAXNode): SerializedAXNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

async function nodesOf(page: Page): Promise<SerializedAXNode[]> {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  return tree ? flat(tree) : [];
}

/** The words that a person can see now, what is meant for the ear alone left out. */
async function wordsSeen(page: Page): Promise<Set<string>> {
  const seen = await page.evaluate(() => {
    const hidden = [...document.querySelectorAll<HTMLElement>('.visually-hidden')];
    for (const each of hidden) each.style.display = 'none';
    const chosen = [...document.querySelectorAll('select')].flatMap(({ options }) => [...options]);
    const text = [document.body.innerText, ...chosen.map(({ text }) => text)].join(' ');
    for (const each of hidden) each.style.display = '';
    return text;
  });
  return new Set(wordsIn(seen));
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe.skipIf(findBrowser('chromium') === undefined)('in chromium', () => {
  async function openForm(): Promise<Page> {
    const site = await startSite({ form: FORM_WITH_EMERGENCY, surroundings: { difficulty: EASY } });
    const { page } = await visit('chromium', `${site.url}/en/`);
    await waitUntilReady(page);
    return page;
  }

  async function emulate(page: Page, name: string, value: string): Promise<void> {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
  }

  test(
    'a screen reader gets headings in order, a name for each control and group, and no word that is not seen',
    async () => {
      const page = await openForm();
      await openEverything(page);
      const faults: string[] = [];
      const names: string[] = [];
      await onEachScreen(page, async (screen) => {
        if (screen === 'evidence') await addPhoto(page);
        const nodes = await nodesOf(page);
        const levels = nodes.filter(({ role }) => role === 'heading').map(({ level }) => level ?? 0);
        const jump = levels.findIndex((level, i) => level > (levels[i - 1] ?? 0) + 1);
        if (jump >= 0 || levels.filter((level) => level === 1).length !== 1)
          faults.push(`${screen}: headings ${levels.join(', ')}`);
        // Chromium calls what is folded up a group as well: its name is the button that it begins with.
        const folded = await page.$$eval('details', (all) => all.filter((each) => each.checkVisibility()).length);
        const nameless = nodes.filter(({ role, name = '' }) => role === 'group' && name === '').length;
        if (nameless !== folded) faults.push(`${screen}: a group without a name`);
        const seen = await wordsSeen(page);
        for (const { role, name = '' } of nodes.filter((node) => NAMED.has(node.role))) {
          names.push(`${role} ${name}`);
          if (name.trim() === '' && role !== 'form' && role !== 'group')
            faults.push(`${screen}: ${role} without a name`);
          const unseen = wordsIn(name).filter((word) => !seen.has(word));
          if (unseen.length > 0) faults.push(`${screen}: ${role} "${name}" says ${unseen.join(', ')}`);
        }
      });
      // The globe says to the eye what these words say to the ear.
      expect(faults.filter((fault) => !fault.endsWith('says languages'))).toEqual([]);
      expect(names).toContain('group Is someone in danger now?');
      expect(names).toContain('group What is your part in this?');
      expect(names).toContain('textbox What happened?');
      expect(names).toContain('button Remove photo.jpg');
      expect(names).toContain('group Person 2');
    },
    WITHIN_MS,
  );

  test('hints are read with what they belong to, progress by its name, and languages in their own', async () => {
    const page = await openForm();
    await showEverything(page);
    const nodes = await nodesOf(page);
    const described = (role: string, name: string) =>
      nodes.find((node) => node.role === role && node.name === name)?.description ?? '';
    expect(described('textbox', 'What happened?')).toMatch(/as much or as little as you want/);
    expect(described('group', 'What is your part in this?')).toMatch(/You can leave this empty/);
    expect(described('group', 'Who must not read it?')).toMatch(/Nobody can see/);
    expect(described('link', 'Leave this page')).toMatch(/Shift three times/);
    expect(nodes.filter(({ role }) => role === 'progressbar').map(({ name }) => name)).toEqual(['Sending files']);
    const links = await page.$$eval('.languages a', (all) => all.map((link) => [link.lang, link.textContent]));
    expect(links).toEqual([
      ['ar', 'العربية'],
      ['en', 'English'],
      ['es', 'Español'],
    ]);
  });

  test('in the dark every colour can be told from what is behind it', async () => {
    const page = await openForm();
    await emulate(page, 'prefers-color-scheme', 'dark');
    await showEverything(page);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(23, 23, 26)',
    );
    await loadAxe(page);
    expect(await findings(page, 'dark')).toEqual([]);
  });

  test('with forced colours what is a button, a problem or ticked can still be told; the cover still covers', async () => {
    const page = await openForm();
    await emulate(page, 'forced-colors', 'active');
    await showEverything(page);
    const looks = await page.evaluate(() => {
      const isEdged = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((each) => each.checkVisibility())
          .filter((each) => {
            const style = getComputedStyle(each);
            const behind = getComputedStyle(document.documentElement).backgroundColor;
            const isSeen = (width: string, colour: string) =>
              parseFloat(width) >= 1 && colour !== behind && colour !== 'rgba(0, 0, 0, 0)';
            return (
              !isSeen(style.borderInlineStartWidth, style.borderInlineStartColor) &&
              !isSeen(style.borderBlockStartWidth, style.borderBlockStartColor)
            );
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 80));
      const boxes = [...document.querySelectorAll<HTMLElement>('input[type=radio], input[type=checkbox]')];
      const cover = document.body.appendChild(document.createElement('div'));
      cover.className = 'cover';
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        edgeless: isEdged('button, .action, .exit, .problem, .notice, textarea, select, input[type=text]'),
        drawnByUs: boxes.filter((box) => getComputedStyle(box).appearance === 'none').length,
        cover: getComputedStyle(cover).backgroundColor,
      };
    });
    expect(looks).toEqual({
      isForced: true,
      edgeless: [],
      drawnByUs: 0,
      cover: expect.stringMatching(/^rgb\(/) as string,
    });
  });

  test('nothing moves by itself, whatever is preferred', async () => {
    const page = await openForm();
    await showEverything(page);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((each) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
          return animationName !== 'none' || !/^0s(?:, 0s)*$/.test(transitionDuration) || scrollBehavior !== 'auto';
        }).length,
    );
    expect(moving).toBe(0);
  });
});
