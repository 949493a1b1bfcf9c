import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  CELL_BYTES,
  decodeLogEntry,
  emptyNote,
  encodeOutbound,
  fromBase64,
  logPublicKey,
  newCaseSecret,
  NOTE_HEADER,
  openCase,
  openedMark,
  openNote,
  openReceipt,
  OUTBOUND_TYPE,
  PATHS,
  reportAnswerSchema,
  sealNote,
  signatureIn,
  signingPublicKey,
  signingSeed,
  systemRandom,
  toBase64,
  toHex,
  type Bytes,
  type Envelope,
  type LogPublicKey,
} from '../../crypto/index.ts';
import { postLetter, problemIn, signIn, someLetter, startAt, startServer, type TestServer } from './helpers.ts';
import { cellBytes, createUpload, idIn, patch } from './uploads.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const idOf = (letter: Bytes) => new Uint8Array(sha256(letter));

async function logKeyOf(server: TestServer): Promise<LogPublicKey> {
  const { seed } = JSON.parse(await readFile(join(server.folder, 'log.key'), 'utf8')) as { seed: string };
  return logPublicKey(await signingPublicKey(signingSeed(fromBase64(seed))));
}

async function sent(
  server: TestServer,
  letter: Bytes,
  note?: Bytes,
  evidence?: string,
): Promise<{ status: number; id: string; receipt: Envelope }> {
  const response = await postLetter(server.url, letter, {
    ...(evidence !== undefined && { evidence }),
    ...(note && { headers: { [NOTE_HEADER]: toBase64(note) } }),
  });
  const { id, receipt } = reportAnswerSchema.parse(await response.json());
  return { status: response.status, id, receipt: receipt ?? expect.unreachable() };
}

function pendingIn(server: TestServer): Bytes[] {
  const database = new Database(server.database, { readonly: true });
  const rows = database.prepare('SELECT entry FROM log_pending').pluck().all() as Buffer[];
  database.close();
  return rows.map((row) => new Uint8Array(row));
}

describe('a receipt', () => {
  test('is given for a letter, is signed by the log, and its entry waits for the log', async () => {
    const server = await startServer();
    const letter = someLetter();
    const of = await openCase(newCaseSecret(systemRandom));
    const contents = { report: idOf(letter), evidence: null };
    const note = await sealNote(contents, of.noteKey, systemRandom);
    const { id, receipt } = await sent(server, letter, note);
    const opened = await openReceipt(receipt, await logKeyOf(server));
    expect(opened).toMatchObject({ report: id, evidence: null, note: toBase64(note) });
    expect(opened.shown > opened.day).toBe(true);

    const entry = pendingIn(server)
      .map(decodeLogEntry)
      .find((each) => each.kind === 'received' && toHex(each.note) === toHex(note));
    if (entry?.kind !== 'received') return expect.unreachable();
    expect(entry.signature).toEqual(signatureIn(receipt));
    expect(await openNote(entry.note, of.noteKey)).toEqual(contents);
  });

  test('names the evidence by the digest of its cells', async () => {
    const server = await startServer();
    const cells = cellBytes(2);
    const evidence = idIn(await createUpload(server, { 'Upload-Length': String(cells.length) }));
    expect((await patch(server, evidence, 0, cells)).status).toBe(204);
    const { receipt } = await sent(server, someLetter(), undefined, evidence);
    const hashes = [0, 1].map((i) => cells.subarray(i * CELL_BYTES, (i + 1) * CELL_BYTES)).map(sha256);
    const digest = sha256(Buffer.concat(hashes)).toString('hex');
    expect((await openReceipt(receipt, await logKeyOf(server))).evidence).toBe(digest);
  });

  test('is the same again for a letter that is sent again, whatever note comes with it', async () => {
    const { server, pass } = await startAt();
    const letter = someLetter();
    const first = await sent(server, letter, emptyNote(systemRandom));
    pass(86_400_000);
    const again = await sent(await server.restart(), letter, emptyNote(systemRandom));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.receipt).toEqual(first.receipt);
  });

  test.each([
    ['no base64', '*'],
    ['too short', toBase64(new Uint8Array(103))],
    ['too long', toBase64(new Uint8Array(105))],
    ['not canonical', `${toBase64(new Uint8Array(103)).slice(0, -4)}AAB=`],
  ])('a note that is %s is refused before the letter', async (_what, header) => {
    const server = await startServer();
    const response = await postLetter(server.url, someLetter(), { headers: { [NOTE_HEADER]: header } });
    expect([response.status, (await problemIn(response)).code]).toEqual([400, 'note-malformed']);
  });
});

test('marks of reviewers wait for the log once, however often they are brought', async () => {
  const { server } = await startAt();
  const cookie = await signIn(server);
  const mark = openedMark(systemRandom(168));
  const body = encodeOutbound({ replies: [], opened: [{ day: 20_000, mark }] });
  const bring = () =>
    fetch(server.url + PATHS.replies, {
      method: 'POST',
      headers: { 'Content-Type': OUTBOUND_TYPE, Cookie: cookie },
      body,
    });
  for (let times = 0; times < 2; times += 1) expect((await bring()).status).toBe(200);
  const marks = pendingIn(server)
    .map(decodeLogEntry)
    .filter((each) => each.kind === 'opened');
  expect(marks).toEqual([{ kind: 'opened', day: 20_000, mark }]);
});
