import type { ReportTag } from '../desk/journal-types.ts';
import type { App } from './app.ts';

/** A report that was shown this long was seen. */
const READ_AFTER_MS = 1500;
/** A flood of changes, as while a bundle opens, is looked at this often. */
const REFRESH_EVERY_MS = 250;
/** Moving on quickly opens only where one stays. */
const OPEN_AFTER_MS = 120;

let refreshing: Promise<void> | undefined;
let isStale = false;

/** Asks how long the list is now and where the selected report stands. */
export async function refreshList(app: App): Promise<void> {
  isStale = true;
  refreshing ??= refreshWhileStale(app).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function refreshWhileStale(app: App): Promise<void> {
  while (isStale) {
    isStale = false;
    const { selected, filter, order } = app.state;
    const list = await app.desk.call('list', { selected, filter, order }).catch(() => null);
    if (!list || !app.state.session) return;
    app.rows.invalidate();
    app.set({ list, selectedAt: list.at ?? -1, rowsVersion: app.state.rowsVersion + 1 });
    await new Promise((resolve) => setTimeout(resolve, REFRESH_EVERY_MS));
  }
}

let opening: ReturnType<typeof setTimeout> | undefined;

/** Makes another line of the list the active one. Where list and report stand side by side, the report follows. */
export function select(app: App, index: number): void {
  const at = Math.max(0, Math.min(index, app.state.list.shown - 1));
  const tag = app.rows.get(at)?.tag ?? null;
  app.set({ selectedAt: at, selected: tag });
  clearTimeout(opening);
  if (!isSideBySide()) return;
  opening = setTimeout(() => {
    const now = app.rows.get(app.state.selectedAt)?.tag;
    if (now !== undefined) void openReport(app, now);
  }, OPEN_AFTER_MS);
}

/** Shows a report, and on a narrow screen nothing else. */
export async function openReport(app: App, tag: ReportTag, { takesFocus = false } = {}): Promise<void> {
  clearTimeout(opening);
  try {
    const report = await app.desk.call('report', tag);
    if (!report) return;
    const isOther = app.state.selected !== tag;
    const triage = await app.desk.call('triage', tag);
    if (app.state.report?.tag !== tag) app.set({ suggestions: null });
    app.set({ report, triage, selected: tag, isReading: app.state.isReading || takesFocus });
    if (isOther) void refreshList(app);
    if (takesFocus) focusReport();
    if (report.isUnread) markReadSoon(app, tag);
  } catch (error) {
    app.tellFailure(error);
  }
}

/** Opens the line that is active. */
export async function openSelected(app: App): Promise<void> {
  const tag = app.rows.get(app.state.selectedAt)?.tag;
  if (tag !== undefined) await openReport(app, tag, { takesFocus: true });
}

export function closeReport(app: App): void {
  app.set({ isReading: false });
  requestAnimationFrame(() => document.getElementById('reports')?.focus());
}

/** What changed of the report that is open: evidence is at hand now, a further report of its case came. */
export async function reloadReport(app: App): Promise<void> {
  const { report } = app.state;
  if (report) await openReport(app, report.tag);
}

export async function markRead(app: App, tag: ReportTag, isRead: boolean): Promise<void> {
  await app.desk.call('markRead', { tags: [tag], isRead });
  const { report } = app.state;
  if (report?.tag === tag) app.set({ report: { ...report, isUnread: !isRead } });
}

function markReadSoon(app: App, tag: ReportTag): void {
  setTimeout(() => {
    if (app.state.report?.tag === tag && app.state.report.isUnread) void markRead(app, tag, true);
  }, READ_AFTER_MS);
}

function focusReport(): void {
  requestAnimationFrame(() => document.getElementById('report-title')?.focus());
}

export const SIDE_BY_SIDE = '(min-width: 60rem)';

export function isSideBySide(): boolean {
  return matchMedia(SIDE_BY_SIDE).matches;
}
