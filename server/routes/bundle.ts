import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Request, RequestHandler } from 'express';

import { BUNDLE_TYPE, LETTERS_HEADER } from '../../crypto/index.ts';

import { streamBundle, type BundleDeps } from '../bundle.ts';
import { Refusal } from '../problems.ts';
import { refuseCrossSite } from '../review/same-origin.ts';
import type { AuditTrail } from '../review/audit.ts';
import { requireSession, type Sessions } from '../review/sessions.ts';

export interface FetchDeps extends BundleDeps {
  readonly sessions: Sessions;
  readonly trail: AuditTrail;
}

/** `GET /api/review/bundle?after=CURSOR`: the letters after a cursor, for a signed-in reviewer. The trail names them before the first byte goes out. */
export function getBundle({ sessions, trail, ...deps }: FetchDeps): RequestHandler {
  return async (request, response) => {
    refuseCrossSite(request);
    const account = await requireSession(request, sessions);
    const after = cursorIn(request);
    const outlook = await deps.store.outlookAfter(after);
    if (outlook === null) throw new Refusal('cursor-invalid');
    await trail.record(account, { act: 'fetched', after, until: outlook.until });
    response.setHeader('Content-Type', BUNDLE_TYPE);
    response.setHeader(LETTERS_HEADER, String(outlook.letters));
    const records = Readable.from(streamBundle(after, outlook.until, deps), { highWaterMark: 1 });
    await pipeline(records, response);
  };
}

/** Throws `cursor-invalid`. */
export function cursorIn(request: Request): number {
  const { after = '0' } = request.query;
  if (typeof after !== 'string' || !/^(?:0|[1-9]\d{0,15})$/.test(after)) throw new Refusal('cursor-invalid');
  const cursor = Number(after);
  if (!Number.isSafeInteger(cursor)) throw new Refusal('cursor-invalid');
  return cursor;
}
