import { useEffect, useState } from 'preact/hooks';

import { useApp } from '../app/app.ts';
import type { Unopened } from '../calls/opening-calls.ts';
import { Dialog } from './dialog.tsx';
import { Inert } from './inert-text.tsx';
import { shortId, useWords } from './words.ts';

const SHOWN_MAX = 500;

/** Each letter that did not open, why, and what to do. */
export function UnopenedDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [letters, setLetters] = useState<readonly Unopened[] | null>(null);
  useEffect(() => {
    void app.desk.call('unopened', null).then(setLetters, () => undefined);
  }, [app]);
  return (
    <Dialog title={t.unopened.title} onClose={onClose}>
      {letters?.length === 0 && <p>{t.unopened.none}</p>}
      {letters && letters.length > 0 && <p class="hint">{t.unopened.hint}</p>}
      <ul class="unopened">
        {letters?.slice(0, SHOWN_MAX).map(({ letter, day, bundle, failure }) => (
          <li key={letter}>
            <p class="hint">
              <span class="code">{shortId(letter)}</span>
              {' · '}
              {day === null ? t.list.noDay : words.day(day)}
              {' · '}
              <Inert>{bundle}</Inert>
            </p>
            <p>
              {words.failure(failure)}
              {failure.detail !== undefined && (
                <>
                  {' '}
                  (<Inert>{failure.detail}</Inert>)
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {letters && letters.length > SHOWN_MAX && <p>{words.count(t.unopened.more, letters.length - SHOWN_MAX)}</p>}
    </Dialog>
  );
}
