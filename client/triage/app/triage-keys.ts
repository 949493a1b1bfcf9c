import type { App } from './app.ts';
import { showOnly } from './finding.ts';
import { assignToMe } from './triaging.ts';

type Acts = Readonly<Record<string, (app: App) => void>>;

/** Keys that lead to what they are about: whatever holds it is opened, and it takes the focus. */
export const TRIAGE_KEYS: Acts = {
  '/': goTo('list-search'),
  f: goTo('list-filters'),
  d: goTo('list-order'),
  x: (app) => {
    showOnly(app, {});
  },
  t: goTo('triage-title'),
  s: goTo('triage-status'),
  p: goTo('triage-urgency'),
  a: goTo('triage-assignee'),
  m: assignToMe,
  b: goTo('triage-label'),
  n: goTo('triage-note'),
  i: goTo('links-title'),
  r: goTo('triage-refer'),
  e: goTo('triage-recuse'),
  h: goTo('triage-history'),
  w: goTo('reply-text'),
  g: (app) => {
    app.set({ dialog: 'outbox' });
  },
};

function goTo(id: string): (app: App) => void {
  return (app) => {
    const isOfReport = !id.startsWith('list-');
    if (isOfReport && !app.state.report) return;
    // Where list and report take turns, the one that holds it has to be in sight.
    if (isOfReport !== app.state.isReading) app.set({ isReading: isOfReport });
    requestAnimationFrame(() => {
      const found = document.getElementById(id);
      const holder = found?.closest('details');
      if (holder) holder.open = true;
      found?.focus();
      found?.scrollIntoView({ block: 'nearest' });
    });
  };
}
