import { useId, useState } from 'preact/hooks';

import { useApp, useAppState } from '../app/app.ts';
import { changePassphrase, merge } from '../app/keeping.ts';
import { LANGUAGES, type LanguageTag } from '../messages/index.ts';
import { fill } from '../../messages/index.ts';
import { Dialog } from './dialog.tsx';
import { inert } from '../../shared/inert.ts';
import { Passphrase } from './unlock.tsx';
import { useWords } from './words.ts';

const IDLE_CHOICES = [1, 2, 5, 10, 15, 30, 60];
const PASSPHRASE_CHARACTERS_MIN = 12;

/** Nothing to choose where the page speaks one language. */
export function LanguageChoice() {
  const app = useApp();
  const { t, language } = useWords();
  const id = useId();
  if (LANGUAGES.length < 2) return null;
  return (
    <div class="field">
      <label for={id}>{t.page.language}</label>
      <select
        id={id}
        value={language.tag}
        onChange={({ currentTarget }) => {
          app.set({ language: currentTarget.value as LanguageTag });
        }}
      >
        {LANGUAGES.map(({ tag, ownName }) => (
          <option key={tag} value={tag} lang={tag}>
            {ownName}
          </option>
        ))}
      </select>
      {!language.reviewedByNativeSpeaker && <p class="hint">{t.page.unreviewed}</p>}
    </div>
  );
}

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const settings = useAppState((state) => state.settings);
  const idleId = useId();
  return (
    <Dialog title={t.settings.title} onClose={onClose}>
      <LanguageChoice />
      <div class="field">
        <label for={idleId}>{t.settings.idle}</label>
        <select
          id={idleId}
          value={String(settings.idleMinutes)}
          onChange={({ currentTarget }) => {
            app.set({ settings: { ...settings, idleMinutes: Number(currentTarget.value) } });
          }}
        >
          {IDLE_CHOICES.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {words.number(minutes)}
            </option>
          ))}
        </select>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={settings.hasLetterKeys}
          onChange={({ currentTarget }) => {
            app.set({ settings: { ...settings, hasLetterKeys: currentTarget.checked } });
          }}
        />
        {t.settings.letters}
      </label>
      <p class="hint">{t.settings.lettersHint}</p>
      <p>
        <button
          type="button"
          onClick={() => {
            app.set({ dialog: 'passphrase' });
          }}
        >
          {t.settings.passphrase}
        </button>
      </p>
      <p>
        <button
          type="button"
          onClick={() => {
            app.set({ dialog: 'office-settings' });
          }}
        >
          {t.officeSettings.open}
        </button>
      </p>
      <p class="hint">{t.settings.kept}</p>
    </Dialog>
  );
}

export function PassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { t } = useWords();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState('');
  return (
    <Dialog title={t.casebook.passphraseTitle} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (first.length < PASSPHRASE_CHARACTERS_MIN) setProblem(t.casebook.passphraseShort);
          else if (first !== again) setProblem(t.casebook.passphraseDiffers);
          else void changePassphrase(app, first);
        }}
      >
        <p class="hint">{t.casebook.passphraseHint}</p>
        <Passphrase id="new-passphrase" label={t.casebook.passphraseNew} value={first} onInput={setFirst} />
        <Passphrase id="again-passphrase" label={t.casebook.passphraseAgain} value={again} onInput={setAgain} />
        <div role="alert">{problem !== '' && <p class="note alarm">{problem}</p>}</div>
        <button type="submit" class="primary">
          {t.casebook.passphraseDo}
        </button>
      </form>
    </Dialog>
  );
}

export function MergeDialog({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const app = useApp();
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  return (
    <Dialog title={t.casebook.mergeTitle} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void merge(app, file, passphrase === '' ? null : passphrase);
        }}
      >
        <p>{fill(t.casebook.mergeHint, { name: inert(file.name) })}</p>
        <Passphrase
          id="merge-passphrase"
          label={t.casebook.mergePassphrase}
          hint={t.casebook.mergePassphraseHint}
          value={passphrase}
          onInput={setPassphrase}
        />
        <button type="submit" class="primary">
          {t.casebook.mergeDo}
        </button>
      </form>
    </Dialog>
  );
}
