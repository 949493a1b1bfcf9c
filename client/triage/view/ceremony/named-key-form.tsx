import { useState } from 'preact/hooks';

import { KEY_NAME_CHARACTERS_MAX } from '../../app/ceremony.ts';
import { useWords } from '../words.ts';
import { useDoing } from './doing.ts';
import { Outcome } from './parts.tsx';
import { NewPassphraseFields, passphraseFault, useNewPassphrase } from './passphrase.tsx';

interface NamedKeyFormProps {
  /** Of the field for the name. */
  readonly id: string;
  readonly label: string;
  readonly submit: string;
  readonly onSubmit: (named: { readonly name: string; readonly passphrase: string }) => Promise<void>;
}

/** Whose key it is, and under which pass phrase: what a new key file is sealed with. */
export function NamedKeyForm({ id, label, submit, onSubmit }: NamedKeyFormProps) {
  const { t } = useWords();
  const doing = useDoing();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const passphrase = useNewPassphrase();

  const seal = () => {
    const isNamed = name.length > 0 && name.length <= KEY_NAME_CHARACTERS_MAX;
    const fault = isNamed ? passphraseFault(passphrase) : null;
    setProblem(isNamed ? (fault === null ? '' : t.ceremony.passphrase[fault]) : t.ceremony.steps.newKey.nameMissing);
    if (!isNamed || fault !== null) return;
    doing.run(() => onSubmit({ name, passphrase: passphrase.first }));
  };

  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        seal();
      }}
    >
      <div class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="text"
          value={name}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          onInput={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
      </div>
      <NewPassphraseFields value={passphrase} />
      <div role="alert">{problem !== '' && <p class="note alarm">{problem}</p>}</div>
      <button type="submit" class="primary wide" disabled={doing.isBusy}>
        {submit}
      </button>
      <Outcome doing={doing} />
    </form>
  );
}
