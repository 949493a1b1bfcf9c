import type { IncomingMessage, ServerResponse } from 'node:http';

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Has `onLate` called where a request has not come whole by then. (Node's own limit knows no exceptions.) */
export function limitTime(request: IncomingMessage, response: ServerResponse, ms: number, onLate: () => void): void {
  const timer = setTimeout(() => {
    if (!request.complete) onLate();
  }, ms);
  timer.unref();
  timers.set(request, timer);
  response.once('close', () => {
    clearTimeout(timer);
  });
}

/** For a body that may take as long as it keeps coming: whoever reads it watches over it from here on. */
export function liftTimeLimit(request: IncomingMessage): void {
  clearTimeout(timers.get(request));
}
