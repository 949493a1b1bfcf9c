import type { DeskChoices, ShownSuggestion, ShownTriage } from '../calls/triage-calls.ts';
import { deadlinesOf } from '../desk/deadlines.ts';
import type { JournalEntry, ReportTag } from '../desk/journal-types.ts';
import { compareText, inOrder } from '../desk/said.ts';
import { proposedUrgency } from '../desk/urgency.ts';
import { today, type DeskIndex } from './desk-index.ts';
import type { Memory } from './memory.ts';
import { settingsOf } from './office-settings.ts';
import { isRecused } from './recusal.ts';
import { relatedReport, relatedReports } from './related.ts';

export function shownTriage(memory: Memory, index: DeskIndex, tag: ReportTag): ShownTriage | null {
  const kept = memory.reports.get(tag);
  if (!kept) return null;
  const { history, links, ...triage } = memory.journal.triageOf(tag);
  index.row(tag);
  const original = index.duplicates.originalOf(tag);
  const isHidden = isRecused(memory, tag);
  return {
    tag,
    triage,
    history: historyOf(memory, kept.letter, history),
    links: links.map((link) => ({ link, other: relatedReport(memory, link.value) })),
    proposed: isHidden ? { urgency: 'normal', reasons: [] } : proposedUrgency(kept.report, today()),
    deadlines: deadlinesOf(kept, { ...triage, history, links }, today(), index.repliesTo(kept)),
    interests: isHidden ? [] : index.interestsIn(tag),
    isRecused: isHidden,
    original: original === tag ? null : relatedReport(memory, original),
    duplicates: relatedReports(memory, index.duplicates.of(tag)),
    today: today(),
  };
}

/** With what was said while it waited for shares. */
function historyOf(
  { journal, shared }: Memory,
  letter: string,
  history: readonly JournalEntry[],
): readonly JournalEntry[] {
  const waited = shared.get(letter)?.waiting.tag;
  return waited === undefined ? history : inOrder([...history, ...journal.entriesAbout(waited)]);
}

export function deskChoices(memory: Memory): DeskChoices {
  const { identity: me } = memory.unlocked();
  const settings = settingsOf(memory);
  const inUse = new Set(settings.labels.map(({ name }) => name));
  for (const tag of memory.journal.tags()) {
    for (const { value } of memory.journal.triageOf(tag).labels) inUse.add(value);
  }
  return {
    me,
    people: (memory.office?.roster.reviewers ?? []).map(({ identity, name }) => ({ identity, name })),
    everybody: memory.rosters.reviewers().reviewers.map(({ identity, name }) => ({ identity, name })),
    ...settings,
    labelsInUse: [...inUse].sort(compareText),
  };
}

/** What is linked already, or belongs to the same case, needs no suggesting. */
export async function suggestionsFor(
  memory: Memory,
  index: DeskIndex,
  tag: ReportTag,
): Promise<readonly ShownSuggestion[]> {
  const kept = memory.reports.get(tag);
  if (!kept || isRecused(memory, tag)) return [];
  const suggestions = await index.suggest(kept);
  const linked = new Set(memory.journal.triageOf(tag).links.map(({ value }) => value));
  return suggestions.flatMap(({ other, reasons }) => {
    const found = linked.has(other) || isRecused(memory, other) ? null : relatedReport(memory, other);
    return found ? [{ other: found, reasons }] : [];
  });
}
