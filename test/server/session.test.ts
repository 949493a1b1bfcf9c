import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { PATHS } from '../../crypto/index.ts';
import { removeAccount } from '../../server/review/accounts.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { ACCOUNT, accountDeps, bundleStatus, postSession, problemIn, signIn, startAt } from './helpers.ts';

describe('a session', () => {
  test('lies in the database as a hash only', async () => {
    const { server } = await startAt();
    const token = (await signIn(server)).split('=')[1] ?? '';
    expect(token).toHaveLength(43);
    await server.stop();
    const bytes = await readFile(server.database);
    expect(bytes.includes(token)).toBe(false);
    expect(bytes.includes(Buffer.from(token, 'base64url'))).toBe(false);
    expect(bytes.includes(ACCOUNT.passphrase)).toBe(false);
    const database = new Database(server.database, { readonly: true });
    const rows = database.prepare('SELECT length(token) AS length, account FROM sessions').all();
    database.close();
    expect(rows).toEqual([{ length: 32, account: ACCOUNT.name }]);
  });

  test('lasts through a restart and ends after twelve hours', async () => {
    const { server, pass } = await startAt();
    const cookie = await signIn(server);
    const again = await server.restart();
    pass(11 * 3_600_000);
    expect(await bundleStatus(again, cookie)).toBe(200);
    pass(3_600_000);
    expect(await bundleStatus(again, cookie)).toBe(401);
  });

  test('ends on sign-out, and its cookie is taken back', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const other = await signIn(server);
    const response = await fetch(server.url + PATHS.session, { method: 'DELETE', headers: { Cookie: cookie } });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-amparo=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await bundleStatus(server, cookie)).toBe(401);
    expect(await bundleStatus(server, other)).toBe(200);
  });

  test('ends when its account is removed', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const store = openSqliteStore(server.database);
    await removeAccount(accountDeps(store), ACCOUNT.name);
    await store.close();
    expect(await bundleStatus(server, cookie)).toBe(401);
  });

  test.each(['', '__Host-amparo=', '__Host-amparo=x', `__Host-amparo=${'A'.repeat(43)}`, `amparo=${'A'.repeat(43)}`])(
    'is not made up: %j',
    async (cookie) => {
      const { server } = await startAt();
      expect(await bundleStatus(server, cookie)).toBe(401);
    },
  );
});

describe('requests from other sites', () => {
  const foreign: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
  ];

  test.each(foreign)('cannot sign in or out: %j', async (headers) => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    expect((await problemIn(await postSession(server, ACCOUNT, headers))).code).toBe('cross-site');
    const out = await fetch(server.url + PATHS.session, { method: 'DELETE', headers: { Cookie: cookie, ...headers } });
    expect(out.status).toBe(403);
    expect(await bundleStatus(server, cookie)).toBe(200);
  });

  test('cannot send a form', async () => {
    const { server } = await startAt();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      expect((await postSession(server, ACCOUNT, { 'Content-Type': type })).status).toBe(415);
    }
  });

  test('cannot fetch a bundle, while this one can', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    expect(await bundleStatus(server, cookie, { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await bundleStatus(server, cookie, { 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await bundleStatus(server, cookie, { 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    const own = { Origin: server.url, 'Sec-Fetch-Site': 'same-origin' };
    expect((await postSession(server, ACCOUNT, own)).status).toBe(204);
  });
});
