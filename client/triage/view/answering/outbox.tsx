import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { save as saveCasebook } from '../../app/keeping.ts';
import { bundleSaved, fileNames, makeBundle, saveOutbound } from '../../app/sending.ts';
import type { OutboxCounts, OutboxFacts, ReadyBundle } from '../../calls/outbox-calls.ts';
import type { Failure } from '../../calls/line.ts';
import { Dialog } from '../dialog.tsx';
import { InertFilled } from '../evidence.tsx';
import { Icon } from '../icon.tsx';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import { useWords, type Words } from '../words.ts';
import { minuteOf } from './conversation.tsx';

const SHOWN_MAX = 10;

export function OutboxButton() {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const count = useAppState(({ outbox }) => (outbox ? totalOf(outbox.waiting) : 0));
  return (
    <button
      type="button"
      id="to-send"
      onClick={() => {
        app.set({ dialog: 'outbox' });
      }}
    >
      <Icon name="send" />
      {count === 0 ? t.outbox.open : fill(t.outbox.openCount, { count: words.number(count) })}
    </button>
  );
}

/** What goes out, what does not and why, and the bundle to send. */
export function OutboxDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const outbox = useAppState((state) => state.outbox);
  const [ready, setReady] = useState<ReadyBundle | null>(null);
  const [saved, setSaved] = useState<ReadonlyMap<number, string>>(new Map());
  const take = (bundle: ReadyBundle | null) => {
    setReady(bundle);
    setSaved(new Map());
  };
  return (
    <Dialog title={t.outbox.title} onClose={onClose}>
      {outbox && (
        <>
          {ready ? (
            <Ready bundle={ready} saved={saved} onSaved={setSaved} />
          ) : (
            <Waiting outbox={outbox} onReady={take} />
          )}
          <Made outbox={outbox} onReady={take} />
        </>
      )}
    </Dialog>
  );
}

interface MakingProps {
  readonly outbox: OutboxFacts;
  readonly onReady: (bundle: ReadyBundle | null) => void;
}

function Waiting({ outbox, onReady }: MakingProps) {
  const { t } = useWords();
  const isSaved = useAppState((state) => state.changed.isSaved);
  const [isMaking, make] = useMaking(onReady);
  const isEmpty = totalOf(outbox.waiting) === 0;
  return (
    <>
      {isEmpty ? (
        <p>{t.outbox.none}</p>
      ) : (
        <>
          <p>{t.outbox.waiting}</p>
          <Counts counts={outbox.waiting} />
        </>
      )}
      {outbox.letters && <NoLetters failure={outbox.letters} />}
      <Unreached outbox={outbox} />
      {!isEmpty && (
        <>
          {!isSaved && <p class="hint">{t.outbox.saveFirst}</p>}
          <p class="row-acts">
            <button
              type="button"
              class="primary"
              id="make-bundle"
              aria-disabled={isMaking}
              onClick={() => void make(null)}
            >
              {isMaking ? t.outbox.making : t.outbox.make}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** One bundle at a time. */
function useMaking(
  onReady: MakingProps['onReady'],
): [isMaking: boolean, make: (again: string | null) => Promise<void>] {
  const app = useApp();
  const [isMaking, setMaking] = useState(false);
  const make = async (again: string | null) => {
    if (isMaking) return;
    setMaking(true);
    const bundle = await makeBundle(app, again);
    setMaking(false);
    if (bundle) onReady(bundle);
  };
  return [isMaking, make];
}

function Counts({ counts }: { readonly counts: OutboxCounts }) {
  const words = useWords();
  return (
    <ul class="counts">
      {linesOf(counts, words).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function NoLetters({ failure }: { readonly failure: Failure }) {
  const { t } = useWords();
  const why: Readonly<Record<string, string>> = t.outbox.noLettersWhy;
  return (
    <div class="note warning">
      <p>{t.outbox.noLetters}</p>
      <p>{Object.hasOwn(why, failure.code) ? why[failure.code] : t.outbox.noLettersWhy.other}</p>
    </div>
  );
}

function Unreached({ outbox: { unreachable } }: { readonly outbox: OutboxFacts }) {
  const { t } = useWords();
  if (unreachable.length === 0) return null;
  return (
    <div class="note warning">
      <p>{t.outbox.unreachable}</p>
      <ul>
        {unreachable.map(({ name }, i) => (
          <li key={i}>
            {name === null ? (
              t.outbox.unreachableLeft
            ) : (
              <InertFilled text={t.outbox.unreachableOne} place="name" value={name} />
            )}
          </li>
        ))}
      </ul>
      {unreachable.some(({ name }) => name !== null) && <p>{t.outbox.unreachableDo}</p>}
    </div>
  );
}

interface ReadyProps {
  readonly bundle: ReadyBundle;
  /** The names under which files were saved, by their places. */
  readonly saved: ReadonlyMap<number, string>;
  readonly onSaved: (saved: ReadonlyMap<number, string>) => void;
}

/** Saved file by file: browsers ask where only right after a key or a click. */
function Ready({ bundle, saved, onSaved }: ReadyProps) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const names = fileNames(bundle);
  const isSaved = useAppState((state) => state.changed.isSaved);
  const isWritten = saved.size === bundle.files.length;
  const save = async (file: Blob, i: number) => {
    const name = await saveOutbound(app, file, names[i] ?? '');
    if (name === null) return;
    const all = new Map(saved).set(i, name);
    onSaved(all);
    if (all.size === bundle.files.length) await bundleSaved(app, bundle);
  };
  return (
    <>
      <p>{words.count(t.outbox.ready, bundle.files.length)}</p>
      <Counts counts={bundle} />
      <ul class="outbound-files">
        {bundle.files.map((file, i) => (
          <li key={i}>
            <button type="button" class={saved.has(i) ? '' : 'primary'} onClick={() => void save(file, i)}>
              {fill(t.outbox.saveFile, { name: names[i] ?? '' })}
            </button>{' '}
            <span class="hint">{words.bytes(file.size)}</span>
          </li>
        ))}
      </ul>
      <div role="status" id="bundle-saved">
        {[...saved.values()].map((name) => (
          <p key={name}>
            <InertFilled text={t.outbox.fileSaved} place="name" value={name} />
          </p>
        ))}
        {isWritten && (
          <>
            <p>{t.outbox.carry}</p>
            <p>{t.outbox.written}</p>
          </>
        )}
      </div>
      {isWritten && !isSaved && (
        <p class="row-acts">
          <button type="button" class="primary" onClick={() => void saveCasebook(app)}>
            {t.outbox.saveCasebook}
          </button>
        </p>
      )}
    </>
  );
}

function Made({ outbox: { made }, onReady }: MakingProps) {
  const triageWords = useTriageWords();
  const { words } = triageWords;
  const { t } = words;
  const [isMaking, make] = useMaking(onReady);
  if (made.length === 0) return null;
  return (
    <details>
      <summary>{t.outbox.made}</summary>
      <p class="hint">{t.outbox.againHint}</p>
      <ul class="made">
        {made.slice(0, SHOWN_MAX).map((bundle) => {
          const at = triageWords.minute(minuteOf(bundle.at));
          return (
            <li key={bundle.at}>
              <p>
                <strong>{fill(t.outbox.madeAt, { at })}</strong>
              </p>
              <Counts counts={bundle} />
              <button
                type="button"
                aria-label={fill(t.outbox.againOf, { at })}
                aria-disabled={isMaking}
                onClick={() => void make(bundle.at)}
              >
                {t.outbox.again}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function totalOf({ replies, marks, entries, privates }: OutboxCounts): number {
  return replies + marks + entries + privates;
}

function linesOf(counts: OutboxCounts, words: Words): string[] {
  const kinds = ['replies', 'marks', 'entries', 'privates'] as const;
  return kinds.filter((kind) => counts[kind] > 0).map((kind) => words.count(words.t.outbox[kind], counts[kind]));
}
