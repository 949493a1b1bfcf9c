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

export async function openBundles(app: App, files: readonly File[]): Promise<void> {
  if (app.state.opening) return;
  const abort = new AbortController();
  const cancel = () => {
    abort.abort();
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
    const isGood = summary.damaged.length === 0 && summary.failed === 0 && summary.office === null;
    app.set({
      office: await app.desk.call('office', null),
      notice: { tone: isGood ? 'good' : 'warning', text: { kind: 'opened', summary } },
    });
    await refreshList(app);
    await reloadReport(app);
  } catch (error) {
    app.tellFailure(error);
  } finally {
    app.set({ opening: null });
  }
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
