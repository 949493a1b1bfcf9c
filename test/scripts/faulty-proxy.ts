import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy does to one request; the first of its kind gets it, those that follow pass. */
export type Fault =
  /** The server hears it, the client hears nothing. */
  | { readonly of: RegExp; readonly does: 'lose-answer' }
  /** Cuts the connection after that many bytes of the client's body. */
  | { readonly of: RegExp; readonly does: 'cut-body'; readonly after: number }
  /** Cuts the connection after that many bytes of the server's body. */
  | { readonly of: RegExp; readonly does: 'cut-answer'; readonly after: number }
  /** Answers by itself. */
  | { readonly of: RegExp; readonly does: 'answer'; readonly status: number; readonly code: string };

export interface FaultyProxy {
  readonly url: string;
  /** Method and path of every request, as `POST /api/reports`. */
  readonly seen: readonly string[];
  /** Whether every fault has come to pass. */
  isDone(): boolean;
  /** From here on every request passes. */
  mend(): void;
  stop(): Promise<void>;
}

/** A bad line between a client and a server. */
export async function startFaultyProxy(target: string, faults: readonly Fault[]): Promise<FaultyProxy> {
  const due = [...faults];
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    seen.push(line);
    const at = due.findIndex(({ of }) => of.test(line));
    const [fault] = at < 0 ? [] : due.splice(at, 1);
    if (fault?.does === 'answer') answerAlone(request, response, fault);
    else pass(target, request, response, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    seen,
    isDone: () => due.length === 0,
    mend: () => void due.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answerAlone(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code }: { status: number; code: string },
): void {
  request.resume();
  request.on('end', () => {
    const problem = { type: 'about:blank', title: 'Refused', status, code, detail: 'Try again.' };
    response
      .writeHead(status, { 'Content-Type': 'application/problem+json', 'Retry-After': '0' })
      .end(JSON.stringify(problem));
  });
}

function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  fault: Exclude<Fault, { does: 'answer' }> | undefined,
): void {
  const { hostname, port } = new URL(target);
  // With the host that the client asked for, as a proxy before a server passes it on.
  const { headers } = request;
  const onward = httpRequest(
    { hostname, port, path: request.url, method: request.method, headers, agent: false },
    (answer) => {
      if (fault?.does === 'lose-answer') {
        answer.resume().on('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      let left = fault?.does === 'cut-answer' ? fault.after : Infinity;
      answer.on('data', (piece: Buffer) => {
        const part = piece.subarray(0, left);
        left -= part.length;
        response.write(part, () => {
          if (left > 0) return;
          answer.destroy();
          request.socket.destroy();
        });
      });
      answer.on('end', () => response.end());
    },
  );
  onward.on('error', () => request.socket.destroy());
  let left = fault?.does === 'cut-body' ? fault.after : Infinity;
  request.on('data', (piece: Buffer) => {
    const part = piece.subarray(0, left);
    left -= part.length;
    onward.write(part);
    if (left > 0) return;
    onward.end();
    onward.destroy();
    request.socket.destroy();
  });
  request.on('end', () => onward.end());
}
