import { useEffect, useRef, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { failureIn, useApp } from '../../app/app.ts';
import { printReports, saveFile, savePackage, type Saved } from '../../app/exporting.ts';
import type { ExportAsked, ExportProgress } from '../../calls/export-calls.ts';
import type { Failure } from '../../calls/line.ts';
import { InertFilled } from '../evidence.tsx';
import { useWords, type Words } from '../words.ts';

type State =
  | { readonly kind: 'ready' }
  | { readonly kind: 'working'; readonly progress: ExportProgress; readonly begun: number }
  | { readonly kind: 'saved'; readonly saved: Saved }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Before this the speed says little. */
const STEADY_AFTER_MS = 2000;

/** Lets it go, says how far it is, and what came of it. */
export function ExportActs({ asked }: { readonly asked: ExportAsked }) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [state, setState] = useState<State>({ kind: 'ready' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const run = async () => {
    const { form } = asked;
    const stop = new AbortController();
    abort.current = stop;
    const begun = performance.now();
    const onProgress = (progress: ExportProgress) => {
      setState({ kind: 'working', progress, begun });
    };
    onProgress({ done: 0, total: 1 });
    try {
      const watching = { signal: stop.signal, onProgress };
      if (form === 'print') {
        await printReports(app, asked);
        return;
      }
      const saved =
        form === 'package'
          ? await savePackage(app, asked, watching)
          : await saveFile(app, { ...asked, form }, watching);
      setState(saved ? { kind: 'saved', saved } : { kind: 'ready' });
    } catch (error) {
      const failure = failureIn(error);
      setState(stop.signal.aborted || failure.code === 'cancelled' ? { kind: 'stopped' } : { kind: 'failed', failure });
    }
  };
  const label = asked.form === 'print' ? t.out.doPrint : asked.form === 'package' ? t.out.doPack : t.out.doSave;
  return (
    <div class="export-acts">
      {state.kind === 'working' ? (
        <Working
          state={state}
          isPackage={asked.form === 'package'}
          words={words}
          onStop={() => {
            abort.current?.abort();
          }}
        />
      ) : (
        <button type="button" id="export-do" class="primary" onClick={() => void run()}>
          {label}
        </button>
      )}
      <div role="status">
        {state.kind === 'stopped' && <p class="note">{t.out.stopped}</p>}
        {state.kind === 'saved' && <SavedNote saved={state.saved} words={words} />}
      </div>
      <div role="alert">{state.kind === 'failed' && <FailedNote failure={state.failure} words={words} />}</div>
    </div>
  );
}

interface WorkingProps {
  readonly state: Extract<State, { kind: 'working' }>;
  readonly isPackage: boolean;
  readonly words: Words;
  readonly onStop: () => void;
}

function Working({ state: { progress, begun }, isPackage, words, onStop }: WorkingProps) {
  const { t } = words;
  const share = progress.total === 0 ? 0 : progress.done / progress.total;
  const sinceMs = performance.now() - begun;
  const leftMs = share > 0 && sinceMs > STEADY_AFTER_MS ? (sinceMs / share) * (1 - share) : null;
  return (
    <div class="opening" role="group" aria-label={isPackage ? t.out.packing : t.out.making}>
      <label for="export-progress">{isPackage ? t.out.packing : t.out.making}</label>
      <progress id="export-progress" max={1} value={share} />
      <span class="hint">
        {isPackage && `${words.bytes(progress.done)} / ${words.bytes(progress.total)}`}
        {leftMs !== null && ` · ${fill(t.out.left, { time: words.duration(leftMs) })}`}
      </span>
      <button type="button" onClick={onStop}>
        {t.out.stop}
      </button>
    </div>
  );
}

function SavedNote({ saved: { name, sha256 }, words }: { readonly saved: Saved; readonly words: Words }) {
  const { t } = words;
  return (
    <div class="note good">
      <p>
        <InertFilled text={t.out.done} place="name" value={name} />
      </p>
      {sha256 !== null && (
        <p class="hint">
          {t.out.sha256} <span class="code">{sha256}</span>
        </p>
      )}
    </div>
  );
}

/** A failure of a package names the number of the file that is at fault. */
function FailedNote({ failure, words }: { readonly failure: Failure; readonly words: Words }) {
  const { t } = words;
  const number = Number(failure.detail);
  return (
    <div class="note alarm">
      <p>
        {Number.isInteger(number) && number > 0
          ? fill(t.out.failedFile, { number: words.number(number) })
          : t.out.failed}
      </p>
      <p>{words.failure(failure)}</p>
    </div>
  );
}
