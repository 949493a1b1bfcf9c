import { createHash } from 'node:crypto';

import type { Request, Response } from 'express';

import { toBytes, type Bytes, type RandomBytes } from '../../crypto/index.ts';

import type { Clock } from '../clock.ts';
import { Refusal } from '../problems.ts';
import type { SessionStore } from '../store/store.ts';

/** `__Host-` ties it to this origin, over TLS or loopback only, at every path. */
export const SESSION_COOKIE = '__Host-amparo';
const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;
const TOKEN_BYTES = 32;
const TOKEN_TEXT = /^[A-Za-z0-9_-]{43}$/;
const SESSION_HOURS = 12; // a working day
const HOUR_MS = 3_600_000;

/** Who is signed in. Only hashes of tokens are stored: the database lets nobody in. */
export class Sessions {
  readonly #store: SessionStore;
  readonly #clock: Clock;
  readonly #random: RandomBytes;

  constructor(store: SessionStore, clock: Clock, random: RandomBytes) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
  }

  async begin(account: string, response: Response): Promise<void> {
    const token = Buffer.from(this.#random(TOKEN_BYTES)).toString('base64url');
    await this.#store.removeExpired(this.#hour());
    await this.#store.addSession(hashOf(token), account, this.#hour() + SESSION_HOURS);
    response.cookie(SESSION_COOKIE, token, COOKIE);
  }

  async account(request: Request): Promise<string | null> {
    const token = tokenIn(request);
    return token === undefined ? null : this.#store.sessionAccount(hashOf(token), this.#hour());
  }

  async end(request: Request, response: Response): Promise<void> {
    const token = tokenIn(request);
    if (token !== undefined) await this.#store.removeSession(hashOf(token));
    response.clearCookie(SESSION_COOKIE, COOKIE);
  }

  /** Ends all sessions of an account, this one included; gives how many there were. */
  async endAll(account: string, response: Response): Promise<number> {
    response.clearCookie(SESSION_COOKIE, COOKIE);
    return this.#store.removeSessions(account);
  }

  #hour(): number {
    return hourOf(this.#clock());
  }
}

/** Hours since 1970. */
export function hourOf(instant: Date): number {
  return Math.floor(instant.getTime() / HOUR_MS);
}

/** Gives the account, or throws `sign-in-required`. */
export async function requireSession(request: Request, sessions: Sessions): Promise<string> {
  const account = await sessions.account(request);
  if (account === null) throw new Refusal('sign-in-required');
  return account;
}

function tokenIn(request: Request): string | undefined {
  const prefix = `${SESSION_COOKIE}=`;
  const cookie = (request.get('Cookie') ?? '').split(';').find((pair) => pair.trim().startsWith(prefix));
  const token = cookie?.trim().slice(prefix.length);
  return token !== undefined && TOKEN_TEXT.test(token) ? token : undefined;
}

function hashOf(token: string): Bytes {
  return toBytes(createHash('sha256').update(token).digest());
}
