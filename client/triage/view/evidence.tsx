import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { EvidenceFile } from '../../../crypto/index.ts';
import { fill } from '../../messages/index.ts';
import { FileNames, type SafeName } from '../../shared/file-names.ts';
import { failureIn, useApp } from '../app/app.ts';
import { openFiles } from '../app/opening.ts';
import { saveBlob } from '../app/save-blob.ts';
import type { OpenedFile } from '../calls/evidence-calls.ts';
import type { Failure } from '../calls/line.ts';
import type { ReadReport } from '../calls/reading-calls.ts';
import { FileButton } from './file-button.tsx';
import { Inert, InertText } from './inert-text.tsx';
import { Shown } from './shown-file.tsx';
import { useWords } from './words.ts';

interface ReadProps {
  readonly read: ReadReport;
}

/** The files of a report. Each is opened when it is asked for, from the bundle that lies on this machine. */
export function EvidencePart({ read }: ReadProps) {
  const app = useApp();
  const { t } = useWords();
  const files = read.report.evidence?.files as readonly EvidenceFile[] | undefined;
  const names = useMemo(() => safeNames(files ?? []), [files]);
  return (
    <section class="part" aria-labelledby="evidence-title">
      <h3 id="evidence-title">{t.evidence.title}</h3>
      {!files && <p class="hint">{t.evidence.none}</p>}
      {read.evidence === 'missing' && <p class="note alarm">{t.evidence.missing}</p>}
      {read.evidence === 'not-at-hand' && (
        <div class="note">
          <p>
            <InertFilled text={t.evidence.notAtHand} place="bundle" value={read.bundle} />
          </p>
          <FileButton
            id="open-evidence"
            label={t.evidence.openBundle}
            onFiles={(chosen) => void openFiles(app, chosen)}
          />
        </div>
      )}
      {read.evidence === 'at-hand' && <p class="note warning">{t.evidence.hostile}</p>}
      {files && (
        <ul class="files">
          {files.map((file, i) => (
            <EvidenceItem key={i} read={read} index={i} file={file} safeName={names[i]?.name ?? ''} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A text of ours with one place for what a stranger wrote. */
export function InertFilled({ text, place, value }: { text: string; place: string; value: string }) {
  const [before = '', after = ''] = text.split(`{${place}}`);
  return (
    <>
      {before}
      <Inert>{value}</Inert>
      {after}
    </>
  );
}

interface ItemProps extends ReadProps {
  readonly index: number;
  readonly file: EvidenceFile;
  readonly safeName: string;
}

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening'; readonly share: number }
  | { readonly kind: 'open'; readonly opened: OpenedFile; readonly isShown: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure };

function EvidenceItem({ read, index, file, safeName }: ItemProps) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [state, setState] = useState<State>({ kind: 'closed' });
  const abort = useRef(new AbortController());
  useEffect(
    () => () => {
      abort.current.abort();
    },
    [],
  );

  const open = async (): Promise<OpenedFile | null> => {
    if (state.kind === 'open') return state.opened;
    setState({ kind: 'opening', share: 0 });
    try {
      return await app.desk.call(
        'evidence',
        { tag: read.tag, file: index },
        {
          signal: abort.current.signal,
          onProgress: (share) => {
            setState({ kind: 'opening', share });
          },
        },
      );
    } catch (error) {
      setState({ kind: 'failed', failure: failureIn(error) });
      return null;
    }
  };
  const show = async () => {
    const opened = await open();
    if (opened) setState({ kind: 'open', opened, isShown: true });
  };
  const save = async () => {
    const opened = await open();
    if (!opened) return;
    setState({ kind: 'open', opened, isShown: state.kind === 'open' && state.isShown });
    saveBlob(opened.file, safeName);
  };

  const isAtHand = read.evidence === 'at-hand';
  const isShown = state.kind === 'open' && state.isShown;
  return (
    <li class="file">
      <div class="file-head">
        <div class="file-name">
          <strong>
            <Inert>{file.name}</Inert>
          </strong>
          <p class="hint">
            {words.bytes(file.size)}
            {file.story === true && ` · ${t.evidence.story}`}
          </p>
        </div>
        {isAtHand && state.kind !== 'opening' && (
          <div class="file-acts">
            {isShown ? (
              <button
                type="button"
                onClick={() => {
                  setState({ ...state, isShown: false });
                }}
              >
                {t.evidence.hide}
              </button>
            ) : (
              <button type="button" onClick={() => void show()} aria-label={`${t.evidence.show}: ${safeName}`}>
                {t.evidence.show}
              </button>
            )}
            <button type="button" onClick={() => void save()} aria-label={`${t.evidence.save}: ${safeName}`}>
              {t.evidence.save}
            </button>
          </div>
        )}
      </div>
      {file.note !== undefined && <InertText>{file.note}</InertText>}
      {safeName !== file.name && isAtHand && <p class="hint">{fill(t.evidence.renamed, { name: safeName })}</p>}
      {state.kind === 'opening' && (
        <p role="status" class="hint">
          {fill(t.evidence.opening, { percent: words.percent(state.share) })}
        </p>
      )}
      {state.kind === 'failed' && (
        <p role="alert" class="note alarm">
          {words.failure(state.failure)}
        </p>
      )}
      {isShown && <Shown opened={state.opened} name={safeName} />}
      {state.kind === 'open' && (
        <dl class="facts">
          <dt>{t.evidence.sha256}</dt>
          <dd class="code">{state.opened.sha256}</dd>
        </dl>
      )}
    </li>
  );
}

function safeNames(files: readonly EvidenceFile[]): readonly SafeName[] {
  const names = new FileNames();
  return files.map(({ name }, i) => names.take(name, i));
}
