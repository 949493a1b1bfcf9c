import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { CHARTER_FILE, keepUnsaved } from '../../app/ceremony.ts';
import type { Fingerprint } from '../../calls/ceremony-calls.ts';
import { useWords } from '../words.ts';
import { NamedKeyForm } from './named-key-form.tsx';
import { Good, MadeFiles, Number } from './parts.tsx';
import { ReadPaper } from './read-paper.tsx';

export function FromPaperStep() {
  const app = useApp();
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
      {!file && (
        <NamedKeyForm
          id="office-name"
          label={step.office}
          submit={step.make}
          onSubmit={async (named) => {
            const sealed = await app.desk.call('sealCharter', named);
            keepUnsaved(app, [CHARTER_FILE]);
            setFile(sealed);
          }}
        />
      )}
    </div>
  );
}
