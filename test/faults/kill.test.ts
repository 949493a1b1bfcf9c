import { createHash } from 'node:crypto';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { toHex, type Bytes } from '../../crypto/index.ts';
import { fetchChallenge, postLetter, someLetter, solve, workHeader } from '../server/helpers.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

const SENDERS = 4;
const LETTERS_BEFORE_END = 12;

/** Sends letters from several sides at once until the server is gone; gives the ids it said it had stored. */
async function sendUntilGone(server: ServerProcess, afterSome: () => void): Promise<string[]> {
  const accepted: string[] = [];
  const work = await Promise.all(
    Array.from({ length: LETTERS_BEFORE_END * 2 }, async () =>
      workHeader(await solve(await fetchChallenge(server.url))),
    ),
  );
  const sendOne = async (header: string): Promise<void> => {
    const letter: Bytes = someLetter();
    const response = await postLetter(server.url, letter, { work: header });
    if (response.status !== 201) return;
    const { id } = (await response.json()) as { id: string };
    expect(id).toBe(createHash('sha256').update(letter).digest('hex'));
    accepted.push(id);
    if (accepted.length === LETTERS_BEFORE_END) afterSome();
  };
  const queue = [...work];
  const sender = async (): Promise<void> => {
    for (let header = queue.pop(); header !== undefined; header = queue.pop()) await sendOne(header);
  };
  await Promise.allSettled(Array.from({ length: SENDERS }, sender));
  return accepted;
}

function storedIds(folder: string): Set<string> {
  const database = new Database(join(folder, 'amparo.sqlite'));
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const ids = database.prepare('SELECT id FROM letters').pluck().all() as Buffer[];
  database.close();
  return new Set(ids.map(toHex));
}

test.each(['SIGKILL', 'SIGTERM'] as const)('after %s, every letter that was accepted is there', async (signal) => {
  const server = await startServerProcess();
  let ended: Promise<unknown> | undefined;
  const accepted = await sendUntilGone(server, () => {
    ended = server.end(signal);
  });
  await ended;
  expect(accepted.length).toBeGreaterThanOrEqual(LETTERS_BEFORE_END);
  const stored = storedIds(server.folder);
  expect(accepted.filter((id) => !stored.has(id))).toEqual([]);
  if (signal === 'SIGTERM') expect(server.child.exitCode).toBe(0);

  const again = await startServerProcess({ existing: server });
  expect((await postLetter(again.url, someLetter())).status).toBe(201);
});

test('with a full disk it says so, loses nothing, and goes on once there is room', async () => {
  const server = await startServerProcess({ limit: 'ulimit -f 2048' }); // no file beyond 2 MiB: what a write meets on a full disk
  const accepted: string[] = [];
  let refused: Response | undefined;
  for (let i = 0; i < 100 && !refused; i += 1) {
    const response = await postLetter(server.url, someLetter(131_072));
    if (response.status === 201) accepted.push(((await response.json()) as { id: string }).id);
    else refused = response;
  }
  expect(refused?.status).toBe(503);
  expect(await refused?.json()).toMatchObject({ code: 'storage-unavailable' });
  await server.end('SIGTERM');

  const roomy = await startServerProcess({ existing: server });
  expect((await postLetter(roomy.url, someLetter(131_072))).status).toBe(201);
  await roomy.end('SIGTERM');
  const stored = storedIds(server.folder);
  expect(accepted.length).toBeGreaterThan(0);
  expect(accepted.filter((id) => !stored.has(id))).toEqual([]);
});
