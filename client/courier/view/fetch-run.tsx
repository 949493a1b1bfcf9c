import { useEffect, useRef } from 'preact/hooks';

import { fill } from '../../messages/index.ts';
import type { Words } from '../words.ts';
import { Button } from './controls.tsx';
import type { Fetching, FetchState, ReadyPart } from './use-fetching.ts';
import { useWords } from './use-words.ts';

/** What a fetch is doing: only what changes for the person is said aloud, not every letter. */
export function FetchRun({ fetching }: { readonly fetching: Fetching }) {
  const words = useWords();
  const { state } = fetching;
  return (
    <>
      {state.is === 'running' && <Running state={state} fetching={fetching} />}
      {state.is === 'part' && <Part key={state.part.url} part={state.part} fetching={fetching} />}
      <p id="fetch-status" class={state.is === 'ended' ? 'good' : 'hint'} role="status">
        {saidOf(state, words)}
      </p>
    </>
  );
}

function saidOf(state: FetchState, words: Words): string {
  const { t } = words;
  switch (state.is) {
    case 'idle':
      return '';
    case 'running':
      if (state.progress.waitSeconds !== null)
        return fill(t.fetch.lost, { seconds: words.number(state.progress.waitSeconds) });
      return state.isPaused ? t.fetch.paused : t.fetch.running;
    case 'part':
      return fill(t.fetch.partReady, { number: words.number(state.part.number) });
    case 'ended': {
      const { letters, isAll } = state.fetched;
      if (isAll) return words.count(t.fetch.done, letters);
      return letters === 0 ? t.fetch.stoppedEmpty : words.count(t.fetch.stopped, letters);
    }
  }
}

interface RunningProps {
  readonly state: Extract<FetchState, { is: 'running' }>;
  readonly fetching: Fetching;
}

function Running({ state: { totals, progress, bytesPerSecond, isPaused }, fetching }: RunningProps) {
  const words = useWords();
  const { t } = words;
  const total = words.number(totals.letters);
  return (
    <div class="run">
      <label for="fetch-progress">{t.fetch.progress}</label>
      <progress id="fetch-progress" max={Math.max(1, totals.bytes)} value={progress.bytes} />
      <p id="fetch-count">
        {fill(t.fetch.ofLetters, { done: words.number(progress.letters), total })}
        {bytesPerSecond !== null && !isPaused && (
          <span class="hint">{fill(t.fetch.speed, { size: words.size(bytesPerSecond) })}</span>
        )}
      </p>
      <div class="buttons">
        <Button
          id="pause"
          kind="second"
          onPress={() => {
            if (isPaused) fetching.resume();
            else fetching.pause();
          }}
        >
          {isPaused ? t.fetch.resume : t.fetch.pause}
        </Button>
        <Button
          id="stop"
          kind="second"
          onPress={() => {
            fetching.stop();
          }}
        >
          {t.fetch.stop}
        </Button>
      </div>
    </div>
  );
}

/** The browser is asked to save at once; the link stays for one that did not. */
function Part({ part: { name, url }, fetching }: { readonly part: ReadyPart; readonly fetching: Fetching }) {
  const { t } = useWords();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    link.current?.focus();
    link.current?.click();
  }, []);
  return (
    <div class="run buttons">
      <a ref={link} id="save" class="action" href={url} download={name}>
        {fill(t.fetch.save, { name })}
      </a>
      <Button
        id="saved"
        kind="second"
        onPress={() => {
          fetching.saved();
        }}
      >
        {t.fetch.goOn}
      </Button>
    </div>
  );
}
