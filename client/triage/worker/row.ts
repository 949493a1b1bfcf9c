import type { Row } from '../calls/reading-calls.ts';
import { answerOf, answersOf, countriesOf } from '../desk/answers.ts';
import type { Cases } from './cases.ts';
import type { KeptReport, Memory } from './memory.ts';

/** More than a line of the widest screen. */
const EXCERPT_CHARACTERS = 240;

/** Help that somebody needs now rather than one day. */
const CANNOT_WAIT: ReadonlySet<string> = new Set(['safety', 'shelter', 'medical', 'protect-family']);
const CODES_MAX = 8; // a crafted report may list thousands

/** What the list shows of a report. */
export function rowOf(kept: KeptReport, memory: Memory, cases: Cases): Row {
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
