import { fileKey, fromBase64, identityPublicKey, signGrant } from '../../../crypto/index.ts';
import { CallError } from '../calls/line.ts';
import type { Newcomer } from '../calls/team-calls.ts';
import type { Identity } from '../desk/journal-types.ts';
import { cameBefore, standingOf, type Standing } from '../desk/newcomers.ts';
import type { DeskIndex } from './desk-index.ts';
import type { KeptReport, Memory } from './memory.ts';
import { isRecused } from './recusal.ts';

/** Colleagues on the list of today, and which reports may be given to each (SPEC.md, Grant). */
export function newcomers(memory: Memory, index: DeskIndex): Newcomer[] {
  const me = memory.unlocked().identity;
  const reviewers = memory.office?.roster.reviewers ?? [];
  return reviewers
    .filter(({ identity }) => identity !== me)
    .map(({ identity, name }) => {
      const standing = standingOf(identity, lists(memory));
      const sorted = sortReports(memory, index, identity, standing);
      return {
        identity,
        name,
        ...standing,
        open: sorted.open.length,
        given: sorted.given.length,
        later: sorted.later.length,
        naming: sorted.naming.length,
        recused: sorted.recused.length,
      };
    });
}

/** Gives the reports that came before them. Throws `grant-refused` where somebody could have excluded them from all. */
export async function give(memory: Memory, index: DeskIndex, to: Identity): Promise<number> {
  const { identity: me, keys } = memory.unlocked();
  const isListed = memory.office?.roster.reviewers.some(({ identity }) => identity === to) === true;
  if (to === me || !isListed) throw new CallError({ code: 'reviewer-unknown' });
  const { open } = sortReports(memory, index, to, standingOf(to, lists(memory)));
  if (open.length === 0) throw new CallError({ code: 'grant-refused' });
  for (const { tag, letter, fileKey: key } of open) {
    const grant = { letter, fileKey: fileKey(fromBase64(key)), to: identityPublicKey(fromBase64(to)) };
    const envelope = await signGrant(grant, keys.seed);
    await memory.outbox.queuePrivate({ to, kind: 'grant', envelope });
    await memory.journal.write(tag, () => ({ kind: 'granted', to }));
  }
  return open.length;
}

interface Sorted {
  /** May be given. */
  readonly open: readonly KeptReport[];
  /** Somebody gave it already. */
  readonly given: readonly KeptReport[];
  /** Whoever sent it could have excluded them, and may have. */
  readonly later: readonly KeptReport[];
  /** It names them. */
  readonly naming: readonly KeptReport[];
  /** Whoever has unlocked the page took themself off it. */
  readonly recused: readonly KeptReport[];
}

function sortReports(memory: Memory, index: DeskIndex, to: Identity, standing: Standing): Sorted {
  const sorted = { open: [], given: [], later: [], naming: [], recused: [] } as Record<keyof Sorted, KeptReport[]>;
  for (const report of memory.reports.values()) {
    sorted[kindOf(memory, index, report, to, standing)].push(report);
  }
  return sorted;
}

function kindOf(memory: Memory, index: DeskIndex, report: KeptReport, to: Identity, standing: Standing): keyof Sorted {
  const { tag } = report;
  if (!cameBefore(report, standing)) return 'later';
  if (memory.journal.triageOf(tag).grants.some((granted) => granted.to === to)) return 'given';
  if (isRecused(memory, tag)) return 'recused';
  return index.interestsIn(tag).some(({ identity }) => identity === to) ? 'naming' : 'open';
}

function lists({ rosters }: Memory) {
  return rosters.all().map(({ roster }) => roster);
}
