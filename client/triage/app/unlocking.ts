import type { LookedAt } from '../calls/unlock-calls.ts';
import type { App } from './app.ts';
import { failureIn } from './app.ts';
import { openFiles } from './opening.ts';
import { refreshList } from './reading.ts';
import { refreshOutbox } from './sending.ts';
import { lockedState, type Chosen } from './state.ts';
import { refreshTriage } from './triaging.ts';

/** Takes in whatever was chosen or dropped: each file says itself what it is. */
export async function chooseFiles(app: App, files: readonly File[]): Promise<void> {
  app.set({ unlockFailure: null });
  for (const file of files) {
    try {
      const chosen = withFile(app.state.chosen, file, await app.desk.call('look', file));
      if ('code' in chosen) app.set({ unlockFailure: { code: chosen.code, detail: file.name } });
      else app.set({ chosen, asksCasebookPassphrase: false });
    } catch (error) {
      app.set({ unlockFailure: { ...failureIn(error), detail: file.name } });
    }
  }
}

function withFile(chosen: Chosen, file: File, looked: LookedAt): Chosen | { readonly code: string } {
  switch (looked.kind) {
    case 'key':
      return { ...chosen, keyFile: { file, owner: looked.name } };
    case 'casebook':
      // What was sealed when the page locked itself is newer than any file, and must not be lost for one.
      return chosen.isUnsaved ? { code: 'casebook-waiting' } : { ...chosen, casebook: { file, name: file.name } };
    case 'bundle':
    case 'directory':
      return { ...chosen, bundles: [...chosen.bundles, file] };
    case 'charter-key':
      return { code: 'key-of-charter' };
    case 'unknown':
      return { code: 'file-unknown' };
  }
}

/** The casebook is left out again: a new one is begun. */
export function leaveCasebook(app: App): void {
  app.set({ chosen: { ...app.state.chosen, casebook: null, isUnsaved: false }, asksCasebookPassphrase: false });
}

export async function unlock(app: App, passphrase: string, casebookPassphrase: string | null): Promise<void> {
  const { keyFile, casebook, bundles, isUnsaved } = app.state.chosen;
  if (!keyFile || app.state.unlocking) return;
  app.set({ unlocking: { step: 'key' }, unlockFailure: null });
  const asked = {
    keyFile: keyFile.file,
    passphrase,
    casebook: casebook?.file ?? null,
    casebookPassphrase,
    isUnsaved,
  };
  try {
    const session = await app.desk.call('unlock', asked, {
      onProgress: (unlocking) => {
        app.set({ unlocking });
      },
    });
    app.set({ ...lockedState(), session, changed: app.state.changed, office: await app.desk.call('office', null) });
    await Promise.all([refreshList(app), refreshTriage(app), refreshOutbox(app)]);
    if (session.damage) {
      const reports = app.state.list.total;
      app.set({ notice: { tone: 'warning', text: { kind: 'damaged-casebook', reports } } });
    }
    if (bundles.length > 0) await openFiles(app, bundles);
  } catch (error) {
    const failure = failureIn(error);
    app.endThreads(); // whatever was read before it failed is not kept
    app.set({
      unlocking: null,
      unlockFailure: failure,
      asksCasebookPassphrase: failure.code === 'casebook-locked',
    });
  }
}
