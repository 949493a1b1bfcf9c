import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { systemRandom } from '../../crypto/index.ts';
import { openDatabase, openSqliteStore, type SqliteStore } from '../../server/store/sqlite.ts';
import { afterTest, someLetter, tempFolder } from './helpers.ts';

async function makeStore(): Promise<{ store: SqliteStore; path: string }> {
  const path = join(await tempFolder(), 'amparo.sqlite');
  const store = openSqliteStore(path);
  afterTest(() => store.close().catch(() => undefined));
  return { store, path };
}

function someNewLetter() {
  return { id: systemRandom(32), day: 20_000, evidence: null, cells: 0, body: someLetter(), entry: systemRandom(173) };
}

function count(path: string): number {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('SELECT count(*) FROM letters').pluck().get() as number;
  } finally {
    database.close();
  }
}

/** Commits in the write-ahead log: the frames that say how large the database then was (sqlite.org/fileformat2, section 4.1). */
async function commitsIn(path: string): Promise<number> {
  const log = await readFile(`${path}-wal`);
  const frameBytes = 24 + log.readUInt32BE(8);
  let commits = 0;
  const salt = log.subarray(16, 24);
  for (let at = 32; at + frameBytes <= log.length; at += frameBytes) {
    const isCurrent = log.subarray(at + 8, at + 16).equals(salt);
    if (isCurrent && log.readUInt32BE(at + 4) !== 0) commits += 1;
  }
  return commits;
}

describe('the store', () => {
  test('writes all letters of one turn in one commit, and says so only once they can be read', async () => {
    const { store, path } = await makeStore();
    const before = await commitsIn(path);
    const added = Promise.all(Array.from({ length: 50 }, () => store.addLetter(someNewLetter())));
    expect(count(path)).toBe(0);
    expect(await added).toEqual(Array.from({ length: 50 }, () => 'added'));
    expect(count(path)).toBe(50);
    expect((await commitsIn(path)) - before).toBe(1);

    await store.addLetter(someNewLetter());
    await store.addLetter(someNewLetter());
    expect((await commitsIn(path)) - before).toBe(3);
  });

  test('fails all letters of a turn where the commit fails, and takes them when it can again', async () => {
    const { store, path } = await makeStore();
    const letters = [someNewLetter(), someNewLetter()];
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const refused = await Promise.allSettled(letters.map((letter) => store.addLetter(letter)));
    expect(refused.map((result) => result.status === 'rejected' && (result.reason as Error).name)).toEqual([
      'StorageUnavailable',
      'StorageUnavailable',
    ]);
    other.exec('ROLLBACK');
    other.close();
    expect(count(path)).toBe(0);
    expect(await Promise.all(letters.map((letter) => store.addLetter(letter)))).toEqual(['added', 'added']);
  });

  test('is set to survive a loss of power, and lets nobody else on the machine read it', async () => {
    const path = join(await tempFolder(), 'amparo.sqlite');
    const database = openDatabase(path);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2); // FULL
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    database.exec('CREATE TABLE t (x)');
    for (const suffix of ['', '-wal', '-shm']) expect((await stat(path + suffix)).mode & 0o777).toBe(0o600);
    database.close();
  });

  test('of the first version keeps its uploads, each paid for as it was', async () => {
    const path = join(await tempFolder(), 'amparo.sqlite');
    const first = openDatabase(path);
    first.exec(`
      CREATE TABLE uploads (
        id TEXT PRIMARY KEY CHECK (length(id) = 32), bytes INTEGER NOT NULL, day INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE letters (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE CHECK (length(id) = 32), day INTEGER NOT NULL,
        evidence TEXT UNIQUE REFERENCES uploads (id), cells INTEGER NOT NULL, body BLOB NOT NULL
      ) STRICT;
      CREATE TABLE accounts (name TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE sessions (
        token BLOB PRIMARY KEY CHECK (length(token) = 32),
        account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE, expires_hour INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      PRAGMA user_version = 1;
    `);
    const [named, large] = ['a'.repeat(32), 'b'.repeat(32)];
    first
      .prepare('INSERT INTO uploads VALUES (?, ?, ?), (?, ?, ?)')
      .run(named, 2 ** 20, 1, large, 2 ** 30 + 2 ** 20, 2);
    first.prepare('INSERT INTO letters VALUES (1, ?, 1, ?, 1, ?)').run(systemRandom(32), named, someLetter());
    first.close();

    const store = openSqliteStore(path);
    expect(await store.upload(named)).toEqual({ id: named, bytes: 2 ** 20, works: 1, day: 1 });
    expect(await store.upload(large)).toEqual({ id: large, bytes: 2 ** 30 + 2 ** 20, works: 2, day: 2 });
    expect([await store.isUploadNamed(named), await store.unnamedUploads()]).toEqual([true, [large]]);
    expect([await store.forgetUpload(named), await store.forgetUpload(large)]).toEqual([false, true]);
    await store.close();
  });

  test('overwrites what it deletes', async () => {
    const { store, path } = await makeStore();
    const mark = 'digest '.repeat(20);
    await store.accounts.add('Intake officer', mark);
    await store.close();
    expect((await readFile(path)).includes(mark)).toBe(true);
    const again = openSqliteStore(path);
    expect(await again.accounts.remove('Intake officer')).toBe(true);
    await again.close();
    expect((await readFile(path)).includes('digest digest')).toBe(false);
  });

  test('commits what waits when it closes, and leaves nothing in the log', async () => {
    const { store, path } = await makeStore();
    const added = store.addLetter(someNewLetter());
    await store.close();
    expect(await added).toBe('added');
    await expect(readFile(`${path}-wal`)).rejects.toThrow('ENOENT');
    expect(count(path)).toBe(1);
  });

  test('refuses a database of a newer version', async () => {
    const { store, path } = await makeStore();
    await store.close();
    const database = new Database(path);
    database.pragma('user_version = 999');
    database.close();
    expect(() => openSqliteStore(path)).toThrow('newer version');
  });

  test('refuses a file that is no database', async () => {
    const path = join(await tempFolder(), 'amparo.sqlite');
    await writeFile(path, 'x'.repeat(8_192));
    expect(() => openSqliteStore(path)).toThrow('SQLITE_NOTADB');
  });
});
