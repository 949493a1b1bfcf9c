import { STATUS_CODES, type ServerResponse } from 'node:http';

import { PROBLEM_TYPE, type Problem } from '../crypto/index.ts';

interface Entry {
  readonly status: number;
  /** What was wrong and what to do next. Fixed: nothing of the request ever stands in an answer. */
  readonly detail: string;
}

/** Every error that this server answers with. Clients act on the code alone. */
export const PROBLEMS = {
  'request-malformed': { status: 400, detail: 'The request is not well-formed HTTP. Send it again as HTTP/1.1.' },
  'headers-too-large': {
    status: 431,
    detail: 'The headers are too many or too long. Send only those that are needed.',
  },
  'request-timeout': { status: 408, detail: 'The request took too long to arrive. Send it again.' },
  'expectation-failed': { status: 417, detail: 'Only "Expect: 100-continue" is understood. Leave the header out.' },
  'not-found': { status: 404, detail: 'There is nothing at this address. Check it and start from the first page.' },
  'method-not-allowed': {
    status: 405,
    detail: 'This address does not take that method. The Allow header names those it takes.',
  },
  'length-required': { status: 411, detail: 'Say how long the body is in a Content-Length header.' },
  'type-unsupported': {
    status: 415,
    detail: 'The body is of another type than this address takes. Correct the Content-Type header.',
  },
  'body-too-large': { status: 413, detail: 'The body is longer than this address takes. Send less.' },
  'body-timeout': { status: 408, detail: 'The body took too long to arrive; nothing was stored. Send it again.' },
  'body-incomplete': { status: 400, detail: 'The body stopped early; nothing was stored. Send it again.' },
  'letter-size': {
    status: 413,
    detail: 'A letter is exactly 32768, 131072 or 524288 bytes long. Seal the report again.',
  },
  'letter-malformed': {
    status: 400,
    detail: 'The body is not a letter of this version. Load the page anew and seal the report again.',
  },
  'form-malformed': {
    status: 400,
    detail: 'Send multipart/form-data with a field "language" and then one file "parcel", and nothing else.',
  },
  'parcel-malformed': {
    status: 400,
    detail: 'The file is not one sealed report (*.amparo). Choose the file that was sealed for sending.',
  },
  'parcel-damaged': {
    status: 400,
    detail: 'The sealed report was damaged or cut on its way here; nothing was stored. Copy the file again.',
  },
  'parcel-unstamped': {
    status: 403,
    detail: 'The sealed report carries no proof of work that holds. Seal it again, or deliver it by the command line.',
  },
  'work-required': {
    status: 403,
    detail: 'Fetch a challenge from /api/work, solve it, and send it in the Amparo-Work header.',
  },
  'work-invalid': { status: 403, detail: 'The proof of work does not hold. Fetch a new challenge and solve it.' },
  'work-expired': { status: 403, detail: 'The proof of work is too old. Fetch a new challenge and solve it.' },
  'work-spent': { status: 403, detail: 'The proof of work was used before. Fetch a new challenge and solve it.' },
  'evidence-id-invalid': {
    status: 400,
    detail: 'The Amparo-Evidence header does not name an upload. Use the last part of its address.',
  },
  'evidence-not-found': {
    status: 404,
    detail: 'There is no such upload, or it lay unused too long. Upload the evidence again.',
  },
  'evidence-incomplete': { status: 409, detail: 'The upload is not complete. Finish it, then send the letter again.' },
  'evidence-taken': { status: 409, detail: 'The upload belongs to another letter. Upload the evidence again.' },
  'evidence-malformed': {
    status: 400,
    detail: 'The upload request is not one of tus 1.0 as this server takes it. Check its headers.',
  },
  'evidence-length': { status: 400, detail: 'Upload-Length must be a positive multiple of 1048576, and is told once.' },
  'evidence-too-large': {
    status: 413,
    detail: 'The evidence is larger than this server takes. Send a smaller part of it.',
  },
  'evidence-work-due': {
    status: 403,
    detail: 'One proof of work pays for 1 GiB. Do another, and send it in the Amparo-Work header of this request.',
  },
  'evidence-named': { status: 409, detail: 'A letter names this upload; it stays.' },
  'evidence-offset': {
    status: 409,
    detail: 'Upload-Offset is not where the upload stands. Ask with HEAD and go on from there.',
  },
  'tus-version': { status: 412, detail: 'Uploads speak tus 1.0.0. Say so in the Tus-Resumable header.' },
  'evidence-no-room': {
    status: 507,
    detail: 'There is no room for evidence now. Try again later, or send the report without it.',
  },
  'note-malformed': {
    status: 400,
    detail: 'The Amparo-Note header is not the base64 of 104 bytes. Leave it out, or load the page anew.',
  },
  'poll-malformed': {
    status: 400,
    detail: 'This is no question to a mailbox as this version asks it. Load the page anew.',
  },
  'closing-invalid': { status: 403, detail: 'The signature does not close this mailbox. Enter the case code again.' },
  'outbound-malformed': {
    status: 400,
    detail: 'The file of replies is damaged; nothing of it was taken. Make it again on the offline machine.',
  },
  'storage-unavailable': {
    status: 503,
    detail: 'The server could not store this just now; nothing was kept. Send it again in a minute.',
  },
  busy: { status: 503, detail: 'The server has too much to do just now. Send it again in a minute.' },
  'sign-in-malformed': {
    status: 400,
    detail: 'Sign in with a JSON object of "name", "passphrase" and, where the account has one, "second".',
  },
  'sign-in-failed': {
    status: 401,
    detail: 'Name, pass phrase and second factor do not fit together. Check all three; a code is good once.',
  },
  'enrolment-malformed': { status: 400, detail: 'This is no enrolment as this version takes it. Load the page anew.' },
  'invitation-invalid': {
    status: 401,
    detail: 'There is no such invitation, or it was used or is older than seven days. Ask for a new one.',
  },
  'passphrase-length': {
    status: 400,
    detail: 'A pass phrase has 12 to 1,000 characters. Take four or more random words.',
  },
  'second-factor-invalid': {
    status: 400,
    detail: 'The second factor could not be checked. Is the clock of the device right? Try again.',
  },
  'sign-in-later': { status: 429, detail: 'Too many attempts for this name. Wait as long as Retry-After says.' },
  'sign-in-required': { status: 401, detail: 'Sign in first; a session lasts twelve hours.' },
  'cross-site': { status: 403, detail: "This request came from another site. Use this server's own pages." },
  'cursor-invalid': {
    status: 400,
    detail: 'The cursor is not one that this server gave. Use that of your last bundle, or 0 for all letters.',
  },
  internal: { status: 500, detail: 'Something went wrong on the server; nothing was kept. Send it again later.' },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown by whatever refuses a request; becomes the answer of {@link sendProblem}. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, headers: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.headers = headers;
  }
}

/** Answers with a problem of RFC 9457, or cuts the connection where an answer has begun. */
export function sendProblem(
  response: ServerResponse,
  code: ProblemCode,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = Buffer.from(JSON.stringify(problemOf(code)));
  response.statusCode = PROBLEMS[code].status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Type', PROBLEM_TYPE);
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

/** With `about:blank` the title is that of the status (RFC 9457, 4.2.1). */
function problemOf(code: ProblemCode): Problem {
  const { status, detail } = PROBLEMS[code];
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, code, detail };
}
