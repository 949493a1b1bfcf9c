import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  asLetter,
  concatBytes,
  decodeLogEntry,
  encodeOutbound,
  isoDateOf,
  LETTER_TYPE,
  mailboxOf,
  newCaseSecret,
  NO_ENTRY,
  openCase,
  openDirectory,
  OUTBOUND_BYTES_MAX,
  OUTBOUND_TYPE,
  PATHS,
  readBundle,
  sealJournalLetters,
  sealReply,
  signEntry,
  systemRandom,
  type Bytes,
  type KnownContent,
  type Letter,
} from '../../crypto/index.ts';
import { openAlone } from '../open-alone.ts';
import { postLetter, problemIn, signIn, someLetter, startAt, type TestServer } from './helpers.ts';

const deliver = (server: TestServer, body: Bytes, cookie: string) =>
  fetch(server.url + PATHS.replies, {
    method: 'POST',
    headers: { 'Content-Type': OUTBOUND_TYPE, Cookie: cookie },
    body,
  });

async function lettersIn(server: TestServer, cookie: string): Promise<Bytes[]> {
  const response = await fetch(server.url + PATHS.bundle, { headers: { Cookie: cookie } });
  const letters: Bytes[] = [];
  for await (const record of readBundle(response.body as unknown as AsyncIterable<Uint8Array>)) {
    if (record.type === 'letter') letters.push(record.letter);
  }
  return letters;
}

/** What the server keeps of each letter, but the letter itself. */
function rowsIn(server: TestServer) {
  const database = new Database(server.database, { readonly: true });
  const letters = database.prepare('SELECT day, evidence, cells, entry FROM letters ORDER BY seq').all() as {
    day: number;
    evidence: string | null;
    cells: number;
    entry: Buffer;
  }[];
  const pending = database.prepare('SELECT entry FROM log_pending').pluck().all() as Buffer[];
  database.close();
  return { letters, pending: pending.map((entry) => entry.toString('hex')) };
}

async function journalLetters(server: TestServer): Promise<Letter[]> {
  const office = await openDirectory(server.office.directory, server.office.charter, isoDateOf(new Date()));
  const [author] = server.office.reviewers;
  if (!author) throw new Error('no reviewer');
  const content: KnownContent = { kind: 'office', name: 'labels', value: '[]', replaces: [] };
  const place = { number: 1, previous: NO_ENTRY, at: '2026-11-24T09:30Z', about: null };
  const { envelope } = await signEntry({ seed: author.seed, ...place, content }, systemRandom);
  return sealJournalLetters({ journal: [envelope], grants: [], releases: [] }, office, 'all', systemRandom);
}

describe('letters between reviewers', () => {
  test('are kept as any letter is: in the next bundle, in the log, and with nothing that tells them apart', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    await postLetter(server.url, someLetter());
    const [letter] = await journalLetters(server);
    if (!letter) throw new Error('no letter');
    const taken = await deliver(server, encodeOutbound({ letters: [letter] }), cookie);
    expect(await taken.json()).toEqual({ added: 0, known: 0, closed: 0, letters: 1 });

    const [, brought] = await lettersIn(server, cookie);
    expect(brought).toEqual(letter);
    const opened = await openAlone(letter, server.office.reviewers[1]?.epochKey ?? expect.unreachable());
    expect(new TextDecoder().decode(opened?.report)).toContain('"journal":[{');

    const { letters, pending } = rowsIn(server);
    const [report, journal] = letters;
    expect({ ...journal, entry: journal?.entry.length }).toEqual({ ...report, entry: report?.entry.length });
    expect(pending.sort()).toEqual(letters.map(({ entry }) => entry.toString('hex')).sort());
    for (const { entry } of letters) expect(decodeLogEntry(new Uint8Array(entry)).kind).toBe('received');
  });

  test('are taken once, however often and in whatever company they come', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const [a, b] = [asLetter(someLetter()), asLetter(someLetter(524_288))];
    const answers = [];
    for (const letters of [[a], [a], [a, b, a], [b]]) {
      const answer = await deliver(server, encodeOutbound({ letters }), cookie);
      answers.push(((await answer.json()) as { letters: number }).letters);
    }
    expect(answers).toEqual([1, 0, 1, 0]);
    await postLetter(server.url, a); // nor twice by the way of reports
    expect(await lettersIn(server, cookie)).toEqual([a, b]);
    expect(rowsIn(server).pending).toHaveLength(2);
  });

  test('come from nobody who is not signed in', async () => {
    const { server } = await startAt();
    const body = encodeOutbound({ letters: [asLetter(someLetter())] });
    expect((await deliver(server, body, '')).status).toBe(401);
    expect((await deliver(server, body, 'amparo-session=AAAA')).status).toBe(401);
    expect(await lettersIn(server, await signIn(server))).toEqual([]);
  });

  test('cut, altered or too many are not taken, nor anything beside them', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const of = await openCase(newCaseSecret(systemRandom));
    const to = { locator: of.locator, replyKey: of.replyPublicKey };
    const seed = server.office.reviewers[0]?.seed ?? expect.unreachable();
    const reply = await sealReply({ number: 1, day: '2026-11-24', text: 'Yes.' }, to, seed, systemRandom);
    const replies = [{ mailbox: await mailboxOf(of.locator), reply }];
    const whole = encodeOutbound({ replies, letters: [asLetter(someLetter())] });
    const noLetter = whole.slice();
    noLetter[whole.length - 9 - 32_768] = 0; // the letter's magic
    for (const broken of [whole.slice(0, -1), concatBytes(whole, new Uint8Array(1)), noLetter]) {
      const answer = await deliver(server, broken, cookie);
      expect([answer.status, (await problemIn(answer)).code]).toEqual([400, 'outbound-malformed']);
    }
    const tooMany = await deliver(server, new Uint8Array(OUTBOUND_BYTES_MAX + 1), cookie);
    expect([tooMany.status, (await problemIn(tooMany)).code]).toEqual([413, 'body-too-large']);
    expect(await lettersIn(server, cookie)).toEqual([]);
    expect(await (await deliver(server, whole, cookie)).json()).toEqual({ added: 1, known: 0, closed: 0, letters: 1 });
  });

  test('are not brought by the way of reports without work', async () => {
    const { server } = await startAt();
    const [letter] = await journalLetters(server);
    const answer = await fetch(server.url + PATHS.reports, {
      method: 'POST',
      headers: { 'Content-Type': LETTER_TYPE },
      body: letter ?? expect.unreachable(),
    });
    expect(answer.status).toBe(403);
  });
});
