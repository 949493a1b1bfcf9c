import type { Row, RowDecided } from '../calls/reading-calls.ts';
import { answerOf, answersOf, countriesOf } from '../desk/answers.ts';
import { daysBetween } from '../desk/deadlines.ts';
import { proposedUrgency } from '../desk/urgency.ts';
import type { Cases } from './cases.ts';
import { today, type DeskIndex } from './desk-index.ts';
import type { KeptReport, Memory } from './memory.ts';

/** More than a line of the widest screen. */
const EXCERPT_CHARACTERS = 240;

/** Help that somebody needs now rather than one day. */
const CANNOT_WAIT: ReadonlySet<string> = new Set(['safety', 'shelter', 'medical', 'protect-family']);
const CODES_MAX = 8; // a crafted report may list thousands

/** What the list shows of a report. */
export function rowOf(kept: KeptReport, memory: Memory, cases: Cases, index: DeskIndex): Row {
  const decided = decidedOf(kept, index);
  if (decided.isRecused) return hiddenRow(kept, memory, decided);
  const { tag, letter, day, report, followUp, caseLocator } = kept;
  const files = report.evidence?.files ?? [];
  return {
    tag,
    letter,
    day,
    excerpt: excerptOf(report.story),
    danger: answerOf(report, 'danger') || null,
    needs: answersOf(report, 'help')
      .filter((code) => CANNOT_WAIT.has(code))
      .slice(0, CODES_MAX),
    children: answerOf(report, 'children') === 'yes',
    official: answersOf(report, 'official').slice(0, CODES_MAX),
    countries: countriesOf(report).slice(0, CODES_MAX),
    files: files.length,
    hasStoryRecording: files.some((file) => file['story'] === true),
    ofCase: cases.of(caseLocator).length,
    followUp,
    isUnread: !memory.read.has(tag),
    decided,
  };
}

/** Of a report that whoever looks has taken themself off: that it is there, and nothing that it says. */
function hiddenRow({ tag, letter, day }: KeptReport, memory: Memory, decided: RowDecided): Row {
  return {
    tag,
    letter,
    day,
    excerpt: '',
    danger: null,
    needs: [],
    children: false,
    official: [],
    countries: [],
    files: 0,
    hasStoryRecording: false,
    ofCase: 0,
    followUp: false,
    isUnread: !memory.read.has(tag),
    decided,
  };
}

function decidedOf({ tag, report }: KeptReport, index: DeskIndex): RowDecided {
  const row = index.row(tag);
  const due = row?.due ?? null;
  return {
    status: row?.status ?? 'new',
    reason: row?.reason ?? null,
    urgency: row?.urgency ?? proposedUrgency(report, today()).urgency,
    isProposed: row?.isProposed ?? true,
    labels: (row?.labels ?? []).slice(0, CODES_MAX),
    assignee: row?.assignee ?? null,
    isDisputed: row?.isDisputed ?? false,
    hasInterest: row?.hasInterest ?? false,
    isRecused: row?.isRecused ?? false,
    daysLeft: due === null ? null : daysBetween(today(), due),
    isDuplicate: index.duplicates.originalOf(tag) !== tag,
  };
}

/** The beginning of a story on one line. */
export function excerptOf(story: string): string {
  return story
    .slice(0, EXCERPT_CHARACTERS * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, EXCERPT_CHARACTERS)
    .toWellFormed();
}
