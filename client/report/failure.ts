import { AmparoError, problemSchema, type ErrorCode } from '../../crypto/index.ts';
import type { ScriptTexts } from '../messages/index.ts';

/** What can go wrong for a reporter, as far as it makes a difference to what they do next. Each has a text in every catalogue. */
export type Failure = keyof ScriptTexts['failures'];

/** Thrown where the server or the network, not the protocol, is at fault. */
export class SendError extends Error {
  override readonly name = 'SendError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

/** The other codes belong to opening and to evidence: a page that met one here would be at fault itself. */
const BY_CODE: Partial<Record<ErrorCode, Failure>> = {
  'insecure-context': 'insecure',
  'evidence-changed': 'files-unreadable',
  'evidence-too-large': 'files-unreadable',
  'no-recipient': 'nobody-left',
  'report-too-long': 'story-too-long',
  'report-invalid': 'answers-too-long',
  'roster-expired': 'office-expired',
  'no-epoch-key': 'office-expired',
  'threshold-unreachable': 'too-few-left',
  'encoding-invalid': 'refused',
  'statement-malformed': 'office-untrusted',
  'statement-kind': 'office-untrusted',
  'signature-invalid': 'office-untrusted',
  'roster-invalid': 'office-untrusted',
  'roster-rolled-back': 'office-untrusted',
  'roster-conflict': 'office-untrusted',
  'epoch-key-invalid': 'office-untrusted',
  'epoch-key-conflict': 'office-untrusted',
};

export function failureOf(error: unknown): Failure {
  if (error instanceof SendError) return error.failure;
  if (error instanceof AmparoError) return BY_CODE[error.code] ?? 'unknown';
  return 'unknown';
}

/** Answers that come and go with load, disk and line; every other refusal stays, however often it is asked for. */
const PASSING_PROBLEMS = new Set([
  'busy',
  'storage-unavailable',
  'internal',
  'request-timeout',
  'body-timeout',
  'body-incomplete',
  'work-required',
  'work-invalid',
  'work-expired',
  'work-spent',
]);

/** What a refusing answer means for the reporter. What is no problem of ours comes from something between us. */
export function failureOfProblem(body: unknown): Failure {
  const code = problemCodeIn(body);
  return code === undefined || PASSING_PROBLEMS.has(code) ? 'server-busy' : 'refused';
}

/** The code of a problem of our server; `undefined` where the body is not one. */
export function problemCodeIn(body: unknown): string | undefined {
  const problem = problemSchema.safeParse(body);
  return problem.success ? problem.data.code : undefined;
}
