import type { OpeningSummary } from '../calls/opening-calls.ts';
import type { App } from './app.ts';
import { reloadReport, refreshList } from './reading.ts';

/** Opens bundles that were chosen or dropped, with a bar that can be stopped. Whatever is no bundle is taken for what it is. */
export async function openFiles(app: App, files: readonly File[]): Promise<void> {
  const bundles: File[] = [];
  for (const file of files) {
    try {
      const { kind } = await app.desk.call('look', file);
      if (kind === 'bundle') bundles.push(file);
      else if (kind === 'casebook') app.set({ toMerge: file, dialog: 'merge' });
      else if (kind === 'directory') await takeDirectory(app, file);
      else app.set({ notice: { tone: 'warning', text: { kind: 'nothing-to-open', name: file.name } } });
    } catch (error) {
      app.tellFailure(error, file.name);
    }
  }
  if (bundles.length > 0) await openBundles(app, bundles);
}

/** What comes while others are opened is opened after them, and told of together with them. */
export async function openBundles(app: App, files: readonly File[]): Promise<void> {
  app.toOpen.push(...files);
  if (app.state.opening) return;
  let all: OpeningSummary | null = null;
  while (app.toOpen.length > 0) {
    const summary = await openTogether(app, app.toOpen.splice(0));
    if (summary) all = all ? sumOf(all, summary) : summary;
  }
  if (!all) return;
  const isGood = all.damaged.length === 0 && all.failed === 0 && all.office === null;
  app.set({ notice: { tone: isGood ? 'good' : 'warning', text: { kind: 'opened', summary: all } } });
  await refreshList(app);
  await reloadReport(app);
}

async function openTogether(app: App, files: readonly File[]): Promise<OpeningSummary | null> {
  const abort = new AbortController();
  const cancel = () => {
    abort.abort();
    app.toOpen.length = 0;
    const { opening } = app.state;
    if (opening) app.set({ opening: { ...opening, isCancelling: true } });
  };
  const totalBytes = files.reduce((total, { size }) => total + size, 0);
  const progress = { bytes: 0, totalBytes, letters: 0, milliseconds: 0 };
  app.set({
    opening: { progress, cancel, isCancelling: false },
    notice: null,
    chosen: { ...app.state.chosen, bundles: [] },
  });
  try {
    const summary = await app.desk.call('open', files, {
      signal: abort.signal,
      onProgress: (now) => {
        app.set({ opening: { progress: now, cancel, isCancelling: abort.signal.aborted } });
      },
    });
    app.set({ office: await app.desk.call('office', null) });
    return summary;
  } catch (error) {
    app.tellFailure(error);
    return null;
  } finally {
    app.set({ opening: null });
  }
}

function sumOf(before: OpeningSummary, now: OpeningSummary): OpeningSummary {
  return {
    letters: before.letters + now.letters,
    opened: before.opened + now.opened,
    known: before.known + now.known,
    notForThisKey: before.notForThisKey + now.notForThisKey,
    waiting: before.waiting + now.waiting,
    failed: before.failed + now.failed,
    journal: before.journal + now.journal,
    entries: before.entries + now.entries,
    refusedEntries: before.refusedEntries + now.refusedEntries,
    milliseconds: before.milliseconds + now.milliseconds,
    isCancelled: before.isCancelled || now.isCancelled,
    damaged: [...before.damaged, ...now.damaged],
    office: now.office ?? before.office,
  };
}

async function takeDirectory(app: App, file: File): Promise<void> {
  const failure = await app.desk.call('takeDirectory', file);
  if (failure) app.set({ notice: { tone: 'warning', text: { kind: 'failure', failure, of: file.name } } });
  app.set({ office: await app.desk.call('office', null) });
}

/** The reviewer's word on the fingerprint, given once. */
export async function pinOffice(app: App, isRight: boolean): Promise<void> {
  const office = await app.desk.call('pin', { isRight });
  app.set({ office, dialog: null });
  if (!isRight)
    app.set({ notice: { tone: 'warning', text: { kind: 'failure', failure: { code: 'charter-refused' } } } });
}
