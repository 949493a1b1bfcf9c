import type { EpochKey, Office } from '../../../crypto/index.ts';
import type { Identity } from '../desk/journal-types.ts';
import type { KeptEntry } from '../desk/types.ts';
import type { Memory } from './memory.ts';
import type { ItemId, PrivateStatement } from './outbox.ts';

/** Letters to the same colleagues: entries for all of them, or private statements for one. */
export interface Post {
  readonly to: readonly Identity[];
  readonly slots: ReadonlySet<number>;
  readonly entries: readonly KeptEntry[];
  readonly privates: readonly (PrivateStatement & { readonly id: ItemId })[];
}

/** Whether something is to go to that colleague. */
export type Lacks = (item: ItemId, identity: Identity) => boolean;

/**
 * What goes to whom: each entry of the reviewer's own in one letter to all colleagues who lack it, so that whoever had no key in an earlier month,
 * or joined since, is told later. What cannot be addressed this month stays.
 */
export function postOf(memory: Memory, { addressable }: Office, lacks: Lacks): Post[] {
  const { identity: me } = memory.unlocked();
  const colleagues = addressable.filter(({ reviewer }) => reviewer.identity !== me);
  const groups = new Map<string, { readonly to: readonly EpochKey[]; readonly entries: KeptEntry[] }>();
  for (const kept of ownEntries(memory)) {
    const to = colleagues.filter(({ reviewer }) => lacks(kept.entry.id, reviewer.identity));
    if (to.length === 0) continue;
    const key = to.map(({ reviewer }) => reviewer.slot).join();
    const group = groups.get(key) ?? { to, entries: [] };
    group.entries.push(kept);
    groups.set(key, group);
  }
  const toSeveral = [...groups.values()].map(({ to, entries }) => postTo(to, { entries }));
  const toOne = colleagues.map((colleague) =>
    postTo([colleague], { privates: privatesFor(memory, colleague.reviewer.identity, lacks) }),
  );
  return [...toSeveral, ...toOne.filter(({ privates }) => privates.length > 0)];
}

/** What one colleague lacks, whether or not they can be addressed. */
export function lackOf(memory: Memory, identity: Identity, lacks: Lacks): { entries: number; privates: number } {
  const entries = ownEntries(memory).filter(({ entry }) => lacks(entry.id, identity)).length;
  return { entries, privates: privatesFor(memory, identity, lacks).length };
}

/** Colleagues' entries came in a letter that went to everybody. */
function ownEntries(memory: Memory): KeptEntry[] {
  const { identity } = memory.unlocked();
  return [...memory.journal.entries.values()].filter(({ entry }) => entry.author === identity);
}

function privatesFor({ outbox }: Memory, identity: Identity, lacks: Lacks): Post['privates'] {
  return [...outbox.privates]
    .filter(([id, { to }]) => to === identity && lacks(id, identity))
    .map(([id, statement]) => ({ id, ...statement }));
}

function postTo(to: readonly EpochKey[], { entries = [], privates = [] }: Partial<Post>): Post {
  return {
    to: to.map(({ reviewer }) => reviewer.identity),
    slots: new Set(to.map(({ reviewer }) => reviewer.slot)),
    entries,
    privates,
  };
}
