import type { Response } from 'express';

import { BodyError } from './body.ts';
import type { Log } from './clock.ts';
import { Refusal } from './problems.ts';
import { StorageUnavailable } from './store/store.ts';

/** Every error becomes one of the table. What is not ours is told to the operator by its place in the code alone. */
export function refusalFor(error: unknown, response: Response, log: Log): Refusal {
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
