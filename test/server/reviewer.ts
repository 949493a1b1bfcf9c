import { HOTP, Secret } from 'otpauth';

import {
  invitationAnswerSchema,
  PATHS,
  statusSchema,
  systemRandom,
  type InvitationAnswer,
  type ReviewStatus,
} from '../../crypto/index.ts';
import { invite } from '../../server/review/invitations.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { AuditStore } from '../../server/store/store.ts';
import { accountDeps, type TestServer } from './helpers.ts';

export const NEW_PASSPHRASE = 'amber ticket velvet harbour';

export function post(server: Pick<TestServer, 'url'>, path: string, body: unknown, headers = {}): Promise<Response> {
  return fetch(server.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Invites as the command line does, beside the running server. */
export async function inviteTo(server: TestServer, name: string, now: Date): Promise<string> {
  const store = openSqliteStore(server.database);
  try {
    return await invite(accountDeps(store), name, now, systemRandom);
  } finally {
    await store.close();
  }
}

/** The code that an authenticator app shows; `steps` later or earlier. */
export function codeAt(secret: string, now: Date, steps = 0): string {
  const counter = Math.floor(now.getTime() / 30_000) + steps;
  return HOTP.generate({ secret: Secret.fromBase32(secret), counter, digits: 6, algorithm: 'SHA1' });
}

export async function read(server: TestServer, code: string): Promise<InvitationAnswer> {
  return invitationAnswerSchema.parse(await (await post(server, PATHS.invitation, { code })).json());
}

export interface Enrolled {
  readonly secret: string;
  readonly cookie: string;
}

/** Goes the whole way of an invitation, with an authenticator app. */
export async function enrolWithApp(server: TestServer, name: string, now: Date): Promise<Enrolled> {
  const code = await inviteTo(server, name, now);
  const { secret } = (await read(server, code)).totp;
  const second = { kind: 'totp', secret, code: codeAt(secret, now) };
  const response = await post(server, PATHS.enrolment, { code, passphrase: NEW_PASSPHRASE, second });
  if (response.status !== 204) throw new Error(`enrolment: ${String(response.status)} ${await response.text()}`);
  return { secret, cookie: cookieOf(response) };
}

export function cookieOf(response: Response): string {
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

export async function statusOf(server: TestServer, cookie: string, query = ''): Promise<ReviewStatus> {
  const response = await fetch(server.url + PATHS.status + query, { headers: { Cookie: cookie } });
  return statusSchema.parse(await response.json());
}

/** What the trail says, without numbers and times. */
export async function actsIn(server: TestServer): Promise<unknown[]> {
  return withAudit(server, async (audit) =>
    (await audit.rowsAfter(0)).map(({ entry }) => {
      const { number, at, ...rest } = JSON.parse(entry) as Record<string, unknown>;
      if (typeof number !== 'number' || typeof at !== 'string') throw new Error('no number or time');
      return rest;
    }),
  );
}

export async function withAudit<T>(server: TestServer, work: (audit: AuditStore) => Promise<T>): Promise<T> {
  const store = openSqliteStore(server.database);
  try {
    return await work(store.audit);
  } finally {
    await store.close();
  }
}
