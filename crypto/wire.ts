import * as z from 'zod/mini';

import { toBase64, utf8 } from './bytes.ts';
import { CELL_BYTES, CELLS_MAX } from './evidence.ts';
import { envelopeSchema } from './statement.ts';

/** Every HTTP body and header between pages, command line and server; both sides parse with these. */
export const LETTER_TYPE = 'application/vnd.amparo.letter';
export const BUNDLE_TYPE = 'application/vnd.amparo.bundle';
export const POLL_TYPE = 'application/vnd.amparo.poll';
export const MAILBOX_TYPE = 'application/vnd.amparo.mailbox';
export const CLOSING_TYPE = 'application/vnd.amparo.closing';
export const OUTBOUND_TYPE = 'application/vnd.amparo.outbound';
export const PROBLEM_TYPE = 'application/problem+json';

/** Carries the solved proof of work: base64 of the JSON of {@link workSchema}. */
export const WORK_HEADER = 'Amparo-Work';
/** How many letters a bundle will bring, for whoever shows progress. */
export const LETTERS_HEADER = 'Amparo-Letters';
/** Names the evidence that belongs to a letter: an id that the server gave to the upload. */
export const EVIDENCE_HEADER = 'Amparo-Evidence';

/** What the log is to show of a letter to whoever holds its case code: base64 of a note. Left out: random bytes are shown. */
export const NOTE_HEADER = 'Amparo-Note';

export const PATHS = {
  directory: '/api/directory',
  work: '/api/work',
  reports: '/api/reports',
  parcels: '/api/parcels',
  evidence: '/api/evidence',
  mailboxes: '/api/mailboxes',
  closedMailboxes: '/api/mailboxes/closed',
  session: '/api/review/session',
  /** All sessions of an account. */
  sessions: '/api/review/sessions',
  passkey: '/api/review/passkey',
  invitation: '/api/review/invitation',
  enrolment: '/api/review/enrolment',
  status: '/api/review/status',
  fetched: '/api/review/fetched',
  replies: '/api/review/replies',
  bundle: '/api/review/bundle',
  /** The public log: `checkpoint` and `tile/...` follow. */
  log: '/log/',
  health: '/healthz',
} as const;

export const EVIDENCE_BYTES_MAX = CELLS_MAX * CELL_BYTES;
/** How much evidence one proof of work pays for: what a second of work may take of somebody's disk for a day. */
export const EVIDENCE_BYTES_PER_WORK = 1_073_741_824;

/** The plain form that brings a parcel, in the order in which its parts must stand. */
export const PARCEL_FORM = { language: 'language', file: 'parcel' } as const;

/** Why a parcel was not taken, as far as it makes a difference to the person: each has a page in every language. */
export const NOT_DELIVERED = [
  'damaged',
  'not-a-parcel',
  'unstamped',
  'too-large',
  'no-room',
  'busy',
  'incomplete',
] as const;
export type NotDelivered = (typeof NOT_DELIVERED)[number];

/** Where the answer to the plain form sends on to. */
export function deliveredPath(language: string): string {
  return `/${language}/delivered/`;
}

export function notDeliveredPath(language: string, reason: NotDelivered): string {
  return `/${language}/not-delivered/${reason}/`;
}

const hexId = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`)));

export const REPORT_ID_BYTES = 32;
export const EVIDENCE_ID_BYTES = 16;
export const evidenceIdSchema = hexId(EVIDENCE_ID_BYTES);

/** The answer to `POST /api/reports`: the letter is on disk. `id` is the SHA-256 of the letter in hex; `receipt` a statement signed by the log key. */
export const reportAnswerSchema = z.strictObject({ id: hexId(REPORT_ID_BYTES), receipt: z.optional(envelopeSchema) });
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;

/** The answer to `POST /api/review/replies`: how many replies were new, there before, and for mailboxes that were closed; how many letters were new. */
export const repliesAnswerSchema = z.strictObject({
  added: z.int().check(z.nonnegative()),
  known: z.int().check(z.nonnegative()),
  closed: z.int().check(z.nonnegative()),
  letters: z.int().check(z.nonnegative()),
});
export type RepliesAnswer = z.infer<typeof repliesAnswerSchema>;

/** A challenge of `GET /api/work`, in altcha's version 2 form. Costs are bounded, so that no server can make a browser toil. */
export const WORK_COST_MAX = 1_000_000;
const hexText = z.string().check(z.regex(/^(?:[0-9a-f]{2}){1,64}$/));
export const challengeSchema = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    cost: z.int().check(z.positive(), z.maximum(WORK_COST_MAX)),
    expiresAt: z.int().check(z.positive()),
    keyLength: z.literal(32),
    keyPrefix: z.string().check(z.regex(/^[0-9a-f]{1,8}$/)),
    nonce: hexText,
    salt: hexText,
  }),
  signature: hexText,
});
export type Challenge = z.infer<typeof challengeSchema>;

export const workSchema = z.strictObject({
  challenge: challengeSchema,
  solution: z.strictObject({
    counter: z.int().check(z.nonnegative(), z.maximum(2 ** 32 - 1)),
    derivedKey: hexText,
  }),
});
export type Work = z.infer<typeof workSchema>;

/** The value of {@link WORK_HEADER}. */
export function encodeWork(work: Work): string {
  return toBase64(utf8(JSON.stringify(work)));
}

/** RFC 9457, with a stable code. `detail` says what to do next. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
