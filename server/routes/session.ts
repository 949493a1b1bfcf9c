import type { RequestHandler } from 'express';

import { passkeyAnswerSchema, signInSchema, type RandomBytes } from '../../crypto/index.ts';

import type { Clock } from '../clock.ts';
import { readJsonBody } from '../json-body.ts';
import { Refusal } from '../problems.ts';
import { accountName } from '../review/accounts.ts';
import type { AuditTrail } from '../review/audit.ts';
import type { BackOff } from '../review/back-off.ts';
import type { FactorChecker } from '../review/factor-check.ts';
import { siteOf, type Passkeys } from '../review/passkeys.ts';
import type { PassphraseChecker } from '../review/passphrase.ts';
import { requireSameOrigin } from '../review/same-origin.ts';
import { requireSession, type Sessions } from '../review/sessions.ts';
import type { AccountStore } from '../store/store.ts';

export interface SessionDeps {
  readonly accounts: AccountStore;
  readonly checker: PassphraseChecker;
  readonly factors: FactorChecker;
  readonly passkeys: Passkeys;
  readonly backOff: BackOff;
  readonly sessions: Sessions;
  readonly trail: AuditTrail;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/**
 * `POST /api/review/session`: signs in. An unknown name, a wrong pass phrase and a wrong second factor get the same answer, as late.
 * Whoever shows the account's passkey does not wait for what others try at its name; a code of six digits could be guessed, so it
 * opens no such way.
 */
export function signIn(deps: SessionDeps): RequestHandler {
  const { accounts, checker, factors, backOff, sessions, trail, clock } = deps;
  return async (request, response) => {
    requireSameOrigin(request);
    const asked = await readJsonBody(request, response, signInSchema, 'sign-in-malformed');
    const name = accountName(asked.name);
    const account = await accounts.find(name);
    const shown = await factors.check(account, asked.second, siteOf(request.get('Host')), clock());
    const guess = shown?.kind === 'passkey' ? `${name}\0passkey` : name; // no account's name holds such a character
    backOff.begin(guess, account !== null);
    const holds = await checker.check(account?.digest ?? null, asked.passphrase);
    if (!holds || shown === null || (shown.kind !== 'none' && !(await accounts.useFactor(name, shown.used)))) {
      await trail.refuse();
      throw new Refusal('sign-in-failed');
    }
    backOff.succeeded(guess);
    await trail.record(name, { act: 'signed-in', factor: shown.kind });
    await sessions.begin(name, response);
    response.status(204).end();
  };
}

/** `POST /api/review/passkey`: what a passkey is to sign, the same kind of answer for everybody. */
export function askPasskey({ passkeys }: SessionDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request);
    const site = siteOf(request.get('Host'));
    response.json(passkeyAnswerSchema.parse({ passkey: site && (await passkeys.authentication(site)) }));
  };
}

/** `DELETE /api/review/session`: signs out, whether or not anybody was signed in. */
export function signOut({ sessions }: SessionDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request);
    await sessions.end(request, response);
    response.status(204).end();
  };
}

/** `DELETE /api/review/sessions`: ends all sessions of the account, on every machine. */
export function signOutEverywhere({ sessions, trail }: SessionDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request);
    const account = await requireSession(request, sessions);
    await trail.record(account, { act: 'signed-out-everywhere' });
    await sessions.endAll(account, response);
    response.status(204).end();
  };
}
