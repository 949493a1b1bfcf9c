import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

import type { Challenge, Work } from '../../crypto/index.ts';

import { SendError } from './failure.ts';

const LANES = 4;

/** What there is to find; for a challenge of the server and a stamp alike. */
export type Task = Omit<Challenge['parameters'], 'expiresAt'>;

/** Tries counters in several lanes: WebCrypto derives off this thread, on as many cores as there are. Throws `server-busy`. */
export async function solve(parameters: Task, withinMs: number): Promise<Work['solution']> {
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
  if (!solution) throw new SendError('server-busy');
  return { counter: solution.counter, derivedKey: solution.derivedKey };
}
