import { useId } from 'preact/hooks';

import type { ExportAsked, ExportForm as Form } from '../../calls/export-calls.ts';
import { JOURNAL_LINE_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { EXPORT_LANGUAGES } from '../../export/languages.ts';
import { useWords } from '../words.ts';

interface FormProps {
  readonly asked: ExportAsked;
  readonly ask: (change: Partial<ExportAsked>) => void;
  /** An evidence package is of one report. */
  readonly isSingle: boolean;
}

const FORMS = ['print', 'csv', 'json', 'htcds', 'package'] as const satisfies readonly Form[];

export function ExportForm({ asked, ask, isSingle }: FormProps) {
  const { t } = useWords();
  const [formId, languageId, toId] = [useId(), useId(), useId()];
  const forms = FORMS.filter((form) => form !== 'package' || isSingle);
  return (
    <>
      <h3 id="form-title">{t.out.form}</h3>
      <fieldset class="forms" aria-labelledby="form-title">
        {forms.map((form) => (
          <div key={form}>
            <label class="tick">
              <input
                type="radio"
                name={formId}
                value={form}
                checked={asked.form === form}
                aria-describedby={`hint-${form}`}
                onChange={() => {
                  ask({ form });
                }}
              />
              {t.out.forms[form]}
            </label>
            <p class="hint" id={`hint-${form}`} hidden={asked.form !== form}>
              {t.out.formHints[form]}
            </p>
          </div>
        ))}
      </fieldset>
      <div class="field">
        <label for={languageId}>{t.out.language}</label>
        <select
          id={languageId}
          value={asked.language}
          aria-describedby={`${languageId}-hint`}
          onChange={({ currentTarget }) => {
            const chosen = EXPORT_LANGUAGES.find(({ tag }) => tag === currentTarget.value);
            if (chosen) ask({ language: chosen.tag });
          }}
        >
          {EXPORT_LANGUAGES.map(({ tag, ownName }) => (
            <option key={tag} value={tag} lang={tag}>
              {ownName}
            </option>
          ))}
        </select>
        <p class="hint" id={`${languageId}-hint`}>
          {t.out.languageHint}
        </p>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          id="export-notes"
          checked={asked.notes}
          onChange={({ currentTarget }) => {
            ask({ notes: currentTarget.checked });
          }}
        />
        {t.out.notes}
      </label>
      <div class="field">
        <label for={toId}>{t.out.to}</label>
        <input
          id={toId}
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={JOURNAL_LINE_CHARACTERS_MAX}
          value={asked.to}
          aria-describedby={`${toId}-hint`}
          onInput={({ currentTarget }) => {
            ask({ to: currentTarget.value });
          }}
        />
        <p class="hint" id={`${toId}-hint`}>
          {t.out.toHint}
        </p>
      </div>
    </>
  );
}
