import type { Database } from 'better-sqlite3';

/** Each brings the database from its index to the next version; `user_version` counts those that were applied. */
const MIGRATIONS = [
  `
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY CHECK (length(id) = 32),
    bytes INTEGER NOT NULL,
    day INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE letters (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    day INTEGER NOT NULL,
    evidence TEXT UNIQUE REFERENCES uploads (id),
    cells INTEGER NOT NULL,
    body BLOB NOT NULL
  ) STRICT;

  CREATE TABLE accounts (
    name TEXT PRIMARY KEY,
    digest TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sessions (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    expires_hour INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX sessions_account ON sessions (account);
  `,
  // The length of an upload may be told at its end; \`works\` counts the proofs of work that pay for it, a gibibyte each.
  `
  ALTER TABLE uploads ADD COLUMN length INTEGER;
  ALTER TABLE uploads ADD COLUMN works INTEGER NOT NULL DEFAULT 1;
  UPDATE uploads SET length = bytes, works = max(1, (bytes + 1073741823) / 1073741824);
  ALTER TABLE uploads DROP COLUMN bytes;
  ALTER TABLE uploads RENAME COLUMN length TO bytes;
  `,
  `
  CREATE TABLE replies (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    mailbox BLOB NOT NULL CHECK (length(mailbox) = 32),
    day INTEGER NOT NULL,
    body BLOB NOT NULL
  ) STRICT;

  CREATE INDEX replies_mailbox ON replies (mailbox, seq);

  CREATE TABLE closed_mailboxes (
    mailbox BLOB PRIMARY KEY CHECK (length(mailbox) = 32),
    day INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE taken_marks (entry BLOB PRIMARY KEY, day INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // The public log. What waits lies in the order of its bytes, not of its arrival. A batch is known by its minute since 1970.
  `
  CREATE TABLE log_pending (entry BLOB PRIMARY KEY CHECK (length(entry) = 173)) STRICT, WITHOUT ROWID;
  CREATE TABLE log_leaves (leaf INTEGER PRIMARY KEY, entry BLOB NOT NULL CHECK (length(entry) = 173)) STRICT;
  CREATE TABLE log_batches (size INTEGER PRIMARY KEY, minute INTEGER NOT NULL) STRICT;
  `,
  // What the log shows of a letter, so that its receipt can be given again.
  `
  ALTER TABLE letters ADD COLUMN entry BLOB CHECK (length(entry) = 173);
  `,
  // Second factors, sealed under a key from the pepper; invitations, hashed; and the trail of reviewers' acts.
  `
  ALTER TABLE accounts ADD COLUMN fetched INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE second_factors (
    account TEXT PRIMARY KEY REFERENCES accounts (name) ON DELETE CASCADE,
    sealed BLOB NOT NULL,
    used INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE invitations (
    code BLOB PRIMARY KEY CHECK (length(code) = 32),
    name TEXT NOT NULL UNIQUE,
    expires_hour INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
  ) STRICT;

  CREATE TABLE refused_sign_ins (day INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
  `,
] as const;

export function migrate(database: Database): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    throw new Error('The database was made by a newer version of Amparo. Start that version instead.');
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`user_version = ${String(index + 1)}`);
    })();
  }
}
