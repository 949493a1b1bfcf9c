import type { OpenedReport, Report } from '../../../crypto/index.ts';

/**
 * Answers of an opened report. A newer form may have written members that this version does not know, in forms that it does not expect:
 * what is not of the expected form counts as not answered, and the report stays readable as it is.
 */
export type Official = NonNullable<Report['officials']>[number];
export type Place = NonNullable<NonNullable<Report['route']>['from']>;

type Answer = Exclude<keyof Report, 'version'>;

/** A code that was chosen, or a text. Empty: no answer. */
export function answerOf(report: OpenedReport, question: Answer): string {
  return textOf(report[question]);
}

/** The codes that were chosen. */
export function answersOf(report: OpenedReport, question: Answer): readonly string[] {
  return listOf(report[question]).filter((code) => typeof code === 'string');
}

export function officialsOf(report: OpenedReport): readonly Official[] {
  const members = ['name', 'rank', 'unit', 'place', 'badge', 'vehicle', 'description'] as const;
  return listOf(report['officials']).map((official) => textsOf(official, members));
}

/** All places of the route, in its order. */
export function placesOf(report: OpenedReport): readonly Place[] {
  const { from, through, to } = membersOf(report['route']);
  const members = ['country', 'region', 'crossing'] as const;
  return [from, ...listOf(through), to].filter(isPresent).map((place) => textsOf(place, members));
}

export function countriesOf(report: OpenedReport): readonly string[] {
  return [...new Set(placesOf(report).flatMap(({ country }) => country ?? []))];
}

export function whenOf(report: OpenedReport): { since: string; until: string; ongoing: string; detail: string } {
  const { since, until, ongoing, detail } = membersOf(report['when']);
  return { since: textOf(since), until: textOf(until), ongoing: textOf(ongoing), detail: textOf(detail) };
}

/** What the reporter said about being answered; `allowed` is `null` where they said nothing. */
export function contactOf(report: OpenedReport): {
  readonly allowed: boolean | null;
  readonly days: readonly string[];
  readonly languages: readonly string[];
} {
  const { allowed, days, languages } = membersOf(report['contact']);
  const texts = (value: unknown) => listOf(value).filter((each) => typeof each === 'string');
  return { allowed: typeof allowed === 'boolean' ? allowed : null, days: texts(days), languages: texts(languages) };
}

/** Whether the reporter asked not to be answered. */
export function forbidsAnswer(report: OpenedReport): boolean {
  return contactOf(report).allowed === false;
}

/** Questions of the office's own. */
export function ownAnswersOf(report: OpenedReport): readonly { id: string; asked: string; answers: string[] }[] {
  return listOf(report['answers']).map((own) => {
    const { id, asked, answer } = membersOf(own);
    const answers = typeof answer === 'string' ? [answer] : listOf(answer).filter((each) => typeof each === 'string');
    return { id: textOf(id), asked: textOf(asked), answers };
  });
}

/** Everything that was written rather than chosen, the story first. */
export function textsIn(report: OpenedReport): string[] {
  const texts: (string | undefined)[] = [
    report.story,
    answerOf(report, 'toldText'),
    answerOf(report, 'evidenceElsewhere'),
    answerOf(report, 'consentNamed'),
    whenOf(report).detail,
    ...officialsOf(report).flatMap((official) => Object.values(official)),
    ...placesOf(report).flatMap(({ region, crossing }) => [region, crossing]),
    ...ownAnswersOf(report).flatMap(({ answers }) => answers),
    ...(report.evidence?.files ?? []).flatMap(({ name, note }) => [name, note]),
  ];
  return texts.filter((text) => text !== undefined).filter((text) => text !== '');
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf<const Member extends string>(value: unknown, members: readonly Member[]) {
  const all = membersOf(value);
  const texts = members.filter((member) => textOf(all[member]) !== '').map((member) => [member, textOf(all[member])]);
  return Object.fromEntries(texts) as Partial<Record<Member, string>>;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
