import type { App } from './app.ts';
import { closeOut } from './exporting.ts';
import { save } from './keeping.ts';
import { lock } from './locking.ts';
import { closeReport, markRead, openSelected, select } from './reading.ts';
import { TRIAGE_KEYS } from './triage-keys.ts';

/** What a key does wherever the focus is, but in a field or a dialog. */
type Acts = Readonly<Record<string, (app: App) => void>>;

const LETTER_KEYS: Acts = {
  ...TRIAGE_KEYS,
  j: (app) => {
    select(app, app.state.selectedAt + 1);
  },
  k: (app) => {
    select(app, app.state.selectedAt - 1);
  },
  o: (app) => void openSelected(app),
  u: (app) => {
    const { report } = app.state;
    if (report) void markRead(app, report.tag, report.isUnread);
  },
  l: (app) => void lock(app),
  '?': (app) => {
    app.set({ dialog: 'shortcuts' });
  },
};

const CONTROL_KEYS: Acts = {
  s: (app) => void save(app),
  o: () => document.getElementById('open-bundles')?.click(),
};

export function listenToKeys(app: App): void {
  addEventListener('keydown', (event) => {
    if (!app.state.session || app.state.dialog !== null || app.state.locksSoon || event.altKey) return;
    const isControl = event.ctrlKey || event.metaKey;
    if (!isControl && isTyping(event.target)) return;
    if (event.key === 'Escape') {
      if (app.state.out) closeOut(app);
      else if (app.state.report) closeReport(app);
      return;
    }
    const hasLetters = app.state.settings.hasLetterKeys && app.state.out === null;
    const acts = isControl ? CONTROL_KEYS : hasLetters ? LETTER_KEYS : {};
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act(app);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
