import type { Request, RequestHandler, Response } from 'express';

import { parse, parseJson, signInSchema, type SignIn } from '../../crypto/index.ts';

import { readBody } from '../body.ts';
import { Refusal } from '../problems.ts';
import { accountName } from '../review/accounts.ts';
import type { BackOff } from '../review/back-off.ts';
import type { PassphraseChecker } from '../review/passphrase.ts';
import { requireSameOrigin } from '../review/same-origin.ts';
import type { Sessions } from '../review/sessions.ts';
import type { AccountStore } from '../store/store.ts';

const BODY_BYTES_MAX = 16_384; // a name of 100 and a pass phrase of 1,000 characters, escaped as JSON allows
const BODY_TIMEOUT_MS = 30_000;

export interface SessionDeps {
  readonly store: AccountStore;
  readonly checker: PassphraseChecker;
  readonly backOff: BackOff;
  readonly sessions: Sessions;
}

/** `POST /api/review/session`: signs in. An unknown name and a wrong pass phrase get the same answer, as late. */
export function signIn({ store, checker, backOff, sessions }: SessionDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request);
    const { name: written, passphrase } = await readSignIn(request, response);
    const name = accountName(written);
    const digest = await store.accountDigest(name);
    backOff.begin(name, digest !== null);
    if (!(await checker.check(digest, passphrase))) throw new Refusal('sign-in-failed');
    backOff.succeeded(name);
    await sessions.begin(name, response);
    response.status(204).end();
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

async function readSignIn(request: Request, response: Response): Promise<SignIn> {
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(request.get('Content-Type') ?? '')) {
    throw new Refusal('type-unsupported', { Accept: 'application/json' });
  }
  const length = request.get('Content-Length');
  if (length === undefined) throw new Refusal('length-required');
  if (Number(length) > BODY_BYTES_MAX) throw new Refusal('body-too-large');
  const body = await readBody(request, response, Number(length), BODY_TIMEOUT_MS);
  try {
    return parse(signInSchema, parseJson(body, 'encoding-invalid'), 'encoding-invalid');
  } catch {
    throw new Refusal('sign-in-malformed');
  }
}
