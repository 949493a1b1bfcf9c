import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import type { PassphraseOf } from '../../calls/ceremony-calls.ts';
import { Passphrase } from '../unlock.tsx';
import { useWords } from '../words.ts';
import type { Doing } from './doing.ts';
import { Choose, Outcome } from './parts.tsx';
import { ShowTick } from './passphrase.tsx';

interface OpenFileProps {
  readonly choose: string;
  readonly open: string;
  readonly doing: Doing;
  readonly onOpen: (asked: PassphraseOf) => void;
  readonly children?: ComponentChildren;
}

/** A key file and its pass phrase. */
export function OpenFile({ choose, open, doing, onOpen, children }: OpenFileProps) {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const canOpen = file !== null && passphrase !== '' && !doing.isBusy;
  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        if (file && canOpen) onOpen({ file, passphrase });
      }}
    >
      <Choose
        id="choose-key"
        label={choose}
        files={file ? [file] : []}
        onFiles={([chosen]) => {
          setFile(chosen ?? null);
        }}
      />
      <Passphrase
        id="file-passphrase"
        label={t.ceremony.passphrase.of}
        value={passphrase}
        isShown={isShown}
        onInput={setPassphrase}
      />
      <ShowTick isShown={isShown} onChange={setShown} />
      {children}
      <button type="submit" class="primary wide" disabled={!canOpen}>
        {open}
      </button>
      <Outcome doing={doing} />
    </form>
  );
}
