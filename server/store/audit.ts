import type { Database } from 'better-sqlite3';

import { toBytes, type Bytes } from '../../crypto/index.ts';

import type { AuditRow, AuditStore, RefusedSignIns } from './store.ts';

interface Row {
  readonly number: number;
  readonly entry: string;
  readonly hash: Buffer;
}

const ROWS_PER_PAGE = 500;

/** The trail of reviewers' acts. Its rows are made by who knows how they are chained; here they are kept in their order. */
export class SqliteAudit implements AuditStore {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #attempt: <Result>(work: () => Result) => Promise<Result>;
  readonly #append: (today: number, make: Parameters<AuditStore['append']>[1]) => void;

  constructor(database: Database, attempt: <Result>(work: () => Result) => Promise<Result>) {
    this.#attempt = attempt;
    this.#statements = prepare(database);
    const { last, takeRefused, add } = this.#statements;
    const append = database.transaction((today: number, make: Parameters<AuditStore['append']>[1]) => {
      const before = last.get() as Row | undefined;
      const refused = (takeRefused.all(today) as RefusedSignIns[]).sort((a, b) => a.day - b.day);
      for (const { number, entry, hash } of make(before ? rowOf(before) : null, refused)) add.run(number, entry, hash);
    });
    this.#append = (today, make) => {
      append.immediate(today, make);
    };
  }

  append(today: number, make: Parameters<AuditStore['append']>[1]): Promise<void> {
    return this.#attempt(() => {
      this.#append(today, make);
    });
  }

  refuse(day: number): Promise<void> {
    return this.#attempt(() => void this.#statements.refuse.run(day));
  }

  refused(): Promise<readonly RefusedSignIns[]> {
    return this.#attempt(() => this.#statements.refused.all() as RefusedSignIns[]);
  }

  last(): Promise<AuditRow | null> {
    return this.#attempt(() => {
      const row = this.#statements.last.get() as Row | undefined;
      return row ? rowOf(row) : null;
    });
  }

  rowsAfter(number: number): Promise<readonly AuditRow[]> {
    return this.#attempt(() => (this.#statements.rowsAfter.all(number, ROWS_PER_PAGE) as Row[]).map(rowOf));
  }
}

function rowOf({ number, entry, hash }: Row): AuditRow {
  return { number, entry, hash: toBytes(hash) satisfies Bytes };
}

function prepare(database: Database) {
  return {
    last: database.prepare('SELECT number, entry, hash FROM audit ORDER BY number DESC LIMIT 1'),
    add: database.prepare('INSERT INTO audit (number, entry, hash) VALUES (?, ?, ?)'),
    rowsAfter: database.prepare('SELECT number, entry, hash FROM audit WHERE number > ? ORDER BY number LIMIT ?'),
    refuse: database.prepare(
      'INSERT INTO refused_sign_ins (day, count) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET count = count + 1',
    ),
    refused: database.prepare('SELECT day, count FROM refused_sign_ins ORDER BY day'),
    takeRefused: database.prepare('DELETE FROM refused_sign_ins WHERE day < ? RETURNING day, count'),
  };
}
