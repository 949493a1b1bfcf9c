import type { OpenedReport } from '../../crypto/index.ts';
import type { JournalContent, JournalEntry } from '../../client/triage/desk/journal-types.ts';
import type { DeskReport } from '../../client/triage/desk/types.ts';

export const CLERK = 'clerk';
export const COUNSELLOR = 'counsellor';
export const TAG = 'a'.repeat(32);
export const OTHER_TAG = 'b'.repeat(32);

/** An entry as the journal gives it once its signature is checked. Ids in tests are short words. */
export function entry(
  id: string,
  content: JournalContent | null,
  {
    author = CLERK,
    number = 1,
    at = '2026-03-01T09:00Z',
    about = TAG,
  }: Partial<Pick<JournalEntry, 'author' | 'number' | 'at' | 'about'>> = {},
): JournalEntry {
  return { id, author, number, previous: '', at, about, content };
}

export function deskReport(answers: Partial<OpenedReport> = {}, more: Partial<DeskReport> = {}): DeskReport {
  return {
    tag: TAG,
    letter: 'c'.repeat(64),
    fileKey: '',
    day: '2026-03-01',
    cells: 0,
    bundle: 'reports.bundle',
    report: { version: 1, story: 'They were let through at night.', ...answers },
    caseLocator: 'd'.repeat(64),
    followUp: false,
    ...more,
  };
}

export function shuffled<T>(values: readonly T[], order: readonly number[]): T[] {
  return values
    .map((value, i) => ({ value, key: order[i] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
