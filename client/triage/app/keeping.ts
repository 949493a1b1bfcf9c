import { keepDraftNow } from './answering.ts';
import type { App } from './app.ts';
import { failureIn } from './app.ts';
import { canPickFiles, CASEBOOK_SUFFIX, FileHandle } from './file-handle.ts';
import { refreshList, reloadReport } from './reading.ts';
import { saveBlob } from './save-blob.ts';

/** Keeps the casebook in its file, or asks where. Where the browser writes no files, it is downloaded. */
export async function save(app: App): Promise<boolean> {
  if (app.state.isSaving || !app.state.session) return false;
  app.set({ isSaving: true });
  try {
    // Asked first: browsers show the dialog only right after a key or a click, and sealing may take longer.
    if (!app.handle && canPickFiles()) {
      app.handle = await FileHandle.pick(`${fileStem(app)}${CASEBOOK_SUFFIX}`);
      if (!app.handle) return false;
    }
    return await (app.handle ? write(app, app.handle) : download(app));
  } catch (error) {
    app.tellFailure(error);
    return false;
  } finally {
    app.set({ isSaving: false });
  }
}

/** Saves by itself, in silence, where the file is known. Gives whether all is safe. */
export async function saveQuietly(app: App): Promise<boolean> {
  if (app.state.changed.isSaved) return true;
  if (!app.handle || app.state.isSaving) return false;
  app.set({ isSaving: true });
  try {
    return await write(app, app.handle, { isQuiet: true });
  } catch {
    app.set({ asksToSave: true }); // the disk is full, or the stick was taken out
    return false;
  } finally {
    app.set({ isSaving: false });
  }
}

async function write(app: App, handle: FileHandle, { isQuiet = false } = {}): Promise<boolean> {
  // Somebody saved there from another page meanwhile: nothing of theirs is lost.
  await keepDraftNow(app);
  const changed = await handle.changedFile();
  if (changed) await merge(app, changed, null);
  const sealed = await app.desk.call('seal', null);
  if (!(await handle.write(sealed.file))) {
    app.set({ notice: { tone: 'warning', text: { kind: 'failure', failure: { code: 'casebook-unwritten' } } } });
    return false;
  }
  await app.desk.call('saved', sealed);
  app.set({ asksToSave: false, fileName: handle.name });
  if (!isQuiet && !changed) tellSaved(app, handle.name, false);
  return true;
}

async function download(app: App): Promise<boolean> {
  await keepDraftNow(app);
  const sealed = await app.desk.call('seal', null);
  const name = `${fileStem(app)}-${String(sealed.generation)}${CASEBOOK_SUFFIX}`;
  saveBlob(sealed.file, name);
  await app.desk.call('saved', sealed);
  app.set({ asksToSave: false });
  tellSaved(app, name, true);
  return true;
}

/** Takes in another file of this casebook: an older or newer one, or that of another machine. */
export async function merge(app: App, file: File, passphrase: string | null): Promise<boolean> {
  try {
    const { reports, isOlder, damage } = await app.desk.call('merge', { file, passphrase });
    app.set({
      toMerge: null,
      dialog: null,
      office: await app.desk.call('office', null),
      notice: damage
        ? { tone: 'warning', text: { kind: 'damaged-casebook', reports } }
        : { tone: isOlder ? 'warning' : 'good', text: { kind: 'merged', reports, isOlder } },
    });
    await refreshList(app);
    await reloadReport(app);
    return true;
  } catch (error) {
    if (failureIn(error).code === 'casebook-locked') app.set({ toMerge: file, dialog: 'merge' });
    else app.tellFailure(error, file.name);
    return false;
  }
}

export async function changePassphrase(app: App, passphrase: string): Promise<void> {
  try {
    await app.desk.call('changePassphrase', passphrase);
    app.set({ dialog: null, notice: { tone: 'good', text: { kind: 'passphrase-changed' } } });
  } catch (error) {
    app.tellFailure(error);
  }
}

function tellSaved(app: App, name: string, isDownload: boolean): void {
  app.set({ notice: { tone: 'good', text: { kind: 'saved', name, isDownload } } });
}

/** The file is named by whose it is; a name may hold anything. */
function fileStem({ state }: App): string {
  const plain = (state.session?.name ?? '').normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return (
    plain
      .replace(/^-+|-+$/g, '')
      .toLowerCase()
      .slice(0, 40) || 'amparo'
  );
}
