import * as z from 'zod/mini';

import { AmparoError, ERROR_MESSAGES, type ErrorCode } from '../../crypto/index.ts';
import { inert } from './inert.ts';

/** What can be wrong beyond the protocol's own errors. */
const OWN_MESSAGES = {
  'not-a-bundle':
    'This file is neither a bundle nor a sealed report (*.amparo). Choose one that `amparo courier fetch` wrote or that somebody brought.',
  'evidence-missing':
    'The report lists files, but the bundle does not hold them. Fetch again; if they are still missing, the server lost them.',
  'evidence-not-listed': 'Evidence came with the letter that the report does not list. It was left out.',
  'evidence-count': 'The bundle holds another amount of evidence than the report lists.',
  'letter-unforeseen':
    'The letter could not be opened for a reason that was not foreseen. Keep it and report the fault.',
} as const;

export type ProblemCode = ErrorCode | keyof typeof OWN_MESSAGES;

const MESSAGES: Readonly<Record<ProblemCode, string>> = { ...ERROR_MESSAGES, ...OWN_MESSAGES };

const problemSchema = z.strictObject({
  code: z.string(),
  /** What happened and what to do. */
  message: z.string(),
  /** The file of the report at fault, by the name it was saved under. */
  file: z.optional(z.string()),
});
export type OpeningProblem = z.infer<typeof problemSchema>;

const savedFileSchema = z.strictObject({
  /** The name in the report. */
  sent: z.string(),
  /** The name on this disk, in `files/`. */
  name: z.string(),
  /** As the report lists it. */
  size: z.int(),
  /** How many bytes are on this disk; where none came of a file that has some, there is no file. */
  saved: z.int(),
  sha256: z.string(),
  whole: z.boolean(),
  renamed: z.optional(z.enum(['escapes', 'unsafe', 'taken'])),
  note: z.optional(z.string()),
  story: z.optional(z.literal(true)),
});
export type SavedFile = z.infer<typeof savedFileSchema>;

const caseOutcomeSchema = z.strictObject({
  /** Of the case, in hex: what tells cases apart here and names them on the server. */
  mailbox: z.string(),
  /** Whether it follows an earlier report of the same case. */
  followUp: z.boolean(),
});
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

const waitingSchema = z.strictObject({
  /** How many reviewers open the letter together. */
  threshold: z.int(),
  /** How many of them have not released their share yet. */
  missing: z.int(),
  /** By which this reviewer shows a colleague that the letter addresses them. */
  askCode: z.string(),
});

/** What came of one letter; `letter.json` in its folder, and an entry of `bundle.json`. */
export const outcomeSchema = z.strictObject({
  id: z.string(),
  /** On which the server took it in; `null` where it came another way. */
  day: z.nullable(z.string()),
  cursor: z.int(),
  /**
   * `damaged`: opened, but not all of it is good. `failed`: not opened. `waiting`: takes the shares of more reviewers. `journal`: reviewers' entries,
   * for the desk.
   */
  outcome: z.enum(['opened', 'damaged', 'failed', 'not-for-this-key', 'waiting', 'journal']),
  folder: z.optional(z.string()),
  files: z.array(savedFileSchema),
  problems: z.array(problemSchema),
  /** Where it belongs to a case, and its writer proved that. */
  case: z.optional(caseOutcomeSchema),
  waiting: z.optional(waitingSchema),
  /** What is to be known, though the report is good. */
  warnings: z.optional(z.array(problemSchema)),
});
export type LetterOutcome = z.infer<typeof outcomeSchema>;

export function problem(code: ProblemCode, detail?: string, file?: string): OpeningProblem {
  const message = detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} (${inert(detail)})`;
  return { code, message, ...(file !== undefined && { file }) };
}

export function problemLine({ code, message, file }: OpeningProblem): string {
  return `${file === undefined ? '' : `${file}: `}${message} [${code}]`;
}

/** A crafted letter may make a library throw anything: that, too, is a fault of this letter alone. */
export function problemFrom(error: unknown): OpeningProblem {
  return error instanceof AmparoError ? problem(error.code, error.detail) : problem('letter-unforeseen');
}
