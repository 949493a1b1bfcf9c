import { useApp, useAppState } from '../app/app.ts';
import { save } from '../app/keeping.ts';
import { lock } from '../app/locking.ts';
import { openFigures } from '../app/exporting.ts';
import { openFiles } from '../app/opening.ts';
import { FileButton } from './file-button.tsx';
import { Icon } from './icon.tsx';
import { Inert } from './inert-text.tsx';
import { OutboxButton } from './answering/outbox.tsx';
import { useWords } from './words.ts';

/** What can be done from anywhere. */
export function Bar() {
  const app = useApp();
  const { t } = useWords();
  const office = useAppState((state) => state.office);
  const session = useAppState((state) => state.session);
  return (
    <header class="bar">
      <div class="whose">
        <h1>{office ? <Inert>{office.name}</Inert> : t.page.title}</h1>
        {session && (
          <p class="hint">
            <Inert>{session.name}</Inert>
          </p>
        )}
      </div>
      <div class="acts">
        <FileButton id="open-bundles" icon="open" label={t.bar.open} onFiles={(files) => void openFiles(app, files)} />
        <OutboxButton />
        <SaveButton />
        <button type="button" onClick={() => void lock(app)}>
          <Icon name="lock" />
          {t.bar.lock}
        </button>
        <ForkNote />
        <Menu />
      </div>
    </header>
  );
}

/** Says in words whether all is in the file. */
function SaveButton() {
  const app = useApp();
  const { t } = useWords();
  const isSaved = useAppState((state) => state.changed.isSaved);
  const isSaving = useAppState((state) => state.isSaving);
  const name = isSaving ? t.bar.saving : isSaved ? t.bar.saved : t.bar.save;
  return (
    <button
      type="button"
      id="save"
      class={isSaved ? '' : 'primary'}
      aria-disabled={isSaving}
      onClick={() => void save(app)}
    >
      <Icon name="save" />
      {name}
      {!isSaved && <span class="state">{t.bar.unsaved}</span>}
    </button>
  );
}

/** Somebody told two stories: said until the page is closed, since it stays so. */
function ForkNote() {
  const app = useApp();
  const { t } = useWords();
  const hasForks = useAppState((state) => state.changed.hasForks);
  if (!hasForks) return null;
  return (
    <button
      type="button"
      class="fork-note"
      onClick={() => {
        app.set({ dialog: 'team' });
      }}
    >
      <Icon name="alert" />
      {t.team.chains.note}
    </button>
  );
}

function Menu() {
  const app = useApp();
  const { t } = useWords();
  const items = [
    ['waiting', t.team.waiting.menu],
    ['team', t.team.menu],
    ['trail', t.team.trail.open],
    ['office', t.bar.office],
    ['settings', t.bar.settings],
    ['shortcuts', t.bar.shortcuts],
  ] as const;
  return (
    <details
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')?.focus();
        event.stopPropagation();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) currentTarget.open = false;
      }}
    >
      <summary>{t.bar.menu}</summary>
      <ul>
        <li>
          <button
            type="button"
            class="quiet"
            onClick={({ currentTarget }) => {
              const menu = currentTarget.closest('details');
              if (menu) menu.open = false;
              openFigures(app);
            }}
          >
            {t.out.figures}
          </button>
        </li>
        {items.map(([dialog, label]) => (
          <li key={dialog}>
            <button
              type="button"
              class="quiet"
              onClick={({ currentTarget }) => {
                const menu = currentTarget.closest('details');
                if (menu) menu.open = false;
                app.set({ dialog });
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
