import { useEffect, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { useApp } from '../../app/app.ts';
import { newTemplateId, setList } from '../../app/office-settings.ts';
import { TEMPLATE_KINDS, TEMPLATE_LANGUAGES, type OfficeTemplate } from '../../desk/templates.ts';
import { useWords } from '../words.ts';

interface TemplateFormProps {
  /** `null`: a new one. */
  readonly template: OfficeTemplate | null;
  readonly templates: readonly OfficeTemplate[];
  readonly onClose: () => void;
}

/** What the desk fills in by itself, or whoever writes. */
const PLACES = ['received', 'feedbackBy', 'question', 'done', 'organisation', 'reason', 'emergency'];
const TEXT_CHARACTERS_MAX = 5_000;

export function TemplateForm({ template, templates, onClose }: TemplateFormProps) {
  const app = useApp();
  const words = useWords();
  const { officeSettings, page } = words.t;
  const [name, setName] = useState(template?.name ?? '');
  const [kind, setKind] = useState(template?.kind ?? 'acknowledgement');
  const [language, setLanguage] = useState(template?.language ?? words.language.tag);
  const [text, setText] = useState(template?.text ?? '');
  useEffect(() => document.getElementById('template-name')?.focus(), []);
  const keep = async () => {
    const kept = { id: template?.id ?? newTemplateId(name, templates), name: name.trim(), kind, language, text };
    const value = template ? templates.map((each) => (each.id === template.id ? kept : each)) : [...templates, kept];
    if (await setList(app, { name: 'templates', value }, template ? 'saidKept' : 'saidAdded', kept.name)) onClose();
  };
  return (
    <form
      class="template-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && text.trim() !== '') void keep();
      }}
    >
      <div class="field">
        <label for="template-name">{officeSettings.templateName}</label>
        <input
          id="template-name"
          type="text"
          dir="auto"
          maxLength={100}
          required
          value={name}
          onInput={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
      </div>
      <div class="field">
        <label for="template-kind">{officeSettings.templateKind}</label>
        <select
          id="template-kind"
          value={kind}
          onChange={({ currentTarget }) => {
            setKind(TEMPLATE_KINDS.find((each) => each === currentTarget.value) ?? kind);
          }}
        >
          {TEMPLATE_KINDS.map((each) => (
            <option key={each} value={each}>
              {officeSettings.templateKinds[each]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="template-language">{officeSettings.templateLanguage}</label>
        <select
          id="template-language"
          value={language}
          onChange={({ currentTarget }) => {
            setLanguage(currentTarget.value);
          }}
        >
          {[...new Set([...TEMPLATE_LANGUAGES, language])].map((tag) => (
            <option key={tag} value={tag}>
              {words.languageName(tag)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="template-text">{officeSettings.templateText}</label>
        <textarea
          id="template-text"
          dir="auto"
          lang={language}
          rows={6}
          maxLength={TEXT_CHARACTERS_MAX}
          required
          aria-describedby="template-text-hint"
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        <p class="hint" id="template-text-hint">
          {fill(officeSettings.templateTextHint, { places: PLACES.map((place) => `{${place}}`).join(' ') })}
        </p>
      </div>
      <div class="row-acts">
        <button type="submit" class="primary">
          {officeSettings.templateKeep}
        </button>
        <button type="button" onClick={onClose}>
          {page.cancel}
        </button>
      </div>
    </form>
  );
}
