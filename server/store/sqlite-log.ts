import type { Database } from 'better-sqlite3';

import { readU32, receivedHead, toBytes, type Bytes } from '../../crypto/index.ts';

const HEAD_BYTES = 5;
const DAY_OFFSET = 1;
/** What a received entry begins with, whatever its day. */
const RECEIVED = receivedHead(0).subarray(0, DAY_OFFSET);

/** The log's tables. Synchronous: the store runs these in its own transactions. */
export class SqliteLog {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #sequence: (minute: number, choose: (received: ReadonlyMap<number, number>) => readonly Bytes[]) => void;

  constructor(database: Database) {
    const statements = prepare(database);
    this.#statements = statements;
    const sequence = database.transaction(
      (minute: number, choose: (received: ReadonlyMap<number, number>) => readonly Bytes[]) => {
        for (const cover of choose(this.#pendingReceived())) statements.addPending.run(cover);
        statements.appendPending.run();
        statements.clearPending.run();
        statements.addBatch.run(this.size(), minute);
      },
    );
    this.#sequence = sequence.immediate.bind(sequence);
  }

  addPending(entry: Bytes): void {
    this.#statements.addPending.run(entry);
  }

  pendingDays(): number[] {
    return [...this.#pendingReceived().keys()];
  }

  sequence(minute: number, choose: (received: ReadonlyMap<number, number>) => readonly Bytes[]): void {
    this.#sequence(minute, choose);
  }

  lastBatch(): number | null {
    return (this.#statements.lastBatch.get() as number | undefined) ?? null;
  }

  size(): number {
    return this.#statements.size.get() as number;
  }

  leaves(from: number, count: number): Bytes[] {
    return (this.#statements.leaves.all(from, from + count) as Buffer[]).map(toBytes);
  }

  #pendingReceived(): Map<number, number> {
    const rows = this.#statements.pendingHeads.all(HEAD_BYTES, RECEIVED) as { head: Buffer; entries: number }[];
    return new Map(rows.map(({ head, entries }) => [readU32(head, DAY_OFFSET), entries]));
  }
}

function prepare(database: Database) {
  return {
    addPending: database.prepare('INSERT INTO log_pending (entry) VALUES (?) ON CONFLICT DO NOTHING'),
    pendingHeads: database.prepare(
      `SELECT substr(entry, 1, ?) AS head, count(*) AS entries FROM log_pending
       WHERE substr(entry, 1, 1) = ? GROUP BY head`,
    ),
    // In the order of their bytes, which is that of nothing that happened.
    appendPending: database.prepare(
      `INSERT INTO log_leaves (leaf, entry)
       SELECT (SELECT coalesce(max(leaf) + 1, 0) FROM log_leaves) + row_number() OVER (ORDER BY entry) - 1, entry FROM log_pending`,
    ),
    clearPending: database.prepare('DELETE FROM log_pending'),
    addBatch: database.prepare('INSERT OR REPLACE INTO log_batches (size, minute) VALUES (?, ?)'),
    lastBatch: database.prepare('SELECT minute FROM log_batches ORDER BY size DESC LIMIT 1').pluck(),
    size: database.prepare('SELECT coalesce(max(leaf) + 1, 0) FROM log_leaves').pluck(),
    leaves: database.prepare('SELECT entry FROM log_leaves WHERE leaf >= ? AND leaf < ? ORDER BY leaf').pluck(),
  };
}
