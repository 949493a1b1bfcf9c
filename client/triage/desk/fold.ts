import { groupBy } from './group-by.ts';
import type { JournalEntry, JournalField } from './journal-types.ts';
import { foldLabelled } from './labelled.ts';
import { foldNotes } from './notes.ts';
import { EMPTY_REGISTER, foldRegister, headsOf } from './registers.ts';
import { compareText, inOrder, saidOf, type SaidOf } from './said.ts';
import type { Recusal, Register, Triage } from './types.ts';

/**
 * What the journal says of one report. A function of the set of its entries alone: neither the order in which they came nor repeats matter,
 * so that machines which hold the same entries show the same. Nothing is overwritten unseen: what was set side by side stays in `conflict`.
 */
export function foldReport(entries: Iterable<JournalEntry>): Triage {
  const history = inOrder(entries);
  const adds = saidOf(history, 'add');
  const removed = new Set(saidOf(history, 'remove').flatMap(({ entries: ids }) => ids));
  const standing = adds.filter(({ entry }) => !removed.has(entry));
  const links = foldLabelled(standing.filter(({ to }) => to === 'link'));
  return {
    status: register(history, 'status'),
    reason: register(history, 'reason'),
    urgency: register(history, 'urgency'),
    assignee: register(history, 'assignee'),
    duplicateOf: register(history, 'duplicate-of'),
    labels: foldLabelled(standing.filter(({ to }) => to === 'label')),
    links: links.map((link) => ({ ...link, fromOther: false })),
    notes: foldNotes(saidOf(history, 'note')),
    recusals: foldRecusals(saidOf(history, 'recuse')),
    replies: saidOf(history, 'replied'),
    opened: saidOf(history, 'opened'),
    referrals: saidOf(history, 'referred'),
    grants: saidOf(history, 'granted'),
    releases: saidOf(history, 'released'),
    custody: saidOf(history, 'custody'),
    history,
  };
}

/** Of a report that the journal does not speak of. */
export const UNTOUCHED: Triage = foldReport([]);

function register(history: readonly JournalEntry[], field: JournalField): Register<string> {
  const settings = saidOf(history, 'set').filter((setting) => setting.field === field);
  return settings.length === 0 ? EMPTY_REGISTER : foldRegister(settings);
}

/** Reviewers speak for themselves only. Where one said both on two machines, the recusal stands: the careful reading. */
function foldRecusals(said: readonly SaidOf<'recuse'>[]): Recusal[] {
  return [...groupBy(said, ({ by }) => by)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, own]) => {
      const heads = headsOf(own);
      const standing = heads.findLast(({ on }) => on) ?? heads.at(-1);
      if (!standing) return [];
      const { by, at, entry, on, why } = standing;
      return [{ by, at, entry, on, why: why ?? null, heads: heads.map((head) => head.entry) }];
    });
}
