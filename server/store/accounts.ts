import type { Database } from 'better-sqlite3';

import { toBytes, type Bytes } from '../../crypto/index.ts';

import type { Account, AccountEntry, AccountStore, Enrolment, Invitation } from './store.ts';

interface AccountRow {
  readonly name: string;
  readonly digest: string;
  readonly fetched: number;
  readonly factor: Buffer | null;
  readonly used: number | null;
}

/** Reviewers' sign-ins: accounts, their second factors, invitations and sessions. What `attempt` wraps is one transaction at most. */
export class SqliteAccounts implements AccountStore {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #attempt: <Result>(work: () => Result) => Promise<Result>;
  readonly #enrol: (code: Bytes, nowHour: number, enrolment: Enrolment) => string | null;

  constructor(database: Database, attempt: <Result>(work: () => Result) => Promise<Result>) {
    this.#attempt = attempt;
    this.#statements = prepare(database);
    const { takeInvitation, putAccount, putFactor, removeSessions } = this.#statements;
    const enrol = database.transaction((code: Bytes, nowHour: number, { digest, factor, used }: Enrolment) => {
      const name = takeInvitation.get(code, nowHour) as string | undefined;
      if (name === undefined) return null;
      putAccount.run(name, digest);
      putFactor.run(name, factor, used);
      removeSessions.run(name);
      return name;
    });
    this.#enrol = (code, nowHour, enrolment) => enrol.immediate(code, nowHour, enrolment);
  }

  add(name: string, digest: string): Promise<boolean> {
    return this.#attempt(() => this.#statements.addAccount.run(name, digest).changes > 0);
  }

  remove(name: string): Promise<boolean> {
    return this.#attempt(() => {
      const { removeAccount, removeInvitation } = this.#statements;
      return removeAccount.run(name).changes + removeInvitation.run(name).changes > 0;
    });
  }

  list(): Promise<readonly AccountEntry[]> {
    return this.#attempt(() => {
      const rows = this.#statements.accounts.all() as { name: string; hasFactor: number }[];
      return rows.map(({ name, hasFactor }) => ({ name, hasSecondFactor: hasFactor > 0 }));
    });
  }

  find(name: string): Promise<Account | null> {
    return this.#attempt(() => {
      const row = this.#statements.account.get(name) as AccountRow | undefined;
      if (!row) return null;
      const { digest, fetched, factor, used } = row;
      return { name, digest, fetched, factor: factor && { sealed: toBytes(factor), used: used ?? 0 } };
    });
  }

  useFactor(name: string, used: number): Promise<boolean> {
    return this.#attempt(() => this.#statements.useFactor.run(used, name, used).changes > 0);
  }

  fetched(name: string, cursor: number): Promise<void> {
    return this.#attempt(() => void this.#statements.fetched.run(cursor, name, cursor));
  }

  invite({ code, name, expiresHour }: Invitation): Promise<void> {
    return this.#attempt(() => void this.#statements.invite.run(code, name, expiresHour));
  }

  invitation(code: Bytes, nowHour: number): Promise<string | null> {
    return this.#attempt(() => (this.#statements.invitation.get(code, nowHour) as string | undefined) ?? null);
  }

  invitations(nowHour: number): Promise<readonly Omit<Invitation, 'code'>[]> {
    return this.#attempt(() => this.#statements.invitations.all(nowHour) as Omit<Invitation, 'code'>[]);
  }

  enrol(code: Bytes, nowHour: number, enrolment: Enrolment): Promise<string | null> {
    return this.#attempt(() => this.#enrol(code, nowHour, enrolment));
  }

  addSession(token: Bytes, account: string, expiresHour: number): Promise<void> {
    return this.#attempt(() => void this.#statements.addSession.run(token, account, expiresHour));
  }

  sessionAccount(token: Bytes, nowHour: number): Promise<string | null> {
    return this.#attempt(() => (this.#statements.sessionAccount.get(token, nowHour) as string | undefined) ?? null);
  }

  removeSession(token: Bytes): Promise<void> {
    return this.#attempt(() => void this.#statements.removeSession.run(token));
  }

  removeSessions(account: string): Promise<number> {
    return this.#attempt(() => this.#statements.removeSessions.run(account).changes);
  }

  removeExpired(nowHour: number): Promise<void> {
    return this.#attempt(() => {
      this.#statements.removeExpiredSessions.run(nowHour);
      this.#statements.removeExpiredInvitations.run(nowHour);
    });
  }
}

function prepare(database: Database) {
  return {
    addAccount: database.prepare('INSERT INTO accounts (name, digest) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    putAccount: database.prepare(
      'INSERT INTO accounts (name, digest) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET digest = excluded.digest',
    ),
    putFactor: database.prepare('INSERT OR REPLACE INTO second_factors (account, sealed, used) VALUES (?, ?, ?)'),
    removeAccount: database.prepare('DELETE FROM accounts WHERE name = ?'),
    accounts: database.prepare(
      'SELECT name, EXISTS (SELECT 1 FROM second_factors WHERE account = name) AS hasFactor FROM accounts ORDER BY name',
    ),
    account: database.prepare(
      'SELECT name, digest, fetched, sealed AS factor, used FROM accounts LEFT JOIN second_factors ON account = name WHERE name = ?',
    ),
    // 0 is the counter of a passkey that does not count.
    useFactor: database.prepare('UPDATE second_factors SET used = ? WHERE account = ? AND (used < ? OR used = 0)'),
    fetched: database.prepare('UPDATE accounts SET fetched = ? WHERE name = ? AND fetched < ?'),
    invite: database.prepare('INSERT OR REPLACE INTO invitations (code, name, expires_hour) VALUES (?, ?, ?)'),
    invitation: database.prepare('SELECT name FROM invitations WHERE code = ? AND expires_hour > ?').pluck(),
    invitations: database.prepare(
      'SELECT name, expires_hour AS expiresHour FROM invitations WHERE expires_hour > ? ORDER BY name',
    ),
    takeInvitation: database
      .prepare('DELETE FROM invitations WHERE code = ? AND expires_hour > ? RETURNING name')
      .pluck(),
    removeInvitation: database.prepare('DELETE FROM invitations WHERE name = ?'),
    removeExpiredInvitations: database.prepare('DELETE FROM invitations WHERE expires_hour <= ?'),
    addSession: database.prepare('INSERT INTO sessions (token, account, expires_hour) VALUES (?, ?, ?)'),
    sessionAccount: database.prepare('SELECT account FROM sessions WHERE token = ? AND expires_hour > ?').pluck(),
    removeSession: database.prepare('DELETE FROM sessions WHERE token = ?'),
    removeSessions: database.prepare('DELETE FROM sessions WHERE account = ?'),
    removeExpiredSessions: database.prepare('DELETE FROM sessions WHERE expires_hour <= ?'),
  };
}
