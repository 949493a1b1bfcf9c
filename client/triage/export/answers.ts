import type { LeavingReport } from './leaving-report.ts';
import { isRecord } from './marks.ts';
import { REPORT_SHAPE, type ReportMember } from './shape.ts';
import type { Wording } from './wording.ts';

/** One line of an answer: `Rank: sergeant`, or the text alone. */
export interface Line {
  readonly label?: string;
  readonly text: string;
}

export interface Group {
  readonly title?: string;
  readonly lines: readonly Line[];
}

/** An answer as people read it. Several groups where it was given several times, such as for each official. */
export interface Answer {
  readonly member: ReportMember;
  readonly title: string;
  readonly groups: readonly Group[];
}

/** All answers but the files, in the order of the questionnaire. Texts are the reporter's own: not yet made inert. */
export function answersOf(report: LeavingReport, wording: Wording): Answer[] {
  const members = Object.keys(REPORT_SHAPE) as ReportMember[];
  return members.flatMap((member) => {
    if (report[member] === undefined || member === 'evidence') return [];
    if (member === 'answers') return ownAnswers(report);
    return [{ member, title: wording.title(member), groups: groupsOf(report[member], member, wording) }];
  });
}

function groupsOf(value: unknown, member: ReportMember, wording: Wording): Group[] {
  const lines = (of: unknown, name?: string) => linesOf(of, { member, wording }, name);
  if (member === 'officials' && Array.isArray(value)) {
    return value.map((official, i) => ({ title: wording.person(i + 1), lines: lines(official) }));
  }
  if (member === 'route' && isRecord(value)) {
    return Object.entries(value).flatMap(([name, places]) =>
      [places].flat().map((place) => ({ title: wording.part(member, name), lines: lines(place) })),
    );
  }
  return [{ lines: lines(value) }];
}

interface Of {
  readonly member: ReportMember;
  readonly wording: Wording;
}

/** The lines of an answer or of one part of it, which has a `name` then. */
export function linesOf(value: unknown, of: Of, name?: string): Line[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => linesOf(item, of, name));
  if (isRecord(value)) return Object.entries(value).flatMap(([inner, each]) => linesOf(each, of, inner));
  if (typeof value !== 'string' && typeof value !== 'boolean' && typeof value !== 'number') return [];
  const text = of.wording.value(of.member, name, value);
  return [name === undefined ? { text } : { label: of.wording.part(of.member, name), text }];
}

/** Questions of the office's own carry their words with them. */
function ownAnswers({ answers = [] }: LeavingReport): Answer[] {
  return answers.map((own) => {
    if (typeof own === 'string') return { member: 'answers', title: own, groups: [] };
    const texts = [own.answer ?? []].flat();
    return {
      member: 'answers',
      title: own.asked ?? own.id ?? '',
      groups: [{ lines: texts.map((text) => ({ text })) }],
    };
  });
}
