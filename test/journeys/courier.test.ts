import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';

import { asLetter, encodeOutbound, toHex } from '../../crypto/index.ts';
import { findBrowser, type BrowserName } from '../../scripts/browsers.ts';
import { startFaultyProxy, type Fault } from '../scripts/faulty-proxy.ts';
import { afterTest, EASY, postLetter, someLetter, tempFolder } from '../server/helpers.ts';
import {
  chooseOwnFile,
  contentOf,
  enrolApp,
  enterInvitation,
  enterName,
  inviteOn,
  ownFile,
  signInWithApp,
  textOf,
  type,
  waitForCount,
  waitForDesk,
  waitForTrouble,
} from './courier-page.ts';
import { startSite, type Site } from './running-site.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import { chooseFiles, inEachBrowser, press, visit, type Visit } from './site.ts';
import { storedLetters } from './stored-letters.ts';
import { waitFor, waitForSelector, waitForText } from './waiting.ts';

const LETTERS = 12;

async function startWithLetters(): Promise<Site> {
  const site = await startSite({ languages: ['en'], surroundings: { difficulty: EASY } });
  for (let i = 0; i < LETTERS; i += 1) await postLetter(site.url, someLetter());
  return site;
}

/** Where the browser saves without asking is a folder of this test. */
async function visitCourier(browser: BrowserName, url: string): Promise<Visit> {
  const folder = await tempFolder();
  return visit(browser, `${url}/courier/`, {
    preferences: { 'browser.download.folderList': 2, 'browser.download.dir': folder },
  });
}

/** Fetches to the end and gives the bundle, however this browser saves. */
async function fetchBundle(page: Page, browser: BrowserName): Promise<Buffer> {
  if (browser === 'firefox') {
    await press(page, '#fetch');
    await waitForSelector(page, '#saved');
    const bundle = await lastBlob(page);
    await press(page, '#saved');
    await waitForText(page, 'fetch-status', 'Done');
    return bundle;
  }
  await press(page, '#fetch');
  await waitForText(page, 'fetch-status', 'Done');
  return ownFile(page);
}

async function readyToSave(page: Page, browser: BrowserName): Promise<void> {
  if (browser === 'firefox') await keepBlobs(page);
  else await chooseOwnFile(page);
}

inEachBrowser((browser) => {
  test('an invitation, signing in, fetching, delivering and signing out everywhere', async () => {
    const site = await startWithLetters();
    const { page, context, requested, faults } = await visitCourier(browser, site.url);
    const secret = await enrolApp(page, await inviteOn(site.folder));
    expect(await textOf(page, '#waiting')).toBe(String(LETTERS));
    expect(await textOf(page, '#oldest')).toMatch(/\d{4}(?:today|1 day ago)$/);

    await readyToSave(page, browser);
    const { letters, cursor, hasDirectory } = await contentOf(await fetchBundle(page, browser));
    expect(letters.map(toHex)).toEqual(storedLetters(site.folder).map(toHex));
    expect([cursor, hasDirectory]).toEqual([LETTERS, true]);
    await waitForCount(page, 'waiting', 0);

    const folder = await tempFolder();
    const [good, bad] = [join(folder, 'good.outbound'), join(folder, 'bad.outbound')];
    await writeFile(good, encodeOutbound({ letters: [asLetter(someLetter())] }));
    await writeFile(bad, 'nonsense');
    await chooseFiles(page, '#outbound', good, bad);
    await waitForSelector(page, '#delivered [data-state=taken]');
    await waitForSelector(page, '#delivered [data-state=refused]');
    expect(await textOf(page, '#delivered [data-state=taken]')).toContain('1 letter for colleagues');
    expect(await textOf(page, '#delivered [data-state=refused]')).toContain('Nothing of it was taken');
    await waitForCount(page, 'waiting', 1);

    const other = await context.newPage();
    await other.goto(`${site.url}/courier/`);
    await waitForDesk(other); // the same session
    await press(page, '#sign-out-everywhere');
    await waitForSelector(page, '#username');
    expect(await textOf(page, '.notice')).toContain('on every machine');
    await press(other, '#refresh');
    await waitForSelector(other, '#username');
    expect(await waitForTrouble(other)).toContain('The session has ended');

    await signInWithApp(page, secret);
    await page.reload();
    await waitForDesk(page);
    await press(page, '#sign-out');
    await waitForSelector(page, '#username');
    expect(requested.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:'))).toEqual([]);
    expect(faults.filter((fault) => !/40[01]/.test(fault))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
  });

  test('a wrong pass phrase and a wrong code are told in the same words', async () => {
    const site = await startSite({ languages: ['en'], surroundings: { difficulty: EASY } });
    const { page } = await visitCourier(browser, site.url);
    await enrolApp(page, await inviteOn(site.folder));
    await press(page, '#sign-out');
    const told: string[] = [];
    for (const [passphrase, choice] of [
      ['wrong wrong wrong', '#with-code'],
      [undefined, '#with-code'],
      [undefined, '#without'],
    ] as const) {
      await enterName(page, passphrase);
      await type(page, 'code', '000000');
      await press(page, choice);
      told.push(await waitForTrouble(page));
      await press(page, '#back');
      await waitForSelector(page, '#username');
      await page.$eval('#username', (input) => ((input as HTMLInputElement).value = ''));
      await new Promise((resolve) => setTimeout(resolve, 4_100)); // the back-off of up to three failures
    }
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toContain('do not fit together');
  });

  test('a fetch goes on after a connection that was cut, from the last whole report', async () => {
    const site = await startWithLetters();
    const proxy = await startFaultyProxy(site.url, [
      { of: /GET \/api\/review\/bundle/, does: 'cut-answer', after: 150_000 },
      { of: /GET \/api\/review\/bundle/, does: 'cut-answer', after: 100 },
    ]);
    afterTest(proxy.stop);
    const { page } = await visitCourier(browser, proxy.url);
    await enrolApp(page, await inviteOn(site.folder));
    await readyToSave(page, browser);
    const { letters, cursor } = await contentOf(await fetchBundle(page, browser));
    expect(letters.map(toHex)).toEqual(storedLetters(site.folder).map(toHex));
    expect(cursor).toBe(LETTERS);
    expect(proxy.isDone()).toBe(true);
    const [first, ...further] = proxy.seen.filter((line) => line.includes('/bundle'));
    expect(first).toBe('GET /api/review/bundle?after=0');
    // A browser may throw away what had come but was not yet read when the line was cut: never more than what is fetched again.
    expect(further[0]).toMatch(/^GET \/api\/review\/bundle\?after=[1-4]$/);
    expect(further).toEqual([further[0], further[0]]);
  });

  test('a fetch that is stopped leaves a whole bundle, and another goes on after it', async () => {
    const site = await startWithLetters();
    const of = /GET \/api\/review\/bundle/;
    const proxy = await startFaultyProxy(site.url, [
      { of, does: 'cut-answer', after: 150_000 },
      ...Array.from({ length: 100 }, (): Fault => ({ of, does: 'answer', status: 503, code: 'busy' })),
    ]);
    afterTest(proxy.stop);
    const { page } = await visitCourier(browser, proxy.url);
    await enrolApp(page, await inviteOn(site.folder));
    await readyToSave(page, browser);
    await press(page, '#fetch');
    await waitForText(page, 'fetch-status', 'The connection was lost.');
    await press(page, '#stop');
    if (browser === 'firefox') {
      await waitForSelector(page, '#saved');
      await press(page, '#saved');
    }
    await waitForText(page, 'fetch-status', 'Stopped. The bundle holds ');
    const told = await page.$eval('#fetch-status', (status) => status.textContent);
    const kept = Number(/holds (\d+) letter/.exec(told)?.[1]);
    expect([1, 2, 3, 4]).toContain(kept); // a browser may throw away what had come when the line was cut
    const stopped = browser === 'firefox' ? await lastBlob(page) : await ownFile(page);
    expect(await contentOf(stopped)).toMatchObject({ cursor: kept });
    await waitForCount(page, 'waiting', LETTERS - kept); // those that were lost on the way are new still

    const earlier = join(await tempFolder(), 'earlier.bundle');
    await writeFile(earlier, stopped);
    await press(page, '[name=which][value=since]');
    await waitForSelector(page, '#earlier');
    await chooseFiles(page, '#earlier', earlier);
    proxy.mend();
    const rest = await contentOf(await fetchBundle(page, browser));
    expect(rest.letters.map(toHex)).toEqual(storedLetters(site.folder).slice(kept).map(toHex));
  });

  test('the page speaks the language of the browser or the one that is chosen, from right to left where it is written so', async () => {
    const site = await startSite({ languages: ['en'], surroundings: { difficulty: EASY } });
    const { page } = await visitCourier(browser, site.url);
    await waitForSelector(page, '#username');
    await page.select('#language', 'ar');
    await waitFor(page, () => document.documentElement.dir === 'rtl' && document.documentElement.lang === 'ar', []);
    expect(await textOf(page, 'h1')).toBe('تسجيل الدخول');
  });
});

describe.skipIf(findBrowser('chromium') === undefined)('a passkey in chromium', () => {
  test('is made with an invitation and signs in again, by a site that has a name', async () => {
    const site = await startSite({ languages: ['en'], surroundings: { difficulty: EASY } });
    const { page } = await visitCourier('chromium', site.url.replace('127.0.0.1', 'localhost'));
    const client = await page.createCDPSession();
    await client.send('WebAuthn.enable');
    await client.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'usb',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await enterInvitation(page, await inviteOn(site.folder));
    await press(page, '[name=factor][value=passkey]');
    await press(page, '#finish');
    await waitForDesk(page);
    await press(page, '#sign-out');

    await enterName(page);
    await waitForSelector(page, '#with-passkey');
    await press(page, '#with-passkey');
    await waitForDesk(page);
    await press(page, '#sign-out');

    await enterName(page);
    await waitForSelector(page, '#without');
    await press(page, '#without');
    expect(await waitForTrouble(page)).toContain('do not fit together');
  });
});
