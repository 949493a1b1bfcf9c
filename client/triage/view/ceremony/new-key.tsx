import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { KEY_NAME_CHARACTERS_MAX, keepUnsaved } from '../../app/ceremony.ts';
import type { MadeKey } from '../../calls/ceremony-calls.ts';
import { fileStem } from './file-stem.ts';
import { useWords } from '../words.ts';
import { useDoing } from './doing.ts';
import { Good, MadeFiles, Number, Outcome } from './parts.tsx';
import { NewPassphraseFields, passphraseFault, useNewPassphrase } from './passphrase.tsx';

export function NewKeyStep() {
  const app = useApp();
  const { t } = useWords();
  const step = t.ceremony.steps.newKey;
  const doing = useDoing();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const [made, setMade] = useState<MadeKey | null>(null);
  const passphrase = useNewPassphrase();
  const files = filesOf(name, made);

  const make = () => {
    const isNamed = name.length > 0 && name.length <= KEY_NAME_CHARACTERS_MAX;
    const fault = isNamed ? passphraseFault(passphrase) : null;
    setProblem(isNamed ? (fault === null ? '' : t.ceremony.passphrase[fault]) : step.nameMissing);
    if (!isNamed || fault !== null) return;
    doing.run(async () => {
      const key = await app.desk.call('makeKey', { name, passphrase: passphrase.first });
      passphrase.set('', '');
      setMade(key);
      keepUnsaved(
        app,
        filesOf(name, key).map((each) => each.name),
      );
    });
  };

  if (made) {
    return (
      <div id="made">
        <Good>{step.made}</Good>
        <MadeFiles files={files} />
        <Number fingerprint={made.fingerprint} />
        <p>{step.next}</p>
      </div>
    );
  }
  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <div class="field">
        <label for="reviewer-name">{step.name}</label>
        <input
          id="reviewer-name"
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
        {step.make}
      </button>
      <Outcome doing={doing} />
    </form>
  );
}

function filesOf(name: string, made: MadeKey | null) {
  if (!made) return [];
  const stem = fileStem(name);
  return [
    { name: `${stem}.key`, file: made.keyFile },
    { name: `${stem}.pub.json`, file: made.publicFile },
  ];
}
