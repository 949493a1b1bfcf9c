import type { OpenedReport } from '../../../crypto/index.ts';
import { fill } from '../../messages/index.ts';
import { choiceOf } from './list.tsx';
import type { Words } from './words.ts';

/** One question and what was answered, in words. What a stranger wrote is still to be made inert by whoever shows it. */
export interface Answered {
  readonly key: string;
  readonly asked: string;
  readonly answers: readonly string[];
}

/** A crafted report may repeat a member without end. */
const ITEMS_MAX = 100;
const DEPTH_MAX = 6;

type Members = Readonly<Record<string, unknown>>;

/** Questions whose answers are codes, in the order in which a reviewer reads. */
const CODED = [
  ...['role', 'stage', 'act', 'return', 'official', 'purpose', 'sexual', 'industry', 'recruited'],
  ...['recruitmentSites', 'control', 'people', 'children', 'told', 'help', 'consent'],
] as const;
const WRITTEN = ['toldText', 'evidenceElsewhere', 'consentNamed'] as const;
const ORDER = [
  ...[
    'danger',
    'role',
    'stage',
    'act',
    'return',
    'official',
    'officials',
    'purpose',
    'sexual',
    'industry',
    'recruited',
  ],
  ...['recruitmentSites', 'control', 'people', 'children', 'route', 'when', 'told', 'toldText', 'evidenceElsewhere'],
  ...['help', 'contact', 'consent', 'consentNamed'],
];
/** Members with a place of their own on the page, and those that bind a report to its case. */
const ELSEWHERE = new Set(['version', 'language', 'story', 'evidence', 'answers', 'case', 'followUp', 'signature']);

/** The answers that this version knows, as the form asked for them, in the reviewer's language. */
export function answersIn(report: OpenedReport, words: Words): Answered[] {
  return ORDER.flatMap((member) => {
    const answers = answersTo(member, report[member], words).filter((answer) => answer.trim() !== '');
    return answers.length === 0 ? [] : [{ key: member, asked: askedIn(member, words), answers }];
  });
}

/** Questions of the office's own carry their words with them. */
export function ownAnswersIn(report: OpenedReport): Answered[] {
  return listOf(report['answers']).map((own, i) => {
    const { asked, answer } = membersOf(own);
    return { key: String(i), asked: textOf(asked), answers: textsOf(Array.isArray(answer) ? answer : [answer]) };
  });
}

/** What a newer form wrote, as it stands there. */
export function unknownIn(report: OpenedReport): Answered[] {
  const known = new Set(ORDER);
  return Object.entries(report)
    .filter(([member]) => !known.has(member) && !ELSEWHERE.has(member))
    .slice(0, ITEMS_MAX)
    .map(([member, value]) => ({ key: member, asked: member, answers: linesOf(value, 0).slice(0, ITEMS_MAX) }));
}

function askedIn(member: string, { q, t }: Words): string {
  if (member === 'danger') return t.list.dangerAsked;
  const question = (q as unknown as Readonly<Record<string, { readonly title?: string }>>)[member];
  return question?.title ?? member;
}

function answersTo(member: string, value: unknown, words: Words): string[] {
  const { q } = words;
  if (value === undefined) return [];
  if (member === 'danger') return textsOf([value]).map((code) => choiceOf(q.danger.choices, code));
  if ((CODED as readonly string[]).includes(member)) {
    const { choices } = q[member as (typeof CODED)[number]] as { readonly choices: Readonly<Record<string, string>> };
    return textsOf(Array.isArray(value) ? value : [value]).map((code) => choiceOf(choices, code));
  }
  if ((WRITTEN as readonly string[]).includes(member)) return textsOf([value]);
  switch (member) {
    case 'officials':
      return listOf(value).map((official) => officialText(membersOf(official), words));
    case 'route':
      return routeTexts(membersOf(value), words);
    case 'when':
      return whenTexts(membersOf(value), words);
    default:
      return contactTexts(membersOf(value), words);
  }
}

function officialText(official: Members, { q }: Words): string {
  const fields = ['name', 'rank', 'unit', 'place', 'badge', 'vehicle', 'description'] as const;
  const known = fields.flatMap((field) => {
    const text = textOf(official[field]);
    return text === '' ? [] : [`${q.officials[field]}: ${text}`];
  });
  return known.length === 0 ? linesOf(official, 0).join('\n') : known.join('\n');
}

function routeTexts({ from, through, to }: Members, words: Words): string[] {
  const { route } = words.q;
  const place = (asked: string, value: unknown) => {
    const { country, region, crossing } = membersOf(value);
    const parts = [textOf(crossing), textOf(region), country === undefined ? '' : words.country(textOf(country))];
    const known = parts.filter((part) => part !== '');
    return known.length === 0 ? [] : [`${asked}: ${words.list(known)}`];
  };
  return [
    ...place(route.from, from),
    ...listOf(through).flatMap((each) => place(route.through, each)),
    ...place(route.to, to),
  ];
}

function whenTexts({ since, until, ongoing, detail }: Members, { q, t }: Words): string[] {
  const { when } = q;
  return [
    ...(since === undefined ? [] : [fill(t.report.since, { date: textOf(since) })]),
    ...(until === undefined ? [] : [fill(t.report.until, { date: textOf(until) })]),
    ...(ongoing === undefined ? [] : [`${when.ongoing} ${choiceOf(when.choices, textOf(ongoing))}`]),
    textOf(detail),
  ];
}

function contactTexts({ allowed, days, languages }: Members, words: Words): string[] {
  const { contact } = words.q;
  const dayNames = textsOf(listOf(days)).map((code) => choiceOf(contact.dayChoices, code));
  const tongues = textsOf(listOf(languages)).map((tag) => words.languageName(tag));
  return [
    ...(typeof allowed === 'boolean' ? [allowed ? contact.choices.yes : contact.choices.no] : []),
    ...(dayNames.length > 0 ? [`${contact.days} ${words.list(dayNames)}`] : []),
    ...(tongues.length > 0 ? [`${contact.languages} ${words.list(tongues)}`] : []),
  ];
}

/** Any JSON as lines: reports come from strangers. */
function linesOf(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (depth >= DEPTH_MAX) return ['…'];
  const members = Array.isArray(value) ? value.map((item) => ['–', item] as const) : Object.entries(value);
  return members.slice(0, ITEMS_MAX).flatMap(([name, item]) => {
    const [first = '', ...rest] = linesOf(item, depth + 1);
    return [`${name}${Array.isArray(value) ? '' : ':'} ${first}`, ...rest.map((line) => `  ${line}`)];
  });
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, ITEMS_MAX) : [];
}

function textsOf(values: readonly unknown[]): string[] {
  return values.slice(0, ITEMS_MAX).flatMap((value) => (textOf(value) === '' ? [] : [textOf(value)]));
}

/** Numbers and the like come from a form that this version does not know; they are shown as they are. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
