import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import type { Conversation } from '../../calls/reply-calls.ts';
import { fillTemplate, TEMPLATE_KINDS, templatesFor, type Template, type TemplateKind } from '../../desk/templates.ts';
import { TEMPLATES } from '../../desk/templates/index.ts';
import { useWords } from '../words.ts';
import { dayIn } from './reply-preview.tsx';

interface LanguageProps {
  /** Of the reporter. */
  readonly languages: readonly string[];
  readonly value: string;
  readonly onChoose: (tag: string) => void;
}

/** Those of the reporter first, then any in which there are texts. */
export function LanguageChoice({ languages, value, onChoose }: LanguageProps) {
  const words = useWords();
  const { answering } = words.t;
  const others = Object.keys(TEMPLATES).filter((tag) => !languages.includes(tag));
  const isOffered = value === '' || languages.includes(value) || others.includes(value);
  const name = (tag: string) => inert(words.languageName(tag));
  return (
    <div class="field">
      <label for="reply-language">{answering.language}</label>
      <select
        id="reply-language"
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {languages.length === 0 && <option value="">{answering.languagesNone}</option>}
        {!isOffered && <option value={value}>{name(value)}</option>}
        {languages.map((tag) => (
          <option key={tag} value={tag}>
            {name(tag)}
          </option>
        ))}
        {others.map((tag) => (
          <option key={tag} value={tag}>
            {languages.length === 0 ? name(tag) : fill(answering.languageOther, { name: name(tag) })}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TemplateProps {
  readonly conversation: Conversation;
  readonly language: string;
  readonly onInsert: (text: string, kind: TemplateKind) => void;
}

/** A text is added to what is written, never put in its place. */
export function TemplateChoice({ conversation, language, onInsert }: TemplateProps) {
  const words = useWords();
  const { answering } = words.t;
  const [chosen, setChosen] = useState('');
  const offered = TEMPLATE_KINDS.flatMap((kind) => templatesFor(kind, language, conversation.templates));
  const isFallback = language !== '' && offered.every((each) => mainOf(each.language) !== mainOf(language));
  const languageName = inert(words.languageName(language === '' ? 'en' : language));
  const insert = () => {
    const template = offered[Number(chosen)];
    if (chosen === '' || !template) return;
    onInsert(filledIn(template, conversation), template.kind);
    setChosen('');
  };
  return (
    <div class="field">
      <label for="reply-template">{answering.template}</label>
      <div class="line-form">
        <select
          id="reply-template"
          value={chosen}
          aria-describedby="reply-template-hint"
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.value);
          }}
        >
          <option value="">{answering.templateChoose}</option>
          {offered.map((template, i) => (
            <option key={i} value={String(i)}>
              {nameOf(template, answering)}
            </option>
          ))}
        </select>
        <button type="button" id="reply-template-insert" onClick={insert}>
          {answering.templateInsert}
        </button>
      </div>
      <p class="hint" id="reply-template-hint">
        {isFallback && `${fill(answering.templateFallback, { language: languageName })} `}
        {offered.some(({ isDraft }) => isDraft) && fill(answering.templateDraftHint, { language: languageName })}
      </p>
    </div>
  );
}

function nameOf({ kind, name, isDraft }: Template, answering: ReturnType<typeof useWords>['t']['answering']): string {
  const ofKind = answering.templateKinds[kind];
  if (name !== null) return fill(answering.templateOffice, { kind: ofKind, name: inert(name) });
  return isDraft ? fill(answering.templateDraft, { kind: ofKind }) : ofKind;
}

/** Days stand in the words of the text's own language. */
function filledIn({ text, language }: Template, { received, feedbackBy }: Conversation): string {
  const day = (of: string | null) => (of === null ? null : dayIn(language, of));
  return fillTemplate(text, { received: day(received), feedbackBy: day(feedbackBy) });
}

function mainOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
