import { createServer, IncomingMessage, ServerResponse, type RequestListener, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import type { SetHeaders } from './headers.ts';
import { sendProblem, type ProblemCode } from './problems.ts';
import { limitTime } from './request-time.ts';

/** How long and how much a connection may ask for. */
export interface Limits {
  readonly headersTimeoutMs: number;
  /** For a whole request, unless its route lifts it. An upload that takes longer goes on in a new one. */
  readonly requestTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  /** Without a byte in either direction. */
  readonly idleTimeoutMs: number;
  readonly checkEveryMs: number;
  readonly headerBytesMax: number;
  readonly connectionsMax: number;
  readonly stopWithinMs: number;
}

/** What Node calls it, of headers as well. */
const REQUEST_TIMEOUT = 'ERR_HTTP_REQUEST_TIMEOUT';

export const LIMITS: Limits = {
  headersTimeoutMs: 20_000,
  requestTimeoutMs: 600_000,
  keepAliveTimeoutMs: 10_000,
  idleTimeoutMs: 60_000,
  checkEveryMs: 2_000,
  headerBytesMax: 16_384,
  connectionsMax: 4_096,
  stopWithinMs: 10_000,
};

export interface Listening {
  readonly url: string;
  /** Takes no more connections, lets requests under way finish for a while, then closes. */
  stop(): Promise<void>;
}

/** Listens for HTTP/1.1. Errors below the app are answered with the same headers and from the same table as those above. */
export async function listen(
  app: RequestListener,
  setHeaders: SetHeaders,
  { host, port }: { readonly host: string; readonly port: number },
  limits: Limits = LIMITS,
): Promise<Listening> {
  const server = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: 0, // ours, since one kind of request may lift it
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    maxHeaderSize: limits.headerBytesMax,
    requireHostHeader: false, // the app refuses such requests, in its own words
  });
  server.maxHeadersCount = 0; // bounded by their size; the app counts them, instead of losing some in silence
  server.maxConnections = limits.connectionsMax;
  server.timeout = limits.idleTimeoutMs;

  const current = new WeakMap<Duplex, ServerResponse>();
  const connections = new Connections();
  server.on('connection', (socket) => {
    connections.opened(socket);
  });
  const answer: RequestListener = (request, response) => {
    current.set(request.socket, response);
    connections.began(request.socket, response);
    limitTime(request, response, limits.requestTimeoutMs, () => {
      answerBelowApp(REQUEST_TIMEOUT, request.socket, response, setHeaders);
    });
    app(request, response);
  };
  server.on('request', answer);
  server.on('checkContinue', answer); // the app says "continue" when it wants the body
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    setHeaders(response);
    sendProblem(response, 'expectation-failed');
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (socket instanceof Socket) answerBelowApp(error.code, socket, current.get(socket), setHeaders);
    else socket.destroy();
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server, host), stop: () => stop(server, connections, limits.stopWithinMs) };
}

function answerBelowApp(
  code: string | undefined,
  socket: Socket,
  current: ServerResponse | undefined,
  setHeaders: SetHeaders,
): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const response = current && !current.writableEnded ? current : newResponse(socket);
  if (!response.headersSent) {
    setHeaders(response);
    response.shouldKeepAlive = false;
    response.once('finish', () => {
      socket.destroySoon();
    });
    // Once it has its answer, Node no longer tells the request that its connection closed; whoever reads the body would wait.
    socket.once('close', () => {
      response.req.destroy();
    });
  }
  sendProblem(response, problemFor(code));
}

function newResponse(socket: Socket): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(socket));
  response.assignSocket(socket);
  return response;
}

function problemFor(code: string | undefined): ProblemCode {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return 'headers-too-large';
    case REQUEST_TIMEOUT:
      return 'request-timeout';
    case 'HPE_INVALID_EOF_STATE':
      return 'body-incomplete';
    default:
      return 'request-malformed';
  }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

/** Stops a server without cutting off a request, unless it takes too long. */
async function stop(server: Server, connections: Connections, withinMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  connections.closeWhenIdle();
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, withinMs);
  await closed;
  clearTimeout(deadline);
}

/** How many requests are under way on each connection; Node itself counts one that never sent any as busy. */
class Connections {
  readonly #underWay = new Map<Duplex, number>();
  #isStopping = false;

  opened(socket: Duplex): void {
    this.#underWay.set(socket, 0);
    socket.once('close', () => {
      this.#underWay.delete(socket);
    });
  }

  began(socket: Duplex, response: ServerResponse): void {
    this.#count(socket, 1);
    response.once('close', () => {
      this.#count(socket, -1);
    });
  }

  closeWhenIdle(): void {
    this.#isStopping = true;
    for (const socket of this.#underWay.keys()) this.#count(socket, 0);
  }

  #count(socket: Duplex, change: number): void {
    const underWay = this.#underWay.get(socket);
    if (underWay === undefined) return;
    this.#underWay.set(socket, underWay + change);
    if (this.#isStopping && underWay + change === 0) socket.destroy();
  }
}
