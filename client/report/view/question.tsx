import type { ComponentChildren } from 'preact';

import type { Language, QuestionTexts } from '../../messages/index.ts';
import { isBuiltin } from '../questionnaire/builtin.ts';
import { codesOf, kindOf } from '../questionnaire/check.ts';
import type { Question, Questionnaire } from '../questionnaire/schema.ts';
import type { PageFacts } from './facts.ts';
import { Contact, Officials, Route, When } from './special.tsx';
import { Choices, Heading, PRIVATE_TEXT, Step, type Choice } from './step.tsx';

interface StepProps {
  readonly step: Questionnaire['steps'][number];
  readonly facts: PageFacts;
}

/** One screen of the questionnaire. */
export function QuestionnaireStep({ step, facts }: StepProps) {
  return (
    <Step id={`ask-${step.questions[0]?.id ?? ''}`}>
      {step.questions.map((question, i) => (
        <Asked question={question} facts={facts} isFirst={i === 0} />
      ))}
    </Step>
  );
}

interface AskedProps {
  readonly question: Question;
  readonly facts: PageFacts;
  readonly isFirst: boolean;
}

/** A question with its words, its controls, and what the script needs to know of it. */
function Asked({ question, facts, isFirst }: AskedProps) {
  const { language, office } = facts;
  const { id, showIf } = question;
  const kind = kindOf(question);
  const words = wordsOf(question, language, office.languages);
  const hint = [
    words.hint,
    kind === 'several' ? language.texts.questions.severalHint : '',
    language.texts.page.everythingOptional,
  ]
    .filter((part) => part !== '')
    .join(' ');
  const isOne = kind === 'text';
  const title = isOne ? <label for={`q-${id}`}>{words.title}</label> : words.title;
  const shared = {
    class: 'question',
    'data-question': id,
    'data-kind': kind,
    'data-own': isBuiltin(id) ? undefined : '',
    'data-title': words.title,
    'data-if': showIf?.question,
    'data-any': showIf?.anyOf.join(' '),
    hidden: showIf !== undefined,
    lang: words.lang,
  };
  const heading = isFirst ? <Heading>{title}</Heading> : <h2>{title}</h2>;
  const hintLine = (
    <p id={`hint-${id}`} class="hint">
      {hint}
    </p>
  );
  if (isOne) {
    return (
      <div {...shared}>
        {heading}
        {hintLine}
        <textarea id={`q-${id}`} name={id} rows={5} aria-describedby={`hint-${id}`} {...PRIVATE_TEXT} />
      </div>
    );
  }
  return (
    <fieldset {...shared} aria-describedby={`hint-${id}`}>
      <legend>{heading}</legend>
      {hintLine}
      <Controls kind={kind} id={id} choices={words.choices} facts={facts} />
    </fieldset>
  );
}

interface ControlsProps {
  readonly kind: ReturnType<typeof kindOf>;
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly facts: PageFacts;
}

function Controls({ kind, id, choices, facts }: ControlsProps): ComponentChildren {
  const q = facts.language.texts.questions;
  switch (kind) {
    case 'one':
      return <Choices name={id} type="radio" choices={choices} ratherNotSay={q.ratherNotSay} />;
    case 'several':
      return <Choices name={id} type="checkbox" choices={choices} ratherNotSay={q.ratherNotSay} />;
    case 'officials':
      return <Officials q={q} />;
    case 'route':
      return <Route q={q} />;
    case 'when':
      return <When q={q} tag={facts.language.tag} />;
    case 'contact':
      return <Contact q={q} languages={facts.languages} />;
    case 'text':
      return null;
  }
}

interface Words {
  readonly title: string;
  readonly hint: string;
  readonly choices: readonly Choice[];
  /** Where the words are in another language than the page's. */
  readonly lang: string | undefined;
}

interface CatalogueQuestion {
  readonly title: string;
  readonly hint: string;
  readonly choices?: Readonly<Record<string, string>>;
}

/** The office's own words in this language, else the catalogue's, else the office's in the first language that it reads. */
function wordsOf(question: Question, { tag, texts }: Language, officeLanguages: readonly string[]): Words {
  const known = isBuiltin(question.id) ? catalogued(texts.questions, question.id) : undefined;
  const own = question.texts ?? {};
  const fallbackTag = [tag, ...officeLanguages].find((each) => own[each]?.title !== undefined);
  const mine = own[tag] ?? (known ? undefined : own[fallbackTag ?? '']);
  const choices = codesOf(question).map((code) => ({
    value: code,
    label: mine?.choices?.[code] ?? known?.choices?.[code] ?? code,
  }));
  return {
    title: mine?.title ?? known?.title ?? question.id,
    hint: mine?.hint ?? known?.hint ?? '',
    choices,
    lang: known === undefined && fallbackTag !== tag ? fallbackTag : undefined,
  };
}

function catalogued(texts: QuestionTexts, id: string): CatalogueQuestion {
  return (texts as unknown as Readonly<Record<string, CatalogueQuestion>>)[id] ?? { title: id, hint: '' };
}
