import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  encodeOutbound,
  fromHex,
  isoDateOf,
  OUTBOUND_TYPE,
  PATHS,
  toHex,
  utf8,
  type Bytes,
} from '../../crypto/index.ts';
import { auditHash, AuditTrail, verifyAudit, type AuditFinding } from '../../server/review/audit.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import {
  ACCOUNT,
  afterTest,
  bundleStatus,
  makeAccount,
  postLetter,
  postSession,
  signIn,
  someLetter,
  startAt,
  startServer,
  tempFolder,
  type TestServer,
} from './helpers.ts';
import { actsIn, post, statusOf, withAudit } from './reviewer.ts';

const DAY_MS = 86_400_000;

interface Row {
  number: number;
  entry: string;
  hash: Buffer;
}

interface Trail {
  readonly path: string;
  verify(noted?: Bytes): Promise<AuditFinding>;
  /** Changes the rows as somebody with the database could. */
  tamper(change: (rows: Row[]) => Row[]): void;
  heads: readonly Bytes[];
}

async function makeTrail(): Promise<Trail> {
  const path = `${await tempFolder()}/amparo.sqlite`;
  const store = openSqliteStore(path);
  afterTest(() => store.close());
  const trail = new AuditTrail(store.audit, () => new Date('2026-11-24T10:15:42Z'));
  const heads: Bytes[] = [];
  for (let until = 1; until <= 8; until += 1) {
    await trail.record('case-worker', { act: 'fetched', after: until - 1, until });
    heads.push((await store.audit.last())?.hash ?? new Uint8Array());
  }
  return {
    path,
    heads,
    verify: (noted) => verifyAudit(store.audit, noted ?? null),
    tamper(change) {
      const database = new Database(path);
      const rows = change(database.prepare('SELECT * FROM audit ORDER BY number').all() as Row[]);
      database.exec('DELETE FROM audit');
      const add = database.prepare('INSERT INTO audit (number, entry, hash) VALUES (?, ?, ?)');
      for (const { number, entry, hash } of rows) add.run(number, entry, hash);
      database.close();
    },
  };
}

function rechained(rows: readonly Row[]): Row[] {
  let before: Bytes = new Uint8Array(32);
  return rows.map((row) => {
    before = auditHash(before, row.entry);
    return { ...row, hash: Buffer.from(before) };
  });
}

describe('the trail', () => {
  test('is whole as it was written, from its first row', async () => {
    const { verify, heads } = await makeTrail();
    expect(await verify()).toEqual({ is: 'whole', head: { rows: 8, hash: heads[7] } });
    for (const head of heads) expect((await verify(head)).is).toBe('whole');
  });

  test('chains each row by SHA-256 over the hash before and the row', async () => {
    const { path } = await makeTrail();
    const database = new Database(path, { readonly: true });
    const [first] = database.prepare('SELECT * FROM audit ORDER BY number').all() as Row[];
    database.close();
    expect(first?.entry).toBe(
      '{"number":1,"at":"2026-11-24T10:15Z","who":"case-worker","act":"fetched","after":0,"until":1}',
    );
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new Uint8Array([...new Uint8Array(32), ...utf8(first?.entry ?? '')]),
    );
    expect(first?.hash.equals(new Uint8Array(digest))).toBe(true);
  });

  const fourth = (row: Row) => row.number === 4;
  test.each<[string, (rows: Row[]) => Row[], number]>([
    [
      'altered',
      (rows) => rows.map((row) => (fourth(row) ? { ...row, entry: row.entry.replace('worker', 'writer') } : row)),
      4,
    ],
    ['given another hash', (rows) => rows.map((row) => (fourth(row) ? { ...row, hash: Buffer.alloc(32) } : row)), 4],
    ['removed', (rows) => rows.filter((row) => !fourth(row)), 4],
    [
      'removed, and the rest moved up',
      (rows) => rows.filter((row) => !fourth(row)).map((row, i) => ({ ...row, number: i + 1 })),
      4,
    ],
    ['removed at the start', (rows) => rows.slice(1), 1],
    ['put in twice', (rows) => [...rows.slice(0, 4), ...rows.slice(3)].map((row, i) => ({ ...row, number: i + 1 })), 5],
    [
      'exchanged with the next',
      (rows) => {
        const [a, b] = [rows[3], rows[4]] as [Row, Row];
        return rows.map((row) => (row === a ? { ...b, number: 4 } : row === b ? { ...a, number: 5 } : row));
      },
      4,
    ],
    [
      'altered and hashed anew, but not those after it',
      (rows) => {
        const altered = rows.map((row) =>
          fourth(row) ? { ...row, entry: row.entry.replace('worker', 'writer') } : row,
        );
        return [...rechained(altered).slice(0, 4), ...rows.slice(4)];
      },
      5,
    ],
    ['no entry at all', (rows) => rechained(rows.map((row) => (fourth(row) ? { ...row, entry: 'x' } : row))), 4],
  ])('of which a row was %s is broken there', async (_what, change, row) => {
    const { verify, tamper } = await makeTrail();
    tamper(change);
    expect(await verify()).toEqual({ is: 'broken', row });
  });

  test('whose end was cut off does not reach a head that was noted', async () => {
    const { verify, tamper, heads } = await makeTrail();
    tamper((rows) => rows.slice(0, 6));
    expect((await verify()).is).toBe('whole'); // as much as can be told without a noted head
    expect((await verify(heads[5])).is).toBe('whole');
    expect(await verify(heads[7])).toEqual({ is: 'cut', head: { rows: 6, hash: heads[5] } });
    tamper(() => []);
    expect((await verify(heads[0])).is).toBe('cut');
  });

  test('written anew from an altered row on does not have a head that was noted', async () => {
    const { verify, tamper, heads } = await makeTrail();
    tamper((rows) =>
      rechained(rows.map((row) => (fourth(row) ? { ...row, entry: row.entry.replace('worker', 'writer') } : row))),
    );
    expect((await verify()).is).toBe('whole');
    expect((await verify(heads[2])).is).toBe('whole');
    expect((await verify(heads[3])).is).toBe('cut');
  });
});

describe('the server writes down', () => {
  test('who signed in, fetched what, delivered how much and signed out everywhere; nothing of reporters', async () => {
    const server = await startServer();
    await makeAccount(server);
    await postLetter(server.url, someLetter());
    await postLetter(server.url, someLetter());
    const cookie = await signIn(server);
    await bundleStatus(server, cookie);
    const body = encodeOutbound({ replies: [], opened: [] });
    await fetch(server.url + PATHS.replies, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': OUTBOUND_TYPE },
      body,
    });
    const out = await fetch(server.url + PATHS.sessions, { method: 'DELETE', headers: { Cookie: cookie } });
    expect(out.status).toBe(204);
    expect(await actsIn(server)).toEqual([
      { who: ACCOUNT.name, act: 'signed-in', factor: 'none' },
      { who: ACCOUNT.name, act: 'fetched', after: 0, until: 2 },
      { who: ACCOUNT.name, act: 'delivered', replies: 0, opened: 0 },
      { who: ACCOUNT.name, act: 'signed-out-everywhere' },
    ]);
  });

  test('a fetch that breaks off after the first bytes', async () => {
    const server = await startServer();
    await makeAccount(server);
    for (let i = 0; i < 40; i += 1) await postLetter(server.url, someLetter());
    const cookie = await signIn(server);
    const stop = new AbortController();
    const response = await fetch(server.url + PATHS.bundle, { headers: { Cookie: cookie }, signal: stop.signal });
    await response.body?.getReader().read();
    stop.abort();
    expect((await actsIn(server)).at(-1)).toEqual({ who: ACCOUNT.name, act: 'fetched', after: 0, until: 40 });
  });

  test('refused sign-ins by the day, once it is over, without a name', async () => {
    const { server, pass } = await startAt();
    const day = isoDateOf(new Date());
    await postSession(server, { name: 'Nobody at all', passphrase: 'wrong' });
    await postSession(server, { ...ACCOUNT, passphrase: 'wrong' });
    await postSession(server, { ...ACCOUNT, passphrase: 'wrong' }); // in back-off: not checked, not counted
    expect(await actsIn(server)).toEqual([]);
    pass(DAY_MS);
    await signIn(server);
    expect(await actsIn(server)).toEqual([
      { who: null, act: 'refused-sign-ins', day, count: 2 },
      { who: ACCOUNT.name, act: 'signed-in', factor: 'none' },
    ]);
    expect(JSON.stringify(await actsIn(server))).not.toContain('Nobody');
  });
});

const confirm = (server: TestServer, cookie: string, cursor: unknown) =>
  post(server, PATHS.fetched, { cursor }, { Cookie: cookie });

describe('what a reviewer is told of the server', () => {
  test('counts what came since the last fetch that was saved, and tells the day of the oldest', async () => {
    const { server, pass } = await startAt();
    const cookie = await signIn(server);
    const none = await statusOf(server, cookie);
    expect(none).toMatchObject({ name: ACCOUNT.name, hasSecondFactor: false, letters: 0, waiting: 0, oldestDay: null });
    const today = Math.floor(Date.now() / DAY_MS);
    await postLetter(server.url, someLetter());
    await bundleStatus(server, cookie);
    expect(await statusOf(server, cookie)).toMatchObject({ waiting: 1, after: 0 }); // it may be lost on the way
    expect((await confirm(server, cookie, 1)).status).toBe(204);
    pass(3_600_000);
    await postLetter(server.url, someLetter());
    const status = await statusOf(server, cookie);
    expect(status).toMatchObject({ letters: 2, waiting: 1, after: 1 });
    expect([today, today + 1]).toContain(status.oldestDay);
    const bundle = await fetch(`${server.url}${PATHS.bundle}?after=1`, { headers: { Cookie: cookie } });
    const directory = await (await fetch(server.url + PATHS.directory)).arrayBuffer();
    const frame = 8 + 5 + directory.byteLength + 5 + 12; // the bundle's magic, the directory, its end
    expect((await bundle.arrayBuffer()).byteLength).toBe(status.bytes + frame);
    expect((await confirm(server, cookie, 2)).status).toBe(204);
    expect((await confirm(server, cookie, 1)).status).toBe(204); // goes back nowhere
    expect(await statusOf(server, cookie)).toMatchObject({ waiting: 0, oldestDay: null });
    for (const cursor of [3, -1, 1.5, 'x']) expect((await confirm(server, cookie, cursor)).status).toBe(400);
    expect((await confirm(server, '', 2)).status).toBe(401);
    expect(await statusOf(server, cookie, '?after=0')).toMatchObject({ waiting: 2, after: 0 });
  });

  test('names the head of the trail', async () => {
    const { server } = await startAt();
    const cookie = await signIn(server);
    const { audit } = await statusOf(server, cookie);
    const found = await withAudit(server, (store) => verifyAudit(store, fromHex(audit.head)));
    expect(found.is === 'whole' && [found.head.rows, toHex(found.head.hash)]).toEqual([audit.rows, audit.head]);
  });

  test('is for nobody else', async () => {
    const { server } = await startAt();
    expect((await fetch(server.url + PATHS.status)).status).toBe(401);
    const cookie = await signIn(server);
    const elsewhere = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' };
    expect((await fetch(server.url + PATHS.status, { headers: elsewhere })).status).toBe(403);
    expect((await fetch(`${server.url}${PATHS.status}?after=x`, { headers: { Cookie: cookie } })).status).toBe(400);
  });

  test('signing out everywhere ends the sessions of the account, and of no other', async () => {
    const { server } = await startAt();
    const other = { name: 'Legal adviser', passphrase: ACCOUNT.passphrase };
    await makeAccount(server, other);
    const [first, second, theirs] = [await signIn(server), await signIn(server), await signIn(server, other)];
    const foreign = { Cookie: first, Origin: 'https://elsewhere.example' };
    expect((await fetch(server.url + PATHS.sessions, { method: 'DELETE', headers: foreign })).status).toBe(403);
    expect((await fetch(server.url + PATHS.sessions, { method: 'DELETE' })).status).toBe(401);
    const out = await fetch(server.url + PATHS.sessions, { method: 'DELETE', headers: { Cookie: first } });
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-amparo=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await Promise.all([first, second, theirs].map((cookie) => bundleStatus(server, cookie)))).toEqual([
      401, 401, 200,
    ]);
  });
});
