import { useApp, useAppState } from '../../app/app.ts';
import type { DialogName } from '../../app/state.ts';
import { useWords } from '../words.ts';

/** What waits for colleagues, and what colleagues wait for. */
export function TeamLinks() {
  const words = useWords();
  const { waiting, given } = words.t.team;
  const counts = useAppState((state) => state.changed);
  return (
    <>
      {counts.asks > 0 && <DialogLink dialog="waiting" text={words.count(waiting.asksLink, counts.asks)} />}
      {counts.waiting > 0 && <DialogLink dialog="waiting" text={words.count(waiting.link, counts.waiting)} />}
      {counts.given > 0 && <DialogLink dialog="team" text={words.count(given.link, counts.given)} />}
    </>
  );
}

function DialogLink({ dialog, text }: { readonly dialog: DialogName; readonly text: string }) {
  const app = useApp();
  return (
    <button
      type="button"
      class="link unopened-link"
      onClick={() => {
        app.set({ dialog });
      }}
    >
      {text}
    </button>
  );
}
