import { useState } from 'preact/hooks';

import { JOURNAL_LABEL_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { useApp } from '../../app/app.ts';
import { renameLabel, setList } from '../../app/office-settings.ts';
import type { DeskChoices, OfficeUse } from '../../calls/triage-calls.ts';
import { useWords } from '../words.ts';
import { NamedList } from './named-list.tsx';

interface LabelsProps {
  readonly choices: DeskChoices;
  readonly use: OfficeUse;
}

export function LabelsSetting({ choices: { labels }, use }: LabelsProps) {
  const app = useApp();
  const { officeSettings } = useWords().t;
  const [name, setName] = useState('');
  const add = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    const value = [...labels.filter((each) => each.name !== wanted), { name: wanted }];
    if (await setList(app, { name: 'labels', value }, 'saidAdded', wanted)) setName('');
  };
  return (
    <section class="part" aria-labelledby="setting-labels-title">
      <h3 id="setting-labels-title" tabIndex={-1}>
        {officeSettings.labels}
      </h3>
      <p class="hint">{officeSettings.labelsHint}</p>
      <NamedList
        id="setting-labels"
        items={labels.map((label) => ({ id: label.name, name: label.name, used: use.labels.get(label.name) ?? 0 }))}
        onRename={(label, to) => renameLabel(app, label.name, to)}
        onRemove={(label) => {
          const value = labels.filter((each) => each.name !== label.name);
          return setList(app, { name: 'labels', value }, 'saidRemoved', label.name);
        }}
      />
      <form
        class="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label class="line-label" for="setting-label">
          {officeSettings.labelName}
        </label>
        <input
          id="setting-label"
          type="text"
          dir="auto"
          maxLength={JOURNAL_LABEL_CHARACTERS_MAX}
          value={name}
          onInput={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
        <button type="submit">{officeSettings.add}</button>
      </form>
    </section>
  );
}
