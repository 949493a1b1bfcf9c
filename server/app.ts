import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';

import { PATHS, type RandomBytes } from '../crypto/index.ts';

import type { DiskBlobs } from './blobs/disk.ts';
import { createTus } from './blobs/tus.ts';
import { BodyError, discardBody } from './body.ts';
import type { Clock, Log } from './clock.ts';
import type { DirectoryFile } from './directory-file.ts';
import { setHeaders } from './headers.ts';
import { sendOn, sendToLanguage, servePages, type Pages } from './pages.ts';
import { Refusal, sendProblem } from './problems.ts';
import { BackOff } from './review/back-off.ts';
import type { PassphraseChecker } from './review/passphrase.ts';
import { Sessions } from './review/sessions.ts';
import { getBundle } from './routes/bundle.ts';
import { continueEvidence, createEvidence, evidenceOffset } from './routes/evidence.ts';
import { LETTER_TIMEOUT_MS, postReport } from './routes/reports.ts';
import { signIn, signOut } from './routes/session.ts';
import { StorageUnavailable, type Store } from './store/store.ts';
import type { WorkGate } from './work.ts';

export interface AppDeps {
  readonly store: Store;
  readonly blobs: DiskBlobs;
  readonly work: WorkGate;
  readonly checker: PassphraseChecker;
  readonly directory: DirectoryFile;
  readonly pages: Pages;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly log: Log;
  readonly letterTimeoutMs?: number;
}

const HEADERS_MAX = 100;

/** Everything that the server answers, without listening. */
export function createApp(deps: AppDeps): Express {
  const { store, work, directory, pages, clock, random, log, letterTimeoutMs = LETTER_TIMEOUT_MS } = deps;
  const sessions = new Sessions(store, clock, random);
  const evidence = { ...deps, tus: createTus(deps) };
  const review = { ...deps, sessions, backOff: new BackOff(clock) };

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.enable('case sensitive routing').enable('strict routing');
  app.use(prepare);

  app.route(PATHS.health).get(getHealth).all(only('GET, HEAD'));
  app.route(PATHS.directory).get(getDirectory(directory)).all(only('GET, HEAD'));
  app.route(PATHS.work).get(getWork(work)).all(only('GET, HEAD'));
  app
    .route(PATHS.reports)
    .post(postReport({ ...deps, letterTimeoutMs }))
    .all(only('POST'));
  app.route(PATHS.evidence).post(createEvidence(evidence)).all(only('POST'));
  app
    .route(`${PATHS.evidence}/:id`)
    .head(evidenceOffset(evidence))
    .patch(continueEvidence(evidence))
    .all(only('HEAD, PATCH'));
  app.route(PATHS.session).post(signIn(review)).delete(signOut(review)).all(only('POST, DELETE'));
  app.route(PATHS.bundle).head(only('GET')).get(getBundle(review)).all(only('GET'));

  app.route('/').get(sendToLanguage(pages)).all(only('GET, HEAD'));
  app.use(readable(pages), servePages(pages));
  app.use(refuseAll('not-found'));
  app.use(answerError(log));
  return app;
}

const prepare: RequestHandler = (request, response, next) => {
  setHeaders(response);
  if (request.headers.host === undefined && request.httpVersion !== '1.0') throw new Refusal('request-malformed');
  // Node would drop headers beyond its own limit in silence, and with them what our checks look for.
  if (request.rawHeaders.length > HEADERS_MAX * 2) throw new Refusal('headers-too-large');
  next();
};

const getHealth: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' });
};

function getDirectory(directory: DirectoryFile): RequestHandler {
  return async (_request, response) => {
    const bytes = await directory.read();
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Content-Length', bytes.length);
    response.end(bytes);
  };
}

function getWork(work: WorkGate): RequestHandler {
  return async (_request, response) => {
    response.json(await work.challenge());
  };
}

function only(methods: string): RequestHandler {
  return () => {
    throw new Refusal('method-not-allowed', { Allow: methods });
  };
}

/** Pages are there to be read: another method on one is refused as such. `/en` is sent on to `/en/`. */
function readable(pages: Pages): RequestHandler {
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && pages.find(request.path)) throw new Refusal('method-not-allowed', { Allow: 'GET, HEAD' });
    const folder = `${request.path}/`;
    if (isRead && pages.find(folder)) sendOn(response, folder);
    else next();
  };
}

function refuseAll(code: 'not-found'): RequestHandler {
  return () => {
    throw new Refusal(code);
  };
}

/** Every error becomes one of the table. What is not ours is told to the operator by its place in the code alone. */
function answerError(log: Log): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters
  return (error: unknown, request, response, _next) => {
    const { code, headers } = refusalFor(error, response, log);
    sendProblem(response, code, headers);
    discardBody(request);
  };
}

function refusalFor(error: unknown, response: Response, log: Log): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof BodyError) return new Refusal(error.code);
  if (error instanceof StorageUnavailable) return storageUnavailable(error.reason, log);
  if (error instanceof URIError) return new Refusal('not-found');
  if (isDiskError(error)) return storageUnavailable(error.code, log);
  if (response.destroyed || response.socket?.destroyed !== false) return new Refusal('body-incomplete');
  log(`internal error\n${placeOf(error)}`);
  return new Refusal('internal');
}

function storageUnavailable(reason: string, log: Log): Refusal {
  log(`storage unavailable: ${reason}`);
  return new Refusal('storage-unavailable', { 'Retry-After': '60' });
}

const NETWORK_ERRORS = ['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** Such as ENOSPC; what the system says of a connection is no news to anybody. */
function isDiskError(error: unknown): error is Error & { readonly code: string } {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return false;
  return typeof error.code === 'string' && !NETWORK_ERRORS.includes(error.code);
}

/** The stack without the message, which may hold something of a request. */
function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
