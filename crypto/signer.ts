import { fromHex, toBase64 } from './bytes.ts';
import { parse } from './parse.ts';
import type { Reviewer } from './roster.ts';
import { claimedSigner, envelopeSchema, type Envelope } from './statement.ts';

/**
 * Those whose signatures count: the reviewers of a roster. Whoever reads what was signed by people who have left since hands in the
 * reviewers of earlier rosters as well.
 */
export interface Reviewers {
  readonly reviewers: readonly Reviewer[];
}

/** The reviewer who claims to have signed; `undefined` where it is none of these. Throws `statement-malformed`. */
export function claimedReviewer(envelope: unknown, { reviewers }: Reviewers): [Envelope, Reviewer | undefined] {
  const parsed = parse(envelopeSchema, envelope, 'statement-malformed');
  const identity = toBase64(fromHex(claimedSigner(parsed)));
  return [parsed, reviewers.find((reviewer) => reviewer.identity === identity)];
}
