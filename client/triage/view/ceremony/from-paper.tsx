import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { CHARTER_FILE, KEY_NAME_CHARACTERS_MAX, keepUnsaved } from '../../app/ceremony.ts';
import type { Fingerprint } from '../../calls/ceremony-calls.ts';
import { useWords } from '../words.ts';
import { useDoing } from './doing.ts';
import { Good, MadeFiles, Number, Outcome } from './parts.tsx';
import { NewPassphraseFields, passphraseFault, useNewPassphrase } from './passphrase.tsx';
import { ReadPaper } from './read-paper.tsx';

export function FromPaperStep() {
  const { t } = useWords();
  const step = t.ceremony.steps.fromPaper;
  const [fingerprint, setFingerprint] = useState<Fingerprint | null>(null);
  const [file, setFile] = useState<Blob | null>(null);
  if (!fingerprint) return <ReadPaper onRead={setFingerprint} />;
  return (
    <div id="made">
      <Good>{file ? step.made : step.good}</Good>
      {file && <MadeFiles files={[{ name: CHARTER_FILE, file }]} />}
      <Number fingerprint={fingerprint} isOffice />
      {!file && <SealCharter onSealed={setFile} />}
    </div>
  );
}

function SealCharter({ onSealed }: { readonly onSealed: (file: Blob) => void }) {
  const app = useApp();
  const { t } = useWords();
  const step = t.ceremony.steps.fromPaper;
  const doing = useDoing();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const passphrase = useNewPassphrase();

  const seal = () => {
    const isNamed = name.length > 0 && name.length <= KEY_NAME_CHARACTERS_MAX;
    const fault = isNamed ? passphraseFault(passphrase) : null;
    setProblem(isNamed ? (fault === null ? '' : t.ceremony.passphrase[fault]) : t.ceremony.steps.newKey.nameMissing);
    if (!isNamed || fault !== null) return;
    doing.run(async () => {
      const sealed = await app.desk.call('sealCharter', { name, passphrase: passphrase.first });
      keepUnsaved(app, [CHARTER_FILE]);
      onSealed(sealed);
    });
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
        <label for="office-name">{step.office}</label>
        <input
          id="office-name"
          type="text"
          value={name}
          autocomplete="off"
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
