import type { OpenedReport } from '../../crypto/index.ts';
import { inert, inertLines } from './inert.ts';
import type { CaseOutcome, SavedFile } from './outcome.ts';

/** Questions in the words of the office's desk, in the order in which a reviewer reads. */
const QUESTIONS: Readonly<Record<string, string>> = {
  danger: 'Is someone in danger now?',
  role: 'Who reports?',
  stage: 'When did the official help?',
  act: 'What did the official do?',
  return: 'What did they get for it?',
  official: 'What kind of official?',
  officials: 'Which officials?',
  purpose: 'What were people made to do?',
  sexual: 'Kind of sexual exploitation',
  industry: 'Industry',
  recruited: 'How were they found?',
  recruitmentSites: 'Websites and apps used',
  control: 'How were they kept?',
  people: 'How many people?',
  children: 'Children?',
  route: 'Route',
  when: 'When',
  told: 'Who was told?',
  toldText: 'What happened then?',
  evidenceElsewhere: 'Evidence that exists elsewhere',
  help: 'What would help?',
  contact: 'May the office answer?',
  consent: 'May the office pass it on?',
  consentNamed: 'To whom',
  language: 'Language of the page',
};

/** Members that hold codes of the questionnaire. All others hold what people wrote: names must stay as they were spelt. */
const CODED = new Set([
  ...['danger', 'role', 'stage', 'act', 'return', 'official', 'purpose', 'sexual', 'industry', 'recruited'],
  ...['recruitmentSites', 'control', 'people', 'children', 'told', 'help', 'consent'],
]);

/** Members with an own place below. */
const PLACED = new Set(['version', 'story', 'evidence', ...Object.keys(QUESTIONS)]);
/** Those by which a report belongs to its case; named in words, once they are proven. */
const OF_CASE = new Set(['case', 'followUp', 'signature']);
const DEPTH_MAX = 6;
const CASE_CHARACTERS = 8;
const QUOTE = '  | ';

export interface ReportFacts {
  readonly id: string;
  /** `null` where it did not come by the server. */
  readonly day: string | null;
  readonly files: readonly SavedFile[];
  readonly problems: readonly string[];
  /** Where it belongs to one. */
  readonly case?: CaseOutcome | undefined;
  readonly warnings?: readonly string[];
}

/** A report for reading. All that the sender wrote stands behind a bar, so that it cannot pass for what we say about it. */
export function reportText(report: OpenedReport, facts: ReportFacts): string {
  const { id, day, files, problems, warnings = [] } = facts;
  const lines = [
    `Report ${id}`,
    day === null ? 'Day not given: it was brought as a sealed file' : `Taken in on ${day} (UTC)`,
    ...(report.version === 1
      ? []
      : [`Written by a newer version (${String(report.version)}); report.json has all of it.`]),
    ...(facts.case ? [caseLine(facts.case)] : []),
    ...warnings.map((line) => `Warning: ${line}`),
    '',
    ...section('What happened?', inertLines(report.story)),
    ...Object.entries(QUESTIONS).flatMap(([member, question]) => answer(question, report[member], CODED.has(member))),
    ...Object.keys(report)
      .filter((member) => !PLACED.has(member) && !(facts.case && OF_CASE.has(member)))
      .flatMap((member) => answer(`Unknown to this version: ${inert(member)}`, report[member], false)),
    ...(files.length > 0 ? section('Files', files.flatMap(fileLines)) : []),
    ...(problems.length > 0
      ? ['What went wrong when this was opened', ...problems.map((line) => `  ${line}`), '']
      : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Eight characters tell the cases of an office apart. */
export function caseName(mailbox: string): string {
  return `Case ${mailbox.slice(0, CASE_CHARACTERS)}`;
}

function caseLine(of: CaseOutcome): string {
  return `${caseName(of.mailbox)}${of.followUp ? '; it follows an earlier report of the same case' : ''}`;
}

function answer(question: string, value: unknown, isCoded: boolean): string[] {
  return value === undefined ? [] : section(question, valueLines(isCoded ? labelled(value) : value, 0));
}

function section(title: string, lines: readonly string[]): string[] {
  return [title, ...lines.map((line) => `${QUOTE}${line}`.trimEnd()), ''];
}

/** Any JSON: reports come from strangers, and newer forms are kept. */
function valueLines(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return inertLines(value);
  if (typeof value !== 'object' || value === null) return [plain(value)];
  if (depth >= DEPTH_MAX) return ['(more in report.json)'];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => bulleted(valueLines(item, depth + 1)));
  return Object.entries(value).flatMap(([member, item]) => {
    const [first = '', ...rest] = valueLines(item, depth + 1);
    return rest.length === 0 && !isContainer(item)
      ? [`${inert(memberLabel(member))}: ${first}`]
      : [`${inert(memberLabel(member))}:`, ...[first, ...rest].map((line) => `  ${line}`)];
  });
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function bulleted([first = '', ...rest]: readonly string[]): string[] {
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
}

function plain(value: unknown): string {
  if (value === true) return 'yes';
  return value === false ? 'no' : String(value);
}

function labelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (typeof item === 'string' ? label(item) : item));
  return typeof value === 'string' ? label(value) : value;
}

/** `false-documents` and `PhysicalThreats` as people write them; anything that is not such a code stays as it is. */
function label(text: string): string {
  if (/^[a-z]+(?:-[a-z]+)+$/.test(text)) return text.replaceAll('-', ' ');
  if (/^(?:[A-U]_)?(?:[A-Z][a-z]+){2,}$/.test(text)) return sentence(text.replace(/^[A-U]_/, ''));
  return text;
}

function memberLabel(member: string): string {
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(member) ? sentence(member) : member;
}

function sentence(words: string): string {
  return words.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function fileLines({ sent, name, size, saved, note, story, renamed, whole }: SavedFile): string[] {
  return [
    `files/${name}, ${String(size)} bytes${whole ? '' : ` (${stateOf(saved)})`}`,
    ...(renamed === undefined ? [] : [`  sent as: ${inert(sent)}`]),
    ...(story ? ['  This recording tells the story.'] : []),
    ...(note === undefined ? [] : inertLines(note).map((line) => `  ${line}`)),
  ];
}

function stateOf(saved: number): string {
  return saved === 0 ? 'MISSING' : 'NOT WHOLE: what could not be opened is filled with zeros';
}
