import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  CLOSING_TYPE,
  concatBytes,
  encodeOutbound,
  encodePoll,
  MAILBOX_BYTES,
  MAILBOX_TYPE,
  mailboxOf,
  newCaseSecret,
  openCase,
  openMailbox,
  openDirectory,
  isoDateOf,
  OUTBOUND_TYPE,
  PATHS,
  POLL_TYPE,
  sealReply,
  signClosing,
  systemRandom,
  toHex,
  WORK_HEADER,
  type Bytes,
  type Case,
  type SigningSeed,
} from '../../crypto/index.ts';
import { freshWork, problemIn, signIn, startAt, startServer, type TestServer } from './helpers.ts';

const words = { number: 1, day: '2026-11-24', text: 'We are looking into it.' };
const DAY_MS = 86_400_000;

let mine: Case;
beforeAll(async () => {
  mine = await openCase(newCaseSecret(systemRandom));
});

const poll = (server: TestServer, of: Case, page = 0) =>
  fetch(server.url + PATHS.mailboxes, {
    method: 'POST',
    headers: { 'Content-Type': POLL_TYPE },
    body: encodePoll({ locator: of.locator, page }),
  });

const seedOf = (server: TestServer): SigningSeed => server.office.reviewers[0]?.seed ?? expect.unreachable();

async function outbound(server: TestServer, of: Case, numbers: readonly number[]): Promise<Bytes> {
  const to = { locator: of.locator, replyKey: of.replyPublicKey };
  const mailbox = await mailboxOf(of.locator);
  const replies = [];
  for (const number of numbers) {
    const reply = await sealReply({ ...words, number }, to, seedOf(server), systemRandom);
    replies.push({ mailbox, reply });
  }
  return encodeOutbound({ replies, opened: [] });
}

const deliver = (server: TestServer, body: Bytes, cookie: string) =>
  fetch(server.url + PATHS.replies, {
    method: 'POST',
    headers: { 'Content-Type': OUTBOUND_TYPE, Cookie: cookie },
    body,
  });

async function numbersIn(server: TestServer, of: Case, page = 0): Promise<readonly number[]> {
  const answer = new Uint8Array(await (await poll(server, of, page)).arrayBuffer());
  const { directory, charter } = server.office;
  const { roster } = await openDirectory(directory, charter, isoDateOf(new Date()));
  return (await openMailbox(answer, of, roster)).replies.map(({ number }) => number);
}

const close = async (server: TestServer, closing: Bytes) =>
  fetch(server.url + PATHS.closedMailboxes, {
    method: 'POST',
    headers: { 'Content-Type': CLOSING_TYPE, [WORK_HEADER]: await freshWork(server.url) },
    body: closing,
  });

describe('a mailbox', () => {
  test('gives the newest four replies, and on the next page those before', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const taken = await deliver(server, await outbound(server, mine, [1, 2, 3, 4, 5, 6]), cookie);
    expect(await taken.json()).toEqual({ added: 6, known: 0, closed: 0, letters: 0 });
    expect(await numbersIn(server, mine)).toEqual([3, 4, 5, 6]);
    expect(await numbersIn(server, mine, 1)).toEqual([1, 2]);
    expect(await numbersIn(server, mine, 2)).toEqual([]);
    const other = await openCase(newCaseSecret(systemRandom));
    expect(await numbersIn(server, other)).toEqual([]);
  });

  test('lies in the database under a name that does not give the locator', async () => {
    const { server } = await startAt();
    await deliver(server, await outbound(server, mine, [1]), await signIn(server));
    await poll(server, mine);
    await server.stop();
    const bytes = await readFile(server.database);
    expect(bytes.includes(Buffer.from(mine.locator))).toBe(false);
    expect(bytes.includes(toHex(mine.locator))).toBe(false);
    expect(bytes.includes(Buffer.from(await mailboxOf(mine.locator)))).toBe(true);
  });

  test('looks the same from outside, whether there is none, it is empty or closed, or holds one reply or several', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const [none, closed, one, several] = await Promise.all(
      Array.from({ length: 4 }, () => openCase(newCaseSecret(systemRandom))),
    );
    if (!none || !closed || !one || !several) return expect.unreachable();
    await deliver(server, await outbound(server, one, [1]), cookie);
    await deliver(server, await outbound(server, several, [1, 2, 3, 4, 5]), cookie);
    expect((await close(server, await signClosing(closed))).status).toBe(204);

    const kinds = { none, closed, one, several };
    const seen = new Map<string, { headers: Set<string>; bytes: Set<number>; tookMs: number[] }>();
    for (let round = 0; round < 12; round += 1) {
      for (const [kind, of] of Object.entries(kinds)) {
        const record = seen.get(kind) ?? { headers: new Set(), bytes: new Set(), tookMs: [] };
        const startMs = performance.now();
        const answer = await poll(server, of);
        const body = await answer.arrayBuffer();
        record.tookMs.push(performance.now() - startMs);
        record.bytes.add(body.byteLength);
        const headers = [...answer.headers].filter(([name]) => name !== 'date');
        record.headers.add(JSON.stringify([answer.status, headers]));
        seen.set(kind, record);
      }
    }
    expect([...seen.values()].map(({ bytes }) => [...bytes])).toEqual(Array(4).fill([MAILBOX_BYTES]));
    expect(new Set([...seen.values()].flatMap(({ headers }) => [...headers])).size).toBe(1);
    // Each kind's fastest answer waits for the clock, not for the mailbox; a mailbox that took longer would show there.
    const fastest = [...seen.values()].map(({ tookMs }) => Math.min(...tookMs));
    expect(Math.min(...fastest)).toBeGreaterThan(95);
    expect(Math.max(...fastest) - Math.min(...fastest)).toBeLessThan(50);
  });

  test('filling is new each time', async () => {
    const { server } = await startAt();
    const answers = await Promise.all([poll(server, mine), poll(server, mine)]);
    const [a, b] = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    expect(answers[0].headers.get('content-type')).toBe(MAILBOX_TYPE);
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
  });

  test.each([
    ['another type', { 'Content-Type': 'application/json' }, 36, 415, 'type-unsupported'],
    ['a byte too few', { 'Content-Type': POLL_TYPE }, 35, 400, 'poll-malformed'],
    ['a byte too many', { 'Content-Type': POLL_TYPE }, 37, 400, 'poll-malformed'],
  ])('a question of %s is refused', async (_what, headers, bytes, status, code) => {
    const server = await startServer();
    const answer = await fetch(server.url + PATHS.mailboxes, { method: 'POST', headers, body: new Uint8Array(bytes) });
    expect(answer.status).toBe(status);
    expect((await problemIn(answer)).code).toBe(code);
  });

  test('a page beyond all is refused', async () => {
    const server = await startServer();
    expect((await poll(server, mine, 4_000_000_000)).status).toBe(400);
  });
});

describe('replies', () => {
  test('are taken once, however often they are sent', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const body = await outbound(server, mine, [1, 2]);
    expect(await (await deliver(server, body, cookie)).json()).toEqual({ added: 2, known: 0, closed: 0, letters: 0 });
    expect(await (await deliver(server, body, cookie)).json()).toEqual({ added: 0, known: 2, closed: 0, letters: 0 });
    expect(await numbersIn(server, mine)).toEqual([1, 2]);
  });

  test('are there after a restart, and gone after a year', async () => {
    const { server, pass } = await startAt();
    await deliver(server, await outbound(server, mine, [1]), await signIn(server));
    const again = await server.restart();
    expect(await numbersIn(again, mine)).toEqual([1]);
    pass(366 * DAY_MS);
    const later = await again.restart();
    expect(await numbersIn(later, mine)).toEqual([]);
  });

  test('come from nobody who is not signed in, and from no other site', async () => {
    const { server } = await startAt();
    const body = await outbound(server, mine, [1]);
    expect((await deliver(server, body, '')).status).toBe(401);
    const cookie = await signIn(server);
    const crossSite = await fetch(server.url + PATHS.replies, {
      method: 'POST',
      headers: { 'Content-Type': OUTBOUND_TYPE, Cookie: cookie, Origin: 'https://example.org' },
      body,
    });
    expect(crossSite.status).toBe(403);
    expect(await numbersIn(server, mine)).toEqual([]);
  });

  test('that were cut or altered on the way are taken whole or not at all', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const body = await outbound(server, mine, [1, 2]);
    for (const broken of [body.slice(0, -1), body.slice(0, 20_000), concatBytes(body, new Uint8Array(1))]) {
      const answer = await deliver(server, broken, cookie);
      expect([answer.status, (await problemIn(answer)).code]).toEqual([400, 'outbound-malformed']);
    }
    expect(await numbersIn(server, mine)).toEqual([]);
  });
});

describe('closing', () => {
  test('empties the mailbox and keeps it empty', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    await deliver(server, await outbound(server, mine, [1]), cookie);
    expect((await close(server, await signClosing(mine))).status).toBe(204);
    expect(await numbersIn(server, mine)).toEqual([]);
    const late = await deliver(server, await outbound(server, mine, [2]), cookie);
    expect(await late.json()).toEqual({ added: 0, known: 0, closed: 1, letters: 0 });
    expect(await numbersIn(server, mine)).toEqual([]);
    expect((await close(server, await signClosing(mine))).status).toBe(204);
  });

  test('is for whoever holds the code, and costs work', async () => {
    const { server } = await startAt();
    await deliver(server, await outbound(server, mine, [1]), await signIn(server));
    const closing = await signClosing(await openCase(newCaseSecret(systemRandom)));
    const forged = closing.slice();
    forged.set(mine.locator);
    const answer = await close(server, forged);
    expect([answer.status, (await problemIn(answer)).code]).toEqual([403, 'closing-invalid']);
    const free = await fetch(server.url + PATHS.closedMailboxes, {
      method: 'POST',
      headers: { 'Content-Type': CLOSING_TYPE },
      body: await signClosing(mine),
    });
    expect([free.status, (await problemIn(free)).code]).toEqual([403, 'work-required']);
    expect(await numbersIn(server, mine)).toEqual([1]);
  });
});
