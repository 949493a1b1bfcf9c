import { fill } from '../../messages/index.ts';
import type { ReplyAsked, ReplyDraft } from '../calls/reply-calls.ts';
import type { App } from './app.ts';
import { refreshTriage, say, textsOf } from './triaging.ts';

/** So long somebody writes on before what they wrote is kept. */
const KEEP_AFTER_MS = 800;

let unkept: ReplyDraft | null = null;
let keeping: ReturnType<typeof setTimeout> | undefined;

/** Keeps what somebody writes, soon. The page counts as unsaved at once. */
export function keepDraftSoon(app: App, draft: ReplyDraft): void {
  if (unkept && unkept.tag !== draft.tag) void keepDraftNow(app);
  unkept = draft;
  clearTimeout(keeping);
  keeping = setTimeout(() => void keepDraftNow(app), KEEP_AFTER_MS);
  if (app.state.changed.isSaved) app.set({ changed: { ...app.state.changed, isSaved: false } });
}

/** Before anything is saved, locked or sealed. */
export async function keepDraftNow(app: App): Promise<void> {
  const draft = unkept;
  if (!draft) return;
  forgetUnkept();
  try {
    const isSaved = await app.desk.call('keepDraft', draft);
    app.set({ changed: { ...app.state.changed, isSaved } });
  } catch (error) {
    app.tellFailure(error);
  }
}

/** Gives whether it was sealed. */
export async function sealReply(app: App, asked: ReplyAsked): Promise<boolean> {
  try {
    await keepDraftNow(app);
    const number = await app.desk.call('reply', asked);
    await refreshTriage(app);
    say(app, fill(textsOf(app).answering.sealed, { number: String(number) }));
    return true;
  } catch (error) {
    app.tellFailure(error);
    return false;
  }
}

function forgetUnkept(): void {
  clearTimeout(keeping);
  unkept = null;
}
