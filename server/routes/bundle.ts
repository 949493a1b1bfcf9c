import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Request, RequestHandler } from 'express';

import { BUNDLE_TYPE, LETTERS_HEADER } from '../../crypto/index.ts';

import { streamBundle, type BundleDeps } from '../bundle.ts';
import { Refusal } from '../problems.ts';
import { refuseCrossSite } from '../review/same-origin.ts';
import { requireSession, type Sessions } from '../review/sessions.ts';

/** `GET /api/review/bundle?after=CURSOR`: the letters since the last fetch, for a signed-in reviewer. */
export function getBundle({ sessions, ...deps }: BundleDeps & { readonly sessions: Sessions }): RequestHandler {
  return async (request, response) => {
    refuseCrossSite(request);
    await requireSession(request, sessions);
    const after = cursorIn(request);
    const outlook = await deps.store.outlookAfter(after);
    if (outlook === null) throw new Refusal('cursor-invalid');
    response.setHeader('Content-Type', BUNDLE_TYPE);
    response.setHeader(LETTERS_HEADER, String(outlook.letters));
    const records = Readable.from(streamBundle(after, outlook.until, deps), { highWaterMark: 1 });
    await pipeline(records, response);
  };
}

function cursorIn(request: Request): number {
  const { after = '0' } = request.query;
  if (typeof after !== 'string' || !/^(?:0|[1-9]\d{0,15})$/.test(after)) throw new Refusal('cursor-invalid');
  const cursor = Number(after);
  if (!Number.isSafeInteger(cursor)) throw new Refusal('cursor-invalid');
  return cursor;
}
