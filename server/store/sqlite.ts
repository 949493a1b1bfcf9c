import { closeSync, openSync } from 'node:fs';

import Database from 'better-sqlite3';

import { CELL_BYTES, toBytes, type Bytes } from '../../crypto/index.ts';

import { SqliteAccounts } from './accounts.ts';
import { SqliteAudit } from './audit.ts';
import { GroupCommit } from './group-commit.ts';
import { SqliteMailboxes } from './mailboxes.ts';
import { migrate } from './migrations.ts';
import { SqliteLog } from './sqlite-log.ts';
import {
  StorageUnavailable,
  type AddOutcome,
  type LogStore,
  type NewLetter,
  type Outlook,
  type Store,
  type StoredLetter,
  type Upload,
  type Waiting,
} from './store.ts';

/** Only the command line writes beside the server, for moments; waiting holds up every request. */
const BUSY_TIMEOUT_MS = 1_000;
/** 40 MiB of write-ahead log: every checkpoint touches the index of ids all over, so that fewer of them keep a large database fast. */
const CHECKPOINT_PAGES = 10_000;
const LETTERS_PER_PAGE = 8; // at most 4 MiB at once
/** What a bundle adds to a letter: the header of its record, cursor, day and cells (SPEC.md, Bundle). */
const RECORD_BYTES = 21;
const CELL_RECORD_BYTES = CELL_BYTES + 5;
const PRIVATE_FILE_MODE = 0o600;

interface LetterRow {
  readonly seq: number;
  readonly id: Buffer;
  readonly day: number;
  readonly evidence: string | null;
  readonly cells: number;
  readonly body: Buffer;
}

/** Opens the database at `path`, making it where there is none. Throws {@link StorageUnavailable}. */
export function openSqliteStore(path: string): SqliteStore {
  return guarded(() => {
    const database = openDatabase(path);
    migrate(database);
    return new SqliteStore(database);
  });
}

export function openDatabase(path: string): Database.Database {
  closeSync(openSync(path, 'a', PRIVATE_FILE_MODE));
  const database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL'); // a commit is on disk when it returns
  database.pragma(`wal_autocheckpoint = ${String(CHECKPOINT_PAGES)}`);
  database.pragma('secure_delete = ON'); // what is deleted is overwritten
  database.pragma('foreign_keys = ON');
  return database;
}

export class SqliteStore implements Store {
  readonly mailboxes: SqliteMailboxes;
  readonly accounts: SqliteAccounts;
  readonly audit: SqliteAudit;
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #log: SqliteLog;
  readonly #letters: GroupCommit<NewLetter, AddOutcome>;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#statements = prepare(database);
    this.#log = new SqliteLog(database);
    this.mailboxes = new SqliteMailboxes(database, this.#log, (letter) => this.#insert(letter), attempt);
    this.accounts = new SqliteAccounts(database, attempt);
    this.audit = new SqliteAudit(database, attempt);
    const insertAll = database.transaction((letters: readonly NewLetter[]) =>
      letters.map((letter) => this.#insert(letter)),
    );
    this.#letters = new GroupCommit((letters) => guarded(() => insertAll.immediate(letters)));
  }

  addLetter(letter: NewLetter): Promise<AddOutcome> {
    return this.#letters.add(letter);
  }

  hasLetter(id: Bytes): Promise<boolean> {
    return attempt(() => this.#statements.letterById.get(id) !== undefined);
  }

  entryOf(id: Bytes): Promise<Bytes | null> {
    return attempt(() => {
      const entry = this.#statements.entryById.get(id) as Buffer | null | undefined;
      return entry ? toBytes(entry) : null;
    });
  }

  #insert({ id, day, evidence, cells, body, entry }: NewLetter): AddOutcome {
    const { letterById, uploadById, letterByEvidence, addLetter } = this.#statements;
    if (letterById.get(id)) return 'known';
    if (evidence !== null && !uploadById.get(evidence)) return 'evidence-not-found';
    if (evidence !== null && letterByEvidence.get(evidence)) return 'evidence-taken';
    addLetter.run(id, day, evidence, cells, body, entry);
    this.#log.addPending(entry);
    return 'added';
  }

  outlookAfter(cursor: number): Promise<Outlook | null> {
    return attempt(() => {
      const last = (this.#statements.lastSeq.get() as number | undefined) ?? 0;
      if (cursor > last) return null;
      return { letters: this.#statements.countBetween.get(cursor, last) as number, until: last };
    });
  }

  waitingAfter(cursor: number): Promise<Waiting> {
    return attempt(() => {
      const { waitingAfter, oldestAfter, letters } = this.#statements;
      const { waiting, bytes } = waitingAfter.get(cursor) as { waiting: number; bytes: number };
      const oldestDay = (oldestAfter.get(cursor) as number | undefined) ?? null;
      return { letters: letters.get() as number, waiting, bytes, oldestDay };
    });
  }

  lettersAfter(cursor: number, until: number): Promise<readonly StoredLetter[]> {
    return attempt(() => {
      const rows = this.#statements.lettersBetween.all(cursor, until, LETTERS_PER_PAGE) as LetterRow[];
      return rows.map((row) => ({ ...row, id: toBytes(row.id), body: toBytes(row.body) }));
    });
  }

  addUpload({ id, bytes, day }: Omit<Upload, 'works'>): Promise<void> {
    return attempt(() => void this.#statements.addUpload.run(id, bytes, day));
  }

  upload(id: string): Promise<Upload | null> {
    return attempt(() => (this.#statements.uploadById.get(id) as Upload | undefined) ?? null);
  }

  declareUpload(id: string, bytes: number): Promise<void> {
    return attempt(() => void this.#statements.declareUpload.run(bytes, id));
  }

  payForUpload(id: string): Promise<void> {
    return attempt(() => void this.#statements.payForUpload.run(id));
  }

  unnamedUploads(): Promise<readonly string[]> {
    return attempt(() => this.#statements.unnamedUploads.all() as string[]);
  }

  forgetUpload(id: string): Promise<boolean> {
    return attempt(() => this.#statements.forgetUpload.run(id).changes > 0);
  }

  isUploadNamed(id: string): Promise<boolean> {
    return attempt(() => this.#statements.letterByEvidence.get(id) !== undefined);
  }

  touchUpload(id: string, day: number): Promise<void> {
    return attempt(() => void this.#statements.touchUpload.run(day, id, day));
  }

  forgetOrphans(day: number): Promise<readonly string[]> {
    return attempt(() => this.#statements.forgetOrphans.all(day) as string[]);
  }

  addPending(entry: Bytes): Promise<void> {
    return attempt(() => {
      this.#log.addPending(entry);
    });
  }

  pendingLogDays(): Promise<readonly number[]> {
    return attempt(() => this.#log.pendingDays());
  }

  sequenceLog(...batch: Parameters<LogStore['sequenceLog']>): Promise<void> {
    return attempt(() => {
      this.#log.sequence(...batch);
    });
  }

  lastLogBatch(): Promise<number | null> {
    return attempt(() => this.#log.lastBatch());
  }

  logSize(): Promise<number> {
    return attempt(() => this.#log.size());
  }

  logLeaves(from: number, count: number): Promise<readonly Bytes[]> {
    return attempt(() => this.#log.leaves(from, count));
  }

  /** Commits what waits and moves the write-ahead log into the database. */
  close(): Promise<void> {
    return attempt(() => {
      this.#letters.flush();
      this.#database.pragma('wal_checkpoint(TRUNCATE)');
      this.#database.close();
    });
  }
}

const UNNAMED = 'NOT EXISTS (SELECT 1 FROM letters WHERE evidence = uploads.id)';

function prepare(database: Database.Database) {
  return {
    addLetter: database.prepare(
      'INSERT INTO letters (id, day, evidence, cells, body, entry) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    entryById: database.prepare('SELECT entry FROM letters WHERE id = ?').pluck(),
    letterById: database.prepare('SELECT 1 FROM letters WHERE id = ?').pluck(),
    letterByEvidence: database.prepare('SELECT 1 FROM letters WHERE evidence = ?').pluck(),
    // Counts every letter that ever was, so that a cursor stays good when letters are deleted.
    lastSeq: database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'letters'`).pluck(),
    countBetween: database.prepare('SELECT count(*) FROM letters WHERE seq > ? AND seq <= ?').pluck(),
    letters: database.prepare('SELECT count(*) FROM letters').pluck(),
    oldestAfter: database.prepare('SELECT day FROM letters WHERE seq > ? ORDER BY seq LIMIT 1').pluck(),
    waitingAfter: database.prepare(
      `SELECT count(*) AS waiting, coalesce(sum(length(body) + ${String(RECORD_BYTES)} + cells * ${String(CELL_RECORD_BYTES)}), 0) AS bytes
       FROM letters WHERE seq > ?`,
    ),
    lettersBetween: database.prepare(
      'SELECT seq, id, day, evidence, cells, body FROM letters WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
    ),
    addUpload: database.prepare('INSERT INTO uploads (id, bytes, day) VALUES (?, ?, ?)'),
    uploadById: database.prepare('SELECT id, bytes, works, day FROM uploads WHERE id = ?'),
    declareUpload: database.prepare('UPDATE uploads SET bytes = ? WHERE id = ? AND bytes IS NULL'),
    payForUpload: database.prepare('UPDATE uploads SET works = works + 1 WHERE id = ?'),
    unnamedUploads: database.prepare(`SELECT id FROM uploads WHERE ${UNNAMED}`).pluck(),
    forgetUpload: database.prepare(`DELETE FROM uploads WHERE id = ? AND ${UNNAMED}`),
    touchUpload: database.prepare('UPDATE uploads SET day = ? WHERE id = ? AND day <> ?'),
    forgetOrphans: database.prepare(`DELETE FROM uploads WHERE day < ? AND ${UNNAMED} RETURNING id`).pluck(),
  };
}

/** Runs a synchronous piece of work as the port's promise. */
function attempt<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(guarded(work));
  });
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new StorageUnavailable(error.code);
    throw error;
  }
}
