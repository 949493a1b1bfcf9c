import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

import {
  challengeSchema,
  LETTER_TYPE,
  parse,
  PATHS,
  problemSchema,
  reportAnswerSchema,
  toBase64,
  utf8,
  WORK_HEADER,
  type Letter,
  type Work,
} from '../../crypto/index.ts';

import { SendError } from './failure.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import type { Step } from './messages.ts';

/** A server that restarts forgets its challenges; one that refuses this often is at fault itself. */
const WORK_TRIES = 3;
const SOLVE_WITHIN_MS = 15 * 60_000; // challenges live for twenty minutes

export type OnStep = (step: Step) => void;

/** Fetches a challenge and solves it. Costs a device about a second, or minutes while the server is flooded. */
export async function doWork(onStep: OnStep): Promise<Work> {
  const response = await fetchPatiently(PATHS.work, {}, () => {
    onStep('waiting');
  });
  if (!response.ok) throw new SendError('server-busy');
  const body: unknown = await response.json().catch(() => null);
  const challenge = parse(challengeSchema, body, 'encoding-invalid');
  const solution = await solveChallenge({ challenge, deriveKey, timeout: SOLVE_WITHIN_MS });
  if (!solution) throw new SendError('server-busy');
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
}

/** Posts a letter until the server says that it is stored. Sending the same letter twice stores it once. */
export async function postLetter(letter: Letter, firstWork: Work, onStep: OnStep): Promise<string> {
  let work = firstWork;
  for (let tries = 1; ; tries += 1) {
    onStep('sending');
    const response = await fetchPatiently(PATHS.reports, request(letter, work), () => {
      onStep('waiting');
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return parse(reportAnswerSchema, body, 'encoding-invalid').id;
    const problem = problemSchema.safeParse(body);
    if (!problem.success || !problem.data.code.startsWith('work-') || tries >= WORK_TRIES) {
      throw new SendError('server-busy');
    }
    onStep('working');
    work = await doWork(onStep);
  }
}

function request(letter: Letter, work: Work): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': LETTER_TYPE, [WORK_HEADER]: toBase64(utf8(JSON.stringify(work))) },
    body: letter,
  };
}
