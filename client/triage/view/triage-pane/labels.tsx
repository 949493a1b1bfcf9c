import { useId, useState } from 'preact/hooks';

import { JOURNAL_LABEL_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { decide } from '../../app/triaging.ts';
import { Icon } from '../icon.tsx';
import { Inert } from '../inert-text.tsx';
import type { PartProps } from './fields.tsx';
import { useTriageWords } from './triage-words.ts';

export function LabelsPart({ shown }: PartProps) {
  const app = useApp();
  const { t } = useTriageWords();
  const known = useAppState((state) => state.choices?.labelsInUse);
  const [value, setValue] = useState('');
  const listId = useId();
  const { labels } = shown.triage;
  const add = async () => {
    const label = value.trim();
    if (label === '') return;
    const said = fill(t.said.labelAdded, { label: inert(label) });
    if (await decide(app, 'mark', { tag: shown.tag, to: 'label', value: label }, said)) setValue('');
  };
  const remove = async (label: string) => {
    const said = fill(t.said.labelRemoved, { label: inert(label) });
    await decide(app, 'unmark', { tag: shown.tag, to: 'label', value: label }, said);
    document.getElementById('triage-label')?.focus();
  };
  return (
    <section class="triage-part" aria-labelledby="labels-title">
      <h4 id="labels-title">{t.labels}</h4>
      {labels.length > 0 && (
        <ul class="chips">
          {labels.map(({ value: label }) => (
            <li key={label} class="tag">
              <Inert>{label}</Inert>
              <button
                type="button"
                class="chip-remove"
                aria-label={fill(t.labelRemove, { label: inert(label) })}
                onClick={() => void remove(label)}
              >
                <Icon name="remove" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label class="visually-hidden" for="triage-label">
          {t.label}
        </label>
        <input
          id="triage-label"
          type="text"
          dir="auto"
          list={listId}
          placeholder={t.label}
          maxLength={JOURNAL_LABEL_CHARACTERS_MAX}
          value={value}
          onInput={({ currentTarget }) => {
            setValue(currentTarget.value);
          }}
        />
        <datalist id={listId}>
          {(known ?? []).map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        <button type="submit">{t.labelAdd}</button>
      </form>
    </section>
  );
}
