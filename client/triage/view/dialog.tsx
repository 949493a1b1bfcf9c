import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { useWords } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** It asks something that only its own buttons answer. */
  readonly isQuestion?: boolean;
}

/** Everything else waits; Escape closes it; the focus goes back to where it was. The browser sees to all that. */
export function Dialog({ title, onClose, children, isQuestion = false }: DialogProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby="dialog-title"
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected) onClose(); // else another dialog took its place
      }}
    >
      <div class="dialog-head">
        <h2 id="dialog-title" tabIndex={-1}>
          {title}
        </h2>
        {!isQuestion && (
          <button type="button" class="quiet" onClick={onClose}>
            {t.page.close}
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}
