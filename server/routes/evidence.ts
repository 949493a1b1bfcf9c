import { Readable } from 'node:stream';

import type { Server } from '@tus/server';
import type { Request as HttpRequest, RequestHandler, Response as HttpResponse } from 'express';

import { CELL_BYTES, dayOf, EVIDENCE_BYTES_MAX, evidenceIdSchema, PATHS, WORK_HEADER } from '../../crypto/index.ts';

import type { Blobs } from '../blobs/blobs.ts';
import { acceptBody, discardBody } from '../body.ts';
import type { Clock } from '../clock.ts';
import { Refusal, type ProblemCode } from '../problems.ts';
import type { UploadStore } from '../store/store.ts';
import type { WorkGate } from '../work.ts';

const TUS_VERSION = '1.0.0';
const PIECE_TYPE = 'application/offset+octet-stream';
const READ_AHEAD_BYTES = 65_536;
const PASSED_IN = ['tus-resumable', 'upload-length', 'upload-offset', 'content-type', 'content-length'];
const PASSED_OUT = ['location', 'upload-length', 'upload-offset', 'tus-resumable', 'connection'];

export interface EvidenceDeps {
  readonly tus: Server;
  readonly store: UploadStore;
  readonly blobs: Blobs;
  readonly work: WorkGate;
  readonly clock: Clock;
}

/** `POST /api/evidence`: begins an upload of a length that is known and paid for. */
export function createEvidence({ tus, blobs, work }: EvidenceDeps): RequestHandler {
  return async (request, response) => {
    checkVersion(request);
    const length = announcedLength(request);
    const admission = await work.admit(request.get(WORK_HEADER));
    try {
      if ((await blobs.room()) < length) throw new Refusal('evidence-no-room');
      await passTo(tus, request, response);
      admission.accept();
    } catch (error) {
      admission.release();
      throw error;
    }
  };
}

/** `HEAD /api/evidence/:id`: how far an upload is. */
export function evidenceOffset({ tus }: EvidenceDeps): RequestHandler {
  return async (request, response) => {
    checkVersion(request);
    evidenceId(request);
    await passTo(tus, request, response);
  };
}

/** `PATCH /api/evidence/:id`: goes on with an upload. What arrived before a connection broke is kept. */
export function continueEvidence({ tus, store, blobs, clock }: EvidenceDeps): RequestHandler {
  return async (request, response) => {
    checkVersion(request);
    const id = evidenceId(request);
    if (request.get('Content-Type') !== PIECE_TYPE) throw new Refusal('type-unsupported');
    const offset = request.get('Upload-Offset');
    if (!isWholeNumber(offset)) throw new Refusal('evidence-malformed');
    // The library looks at all of this again under its lock, but only after it has begun to read the body.
    const upload = await store.upload(id);
    if (upload === null) throw new Refusal('evidence-not-found');
    if (Number(offset) + Number(request.get('Content-Length') ?? 0) > upload.bytes)
      throw new Refusal('evidence-too-large');
    if (Number(offset) !== (await blobs.size(id))) throw new Refusal('evidence-offset');
    await store.touchUpload(id, dayOf(clock()));
    await passTo(tus, request, response);
  };
}

function checkVersion(request: HttpRequest): void {
  if (request.get('Tus-Resumable') !== TUS_VERSION) throw new Refusal('tus-version', { 'Tus-Version': TUS_VERSION });
}

function evidenceId(request: HttpRequest): string {
  const id = evidenceIdSchema.safeParse(request.params['id']);
  if (!id.success) throw new Refusal('evidence-not-found');
  return id.data;
}

/** The length of the upload; everything that would say more about it than that is refused. */
function announcedLength(request: HttpRequest): number {
  if (request.get('Upload-Metadata')) throw new Refusal('evidence-malformed');
  if (request.get('Upload-Concat') !== undefined) throw new Refusal('evidence-malformed');
  if (request.get('Transfer-Encoding') !== undefined || (request.get('Content-Length') ?? '0') !== '0') {
    throw new Refusal('evidence-malformed');
  }
  const announced = request.get('Upload-Length');
  if (!isWholeNumber(announced)) throw new Refusal('evidence-length');
  const length = Number(announced);
  if (length > EVIDENCE_BYTES_MAX) throw new Refusal('evidence-too-large');
  if (length === 0 || length % CELL_BYTES !== 0) throw new Refusal('evidence-length');
  return length;
}

function isWholeNumber(text: string | undefined): boolean {
  return text !== undefined && /^(?:0|[1-9]\d{0,15})$/.test(text);
}

/** Hands a checked request to the library and gives its answer, with our errors in place of its own. */
async function passTo(tus: Server, request: HttpRequest, response: HttpResponse): Promise<void> {
  const answer = await tus.handleWeb(webRequest(request, response));
  if (answer.status >= 400) throw new Refusal(problemFor(answer.status));
  for (const name of PASSED_OUT) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.status(answer.status).end();
  discardBody(request);
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

function webRequest(request: HttpRequest, response: HttpResponse): Request {
  const headers = new Headers();
  for (const name of PASSED_IN) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const id = request.params['id'];
  const url = `http://localhost${PATHS.evidence}${typeof id === 'string' ? `/${id}` : ''}`;
  if (request.method !== 'PATCH') return new Request(url, { method: request.method, headers });
  const body = Readable.from(arriving(request, response), { objectMode: false, highWaterMark: READ_AHEAD_BYTES });
  // Node's streams are those of the web, though TypeScript's two descriptions of them differ.
  const init = { method: 'PATCH', headers, body: Readable.toWeb(body), duplex: 'half' } as unknown as RequestInit;
  return new Request(url, init);
}

/** The body as it comes. A broken connection ends it quietly, so that all that came is written and the client can go on from there. */
async function* arriving(request: HttpRequest, response: HttpResponse): AsyncGenerator<Uint8Array> {
  acceptBody(request, response);
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false })) yield piece as Uint8Array;
  } catch (error) {
    if (!request.errored) throw error;
  }
}
