import { CallError } from '../calls/line.ts';
import type { OfficeUse } from '../calls/triage-calls.ts';
import { mark, unmark } from './deciding.ts';
import type { Memory } from './memory.ts';
import { setOffice, settingsOf } from './office-settings.ts';

/** What of the office's lists stands in reports, and in how many. */
export function officeUse({ journal }: Memory): OfficeUse {
  const labels = new Map<string, number>();
  const subStatuses = new Map<string, number>();
  const count = (of: Map<string, number>, value: string) => of.set(value, (of.get(value) ?? 0) + 1);
  for (const tag of journal.tags()) {
    const triage = journal.triageOf(tag);
    for (const { value } of triage.labels) count(labels, value);
    if (triage.status.value?.includes('/') === true) count(subStatuses, triage.status.value);
  }
  return { labels, subStatuses };
}

/**
 * A label is its name: each report that has the old one gets the new one first, and loses the old one then, so that none is without. Those
 * that are not here keep the old one until somebody has them. Throws `setting-invalid` where there is such a label already.
 */
export async function renameLabel(memory: Memory, { from, to }: { from: string; to: string }): Promise<void> {
  const { labels } = settingsOf(memory);
  const name = to.trim();
  if (name === from) return;
  if (labels.some((each) => each.name === name)) throw new CallError({ code: 'setting-invalid' });
  await setOffice(memory, {
    name: 'labels',
    value: labels.map((each) => (each.name === from ? { ...each, name } : each)),
  });
  for (const tag of memory.journal.tags()) {
    if (!memory.reports.has(tag)) continue;
    if (!memory.journal.triageOf(tag).labels.some(({ value }) => value === from)) continue;
    await mark(memory, { tag, to: 'label', value: name });
    await unmark(memory, { tag, to: 'label', value: from });
  }
}
