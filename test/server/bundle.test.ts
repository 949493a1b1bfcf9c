import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  BUNDLE_TYPE,
  isoDateOf,
  openDirectory,
  PATHS,
  readBundle,
  systemRandom,
  type BundleRecord,
  type Directory,
} from '../../crypto/index.ts';
import { DATA } from '../../server/data-folder.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { openAlone } from '../open-alone.ts';
import {
  makeAccount,
  postLetter,
  problemIn,
  sealStory,
  signIn,
  someLetter,
  startServer,
  type TestServer,
} from './helpers.ts';

async function fetchBundle(server: TestServer, cookie: string, after?: string): Promise<Response> {
  const query = after === undefined ? '' : `?after=${after}`;
  return fetch(server.url + PATHS.bundle + query, { headers: { Cookie: cookie } });
}

async function allRecordsIn(response: Response): Promise<BundleRecord[]> {
  const records: BundleRecord[] = [];
  for await (const record of readBundle(response.body as unknown as AsyncIterable<Uint8Array>)) records.push(record);
  return records;
}

/** All but the directory. */
async function recordsIn(response: Response): Promise<BundleRecord[]> {
  return (await allRecordsIn(response)).filter(({ type }) => type !== 'directory');
}

/** Puts letters in beside the server; how they come in over HTTP is tested elsewhere. */
async function fill(server: TestServer, letters: number, size: 32_768 | 524_288): Promise<void> {
  const store = openSqliteStore(server.database);
  for (let at = 0; at < letters; at += 20) {
    const some = Array.from({ length: Math.min(20, letters - at) }, () =>
      store.addLetter({
        id: systemRandom(32),
        day: 20_000,
        evidence: null,
        cells: 0,
        body: someLetter(size),
        entry: systemRandom(173),
      }),
    );
    await Promise.all(some);
  }
  await store.close();
}

describe('a bundle', () => {
  test('holds the letters in the order in which they came, and opens', async () => {
    const server = await startServer();
    await makeAccount(server);
    const stories = ['The first van.', 'The second van.'];
    for (const story of stories) await postLetter(server.url, await sealStory(server.office, story));
    const response = await fetchBundle(server, await signIn(server));
    expect(response.headers.get('Content-Type')).toBe(BUNDLE_TYPE);
    expect(response.headers.get('Amparo-Letters')).toBe('2');
    const records = await recordsIn(response);
    expect(records.map(({ type }) => type)).toEqual(['letter', 'letter', 'end']);
    const key = server.office.reviewers[0]?.epochKey;
    for (const [index, story] of stories.entries()) {
      const record = records[index];
      if (record?.type !== 'letter' || !key) throw new Error('no letter');
      const opened = await openAlone(record.letter, key);
      expect(new TextDecoder().decode(opened?.report)).toContain(story);
      expect(record.day).toBe(Math.floor(Date.now() / 86_400_000));
    }
  });

  test('begins with the directory as it is now, so that the offline machine knows roster and keys', async () => {
    const server = await startServer();
    await makeAccount(server);
    await fill(server, 2, 32_768);
    const cookie = await signIn(server);
    const newer = await server.office.ofVersion(2);
    for (const directory of [server.office.directory, newer]) {
      await writeFile(join(server.folder, DATA.directory), JSON.stringify(directory, null, 2));
      for (const [after, letters] of [
        ['0', 2],
        ['2', 0],
      ] as const) {
        const [first, ...rest] = await allRecordsIn(await fetchBundle(server, cookie, after));
        expect(first).toEqual({ type: 'directory', directory });
        expect(rest.map(({ type }) => type)).toEqual([...Array<string>(letters).fill('letter'), 'end']);
      }
    }
    const [first] = await allRecordsIn(await fetchBundle(server, cookie));
    if (first?.type !== 'directory') throw new Error('no directory');
    const office = await openDirectory(first.directory as Directory, server.office.charter, isoDateOf(new Date()));
    expect(office.roster.version).toBe(2);
  });

  test('leaves out a directory that no record holds, tells the operator, and brings the letters', async () => {
    const server = await startServer();
    await makeAccount(server);
    await fill(server, 1, 32_768);
    const text = JSON.stringify(server.office.directory).padEnd(1_048_577);
    await writeFile(join(server.folder, DATA.directory), text);
    const records = await allRecordsIn(await fetchBundle(server, await signIn(server)));
    expect(records.map(({ type }) => type)).toEqual(['letter', 'end']);
    expect(server.lines).toEqual([expect.stringContaining('too long to travel in bundles')]);
  });

  test('of a server without letters ends at once', async () => {
    const server = await startServer();
    await makeAccount(server);
    const response = await fetchBundle(server, await signIn(server), '0');
    expect(response.headers.get('Amparo-Letters')).toBe('0');
    expect(await recordsIn(response)).toEqual([{ type: 'end', cursor: 0, letters: 0 }]);
  });

  test('goes on where the last one ended', async () => {
    const server = await startServer();
    await makeAccount(server);
    await fill(server, 300, 32_768);
    const cookie = await signIn(server);
    const first = await recordsIn(await fetchBundle(server, cookie));
    expect(first).toHaveLength(301);
    const end = first.at(-1);
    expect(end).toEqual({ type: 'end', cursor: 300, letters: 300 });
    expect(first.slice(0, -1).map((record) => (record.type === 'letter' ? record.cursor : 0))).toEqual(
      Array.from({ length: 300 }, (_, i) => i + 1),
    );

    expect(await recordsIn(await fetchBundle(server, cookie, '300'))).toEqual([
      { type: 'end', cursor: 300, letters: 0 },
    ]);
    await fill(server, 2, 32_768);
    const next = await recordsIn(await fetchBundle(server, cookie, '300'));
    expect(next.map((record) => (record.type === 'letter' ? record.cursor : record.type))).toEqual([301, 302, 'end']);
    const middle = await recordsIn(await fetchBundle(server, cookie, '299'));
    expect(middle).toHaveLength(4);
  });

  test('keeps its cursor when letters were deleted', async () => {
    const server = await startServer();
    await makeAccount(server);
    await fill(server, 5, 32_768);
    const database = new Database(server.database);
    database.exec('DELETE FROM letters');
    database.close();
    const cookie = await signIn(server);
    expect(await recordsIn(await fetchBundle(server, cookie, '5'))).toEqual([{ type: 'end', cursor: 5, letters: 0 }]);
    await fill(server, 1, 32_768);
    expect(await recordsIn(await fetchBundle(server, cookie, '5'))).toMatchObject([
      { type: 'letter', cursor: 6 },
      { cursor: 6 },
    ]);
  });

  test('is refused for a cursor that this server never gave', async () => {
    const server = await startServer();
    await makeAccount(server);
    await fill(server, 1, 32_768);
    const cookie = await signIn(server);
    for (const cursor of ['2', '-1', '1.0', '', 'x', '01', '9007199254740993', '1&after=1', '%00']) {
      const response = await fetchBundle(server, cookie, cursor);
      expect([cursor, response.status]).toEqual([cursor, 400]);
      expect((await problemIn(response)).code).toBe('cursor-invalid');
    }
  });

  test('waits for a slow reader in little memory', async () => {
    const server = await startServer();
    await makeAccount(server);
    await fill(server, 300, 524_288); // 157 MB
    const cookie = await signIn(server);
    const before = process.memoryUsage().arrayBuffers;
    const socket = connect(server.port, '127.0.0.1');
    socket.pause();
    socket.write(`GET ${PATHS.bundle} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    let most = 0;
    for (let i = 0; i < 10; i += 1) {
      await sleep(50);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(most).toBeLessThan(40 * 1_048_576);
    // The same connection then gives it all.
    let bytes = 0;
    for await (const piece of socket) bytes += (piece as Buffer).length;
    expect(bytes).toBeGreaterThan(300 * 524_288);
  });

  test('that nobody waits for any more is given up in silence', async () => {
    const server = await startServer();
    await makeAccount(server);
    await fill(server, 40, 524_288);
    const cookie = await signIn(server);
    const response = await fetchBundle(server, cookie);
    await response.body?.cancel();
    await sleep(100);
    expect(server.lines).toEqual([]);
    expect(await recordsIn(await fetchBundle(server, cookie))).toHaveLength(41);
  });
});
