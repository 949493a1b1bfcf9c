import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import {
  challengeSchema,
  PATHS,
  sha256,
  stampParameters,
  toBase64,
  utf8,
  type Challenge,
  type Letter,
  type Stamp,
  type Work,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { jsonOf, refusalOf, type ServerClient } from './server.ts';

const SOLVE_WITHIN_MS = 15 * 60_000; // challenges live for twenty minutes
const STAMP_WITHIN_MS = 60 * 60_000; // nobody waits for a stamp but the one who seals
const LANES = 4; // Node derives on as many threads

/** Fetches a challenge and solves it; gives the value of the header. Costs about a second, or minutes while the server is flooded. */
export async function doWork(server: ServerClient): Promise<string> {
  const response = await server.requestPatiently(PATHS.work);
  if (!response.ok) throw await refusalOf(response);
  const parsed = challengeSchema.safeParse(await jsonOf(response));
  if (!parsed.success) throw new Failure('answer-malformed');
  const challenge = parsed.data;
  const work: Work = { challenge, solution: await solve(challenge.parameters, SOLVE_WITHIN_MS) };
  return toBase64(utf8(JSON.stringify(work)));
}

/** Does the work that lets somebody else deliver this letter. Costs some seconds. */
export async function makeStamp(letter: Letter): Promise<Stamp> {
  const { counter } = await solve(stampParameters(await sha256(letter)), STAMP_WITHIN_MS);
  return { counter };
}

async function solve(
  parameters: Omit<Challenge['parameters'], 'expiresAt'>,
  withinMs: number,
): Promise<Work['solution']> {
  const controller = new AbortController();
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    solveChallenge({
      challenge: { parameters },
      controller,
      counterStart: lane,
      counterStep: LANES,
      deriveKey,
      timeout: withinMs,
    }),
  );
  const solution = await Promise.race(lanes);
  controller.abort();
  if (!solution) throw new Failure('work-unsolved');
  return { counter: solution.counter, derivedKey: solution.derivedKey };
}

/** Whether new work would help. */
export function isWorkProblem(code: string | undefined): boolean {
  return code?.startsWith('work-') === true || code === 'evidence-work-due';
}
