import { useState } from 'preact/hooks';

import { STATUSES, type Status } from '../../../../crypto/index.ts';
import { useApp } from '../../app/app.ts';
import { newSubStatus, setList } from '../../app/office-settings.ts';
import type { DeskChoices, OfficeUse } from '../../calls/triage-calls.ts';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import { NamedList } from './named-list.tsx';

interface StatusesProps {
  readonly choices: DeskChoices;
  readonly use: OfficeUse;
}

export function StatusesSetting({ choices: { subStatuses }, use }: StatusesProps) {
  const app = useApp();
  const words = useTriageWords();
  const { officeSettings } = words.words.t;
  const [main, setMain] = useState<Status>('assessing');
  const [name, setName] = useState('');
  const add = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    const value = [...subStatuses, newSubStatus(main, wanted, subStatuses)];
    if (await setList(app, { name: 'sub-statuses', value }, 'saidAdded', wanted)) setName('');
  };
  return (
    <section class="part" aria-labelledby="setting-statuses-title">
      <h3 id="setting-statuses-title" tabIndex={-1}>
        {officeSettings.statuses}
      </h3>
      <p class="hint">{officeSettings.statusesHint}</p>
      <NamedList
        id="setting-statuses"
        items={subStatuses.map((each) => ({
          ...each,
          shown: words.status(each.id),
          used: use.subStatuses.get(each.id) ?? 0,
        }))}
        onRename={(status, to) => {
          const value = subStatuses.map((each) => (each.id === status.id ? { ...each, name: to } : each));
          return setList(app, { name: 'sub-statuses', value }, 'saidRenamed', status.name);
        }}
        onRemove={(status) => {
          const value = subStatuses.filter(({ id }) => id !== status.id);
          return setList(app, { name: 'sub-statuses', value }, 'saidRemoved', status.name);
        }}
      />
      <form
        class="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label class="line-label" for="setting-status-main">
          {officeSettings.statusMain}
        </label>
        <select
          id="setting-status-main"
          value={main}
          onChange={({ currentTarget }) => {
            setMain(STATUSES.find((each) => each === currentTarget.value) ?? main);
          }}
        >
          {STATUSES.map((each) => (
            <option key={each} value={each}>
              {words.status(each)}
            </option>
          ))}
        </select>
        <label class="line-label" for="setting-status">
          {officeSettings.statusName}
        </label>
        <input
          id="setting-status"
          type="text"
          dir="auto"
          maxLength={100}
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
