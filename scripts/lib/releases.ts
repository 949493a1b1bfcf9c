import type { Contribution } from '../../crypto/index.ts';

/** What other reviewers released to this one, by the ids of the letters. `from` is a name on the roster. */
export type Releases = ReadonlyMap<string, readonly Contribution<string>[]>;

export const NO_RELEASES: Releases = new Map();
