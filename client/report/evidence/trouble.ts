import type { DetailedError } from 'tus-js-client';

import { AmparoError, PROBLEM_TYPE } from '../../../crypto/index.ts';

import { failureOf, failureOfProblem, problemCodeIn, SendError, type Failure } from '../failure.ts';
import { ItemFault } from './item.ts';

/** Why a transfer ended early, as far as it makes a difference to what comes next. */
export type Trouble =
  /** No answer, or one that is not our server's. */
  | { readonly kind: 'line' }
  /** Work is wanted, or what was shown is no longer good. */
  | { readonly kind: 'work' }
  /** The upload is not where this side thinks it is: ask and go on. */
  | { readonly kind: 'moved' }
  /** The server does not know the upload any more. */
  | { readonly kind: 'gone' }
  /** The server has no room, or too much to do. */
  | { readonly kind: 'full' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'item'; readonly fault: ItemFault };

/** The server says that it has of this upload what was never sent. */
export class UploadAstray extends Error {
  override readonly name = 'UploadAstray';
}

/** What this side throws while a request is made ready; the library wraps it. */
const OWN_ERRORS = [ItemFault, AmparoError, UploadAstray];

export function troubleOf(error: unknown): Trouble {
  if (error instanceof ItemFault) return { kind: 'item', fault: error };
  if (error instanceof UploadAstray) return { kind: 'gone' };
  if (error instanceof AmparoError) return { kind: 'refused', failure: failureOf(error) };
  if (error instanceof SendError) return troubleOfFailure(error.failure);
  return isDetailed(error) ? troubleOfTransfer(error) : { kind: 'line' };
}

function troubleOfTransfer({ causingError, originalResponse }: DetailedError): Trouble {
  if (OWN_ERRORS.some((own) => causingError instanceof own)) return troubleOf(causingError);
  // What is no problem of our server comes from something between us, such as the sign-in page of a hotel's network.
  const isProblem = originalResponse?.getHeader('Content-Type') === PROBLEM_TYPE && originalResponse.getStatus() >= 400;
  if (!isProblem) return { kind: 'line' };
  const body = parsed(originalResponse.getBody());
  const code = problemCodeIn(body);
  return code === undefined ? troubleOfStatus(originalResponse.getStatus()) : troubleOfProblem(code, body);
}

function troubleOfProblem(code: string, body: unknown): Trouble {
  if (code.startsWith('work-') || code === 'evidence-work-due') return { kind: 'work' };
  switch (code) {
    case 'evidence-not-found':
      return { kind: 'gone' };
    case 'evidence-offset':
      return { kind: 'moved' };
    case 'evidence-no-room':
    case 'busy':
    case 'storage-unavailable':
      return { kind: 'full' };
    default:
      return troubleOfFailure(failureOfProblem(body));
  }
}

/** Answers to HEAD have no body, so that our problems in them are known by their status alone. */
function troubleOfStatus(status: number): Trouble {
  switch (status) {
    case 404:
      return { kind: 'gone' };
    case 503:
    case 507:
      return { kind: 'full' };
    default:
      return { kind: 'line' };
  }
}

function troubleOfFailure(failure: Failure): Trouble {
  if (failure === 'offline') return { kind: 'line' };
  return failure === 'server-busy' ? { kind: 'full' } : { kind: 'refused', failure };
}

function isDetailed(error: unknown): error is DetailedError {
  return error instanceof Error && 'originalResponse' in error;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
