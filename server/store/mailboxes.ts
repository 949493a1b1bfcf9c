import type { Database } from 'better-sqlite3';

import { MAILBOX_REPLIES, toBytes, type Bytes } from '../../crypto/index.ts';

import type { SqliteLog } from './sqlite-log.ts';
import type { AddOutcome, Delivery, MailboxStore, NewLetter, TakenDelivery } from './store.ts';

/** Replies and what comes with them, and which mailboxes are closed. What `attempt` wraps is one transaction at most. */
export class SqliteMailboxes implements MailboxStore {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #attempt: <Result>(work: () => Result) => Promise<Result>;
  readonly #take: (delivery: Delivery, day: number) => TakenDelivery;
  readonly #close: (mailbox: Bytes, day: number) => void;

  constructor(
    database: Database,
    log: SqliteLog,
    addLetter: (letter: NewLetter) => AddOutcome,
    attempt: <Result>(work: () => Result) => Promise<Result>,
  ) {
    this.#attempt = attempt;
    this.#statements = prepare(database);
    const { isClosed, addReply, addMark, deleteReplies, addClosed } = this.#statements;
    const take = database.transaction(({ replies, marks, letters }: Delivery, day: number) => {
      const open = replies.filter(({ mailbox }) => isClosed.get(mailbox) === undefined);
      for (const mark of marks) if (addMark.run(mark, day).changes > 0) log.addPending(mark);
      const added = open.filter(({ id, mailbox, body }) => addReply.run(id, mailbox, day, body).changes > 0);
      const newLetters = letters.filter((letter) => addLetter(letter) === 'added');
      return {
        added: added.length,
        known: open.length - added.length,
        closed: replies.length - open.length,
        letters: newLetters.length,
      };
    });
    const close = database.transaction((mailbox: Bytes, day: number) => {
      deleteReplies.run(mailbox);
      addClosed.run(mailbox, day);
    });
    this.#take = (delivery, day) => take.immediate(delivery, day);
    this.#close = (mailbox, day) => {
      close.immediate(mailbox, day);
    };
  }

  takeDelivery(delivery: Delivery, day: number): Promise<TakenDelivery> {
    return this.#attempt(() => this.#take(delivery, day));
  }

  repliesIn(mailbox: Bytes, page: number): Promise<readonly Bytes[]> {
    return this.#attempt(() => {
      const rows = this.#statements.repliesIn.all(mailbox, MAILBOX_REPLIES, page * MAILBOX_REPLIES) as Buffer[];
      return rows.map(toBytes);
    });
  }

  closeMailbox(mailbox: Bytes, day: number): Promise<void> {
    return this.#attempt(() => {
      this.#close(mailbox, day);
    });
  }

  expireMailboxes(day: number): Promise<void> {
    return this.#attempt(() => {
      this.#statements.expireReplies.run(day);
      this.#statements.expireClosed.run(day);
      this.#statements.expireMarks.run(day);
    });
  }
}

function prepare(database: Database) {
  return {
    isClosed: database.prepare('SELECT 1 FROM closed_mailboxes WHERE mailbox = ?').pluck(),
    addReply: database.prepare(
      'INSERT INTO replies (id, mailbox, day, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    ),
    addMark: database.prepare('INSERT INTO taken_marks (entry, day) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    expireMarks: database.prepare('DELETE FROM taken_marks WHERE day < ?'),
    repliesIn: database
      .prepare('SELECT body FROM replies WHERE mailbox = ? ORDER BY seq DESC LIMIT ? OFFSET ?')
      .pluck(),
    deleteReplies: database.prepare('DELETE FROM replies WHERE mailbox = ?'),
    addClosed: database.prepare('INSERT INTO closed_mailboxes (mailbox, day) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    expireReplies: database.prepare('DELETE FROM replies WHERE day < ?'),
    expireClosed: database.prepare('DELETE FROM closed_mailboxes WHERE day < ?'),
  };
}
