import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';

import { PATHS, type RandomBytes } from '../crypto/index.ts';

import type { DiskBlobs } from './blobs/disk.ts';
import { EvidenceRoom } from './blobs/room.ts';
import { createTus } from './blobs/tus.ts';
import { discardBody } from './body.ts';
import type { Clock, Log } from './clock.ts';
import type { DirectoryFile } from './directory-file.ts';
import type { SetHeaders } from './headers.ts';
import type { LogFiles } from './log/log-files.ts';
import type { LogKey } from './log/log-key.ts';
import { sendOn, sendToLanguage, servePages, type Pages } from './pages.ts';
import { PARCEL_LIMITS, ParcelGate, type ParcelLimits } from './parcel-gate.ts';
import { Refusal, sendProblem } from './problems.ts';
import { refusalFor } from './refusal-for.ts';
import { AuditTrail } from './review/audit.ts';
import { BackOff } from './review/back-off.ts';
import { Challenges } from './review/challenges.ts';
import { FactorChecker } from './review/factor-check.ts';
import { Passkeys } from './review/passkeys.ts';
import type { PassphraseChecker } from './review/passphrase.ts';
import type { FactorVault } from './review/second-factor.ts';
import { Sessions } from './review/sessions.ts';
import { getBundle } from './routes/bundle.ts';
import { enrol, readInvitation } from './routes/enrolment.ts';
import { continueEvidence, createEvidence, deleteEvidence, evidenceOffset } from './routes/evidence.ts';
import { serveLog } from './routes/log.ts';
import { postClosing, postPoll } from './routes/mailboxes.ts';
import { postParcel, type ParcelDeps } from './routes/parcels.ts';
import { postReplies } from './routes/replies.ts';
import { LETTER_TIMEOUT_MS, postReport } from './routes/reports.ts';
import { askPasskey, signIn, signOut, signOutEverywhere } from './routes/session.ts';
import { getStatus, postFetched } from './routes/status.ts';
import type { Store } from './store/store.ts';
import type { WorkGate } from './work.ts';

export interface AppDeps {
  readonly store: Store;
  readonly blobs: DiskBlobs;
  readonly work: WorkGate;
  readonly checker: PassphraseChecker;
  readonly vault: FactorVault;
  readonly directory: DirectoryFile;
  readonly pages: Pages;
  readonly setHeaders: SetHeaders;
  /** The published files of the public log. */
  readonly logFiles: LogFiles;
  readonly logKey: LogKey;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly log: Log;
  readonly letterTimeoutMs?: number;
  readonly parcelLimits?: ParcelLimits;
  readonly parcelStretch?: ParcelDeps['stretch'];
}

const HEADERS_MAX = 100;

/** Everything that the server answers, without listening. */
export function createApp(deps: AppDeps): Express {
  const { store, work, directory, pages, clock, log, letterTimeoutMs = LETTER_TIMEOUT_MS } = deps;
  const evidence = { ...deps, tus: createTus(deps), room: new EvidenceRoom(deps) };
  const gate = new ParcelGate(clock, deps.parcelLimits ?? PARCEL_LIMITS);
  const review = reviewDeps(deps);

  const mailbox = { ...deps, mailboxes: store.mailboxes };

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.enable('case sensitive routing').enable('strict routing');
  app.use(prepare(deps.setHeaders));

  app.route(PATHS.health).get(getHealth).all(only('GET, HEAD'));
  app.route(PATHS.directory).get(getDirectory(directory)).all(only('GET, HEAD'));
  app.route(PATHS.work).get(getWork(work)).all(only('GET, HEAD'));
  app
    .route(PATHS.reports)
    .post(postReport({ ...deps, letterTimeoutMs }))
    .all(only('POST'));
  app
    .route(PATHS.parcels)
    .post(postParcel({ ...deps, gate, letterTimeoutMs, ...(deps.parcelStretch && { stretch: deps.parcelStretch }) }))
    .all(only('POST'));
  app.route(PATHS.evidence).post(createEvidence(evidence)).all(only('POST'));
  app
    .route(`${PATHS.evidence}/:id`)
    .head(evidenceOffset(evidence))
    .patch(continueEvidence(evidence))
    .delete(deleteEvidence(evidence))
    .all(only('DELETE, HEAD, PATCH'));
  app.route(PATHS.mailboxes).post(postPoll(mailbox)).all(only('POST'));
  app.route(PATHS.closedMailboxes).post(postClosing(mailbox)).all(only('POST'));
  app.route(PATHS.session).post(signIn(review)).delete(signOut(review)).all(only('POST, DELETE'));
  app.route(PATHS.sessions).delete(signOutEverywhere(review)).all(only('DELETE'));
  app.route(PATHS.passkey).post(askPasskey(review)).all(only('POST'));
  app.route(PATHS.invitation).post(readInvitation(review)).all(only('POST'));
  app.route(PATHS.enrolment).post(enrol(review)).all(only('POST'));
  app.route(PATHS.fetched).post(postFetched(review)).all(only('POST'));
  app.route(PATHS.status).head(only('GET')).get(getStatus(review)).all(only('GET'));
  app.route(PATHS.bundle).head(only('GET')).get(getBundle(review)).all(only('GET'));

  app.use(serveLog(deps.logFiles));
  app
    .route(PATHS.replies)
    .post(postReplies({ ...review, ...mailbox }))
    .all(only('POST'));

  app.route('/').get(sendToLanguage(pages)).all(only('GET, HEAD'));
  app.use(readable(pages), servePages(pages));
  app.use(refuseAll('not-found'));
  app.use(answerError(log));
  return app;
}

function prepare(setHeaders: SetHeaders): RequestHandler {
  return (request, response, next) => {
    setHeaders(response);
    if (request.headers.host === undefined && request.httpVersion !== '1.0') throw new Refusal('request-malformed');
    // Node would drop headers beyond its own limit in silence, and with them what our checks look for.
    if (request.rawHeaders.length > HEADERS_MAX * 2) throw new Refusal('headers-too-large');
    next();
  };
}

/** What reviewers' routes share. */
function reviewDeps(deps: AppDeps) {
  const { store, vault, clock, random } = deps;
  const passkeys = new Passkeys(new Challenges(clock, random), random);
  return {
    ...deps,
    accounts: store.accounts,
    audit: store.audit,
    sessions: new Sessions(store.accounts, clock, random),
    trail: new AuditTrail(store.audit, clock),
    backOff: new BackOff(clock),
    factors: new FactorChecker(vault, passkeys, random),
    passkeys,
  };
}

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

function answerError(log: Log): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters
  return (error: unknown, request, response, _next) => {
    const { code, headers } = refusalFor(error, response, log);
    sendProblem(response, code, headers);
    discardBody(request);
  };
}
