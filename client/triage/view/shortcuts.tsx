import { Fragment } from 'preact';

import { useAppState } from '../app/app.ts';
import { Dialog } from './dialog.tsx';
import { useWords } from './words.ts';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const hasLetterKeys = useAppState((state) => state.settings.hasLetterKeys);
  const keys: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [t.shortcuts.next, ['↓'], ['j']],
    [t.shortcuts.previous, ['↑'], ['k']],
    [t.shortcuts.open, ['Enter'], []],
    [t.shortcuts.back, ['Escape'], []],
    [t.shortcuts.top, ['Home', 'End'], []],
    [t.shortcuts.page, ['Page ↑', 'Page ↓'], []],
    [t.shortcuts.save, ['Ctrl+S'], []],
    [t.shortcuts.openFiles, ['Ctrl+O'], []],
    [t.shortcuts.unread, [], ['u']],
    [t.shortcuts.search, [], ['/']],
    [t.shortcuts.filters, [], ['f']],
    [t.shortcuts.order, [], ['d']],
    [t.shortcuts.clear, [], ['x']],
    [t.shortcuts.triage, [], ['t']],
    [t.shortcuts.status, [], ['s']],
    [t.shortcuts.urgency, [], ['p']],
    [t.shortcuts.assignee, [], ['a']],
    [t.shortcuts.mine, [], ['m']],
    [t.shortcuts.label, [], ['b']],
    [t.shortcuts.note, [], ['n']],
    [t.shortcuts.links, [], ['i']],
    [t.shortcuts.refer, [], ['r']],
    [t.shortcuts.recuse, [], ['e']],
    [t.shortcuts.history, [], ['h']],
    [t.shortcuts.reply, [], ['w']],
    [t.shortcuts.outbox, [], ['g']],
    [t.shortcuts.lock, [], ['l']],
    [t.shortcuts.help, [], ['?']],
  ];
  return (
    <Dialog title={t.shortcuts.title} onClose={onClose}>
      <dl class="keys">
        {keys.map(([what, always, letters]) => {
          const shown = hasLetterKeys ? [...always, ...letters] : always;
          return (
            shown.length > 0 && (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  {shown.map((key, i) => (
                    <Fragment key={key}>
                      {i > 0 && ` ${t.shortcuts.or} `}
                      <kbd>{key}</kbd>
                    </Fragment>
                  ))}
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </Dialog>
  );
}
