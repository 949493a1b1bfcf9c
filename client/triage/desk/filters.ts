import * as z from 'zod/mini';

import type { IsoDate } from '../../../crypto/index.ts';
import type { Identity } from './journal-types.ts';
import type { Row } from './rows.ts';

/** What a list of reports is narrowed by. Plain JSON, so that an office can keep one in its journal. Members left out do not matter. */
const VALUES_MAX = 100;
const VALUE_CHARACTERS_MAX = 200;
const WORDS_CHARACTERS_MAX = 500;

const values = z.optional(
  z
    .array(z.string().check(z.minLength(1), z.maxLength(VALUE_CHARACTERS_MAX)))
    .check(z.minLength(1), z.maxLength(VALUES_MAX)),
);
const yesOrNo = z.optional(z.boolean());
const day = z.optional(z.iso.date());

export const filterSchema = z.strictObject({
  /** All of these words, the last one also as the beginning of a word. */
  words: z.optional(z.string().check(z.maxLength(WORDS_CHARACTERS_MAX))),
  /** One of these; `assessing` is meant with all that the office has below it. */
  status: values,
  reason: values,
  urgency: values,
  label: values,
  /** Identities, `me`, or `nobody`. */
  assignee: values,
  stage: values,
  official: values,
  country: values,
  /** BCP 47. `pt` is meant with `pt-BR`. */
  language: values,
  overdue: yesOrNo,
  unread: yesOrNo,
  /** By whoever looks. */
  recused: yesOrNo,
  evidence: yesOrNo,
  /** Reviewers disagree on something. */
  disputed: yesOrNo,
  /** It names somebody of the office. */
  interest: yesOrNo,
  followUp: yesOrNo,
  /** Received on this day or later. */
  from: day,
  /** Received on this day or earlier. */
  to: day,
});

export type Filter = z.infer<typeof filterSchema>;

export const ASSIGNED_TO_ME = 'me';
export const ASSIGNED_TO_NOBODY = 'nobody';

type Test = (row: Row) => boolean;

/** Whoever looks, and when. */
export interface Viewer {
  readonly me: Identity;
  readonly today: IsoDate;
}

/** Whether a row passes all that a filter asks for, its words left aside. Reads well; columns.ts does nearly the same fast. */
export function testOf(filter: Filter, viewer: Viewer): Test {
  const { status, reason, urgency, assignee, language, from, to } = filter;
  const { me, today } = viewer;
  const tests: Test[] = [
    ...anyOf(status, (wanted) => (row) => wanted.has(row.status) || wanted.has(mainStatus(row.status))),
    ...anyOf(reason, (wanted) => (row) => wanted.has(row.reason)),
    ...anyOf(urgency, (wanted) => (row) => wanted.has(row.urgency)),
    ...anyOf(assignee, assignedTo(me)),
    ...anyOf(language, (wanted) => (row) => wanted.has(row.language) || wanted.has(mainLanguage(row.language))),
    ...eitherOf(filter.overdue, (row) => row.due !== null && row.due < today),
    ...eitherOf(filter.unread, (row) => row.isUnread),
    ...eitherOf(filter.recused, (row) => row.isRecused),
    ...eitherOf(filter.evidence, (row) => row.hasEvidence),
    ...eitherOf(filter.disputed, (row) => row.isDisputed),
    ...eitherOf(filter.interest, (row) => row.hasInterest),
    ...eitherOf(filter.followUp, (row) => row.isFollowUp),
    ...(from === undefined ? [] : [(row: Row) => row.day !== null && row.day >= from]),
    ...(to === undefined ? [] : [(row: Row) => row.day !== null && row.day <= to]),
    listTestOf(filter) ?? (() => true),
  ];
  return (row) => tests.every((test) => test(row));
}

/** Of what a row has several of. `null`: the filter asks for none of it. */
export function listTestOf({ label, stage, official, country }: Filter): Test | null {
  const tests = [
    ...anyOf(label, (wanted) => (row) => row.labels.some((each) => wanted.has(each))),
    ...anyOf(stage, (wanted) => (row) => row.stages.some((each) => wanted.has(each))),
    ...anyOf(official, (wanted) => (row) => row.officials.some((each) => wanted.has(each))),
    ...anyOf(country, (wanted) => (row) => row.countries.some((each) => wanted.has(each))),
  ];
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

function anyOf(wanted: readonly string[] | undefined, make: (wanted: ReadonlySet<string | null>) => Test): Test[] {
  return wanted === undefined ? [] : [make(new Set(wanted))];
}

function eitherOf(wanted: boolean | undefined, test: Test): Test[] {
  return wanted === undefined ? [] : [(row) => test(row) === wanted];
}

function assignedTo(me: Identity): (wanted: ReadonlySet<string | null>) => Test {
  return (wanted) => {
    const identities = new Set([...wanted].map((each) => (each === ASSIGNED_TO_ME ? me : each)));
    if (wanted.has(ASSIGNED_TO_NOBODY)) identities.add(null);
    return (row) => identities.has(row.assignee);
  };
}

/** The status that every office has, above one of the office's own. */
export function mainStatus(status: string): string {
  const slash = status.indexOf('/');
  return slash < 0 ? status : status.slice(0, slash);
}

/** `pt` of `pt-BR`. */
export function mainLanguage(tag: string): string {
  const dash = tag.indexOf('-');
  return dash < 0 ? tag : tag.slice(0, dash);
}
