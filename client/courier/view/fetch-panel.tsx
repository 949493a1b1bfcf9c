import { useRef, useState } from 'preact/hooks';

import type { ReviewStatus } from '../../../crypto/index.ts';
import { fill } from '../../messages/index.ts';
import { cursorOf } from '../fetch/earlier-bundle.ts';
import { canWriteFiles } from '../fetch/target.ts';
import { Trouble } from '../trouble.ts';
import { Alert, Button } from './controls.tsx';
import { FetchRun } from './fetch-run.tsx';
import { useFetching } from './use-fetching.ts';
import { useTask } from './use-task.ts';
import { useWords } from './use-words.ts';

type Which = 'fresh' | 'all' | 'since';

interface FetchProps {
  readonly status: ReviewStatus;
  onEnd(): void;
}

/** Chooses where to begin, and shows how far the bundle is. */
export function FetchPanel({ status, onEnd }: FetchProps) {
  const words = useWords();
  const { t } = words;
  const task = useTask();
  const fetching = useFetching(onEnd);
  const [which, setWhich] = useState<Which>('fresh');
  const earlier = useRef<HTMLInputElement>(null);
  const afterChosen = async (): Promise<number> => {
    if (which === 'fresh') return status.after;
    if (which === 'all') return 0;
    const [file] = earlier.current?.files ?? [];
    if (!file) throw new Trouble('field-empty');
    return cursorOf(file);
  };
  const isRunning = fetching.state.is !== 'idle' && fetching.state.is !== 'ended';
  const choice = (value: Which, label: string) => (
    <label class="choice">
      <input
        type="radio"
        name="which"
        value={value}
        checked={which === value}
        onChange={() => {
          setWhich(value);
        }}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <section aria-labelledby="fetch-title">
      <h2 id="fetch-title">{t.fetch.title}</h2>
      <p class="hint">{t.fetch.hint}</p>
      {!canWriteFiles() && <p class="hint">{t.fetch.inParts}</p>}
      <Alert trouble={task.trouble ?? fetching.trouble} />
      {!isRunning && (
        <>
          <fieldset>
            <legend>{t.fetch.which}</legend>
            {choice('fresh', t.fetch.fresh)}
            {choice('all', t.fetch.all)}
            {choice('since', t.fetch.since)}
          </fieldset>
          {which === 'since' && (
            <div class="field">
              <label for="earlier">{t.fetch.sinceFile}</label>
              <input id="earlier" ref={earlier} type="file" />
            </div>
          )}
          <div class="buttons">
            <Button
              id="fetch"
              isBusy={task.isBusy}
              onPress={() => {
                task.run(() => fetching.start(afterChosen));
              }}
            >
              {t.fetch.start}
            </Button>
            {which === 'fresh' && status.waiting > 0 && (
              <span class="hint">{fill(t.fetch.size, { size: words.size(status.bytes) })}</span>
            )}
          </div>
        </>
      )}
      <FetchRun fetching={fetching} />
    </section>
  );
}
