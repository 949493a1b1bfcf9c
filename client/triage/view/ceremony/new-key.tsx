import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { keepUnsaved } from '../../app/ceremony.ts';
import type { MadeKey } from '../../calls/ceremony-calls.ts';
import { useWords } from '../words.ts';
import { fileStem } from './file-stem.ts';
import { NamedKeyForm } from './named-key-form.tsx';
import { Good, MadeFiles, Number } from './parts.tsx';

interface NamedKey {
  readonly name: string;
  readonly key: MadeKey;
}

export function NewKeyStep() {
  const app = useApp();
  const { t } = useWords();
  const step = t.ceremony.steps.newKey;
  const [made, setMade] = useState<NamedKey | null>(null);

  if (made) {
    return (
      <div id="made">
        <Good>{step.made}</Good>
        <MadeFiles files={filesOf(made)} />
        <Number fingerprint={made.key.fingerprint} />
        <p>{step.next}</p>
      </div>
    );
  }
  return (
    <NamedKeyForm
      id="reviewer-name"
      label={step.name}
      submit={step.make}
      onSubmit={async (named) => {
        const now = { name: named.name, key: await app.desk.call('makeKey', named) };
        setMade(now);
        keepUnsaved(
          app,
          filesOf(now).map(({ name }) => name),
        );
      }}
    />
  );
}

function filesOf({ name, key: { keyFile, publicFile } }: NamedKey) {
  const stem = fileStem(name);
  return [
    { name: `${stem}.key`, file: keyFile },
    { name: `${stem}.pub.json`, file: publicFile },
  ];
}
