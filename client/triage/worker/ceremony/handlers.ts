import type { Handlers } from '../../calls/answering.ts';
import type { CeremonyCalls } from '../../calls/ceremony-calls.ts';
import { charterHandlers } from './charter.ts';
import type { Means } from './means.ts';
import { numberOf } from './number-of.ts';
import { reviewerKeyHandlers } from './reviewer-key.ts';

/** The key ceremony, on a page that nobody has unlocked. What it opens is kept here and ends with the worker. */
export function ceremonyHandlers(means: Means): Handlers<CeremonyCalls> {
  return { ...reviewerKeyHandlers(means), ...charterHandlers(means), numberOf };
}
