import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { openCheckpoint, PATHS } from '../../crypto/index.ts';
import { noteKeyOf } from '../../server/log/grow.ts';
import { readLogKey } from '../../server/log/log-key.ts';
import { postLetter, problemIn, sendRaw, someLetter, startServer } from './helpers.ts';
import { DAY_MS } from './logs.ts';

describe('a server', () => {
  test('publishes a log from the first start, and every accepted letter is in the next batch', async () => {
    let aheadMs = 0;
    const server = await startServer({ clock: () => new Date(Date.now() + aheadMs) });
    const key = await readLogKey(join(server.folder, 'log.key'));
    if (!key) throw new Error('no key');
    const first = await openCheckpoint(
      await (await fetch(`${server.url}${PATHS.log}checkpoint`)).text(),
      noteKeyOf(key),
    );
    expect(first.size).toBe(16);
    for (let i = 0; i < 9; i += 1) expect((await postLetter(server.url, someLetter())).status).toBe(201);
    const again = someLetter();
    expect((await postLetter(server.url, again)).status).toBe(201);
    expect((await postLetter(server.url, again)).status).toBe(200);
    expect(pendingIn(server.database)).toBe(10);
    aheadMs = DAY_MS;
    const next = await server.restart();
    const answer = await fetch(`${next.url}${PATHS.log}checkpoint`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const checkpoint = await openCheckpoint(await answer.text(), noteKeyOf(key));
    expect(checkpoint.size).toBe(16 + 16 + 8);
    const tile = await fetch(`${next.url}${PATHS.log}tile/entries/000.p/40`);
    expect(tile.headers.get('content-type')).toBe('application/octet-stream');
    expect((await tile.arrayBuffer()).byteLength).toBe(40 * 175);
    expect(next.lines).toEqual([]);
  });

  test.each([
    '',
    'key',
    'log.key',
    'checkpoint/',
    'checkpoint.new',
    'tile/',
    'tile/0/000',
    'tile/0/../../checkpoint',
    'tile/0/%2e%2e/%2e%2e/checkpoint',
    'tile/entries/000.p/16.new',
    'tile/0/000.p/016',
    'tile/0/000.p/16/',
    '..%2flog.key',
    '../log.key',
  ])('has nothing at /log/%s', async (path) => {
    const server = await startServer();
    const answer = await sendRaw(server.port, `GET /log/${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('not-found');
  });

  test('lets the log only be read', async () => {
    const server = await startServer();
    for (const path of ['checkpoint', 'tile/0/000.p/16']) {
      const answer = await fetch(`${server.url}${PATHS.log}${path}`, { method: 'POST' });
      expect(answer.headers.get('allow')).toBe('GET, HEAD');
      expect(await problemIn(answer)).toMatchObject({ code: 'method-not-allowed', status: 405 });
      const head = await fetch(`${server.url}${PATHS.log}${path}`, { method: 'HEAD' });
      expect([head.status, Number(head.headers.get('content-length')) > 100]).toEqual([200, true]);
    }
  });

  test('does not start on a log that is longer than its database, and says what to do', async () => {
    const server = await startServer();
    await server.stop();
    await rm(server.database);
    await expect(server.restart()).rejects.toThrow('Restore the newer database');
  });

  test('takes in letters though the log cannot be written', async () => {
    const server = await startServer();
    await server.stop();
    await rm(join(server.folder, 'log'), { recursive: true });
    await writeFile(join(server.folder, 'log'), 'in the way');
    const next = await server.restart();
    expect(next.lines.join()).toContain('the public log could not be published');
    expect((await postLetter(next.url, someLetter())).status).toBe(201);
  });
});

function pendingIn(path: string): number {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('SELECT count(*) FROM log_pending').pluck().get() as number;
  } finally {
    database.close();
  }
}
