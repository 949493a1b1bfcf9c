import { lastDayToSeal, type IsoDate, type Roster } from '../../../crypto/index.ts';
import type { Identity } from './journal-types.ts';
import type { DeskReport } from './types.ts';

/** As far as a list of reviewers tells who could be excluded, and when. */
export type List = Pick<Roster, 'version' | 'issued'> & {
  readonly reviewers: readonly { readonly identity: Identity }[];
};

/** Numbers of lists that never came here, both ends included. */
export interface MissingLists {
  readonly first: number;
  readonly last: number;
}

export interface Standing {
  /** The first day on which somebody may have stood on a list. `null`: nobody here can know. */
  readonly since: IsoDate | null;
  /** Lists that never came here and may have named them. */
  readonly missing: readonly MissingLists[];
}

/**
 * From when on a reporter could have excluded somebody (SPEC.md, Grant). A list that never came here was signed after the one before it, and
 * may have named anybody. The lists are those of one office, in any order.
 */
export function standingOf(identity: Identity, lists: readonly List[]): Standing {
  const sorted = [...lists].sort((a, b) => a.version - b.version);
  const named = sorted.filter(({ reviewers }) => reviewers.some((each) => each.identity === identity));
  const first = earliest(named.map(({ issued }) => issued));
  if (first === null) return { since: null, missing: [] };
  const gaps = gapsBelow(named[0]?.version ?? 1, sorted).filter(({ after }) => after === null || after < first);
  const missing = gaps.map(({ first: from, last }) => ({ first: from, last }));
  if (gaps.some(({ after }) => after === null)) return { since: null, missing };
  return { since: earliest([first, ...gaps.flatMap(({ after }) => after ?? [])]), missing };
}

/** `after`: when the list before the gap was signed; `null` where none is known. */
function gapsBelow(version: number, sorted: readonly List[]): (MissingLists & { readonly after: IsoDate | null })[] {
  let before: List | null = null;
  return sorted.flatMap((list) => {
    const first = (before?.version ?? 0) + 1;
    const gap = { first, last: list.version - 1, after: before?.issued ?? null };
    before = list;
    return list.version <= version && first < list.version ? [gap] : [];
  });
}

/** The last day on which somebody can have sealed it, by what cannot be forged: its month, and when it was here. `null`: not known. */
export function sealedUntil({ epoch, taken }: Pick<DeskReport, 'epoch' | 'taken'>): IsoDate | null {
  return earliest([taken, epoch === undefined ? undefined : lastDayToSeal(epoch)]);
}

/** Whether its reporter could not have excluded somebody. The day of signing itself counts as too late. */
export function cameBefore(report: Pick<DeskReport, 'epoch' | 'taken'>, { since }: Standing): boolean {
  const until = sealedUntil(report);
  return since !== null && until !== null && until < since;
}

function earliest(days: readonly (IsoDate | undefined)[]): IsoDate | null {
  return days.reduce<IsoDate | null>((least, day) => (day && (least === null || day < least) ? day : least), null);
}
