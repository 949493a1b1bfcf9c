import { bySaying, type SaidOf } from './said.ts';
import type { Note } from './types.ts';

type Version = SaidOf<'note'>;

/**
 * Notes as they read now, each with what stood there before. Only its author's own word replaces a note: another reviewer's that claims to
 * stands beside it, so that nobody's words can be made to vanish by somebody else.
 */
export function foldNotes(said: readonly Version[]): Note[] {
  const byEntry = new Map(said.map((version) => [version.entry, version]));
  const before = (version: Version) =>
    (version.replaces ?? []).flatMap((id) => {
      const earlier = byEntry.get(id);
      return earlier?.by === version.by && earlier !== version ? [earlier] : [];
    });
  const replacedBy = new Map<Version, number>();
  for (const version of said) {
    for (const earlier of before(version)) replacedBy.set(earlier, (replacedBy.get(earlier) ?? 0) + 1);
  }
  const heads = said.filter((version) => !replacedBy.has(version)).sort(bySaying);
  return heads.map((head): Note => {
    const earlier = allBefore(head, before);
    return {
      by: head.by,
      at: head.at,
      entry: head.entry,
      text: head.text,
      earlier: earlier.map(({ by, at, entry, text }) => ({ by, at, entry, text })),
      isForked: earlier.some((version) => (replacedBy.get(version) ?? 0) > 1),
    };
  });
}

function allBefore(head: Version, before: (version: Version) => Version[]): Version[] {
  const found = new Set<Version>();
  const toVisit = [head];
  for (let next = toVisit.pop(); next; next = toVisit.pop()) {
    for (const earlier of before(next)) {
      if (found.has(earlier)) continue;
      found.add(earlier);
      toVisit.push(earlier);
    }
  }
  return [...found].sort(bySaying);
}
