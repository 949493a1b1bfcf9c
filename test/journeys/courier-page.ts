import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { readBundle, systemRandom, type Bytes } from '../../crypto/index.ts';
import { DATA } from '../../server/data-folder.ts';
import { invite } from '../../server/review/invitations.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { accountDeps } from '../server/helpers.ts';
import { codeAt, NEW_PASSPHRASE } from '../server/reviewer.ts';
import { press } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

export const NAME = 'Border adviser';

/** Invites as the command line does, beside the running server. */
export async function inviteOn(folder: string): Promise<string> {
  const store = openSqliteStore(join(folder, DATA.database));
  try {
    return await invite(accountDeps(store), NAME, new Date(), systemRandom);
  } finally {
    await store.close();
  }
}

/** Types into a field what it has not got yet. */
export async function type(page: Page, name: string, text: string): Promise<void> {
  await waitForSelector(page, `#${name}`);
  await page.type(`#${name}`, text);
}

/** From the first screen to the one where pass phrase and second factor are set. */
export async function enterInvitation(page: Page, code: string): Promise<void> {
  await waitForSelector(page, '#invited');
  await press(page, '#invited');
  await type(page, 'invitation', code);
  await press(page, '[type=submit]');
  await type(page, 'new-passphrase', NEW_PASSPHRASE);
  await type(page, 'again', NEW_PASSPHRASE);
}

/** Enrols an authenticator app from what the page shows. Gives its secret. */
export async function enrolApp(page: Page, code: string): Promise<string> {
  await enterInvitation(page, code);
  const secret = (await page.$eval('#secret', ({ textContent }) => textContent)).replaceAll(' ', '');
  await type(page, 'code', codeAt(secret, new Date()));
  await press(page, '#finish');
  await waitForDesk(page);
  return secret;
}

/** The first of the two steps. */
export async function enterName(page: Page, passphrase = NEW_PASSPHRASE): Promise<void> {
  await type(page, 'username', NAME);
  await type(page, 'passphrase', passphrase);
  await press(page, '[type=submit]');
}

/** With the code after the one that was used just now: each is good once. */
export async function signInWithApp(page: Page, secret: string): Promise<void> {
  await enterName(page);
  await type(page, 'code', codeAt(secret, new Date(), 1));
  await press(page, '#with-code');
  await waitForDesk(page);
}

export function waitForDesk(page: Page): Promise<void> {
  return waitForSelector(page, '#waiting');
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, ({ textContent }) => textContent);
}

/** The text of the alert, once there is one. */
export async function waitForTrouble(page: Page): Promise<string> {
  await waitForSelector(page, '.problem');
  return textOf(page, '.problem');
}

export function waitForCount(page: Page, id: string, count: number): Promise<void> {
  const shows = (at: string, wanted: string) => document.getElementById(at)?.textContent === wanted;
  return waitFor(page, shows, [id, String(count)]);
}

/** Puts a file of the browser's own storage in the place of one that a person would choose in a dialog, which no driver can. */
export async function chooseOwnFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, {
      showSaveFilePicker: async () => {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle('saved.bundle', { create: true });
      },
    });
  });
}

export async function ownFile(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('saved.bundle');
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}

export interface BundleContent {
  readonly letters: readonly Bytes[];
  readonly cells: number;
  readonly cursor: number;
  readonly hasDirectory: boolean;
}

/** A bundle that reads whole. */
export async function contentOf(bundle: Uint8Array): Promise<BundleContent> {
  const letters: Bytes[] = [];
  let [cells, cursor, hasDirectory] = [0, 0, false];
  for await (const record of readBundle(inPieces(bundle))) {
    if (record.type === 'letter') letters.push(record.letter);
    if (record.type === 'cell') cells += 1;
    if (record.type === 'directory') hasDirectory = true;
    if (record.type === 'end') ({ cursor } = record);
  }
  return { letters, cells, cursor, hasDirectory };
}

// eslint-disable-next-line @typescript-eslint/require-await -- bundles are read from what comes in time
async function* inPieces(bundle: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bundle;
}
