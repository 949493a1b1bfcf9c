import type { ReadyBundle } from '../calls/outbox-calls.ts';
import type { App } from './app.ts';
import { canPickFiles, FileHandle, OUTBOUND_SUFFIX } from './file-handle.ts';
import { save } from './keeping.ts';
import { saveBlob } from './save-blob.ts';
import { CallError } from '../calls/line.ts';

/** What a page shows of the outbox, and the bundle that is being saved. */
export async function refreshOutbox(app: App): Promise<void> {
  const outbox = await app.desk.call('outbox', null).catch(() => null);
  if (outbox && app.state.session) app.set({ outbox });
}

/**
 * Makes a bundle of all that waits, or again of what an earlier one held. The casebook is saved first: were a bundle to go out that it does not
 * know of, a reply's number could be used twice. Gives `null` where it was not made.
 */
export async function makeBundle(app: App, again: string | null): Promise<ReadyBundle | null> {
  if (!app.state.changed.isSaved && !(await save(app))) return null;
  try {
    return await app.desk.call('makeBundle', { again });
  } catch (error) {
    app.tellFailure(error);
    return null;
  }
}

/** As the courier finds them, in order. */
export function fileNames({ at, files }: ReadyBundle): string[] {
  const stem = `to-server-${at.slice(0, 16).replaceAll(':', '')}`;
  return files.map((_, i) => `${stem}${files.length > 1 ? `-${String(i + 1)}` : ''}${OUTBOUND_SUFFIX}`);
}

/** Asks where, or downloads. Gives the name it has there; `null` where it was not saved. */
export async function saveOutbound(app: App, file: Blob, name: string): Promise<string | null> {
  try {
    if (!canPickFiles()) {
      saveBlob(file, name);
      return name;
    }
    const handle = await FileHandle.pick(name, OUTBOUND_SUFFIX);
    if (!handle) return null;
    if (!(await handle.write(file))) throw new CallError({ code: 'outbound-unwritten' });
    return handle.name;
  } catch (error) {
    app.tellFailure(error);
    return null;
  }
}

/** All files of it are saved: what they hold waits no more, and the casebook is to know it too. */
export async function bundleSaved(app: App, { at }: ReadyBundle): Promise<void> {
  await app.desk.call('bundleWritten', at);
  await refreshOutbox(app);
  app.set({ asksToSave: true });
}
