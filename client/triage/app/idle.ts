import type { App } from './app.ts';
import { saveQuietly } from './keeping.ts';
import { closeIdleStep } from './ceremony.ts';
import { lock } from './locking.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_EVERY_MS = 1000;
const WARN_BEFORE_MS = 60_000;
const MINUTE_MS = 60_000;
/** With a file at hand a change is in it this soon; without one, the reviewer is asked this often. */
const SAVE_AFTER_MS = 15_000;
const ASK_TO_SAVE_AFTER_MS = 300_000;

/** Watches whether anybody is there, and whether what they did is safe. Time is looked at, not counted: a machine may have slept. */
export function watchOver(app: App): void {
  let touchedAt = Date.now();
  let unsavedSince: number | null = null;
  let changesSeen = 0;

  const touch = () => {
    touchedAt = Date.now();
    if (app.state.locksSoon) app.set({ locksSoon: false });
  };
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true, capture: true });

  addEventListener('beforeunload', (event) => {
    const { session, changed, chosen, ceremony } = app.state;
    const isUnsaved = session ? !changed.isSaved : chosen.isUnsaved || (ceremony?.unsaved.length ?? 0) > 0;
    if (isUnsaved) event.preventDefault();
  });

  setInterval(() => {
    if (!app.state.session) {
      if (!app.state.ceremony?.step) touchedAt = Date.now();
      else if (Date.now() - touchedAt >= app.state.settings.idleMinutes * MINUTE_MS) closeIdleStep(app);
      unsavedSince = null;
      return;
    }
    const now = Date.now();
    watchIdle(app, now - touchedAt);
    const { changes, isSaved } = app.state.changed;
    if (isSaved) unsavedSince = null;
    else unsavedSince ??= now;
    if (unsavedSince === null) return;
    if (app.handle && now - unsavedSince > SAVE_AFTER_MS && !app.state.opening) void saveQuietly(app);
    if (!app.handle && now - unsavedSince > ASK_TO_SAVE_AFTER_MS && !app.state.asksToSave && changes !== changesSeen) {
      changesSeen = changes; // "later" is an answer until there is something new
      unsavedSince = now;
      app.set({ asksToSave: true });
    }
  }, LOOK_EVERY_MS);
}

function watchIdle(app: App, idleMs: number): void {
  const limitMs = app.state.settings.idleMinutes * MINUTE_MS;
  if (idleMs >= limitMs) {
    void lock(app);
    return;
  }
  const locksSoon = idleMs >= limitMs - WARN_BEFORE_MS;
  if (locksSoon !== app.state.locksSoon) app.set({ locksSoon });
}
