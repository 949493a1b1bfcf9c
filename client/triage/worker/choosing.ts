import { CallError } from '../calls/line.ts';
import type { Selection } from '../calls/export-calls.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { isGood } from '../export/marks.ts';
import type { Chosen } from '../export/leaving.ts';
import type { Memory } from './memory.ts';
import { isRecused } from './recusal.ts';
import { relatedReport } from './related.ts';

/** Those of a selection that may leave. Throws `report-unknown`, `recused` where none is left, and `mark-void`. */
export function chosenOf(memory: Memory, tags: readonly ReportTag[]): Chosen[] {
  memory.unlocked();
  const chosen = tags.flatMap((tag): Chosen[] => {
    const desk = memory.reports.get(tag);
    if (!desk) throw new CallError({ code: 'report-unknown' });
    if (isRecused(memory, tag)) return [];
    const marks = memory.redactions.get(tag) ?? [];
    // A mark that hides nothing must not pass in silence: somebody relies on it.
    if (!marks.every((mark) => isGood(desk.report, mark))) {
      throw new CallError({ code: 'mark-void', detail: desk.letter.slice(0, NUMBER_DIGITS) });
    }
    return [{ desk, triage: memory.journal.triageOf(tag), marks }];
  });
  if (chosen.length === 0) throw new CallError({ code: tags.length === 0 ? 'report-unknown' : 'recused' });
  return chosen;
}

/** As reports are called on the page. */
const NUMBER_DIGITS = 8;

export function selectionOf(memory: Memory, tags: readonly ReportTag[]): Selection {
  const open = tags.filter((tag) => !isRecused(memory, tag));
  const reports = open.flatMap((tag) => {
    const related = relatedReport(memory, tag);
    return related ? [{ ...related, marks: memory.redactions.get(tag)?.length ?? 0 }] : [];
  });
  return { reports, recused: tags.length - open.length };
}
