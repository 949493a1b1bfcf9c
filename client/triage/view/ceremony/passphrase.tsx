import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { Passphrase } from '../unlock.tsx';
import { useWords } from '../words.ts';

const CHARACTERS_MIN = 12;

/** A new pass phrase, typed twice. */
export interface NewPassphrase {
  readonly first: string;
  readonly again: string;
  readonly set: (first: string, again: string) => void;
}

export function useNewPassphrase(): NewPassphrase {
  const [{ first, again }, setBoth] = useState({ first: '', again: '' });
  return {
    first,
    again,
    set: (newFirst, newAgain) => {
      setBoth({ first: newFirst, again: newAgain });
    },
  };
}

export function passphraseFault({ first, again }: NewPassphrase): 'short' | 'differs' | null {
  if (Array.from(first).length < CHARACTERS_MIN) return 'short';
  return first === again ? null : 'differs';
}

/** Typed twice even where it was made here: whoever types it has read it. */
export function NewPassphraseFields({ value }: { readonly value: NewPassphrase }) {
  const app = useApp();
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  const [suggested, setSuggested] = useState<string | null>(null);
  const { passphrase } = t.ceremony;
  return (
    <>
      <Passphrase
        id="fresh-passphrase"
        label={passphrase.fresh}
        hint={passphrase.freshHint}
        value={value.first}
        isShown={isShown}
        onInput={(first) => {
          value.set(first, value.again);
        }}
      />
      <Passphrase
        id="fresh-again"
        label={passphrase.again}
        value={value.again}
        isShown={isShown}
        onInput={(again) => {
          value.set(value.first, again);
        }}
      />
      <ShowTick isShown={isShown} onChange={setShown} />
      <p>
        <button type="button" onClick={() => void app.desk.call('suggestPassphrase', null).then(setSuggested)}>
          {passphrase.suggest}
        </button>
      </p>
      <div role="status">
        {suggested !== null && (
          <div class="note">
            <p>{passphrase.suggested}</p>
            <p id="suggested" class="suggested" lang="en" dir="ltr">
              {suggested}
            </p>
          </div>
        )}
      </div>
    </>
  );
}

interface TickProps {
  readonly isShown: boolean;
  readonly onChange: (isShown: boolean) => void;
}

export function ShowTick({ isShown, onChange }: TickProps) {
  const { t } = useWords();
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={isShown}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />
      {t.ceremony.passphrase.show}
    </label>
  );
}
