import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { removeFilter, saveFilter, showOnly } from '../../app/finding.ts';
import { useWords } from '../words.ts';

/** Filters that the office keeps in its journal, for all reviewers. */
export function SavedFilters() {
  const app = useApp();
  const { t } = useWords();
  const saved = useAppState((state) => state.choices?.filters) ?? [];
  const filter = useAppState((state) => state.filter);
  const [name, setName] = useState('');
  const chosen = saved.find((each) => JSON.stringify(each.filter) === JSON.stringify(filter));
  return (
    <div class="saved-filters">
      <div class="field">
        <label for="filter-saved">{t.find.saved}</label>
        <select
          id="filter-saved"
          value={chosen?.name ?? ''}
          onChange={({ currentTarget }) => {
            const wanted = saved.find((each) => each.name === currentTarget.value);
            if (wanted) showOnly(app, wanted.filter);
          }}
        >
          <option value="">{saved.length === 0 ? t.find.savedNone : t.find.savedApply}</option>
          {saved.map((each) => (
            <option key={each.name} value={each.name}>
              {inert(each.name)}
            </option>
          ))}
        </select>
      </div>
      {chosen && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            document.getElementById('filter-saved')?.focus();
            void removeFilter(app, chosen.name);
          }}
        >
          {fill(t.find.savedRemove, { name: inert(chosen.name) })}
        </button>
      )}
      {!chosen && Object.keys(filter).length > 0 && (
        <form
          class="line-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            void saveFilter(app, name.trim()).then((isSaved) => {
              if (!isSaved) return;
              setName('');
              document.getElementById('filter-saved')?.focus();
            });
          }}
        >
          <label class="visually-hidden" for="filter-name">
            {t.find.saveName}
          </label>
          <input
            id="filter-name"
            type="text"
            dir="auto"
            placeholder={t.find.saveName}
            maxLength={100}
            value={name}
            onInput={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
          <button type="submit">{t.find.save}</button>
        </form>
      )}
    </div>
  );
}
