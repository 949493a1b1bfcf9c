import { sha256, stampParameters, type Letter, type Stamp } from '../../crypto/index.ts';

import { solve } from './work.ts';

/** As long as it takes: there is no server whose patience could end, and the slowest phones need some minutes. */
const SOLVE_WITHIN_MS = 60 * 60_000;

/** Does the work that lets somebody else deliver this letter. Half a minute on an old phone, off this thread. */
export async function makeStamp(letter: Letter): Promise<Stamp> {
  const { counter } = await solve(stampParameters(await sha256(letter)), SOLVE_WITHIN_MS);
  return { counter };
}
