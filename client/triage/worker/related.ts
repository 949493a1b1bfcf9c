import type { RelatedReport } from '../calls/reading-calls.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import type { Memory } from './memory.ts';
import { isRecused } from './recusal.ts';
import { excerptOf } from './row.ts';

/** What is shown of a report beside another one. `null` where it is not here. */
export function relatedReport(memory: Memory, of: ReportTag): RelatedReport | null {
  const kept = memory.reports.get(of);
  if (!kept) return null;
  const { tag, letter, day, report, followUp } = kept;
  return { tag, letter, day, excerpt: isRecused(memory, tag) ? '' : excerptOf(report.story), followUp };
}

export function relatedReports(memory: Memory, tags: readonly ReportTag[]): RelatedReport[] {
  return tags.flatMap((tag) => relatedReport(memory, tag) ?? []);
}
