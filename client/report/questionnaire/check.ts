import { builtin, BUILTIN, isBuiltin, type QuestionKind } from './builtin.ts';
import type { Question, Questionnaire } from './schema.ts';

/** What a questionnaire is checked against. */
export interface CheckContext {
  /** The languages that the office reads: every question of its own must have words in each. */
  readonly languages: readonly string[];
  /** The fields of HTCDS 2.0 that are picklists, with their values. */
  readonly htcds: ReadonlyMap<string, ReadonlySet<string>>;
}

export function kindOf(question: Question): QuestionKind {
  return isBuiltin(question.id) ? builtin(question.id).kind : (question.kind ?? 'text');
}

/** The codes that can be chosen, in the order to show. */
export function codesOf(question: Question): readonly string[] {
  return question.choices ?? (isBuiltin(question.id) ? (builtin(question.id).codes ?? []) : []);
}

/** Every mistake in a questionnaire of the right shape, each with its place. Empty: it can be published. */
export function mistakesIn({ steps }: Questionnaire, context: CheckContext): string[] {
  const mistakes: string[] = [];
  const asked = new Map<string, Question>();
  steps.forEach(({ questions }, step) => {
    for (const question of questions) {
      const found = [
        ...(asked.has(question.id) ? ['is asked twice'] : []),
        ...(isBuiltin(question.id) ? mistakesInBuiltin(question) : mistakesInOwn(question, context)),
        ...mistakesInCondition(question, asked),
        ...mistakesInTexts(question),
      ];
      mistakes.push(...found.map((mistake) => `step ${String(step + 1)}, "${question.id}": ${mistake}`));
      asked.set(question.id, question);
    }
  });
  return mistakes;
}

function mistakesInBuiltin({ id, kind, htcds, choices = [] }: Question): string[] {
  if (!isBuiltin(id)) return [];
  const { codes = [] } = builtin(id);
  return [
    ...(kind === undefined ? [] : ['"kind" belongs to questions of your own; leave it out']),
    ...(htcds === undefined ? [] : ['"htcds" is given already; leave it out']),
    ...choices.filter((code) => !codes.includes(code)).map((code) => `there is no choice "${code}"`),
    ...repeated(choices),
  ];
}

function mistakesInOwn(question: Question, { languages, htcds }: CheckContext): string[] {
  const { kind, choices = [], texts = {} } = question;
  const mistakes = repeated(choices);
  if (kind === undefined)
    mistakes.push(`"kind" is missing, or the id is meant to be one of: ${Object.keys(BUILTIN).join(', ')}`);
  if (kind === 'text' && choices.length > 0) mistakes.push('a text has no "choices"');
  if ((kind === 'one' || kind === 'several') && choices.length === 0) mistakes.push('"choices" are missing');
  if (/[A-Z]/.test(question.id)) mistakes.push('ids of your own questions are lower-case');
  for (const language of languages) {
    const words = texts[language];
    if (words?.title === undefined) mistakes.push(`texts.${language}.title is missing`);
    for (const code of choices.filter((each) => words?.choices?.[each] === undefined)) {
      mistakes.push(`texts.${language}.choices.${code} is missing`);
    }
  }
  if (question.htcds !== undefined) {
    const values = htcds.get(question.htcds);
    if (!values) mistakes.push(`HTCDS 2.0 has no picklist "${question.htcds}"`);
    else
      for (const code of choices.filter((each) => !values.has(each)))
        mistakes.push(`HTCDS 2.0 has no "${code}" in ${question.htcds}`);
  }
  return mistakes;
}

function mistakesInCondition({ showIf }: Question, asked: ReadonlyMap<string, Question>): string[] {
  if (!showIf) return [];
  const other = asked.get(showIf.question);
  if (!other) return [`"showIf" names "${showIf.question}", which is not asked before`];
  const kind = kindOf(other);
  if (kind !== 'one' && kind !== 'several') return [`"showIf" names "${other.id}", which has nothing to choose`];
  return showIf.anyOf
    .filter((code) => !codesOf(other).includes(code))
    .map((code) => `"showIf": "${other.id}" has no choice "${code}"`);
}

function mistakesInTexts(question: Question): string[] {
  const codes = codesOf(question);
  return Object.entries(question.texts ?? {}).flatMap(([language, { choices = {} }]) =>
    Object.keys(choices)
      .filter((code) => !codes.includes(code))
      .map((code) => `texts.${language}.choices.${code}: there is no such choice`),
  );
}

function repeated(codes: readonly string[]): string[] {
  return codes.filter((code, i) => codes.indexOf(code) !== i).map((code) => `the choice "${code}" is given twice`);
}
