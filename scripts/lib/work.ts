import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import { challengeSchema, PATHS, toBase64, utf8, type Work } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { jsonOf, refusalOf, type ServerClient } from './server.ts';

const SOLVE_WITHIN_MS = 15 * 60_000; // challenges live for twenty minutes

/** Fetches a challenge and solves it; gives the value of the header. Costs about a second, or minutes while the server is flooded. */
export async function doWork(server: ServerClient): Promise<string> {
  const response = await server.requestPatiently(PATHS.work);
  if (!response.ok) throw await refusalOf(response);
  const parsed = challengeSchema.safeParse(await jsonOf(response));
  if (!parsed.success) throw new Failure('answer-malformed');
  const challenge = parsed.data;
  const solution = await solveChallenge({ challenge, deriveKey, timeout: SOLVE_WITHIN_MS });
  if (!solution) throw new Failure('work-unsolved');
  const work: Work = { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
  return toBase64(utf8(JSON.stringify(work)));
}

/** Whether new work would help. */
export function isWorkProblem(code: string | undefined): boolean {
  return code?.startsWith('work-') === true;
}
