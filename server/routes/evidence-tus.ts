import { Readable } from 'node:stream';

import type { Server } from '@tus/server';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';

import { PATHS } from '../../crypto/index.ts';

import { discardBody } from '../body.ts';
import { Refusal, type ProblemCode } from '../problems.ts';

const READ_AHEAD_BYTES = 65_536;
const PASSED_IN = [
  'tus-resumable',
  'upload-defer-length',
  'upload-length',
  'upload-offset',
  'content-type',
  'content-length',
];
const PASSED_OUT = ['location', 'upload-defer-length', 'upload-length', 'upload-offset', 'tus-resumable', 'connection'];

export interface PassedOn {
  readonly body?: AsyncIterable<Uint8Array>;
  /** A header that was checked and is not the library's concern. */
  readonly without?: string;
}

/** Hands a checked request to the library and gives its answer, with our errors in place of its own. */
export async function passTo(
  tus: Server,
  request: HttpRequest,
  { body, without }: PassedOn = {},
): Promise<(response: HttpResponse) => void> {
  const headers = new Headers();
  for (const name of PASSED_IN) {
    const value = request.get(name);
    if (value !== undefined && name !== without) headers.set(name, value);
  }
  const answer = await tus.handleWeb(webRequest(request, headers, body));
  if (answer.status >= 400) throw new Refusal(problemFor(answer.status));
  return (response) => {
    for (const name of PASSED_OUT) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.status(answer.status).end();
    discardBody(request);
  };
}

function problemFor(status: number): ProblemCode {
  switch (status) {
    case 404:
    case 410:
      return 'evidence-not-found';
    case 409:
      return 'evidence-offset';
    case 413:
      return 'evidence-too-large';
    default:
      return status < 500 ? 'evidence-malformed' : 'storage-unavailable';
  }
}

function webRequest(request: HttpRequest, headers: Headers, body: AsyncIterable<Uint8Array> | undefined): Request {
  const id = request.params['id'];
  const url = `http://localhost${PATHS.evidence}${typeof id === 'string' ? `/${id}` : ''}`;
  if (body === undefined) return new Request(url, { method: request.method, headers });
  const stream = Readable.toWeb(Readable.from(body, { objectMode: false, highWaterMark: READ_AHEAD_BYTES }));
  // Node's streams are those of the web, though TypeScript's two descriptions of them differ.
  const init = { method: request.method, headers, body: stream, duplex: 'half' } as unknown as RequestInit;
  return new Request(url, init);
}
