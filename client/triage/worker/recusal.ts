import type { ReportTag } from '../desk/journal-types.ts';
import type { Memory } from './memory.ts';

/** Whether whoever has unlocked the page has taken themself off the report: then nothing of what it says leaves this worker. */
export function isRecused({ journal, session }: Memory, tag: ReportTag): boolean {
  return journal.triageOf(tag).recusals.some(({ by, on }) => on && by === session?.identity);
}
