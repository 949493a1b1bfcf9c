import type { RequestHandler } from 'express';

import { fetchedSchema, statusSchema, toHex } from '../../crypto/index.ts';

import { readJsonBody } from '../json-body.ts';
import { refuseCrossSite, requireSameOrigin } from '../review/same-origin.ts';
import { requireSession, type Sessions } from '../review/sessions.ts';
import { Refusal } from '../problems.ts';
import type { AccountStore, AuditStore, LetterStore } from '../store/store.ts';
import { cursorIn } from './bundle.ts';

const NO_ROWS = { number: 0, hash: new Uint8Array(32) };

export interface StatusDeps {
  readonly store: LetterStore;
  readonly accounts: AccountStore;
  readonly audit: AuditStore;
  readonly sessions: Sessions;
}

/** `GET /api/review/status?after=CURSOR`: what waits on the server beyond the cursor, or beyond the account's last fetch. */
export function getStatus({ store, accounts, audit, sessions }: StatusDeps): RequestHandler {
  return async (request, response) => {
    refuseCrossSite(request);
    const name = await requireSession(request, sessions);
    const account = await accounts.find(name);
    if (account === null) throw new Refusal('sign-in-required');
    const after = request.query['after'] === undefined ? account.fetched : cursorIn(request);
    const { number: rows, hash } = (await audit.last()) ?? NO_ROWS;
    response.json(
      statusSchema.parse({
        name,
        hasSecondFactor: account.factor !== null,
        after,
        ...(await store.waitingAfter(after)),
        audit: { rows, head: toHex(hash) },
      }),
    );
  };
}

/**
 * `POST /api/review/fetched`: how far a reviewer has saved what they fetched; what came later counts as new for them. That the last byte
 * has left the server would not do: it may be lost on the way, and with it a letter that nobody looks for.
 */
export function postFetched({ store, accounts, sessions }: StatusDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request);
    const name = await requireSession(request, sessions);
    const { cursor } = await readJsonBody(request, response, fetchedSchema, 'cursor-invalid');
    if ((await store.outlookAfter(cursor)) === null) throw new Refusal('cursor-invalid');
    await accounts.fetched(name, cursor);
    response.status(204).end();
  };
}
