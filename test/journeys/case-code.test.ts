import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import {
  evidenceDigest,
  fromBase64,
  NOTE_HEADER,
  openCase,
  openNote,
  PATHS,
  readCodeWords,
  sha256,
  toHex,
  type Case,
  type WordList,
} from '../../crypto/index.ts';
import { findings, loadAxe } from '../client/axe.ts';
import { faultyLine, type FaultyLine } from '../client/faulty-line.ts';
import { PHOTO } from '../client/screens.ts';
import { EASY } from '../server/helpers.ts';
import { askedPlaces, asPrinted, caseFrom, codeOn, locatorIn, readPicture, typeBack } from './case-code-screen.ts';
import { startSite, type Site } from './running-site.ts';
import {
  chooseFiles,
  goTo,
  inEachBrowser,
  press,
  send,
  visit,
  waitForProblem,
  waitUntilReady,
  waitUntilReceived,
  writeStory,
} from './site.ts';
import { storedEvidence, storedLetters } from './stored-letters.ts';
import { addressOf, waitForLanguage, waitForSelector } from './waiting.ts';

const STORY = 'A border clerk let the van pass.';
const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';

async function easySite(): Promise<Site> {
  return startSite({ languages: ['ar', 'en', 'es'], surroundings: { difficulty: EASY } });
}

async function sendStory(page: Page): Promise<void> {
  await waitForSelector(page, '#readers input');
  await writeStory(page, STORY);
  await send(page);
  await waitUntilReceived(page);
}

/** What the notes that came with letters say to whoever has the code. */
function notesHeard({ heard }: FaultyLine, { noteKey }: Case) {
  const posts = heard.filter(({ path }) => path === PATHS.reports);
  return Promise.all(
    posts.map(({ headers }) => openNote(fromBase64(String(headers[NOTE_HEADER.toLowerCase()])), noteKey)),
  );
}

async function locatorOfWords(words: readonly string[], list: WordList): Promise<string> {
  const reading = readCodeWords(words.join(' '), [list]);
  return 'secret' in reading ? toHex((await openCase(reading.secret)).locator) : 'none';
}

inEachBrowser((browser) => {
  test.each(['standard', 'safer'] as const)(
    'the code that is shown, in digits and in words, opens the case of the report and the note of its letter, at level %s',
    async (level) => {
      const site = await easySite();
      const line = await faultyLine(site.url, () => undefined);
      const { page, faults } = await visit(browser, `${line.url}/en/`, { level });
      await waitUntilReady(page);
      const before = await page.evaluate(() => ({ address: location.href, history: history.length }));
      await sendStory(page);
      const shown = await codeOn(page);
      expect(shown.groups).toHaveLength(10);
      expect(shown.words).toHaveLength(12);

      const its = await caseFrom(shown);
      const [letter] = storedLetters(site.folder);
      expect(await locatorIn(site.office, letter)).toBe(toHex(its.locator));
      expect(await locatorOfWords(shown.words, english)).toBe(toHex(its.locator));
      expect(await notesHeard(line, its)).toEqual([{ report: letter && (await sha256(letter)), evidence: null }]);

      await press(page, '#code-show-picture');
      await waitForSelector(page, '#code-picture svg');
      expect(await readPicture(page)).toBe(shown.groups.join(''));

      const after = await page.evaluate(async () => ({
        address: location.href,
        history: history.length,
        state: history.state as unknown,
        kept: [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length],
      }));
      expect(after).toEqual({ ...before, state: null, kept: ['', 0, 0, 0] });
      expect(faults).toEqual([]);
    },
  );

  test('the note names the evidence too', async () => {
    const site = await easySite();
    const line = await faultyLine(site.url, () => undefined);
    const { page } = await visit(browser, `${line.url}/en/`);
    await waitForSelector(page, '#readers input');
    await goTo(page, 'evidence');
    await chooseFiles(page, 'input#choose-files', PHOTO);
    await waitForSelector(page, '#files fieldset');
    await sendStory(page);
    const [letter] = storedLetters(site.folder);
    expect(await notesHeard(line, await caseFrom(await codeOn(page)))).toEqual([
      { report: letter && (await sha256(letter)), evidence: await evidenceDigest(storedEvidence(site.folder)) },
    ]);
  });

  test('typed back wrong, the place is named and the code shown; typed back right, it goes for good', async () => {
    const site = await easySite();
    const { page } = await visit(browser, `${site.url}/en/`);
    await sendStory(page);
    const { groups, words } = await codeOn(page);
    const [first = 0, second = 0] = await askedPlaces(page);
    expect(await page.$eval('#code', (code) => (code as HTMLElement).hidden)).toBe(true);
    const [right = '', other = ''] = [words[first - 1], words[second - 1]];

    await typeBack(page, ` ${right.toUpperCase()} `, `${other}x`);
    await waitForSelector(page, '#code-problem:not([hidden])');
    const told = await page.evaluate(() => ({
      problems: [...document.querySelectorAll('#code-problem li')].map((each) => each.textContent),
      focus: document.activeElement?.id,
      invalid: [...document.querySelectorAll('#code-form [aria-invalid=true]')].map(({ id }) => id),
      isShown: document.getElementById('code')?.hidden === false,
    }));
    expect(told).toEqual({
      problems: [`Word ${String(second)}: this is not what was shown. Look at the code again.`],
      focus: 'code-problem',
      invalid: ['code-second'],
      isShown: true,
    });
    await press(page, '#code-problem a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code-second');

    await typeBack(page, right, other);
    await waitForSelector(page, '#code-kept:not([hidden])');
    const { text, focus, place } = await page.evaluate(() => ({
      text: document.body.innerText,
      focus: document.activeElement?.id,
      place: location.hash,
    }));
    expect(text).toContain('What you typed is right.');
    expect(text).toContain('It cannot be shown again.');
    expect(focus).toBe('code-kept');
    expect(place).toBe('');
    const left = await page.evaluate(() => document.documentElement.outerHTML);
    expect(groups.filter((group) => left.includes(group))).toEqual([]);
    expect(left).not.toContain('code-again');
  });

  test('where there are no words, groups are asked for, in digits of any script; it can be skipped', async () => {
    const site = await easySite();
    const { page } = await visit(browser, `${site.url}/ar/`);
    await sendStory(page);
    const shown = await codeOn(page, { hasWords: false });
    expect(shown.words).toEqual([]);
    const [first = 0, second = 0] = await askedPlaces(page);
    const arabic = (group = '') => group.replace(/\d/g, (digit) => ARABIC_INDIC[Number(digit)] ?? '');
    await typeBack(page, arabic(shown.groups[first - 1]), '1');
    await waitForSelector(page, '#code-problem:not([hidden])');
    expect(await page.$$eval('#code-problem li', (all) => all.length)).toBe(1);
    await typeBack(page, arabic(shown.groups[first - 1]), arabic(shown.groups[second - 1]));
    await waitForSelector(page, '#code-right:not([hidden])');

    await page.goto(`${site.url}/en/`);
    await sendStory(page);
    await codeOn(page);
    await askedPlaces(page);
    await press(page, '#code-again');
    await waitForSelector(page, '#code:not([hidden])');
    await askedPlaces(page);
    await press(page, '#code-skip');
    await waitForSelector(page, '#code-kept:not([hidden])');
    expect(await page.$('#code, #code-check, #code-right:not([hidden])')).toBeNull();
  });

  test('print gets the code and nothing that says what it is for', async () => {
    const site = await easySite();
    const { page } = await visit(browser, `${site.url}/en/`);
    await sendStory(page);
    const { groups, words } = await codeOn(page);
    await press(page, '#code-show-picture');
    await waitForSelector(page, '#code-picture svg');
    const asked = await page.evaluate(() => {
      let times = 0;
      window.print = () => (times += 1);
      document.getElementById('code-print')?.click();
      return times;
    });
    expect(asked).toBe(1);
    const printed = (await asPrinted(page, browser)).split(/\s+/).filter((word) => word !== '');
    const places = [...groups.keys(), ...words.keys()].map((i) => String(i + 1));
    expect(printed.sort()).toEqual([...groups, ...words, ...places].sort());
    expect(await page.title()).toBe('Write to us');
    expect(await page.$eval('#code-picture', (picture) => picture.checkVisibility())).toBe(true);
  });

  test('a lost answer, and a word changed after a refusal, keep the code', async () => {
    const site = await easySite();
    const refused = { status: 400, code: 'letter-malformed' };
    const line = await faultyLine(site.url, (path, times) =>
      path === PATHS.reports ? ([refused, 'unanswered'] as const)[times - 1] : undefined,
    );
    const { page } = await visit(browser, `${line.url}/en/`);
    await waitUntilReady(page);
    await writeStory(page, STORY);
    await send(page);
    expect(await waitForProblem(page)).toMatch(/does not fit the server/);
    await writeStory(page, ' Twice.');
    await send(page);
    await waitUntilReceived(page);

    const its = await caseFrom(await codeOn(page));
    const [letter, ...more] = storedLetters(site.folder);
    expect(more).toEqual([]);
    expect(await locatorIn(site.office, letter)).toBe(toHex(its.locator));
    const [first, second, third] = await notesHeard(line, its);
    expect(second).toEqual({ report: letter && (await sha256(letter)), evidence: null });
    expect(third).toEqual(second);
    expect(first?.evidence).toBeNull(); // of this case as well, though the letter was another
    expect(first).not.toEqual(second);
    // The very same note, so that a receipt for the first try fits the second.
    const notes = line.heard.filter(({ path }) => path === PATHS.reports).map(({ headers }) => headers['amparo-note']);
    expect(notes[2]).toBe(notes[1]);
  });

  test('in another language it is the same code, in the words of that language; gone back to, nothing is left', async () => {
    const site = await easySite();
    const { page } = await visit(browser, `${site.url}/en/`);
    await sendStory(page);
    const shown = await codeOn(page);
    await press(page, '.languages a[lang=es]');
    await waitForLanguage(page, 'es');
    const again = await codeOn(page);
    expect(again.groups).toEqual(shown.groups);
    expect(await locatorOfWords(again.words, spanish)).toBe(toHex((await caseFrom(shown)).locator));
    expect(await page.$eval('#report', (form) => (form as HTMLElement).hidden)).toBe(true);

    await page.goto(`${site.url}/healthz`);
    await page.goBack();
    await waitForSelector(page, '#readers input');
    expect(await page.$('#code-digits li, #code:not([hidden])')).toBeNull();
    expect(await addressOf(page)).toBe(`${site.url}/es/`);
  });

  test('axe finds nothing on the screens of the code, from left to right and from right to left', async () => {
    const site = await easySite();
    const { page } = await visit(browser, 'about:blank');
    const found: string[] = [];
    for (const tag of ['en', 'ar']) {
      await page.goto(`${site.url}/${tag}/`);
      await sendStory(page);
      await codeOn(page, { hasWords: tag === 'en' });
      await press(page, '#code-show-picture');
      await waitForSelector(page, '#code-picture svg');
      await loadAxe(page);
      found.push(...(await findings(page, `${tag} code`)));
      await askedPlaces(page);
      found.push(...(await findings(page, `${tag} check`)));
      await typeBack(page, '1', '2');
      await waitForSelector(page, '#code-problem:not([hidden])');
      found.push(...(await findings(page, `${tag} problem`)));
      await press(page, '#code-skip');
      found.push(...(await findings(page, `${tag} kept`)));
    }
    expect(found).toEqual([]);
  });
});
