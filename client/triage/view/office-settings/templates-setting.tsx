import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { useApp } from '../../app/app.ts';
import { setList } from '../../app/office-settings.ts';
import type { DeskChoices } from '../../calls/triage-calls.ts';
import type { OfficeTemplate } from '../../desk/templates.ts';
import { useWords } from '../words.ts';
import { NamedList } from './named-list.tsx';
import { TemplateForm } from './template-form.tsx';

export function TemplatesSetting({ choices: { templates } }: { readonly choices: DeskChoices }) {
  const app = useApp();
  const words = useWords();
  const { officeSettings } = words.t;
  const [editing, setEditing] = useState<OfficeTemplate | 'new' | null>(null);
  const shownOf = ({ name, kind, language }: OfficeTemplate) =>
    fill(officeSettings.template, {
      name,
      kind: officeSettings.templateKinds[kind],
      language: words.languageName(language),
    });
  const close = () => {
    setEditing(null);
    document.getElementById('setting-templates-title')?.focus();
  };
  return (
    <section class="part" aria-labelledby="setting-templates-title">
      <h3 id="setting-templates-title" tabIndex={-1}>
        {officeSettings.templates}
      </h3>
      <p class="hint">{officeSettings.templatesHint}</p>
      <NamedList
        id="setting-templates"
        items={templates.map((each) => ({ id: each.id, name: each.name, shown: shownOf(each), used: null }))}
        onEdit={({ id }) => {
          setEditing(templates.find((each) => each.id === id) ?? null);
        }}
        onRemove={({ id, name }) => {
          const value = templates.filter((each) => each.id !== id);
          return setList(app, { name: 'templates', value }, 'saidRemoved', name);
        }}
      />
      {editing === null ? (
        <p>
          <button
            type="button"
            onClick={() => {
              setEditing('new');
            }}
          >
            {officeSettings.templateNew}
          </button>
        </p>
      ) : (
        <TemplateForm
          key={editing === 'new' ? '' : editing.id}
          template={editing === 'new' ? null : editing}
          templates={templates}
          onClose={close}
        />
      )}
    </section>
  );
}
