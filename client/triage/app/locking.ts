import { keepDraftNow } from './answering.ts';
import type { App } from './app.ts';
import { saveQuietly } from './keeping.ts';
import { lockedState } from './state.ts';

/**
 * Forgets all that was open. What is in no file yet is sealed first and stays, sealed, in this page: unlocking brings it back. The key file,
 * which is sealed too, stays chosen.
 */
export async function lock(app: App): Promise<void> {
  const { session, chosen } = app.state;
  if (!session) return;
  await keepDraftNow(app);
  app.state.opening?.cancel();
  const isSafe = await saveQuietly(app);
  const sealed = await app.desk.call('seal', null).catch(() => null);
  app.endThreads();
  app.set({
    ...lockedState(),
    chosen: {
      ...chosen,
      bundles: [],
      casebook: sealed ? { file: sealed.file, name: app.handle?.name ?? '' } : chosen.casebook,
      isUnsaved: !isSafe,
    },
  });
}
