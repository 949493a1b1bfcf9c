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
  type Challenge,
  type Letter,
  type Work,
} from '../../crypto/index.ts';

import { SendError } from './failure.ts';
import { fetchPatiently, jsonOf } from './fetch-patiently.ts';
import type { Step } from './messages.ts';

/** A server that restarts forgets its challenges; one that refuses this often is at fault itself. */
const WORK_TRIES = 3;
const SOLVE_WITHIN_MS = 15 * 60_000; // challenges live for twenty minutes
const LANES = 4;

export type OnStep = (step: Step) => void;

/** Fetches a challenge and solves it. Costs a device about a second, or minutes while the server is flooded. */
export async function doWork(onStep: OnStep): Promise<Work> {
  const response = await fetchPatiently(PATHS.work, {}, () => {
    onStep('waiting');
  });
  const challenge = parse(challengeSchema, await jsonOf(response), 'encoding-invalid');
  return { challenge, solution: await solve(challenge) };
}

/** Tries counters in several lanes: WebCrypto derives off this thread, on as many cores as there are. */
async function solve(challenge: Challenge): Promise<Work['solution']> {
  const controller = new AbortController();
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    solveChallenge({
      challenge,
      controller,
      counterStart: lane,
      counterStep: LANES,
      deriveKey,
      timeout: SOLVE_WITHIN_MS,
    }),
  );
  const solution = await Promise.race(lanes);
  controller.abort();
  if (!solution) throw new SendError('server-busy');
  return { counter: solution.counter, derivedKey: solution.derivedKey };
}

/** Posts a letter until the server says that it is stored. Sending the same letter twice stores it once. */
export async function postLetter(letter: Letter, firstWork: Work, onStep: OnStep): Promise<string> {
  let work = firstWork;
  for (let tries = 1; ; tries += 1) {
    onStep('sending');
    const response = await fetchPatiently(PATHS.reports, request(letter, work), () => {
      onStep('waiting');
    });
    if (tries >= WORK_TRIES || !(await isWorkRefused(response))) {
      return parse(reportAnswerSchema, await jsonOf(response), 'encoding-invalid').id;
    }
    onStep('working');
    work = await doWork(onStep);
  }
}

async function isWorkRefused(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = problemSchema.safeParse(
    await response
      .clone()
      .json()
      .catch(() => undefined),
  );
  return problem.success && problem.data.code.startsWith('work-');
}

function request(letter: Letter, work: Work): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': LETTER_TYPE, [WORK_HEADER]: toBase64(utf8(JSON.stringify(work))) },
    body: letter,
  };
}
