import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Bytes } from '../crypto/index.ts';

/** What a refused body may still cost: enough for a client to finish a letter and read the answer. */
const DISCARD = { bytesMax: 2 * 1_048_576, withinMs: 10_000 } as const;

/** Tells a client that waits for it to send the body; the body is wanted from here on. Node hangs up where nobody says so. */
export function acceptBody(request: IncomingMessage, response: ServerResponse): void {
  if (/\b100-continue\b/i.test(request.headers.expect ?? '')) response.writeContinue();
}

/** Why a body could not be read to its end. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly code: 'body-timeout' | 'body-incomplete';

  constructor(code: BodyError['code']) {
    super(code);
    this.code = code;
  }
}

/** Reads a body whose Content-Length is known to be `length`. Throws {@link BodyError}. */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  length: number,
  timeoutMs: number,
): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const body = new Uint8Array(length);
    let filled = 0;
    const settle = (error?: BodyError) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onCut).off('close', onCut);
      // A listener must stay: an error after this one would otherwise end the process.
      request.on('error', ignore);
      if (error) reject(error);
      else resolve(body);
    };
    const onData = (piece: Uint8Array) => {
      body.set(piece, filled);
      filled += piece.length;
    };
    const onEnd = () => {
      settle(filled === length ? undefined : new BodyError('body-incomplete'));
    };
    const onCut = () => {
      settle(new BodyError('body-incomplete'));
    };
    const timer = setTimeout(() => {
      settle(new BodyError('body-timeout'));
    }, timeoutMs);
    request.on('data', onData).once('end', onEnd).once('error', onCut).once('close', onCut);
    acceptBody(request, response);
  });
}

/**
 * Takes and forgets the rest of a refused body for a while, so that the client gets to read why; then hangs up. Closing at once
 * would reset the connection under a client that is still writing.
 */
export function discardBody(
  request: IncomingMessage,
  { bytesMax, withinMs }: { readonly bytesMax: number; readonly withinMs: number } = DISCARD,
): void {
  if (request.complete || request.destroyed) return;
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), withinMs).unref();
  let left = bytesMax;
  request.on('error', ignore);
  request.on('data', (piece: Uint8Array) => {
    left -= piece.length;
    if (left < 0) socket.destroy();
  });
  const stop = () => {
    clearTimeout(timer);
  };
  request.once('end', stop).once('close', stop);
  request.resume();
}

function ignore(): void {
  // The client has gone; there is nobody to tell.
}
