import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { makeOffice, tempFolder } from '../server/helpers.ts';
import { writeBundle, writeKeyFile, type Sent } from './desk-files.ts';
import { openDesk, pressButton, read, sentElsewhere, textOf, unlock, waitForCount, waitForWords } from './desk.ts';
import { inEachBrowser, type Visit } from './site.ts';
import { waitForSelector } from './waiting.ts';

/** What hostile reports and files try, each marking the page in its own way if it ever runs. */
const RUNS = 'window.attacked=1;parent.attacked=1;top.attacked=1;document.title="attacked"';
const ELSEWHERE = 'https://attacker.example/';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload='${RUNS}' width="9" height="9"><script>${RUNS}</script><image href="${ELSEWHERE}svg.png"/></svg>`;
const HTML = `<!doctype html><meta http-equiv="refresh" content="0;url=${ELSEWHERE}refresh"><img src="${ELSEWHERE}img.png" onerror='${RUNS}'><script>${RUNS}</script><iframe src="${ELSEWHERE}frame"></iframe>`;
const MARKUP = `<img src=x onerror='${RUNS}'><script>${RUNS}</script><a href="javascript:${RUNS}">click</a>`;

const bytes = (text: string) => new TextEncoder().encode(text);

/** A picture's first bytes before markup: some readers look no further than that, others look at all of it. */
function polyglot(start: readonly number[], text: string): Uint8Array {
  return new Uint8Array([...start, ...bytes(text)]);
}

async function deskWith(browser: Parameters<typeof openDesk>[0], sent: readonly Sent[]): Promise<Visit> {
  const office = await makeOffice(['Counsellor']);
  const folder = await tempFolder();
  const key = await writeKeyFile(office, 0, folder);
  const visit = await openDesk(browser);
  await unlock(visit.page, [key, await writeBundle(office, sent, folder)]);
  return visit;
}

async function isUnharmed({ page, requested }: Visit): Promise<void> {
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
  expect(await page.title()).toBe('Desk');
  expect(sentElsewhere({ requested })).toEqual([]);
}

async function showAll(page: Page, count: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    await pressButton(page, 'Show', `.file:nth-child(${String(i)})`);
    await waitForSelector(page, `.file:nth-child(${String(i)}) .code`);
  }
  // Long enough for whatever would run or ask for something to have done so.
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

inEachBrowser((browser) => {
  test('markup in a report is text, wherever it stands', async () => {
    const report = {
      story: MARKUP,
      toldText: MARKUP,
      officials: [{ name: MARKUP, description: MARKUP }],
      route: { to: { country: 'DE', region: MARKUP } },
      answers: [{ id: 'own', asked: MARKUP, answer: [MARKUP, MARKUP] }],
    };
    const newer = { version: 2, story: 'Newer form', [MARKUP]: { [MARKUP]: [MARKUP] }, __proto__: { danger: 'now' } };
    const visit = await deskWith(browser, [{ report }, { bytes: bytes(JSON.stringify(newer)) }]);
    const { page } = visit;
    await waitForCount(page, 2);
    await read(page, 'onerror');
    expect((await textOf(page, '.reading-pane')).split('onerror').length).toBeGreaterThan(7);
    await read(page, 'Newer form');
    await waitForWords(page, 'Not known to this version', '.reading-pane');
    expect(await textOf(page, '.reading-pane')).toContain('onerror');
    expect(await page.$$eval('.panes img, .panes script, .panes a', (found) => found.length)).toBe(0);
    await isUnharmed(visit);
  });

  test('files that carry script run nothing and ask for nothing, whatever they claim to be', async () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xe0];
    const photo = await readFile(join(import.meta.dirname, '../data/media/photo.jpg'));
    const files = [
      { name: 'map.svg', type: 'image/svg+xml', content: bytes(SVG) },
      { name: 'page.html', type: 'text/html', content: bytes(HTML) },
      { name: 'page.jpg', type: 'image/jpeg', content: bytes(HTML) },
      { name: 'polyglot.jpg', type: 'text/html', content: polyglot(jpeg, HTML) },
      { name: 'polyglot.gif', type: 'image/svg+xml', content: polyglot([...bytes('GIF89a')], SVG) },
      { name: 'movie.mp4', type: 'video/mp4', content: polyglot([0, 0, 0, 24, ...bytes('ftypisom')], HTML) },
      { name: 'sound"><script>.wav', type: 'audio/wav"><script>', content: polyglot([...bytes('RIFF....WAVE')], HTML) },
      { name: 'both.jpg', type: 'image/jpeg', content: new Uint8Array([...photo, ...bytes(HTML)]) },
    ];
    const visit = await deskWith(browser, [{ report: { story: 'With files' }, files }]);
    const { page } = visit;
    await read(page, 'With files');
    await waitForSelector(page, '.file-acts');
    await showAll(page, files.length);
    // SVG and HTML are shown as the text that they are, and by no frame.
    for (const i of [1, 2, 3]) {
      expect(await page.$(`.file:nth-child(${String(i)}) iframe`)).toBeNull();
      expect(await textOf(page, `.file:nth-child(${String(i)}) .shown-text`)).toContain('attacked');
    }
    for (const frame of await page.$$eval('iframe', (frames) => frames.map((each) => each.getAttribute('sandbox')))) {
      expect(frame).toBe('');
    }
    await isUnharmed(visit);
  });

  test('what cannot be seen and what looks like something else is marked', async () => {
    const story = 'Pay\u202Elap\u202C the \u200Bclerk\u0007 Smіrnov, who is pаid.'; // Cyrillic і and а among Latin letters
    const files = [{ name: '\u202Egpj.exe', content: bytes('MZ\0') }];
    const { page } = await deskWith(browser, [{ report: { story }, files }]);
    await read(page, 'clerk');
    const marks = await page.$$eval('.story mark', (found) => found.map((mark) => mark.textContent));
    expect(marks).toEqual(['U+202E', 'U+202C', 'U+200B', 'U+0007', 'Smіrnov', 'pаid']);
    expect(await textOf(page, '.note.warning')).toMatch(
      /4 characters that cannot be seen\s+2 words that mix alphabets/,
    );
    expect(await textOf(page, '.file-name')).toContain('U+202E');
    expect(await textOf(page, '#reports [role=option]')).toContain('U+202E');
    const raw = await page.$eval('.reading-pane', (pane) => pane.textContent);
    // eslint-disable-next-line no-control-regex -- the bell that was sent
    expect(raw).not.toMatch(/[\u202a-\u202e\u200b\u0007]/);
  });

  test('reports that are made to exhaust whoever reads them harm nobody', async () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const wide = JSON.stringify({
      version: 9,
      story: 'Wide',
      officials: Array.from({ length: 9_000 }, () => ({ name: 'x' })),
      help: Array.from({ length: 9_000 }, (_, i) => `help-${String(i)}`),
      more: Array.from({ length: 9_000 }, (_, i) => i),
    });
    const wrong = JSON.stringify({
      version: 3,
      story: 'Wrong',
      danger: { toString: 1 },
      act: 'let-through',
      official: [1, null, {}],
      officials: 7,
      route: [],
      when: 'yesterday',
      contact: null,
      language: 'not a language at all',
      answers: { asked: [] },
    });
    const files = {
      version: 1,
      story: 'Lying about files',
      evidence: { key: 'AAAA', cells: 65_536, files: [{ name: 'huge', type: '', size: 9e15, offset: 0 }] },
    };
    const visit = await deskWith(browser, [
      { bytes: bytes(`{"version":1,"story":"Deep","deep":${nested}}`) },
      { bytes: bytes(wide) },
      { bytes: bytes(wrong) },
      { bytes: bytes(JSON.stringify(files)) },
      { report: { story: `Long ${'word '.repeat(19_000)}` } },
    ]);
    const { page } = visit;
    await waitForCount(page, 3);
    await waitForWords(page, '2 letters could not be opened.', '.notices');
    for (const excerpt of ['Wide', 'Wrong', 'Long']) {
      await read(page, excerpt);
      await waitForWords(page, excerpt, '.story');
    }
    expect(await page.$$eval('.panes *', (all) => all.length)).toBeLessThan(20_000);
    await isUnharmed(visit);
  });
});
