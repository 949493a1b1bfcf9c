import { useId, useState } from 'preact/hooks';

import { openCeremony } from '../app/ceremony.ts';
import { chooseFiles, leaveCasebook, unlock } from '../app/unlocking.ts';
import { useApp, useAppState } from '../app/app.ts';
import type { UnlockStep } from '../calls/unlock-calls.ts';
import { FileButton } from './file-button.tsx';
import { Inert } from './inert-text.tsx';
import { LanguageChoice } from './settings.tsx';
import { useWords, type Words } from './words.ts';

/** The first screen, and the one after every lock. */
export function Unlock() {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const chosen = useAppState((state) => state.chosen);
  const step = useAppState((state) => state.unlocking);
  const failure = useAppState((state) => state.unlockFailure);
  const asksTwice = useAppState((state) => state.asksCasebookPassphrase);
  const [passphrase, setPassphrase] = useState('');
  const [casebookPassphrase, setCasebookPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const canUnlock = chosen.keyFile !== null && passphrase !== '' && step === null;
  return (
    <main class="unlock">
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (canUnlock) void unlock(app, passphrase, asksTwice ? casebookPassphrase : null);
        }}
      >
        <h1>{t.unlock.title}</h1>
        <p class="hint">{t.unlock.intro}</p>
        <div class="drop">
          <FileButton
            id="choose"
            label={t.unlock.choose}
            describedBy="choose-hint"
            className={chosen.keyFile ? '' : 'primary'}
            onFiles={(files) => void chooseFiles(app, files)}
          />
          <p id="choose-hint" class="hint">
            {t.unlock.chooseHint}
          </p>
        </div>
        <dl class="chosen">
          <dt>{t.unlock.keyFile}</dt>
          <dd id="chosen-key" class={chosen.keyFile ? '' : 'hint'}>
            {chosen.keyFile ? <Inert>{chosen.keyFile.owner}</Inert> : t.unlock.keyFileMissing}
          </dd>
          <dt>{t.unlock.casebook}</dt>
          <dd id="chosen-casebook">
            <ChosenCasebook
              words={words}
              onLeave={() => {
                leaveCasebook(app);
              }}
            />
          </dd>
        </dl>
        {chosen.bundles.length > 0 && <p class="hint">{words.count(t.unlock.bundles, chosen.bundles.length)}</p>}
        <Passphrase
          id="passphrase"
          label={t.unlock.passphrase}
          hint={t.unlock.passphraseHint}
          value={passphrase}
          isShown={isShown}
          onInput={setPassphrase}
        />
        {asksTwice && (
          <Passphrase
            id="casebook-passphrase"
            label={t.unlock.casebookPassphrase}
            hint={t.unlock.casebookPassphraseHint}
            value={casebookPassphrase}
            isShown={isShown}
            onInput={setCasebookPassphrase}
          />
        )}
        <label class="tick">
          <input
            type="checkbox"
            checked={isShown}
            onChange={({ currentTarget }) => {
              setShown(currentTarget.checked);
            }}
          />
          {t.unlock.show}
        </label>
        <div role="alert">
          {failure && (
            <p id="unlock-failure" class="note alarm">
              {failure.detail !== undefined && (
                <>
                  <Inert>{failure.detail}</Inert>:{' '}
                </>
              )}
              {words.failure(failure)}
            </p>
          )}
        </div>
        <button type="submit" class="primary wide" disabled={!canUnlock}>
          {t.unlock.unlock}
        </button>
        <p class="hint" role="status">
          {step && stepText(step, words)}
        </p>
      </form>
      <button
        type="button"
        class="quiet ceremony-entry"
        disabled={step !== null}
        onClick={() => {
          openCeremony(app);
        }}
      >
        {t.ceremony.entry}
      </button>
      <LanguageChoice />
    </main>
  );
}

function ChosenCasebook({ words, onLeave }: { readonly words: Words; readonly onLeave: () => void }) {
  const { casebook, isUnsaved } = useAppState((state) => state.chosen);
  const { t } = words;
  if (!casebook) return <span class="hint">{t.unlock.casebookNew}</span>;
  if (isUnsaved) return <>{t.unlock.casebookLocked}</>;
  return (
    <>
      {casebook.name === '' ? t.unlock.casebookLocked : <Inert>{casebook.name}</Inert>}{' '}
      <button type="button" class="link" onClick={onLeave}>
        {t.unlock.casebookLeave}
      </button>
    </>
  );
}

interface PassphraseProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isShown?: boolean;
  readonly onInput: (value: string) => void;
}

/** What is typed here goes to no password manager, spelling checker or history. */
export function Passphrase({ id, label, hint, value, isShown = false, onInput }: PassphraseProps) {
  const hintId = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={isShown ? 'text' : 'password'}
        value={value}
        aria-describedby={hint === undefined ? undefined : hintId}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
      />
      {hint !== undefined && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

function stepText(step: UnlockStep, words: Words): string {
  const { t } = words;
  switch (step.step) {
    case 'key':
      return t.unlock.stepKey;
    case 'casebook':
      return t.unlock.stepCasebook;
    case 'reading':
      return words.count(t.unlock.stepReading, step.lines);
  }
}
