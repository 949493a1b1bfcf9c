import type { Roster } from '../../../crypto/index.ts';
import type { Draft } from '../../shared/office/draft.ts';

/** What differs between the roster that was signed last and a draft, as people speak of it. */
export type RosterChange =
  | { readonly kind: 'added' | 'removed' | 'key-changed'; readonly name: string }
  | { readonly kind: 'described'; readonly name: string }
  | { readonly kind: 'threshold'; readonly before: number; readonly after: number }
  | { readonly kind: 'office' | 'contact'; readonly before: string; readonly after: string }
  | { readonly kind: 'languages' | 'slots' | 'demo' | 'log' };

type Reviewer = Draft['reviewers'][number];

/** People first: who comes, who leaves, whose key is another. */
export function rosterChanges(before: Roster, after: Draft): RosterChange[] {
  return [...reviewerChanges(before.reviewers, after.reviewers), ...officeChanges(before, after)];
}

function reviewerChanges(before: readonly Reviewer[], after: readonly Reviewer[]): RosterChange[] {
  const earlier = new Map(before.map((reviewer) => [reviewer.name, reviewer]));
  const later = new Set(after.map(({ name }) => name));
  const removed = before.filter(({ name }) => !later.has(name));
  return [
    ...removed.map(({ name }): RosterChange => ({ kind: 'removed', name })),
    ...after.flatMap((reviewer): RosterChange[] => {
      const { name } = reviewer;
      const known = earlier.get(name);
      if (!known) return [{ kind: 'added', name }];
      if (known.identity !== reviewer.identity) return [{ kind: 'key-changed', name }];
      return isSame(known, reviewer) ? [] : [{ kind: 'described', name }];
    }),
  ];
}

function officeChanges(before: Roster, after: Draft): RosterChange[] {
  const changes: RosterChange[] = [];
  if (before.threshold !== after.threshold) {
    changes.push({ kind: 'threshold', before: before.threshold, after: after.threshold });
  }
  for (const kind of ['office', 'contact'] as const) {
    if (before[kind] !== after[kind]) changes.push({ kind, before: before[kind], after: after[kind] });
  }
  for (const kind of ['languages', 'slots', 'demo', 'log'] as const) {
    if (!isSame(before[kind], after[kind])) changes.push({ kind });
  }
  return changes;
}

/** Both come from JSON that a strict schema took, which fixes no order of members; signing keeps it. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
