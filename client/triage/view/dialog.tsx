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
  const isLeft = useRef(false);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      isLeft.current = true;
      dialog?.close();
    };
  }, []);
  // Browsers tell of closing later: by then another dialog may stand in its place, and is not to be closed.
  const closed = () => {
    if (!isLeft.current) onClose();
  };
  return (
    <dialog ref={ref} aria-labelledby="dialog-title" onClose={closed}>
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
