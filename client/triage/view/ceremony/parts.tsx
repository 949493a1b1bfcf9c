import type { ComponentChildren } from 'preact';

import { useApp, useAppState } from '../../app/app.ts';
import { saveMade } from '../../app/ceremony.ts';
import type { Fingerprint } from '../../calls/ceremony-calls.ts';
import { FileButton } from '../file-button.tsx';
import { Inert } from '../inert-text.tsx';
import { useWords } from '../words.ts';
import type { Doing } from './doing.ts';

interface FilledProps {
  readonly text: string;
  /** What a file or a person wrote, by the name of its place. */
  readonly values: Readonly<Record<string, string>>;
}

/** A text of ours with places for what others wrote. */
export function Filled({ text, values }: FilledProps) {
  const parts = text.split(/\{(\w+)\}/);
  return <>{parts.map((part, i) => (i % 2 === 0 ? part : <Inert key={i}>{values[part] ?? ''}</Inert>))}</>;
}

interface ChooseProps {
  readonly id: string;
  readonly label: string;
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
}

export function Choose({ id, label, files, onFiles }: ChooseProps) {
  const { t } = useWords();
  const chosenId = `${id}-chosen`;
  return (
    <div class="choose">
      <FileButton id={id} label={label} describedBy={chosenId} onFiles={onFiles} />
      <ul id={chosenId}>
        {files.map(({ name }, i) => (
          <li key={i}>
            <Filled text={t.ceremony.file.chosen} values={{ name }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What goes on, and what went wrong, for eyes and ears. */
export function Outcome({ doing: { isBusy, failure } }: { readonly doing: Doing }) {
  const words = useWords();
  return (
    <>
      <p class="hint" role="status">
        {isBusy && words.t.ceremony.working}
      </p>
      <div role="alert">{failure && <p class="note alarm">{words.failure(failure)}</p>}</div>
    </>
  );
}

/** What was done, said when it is. */
export function Good({ children }: { readonly children: ComponentChildren }) {
  return (
    <div role="status">
      <p class="note good">{children}</p>
    </div>
  );
}

interface NumberProps {
  readonly fingerprint: Fingerprint;
  readonly isOffice?: boolean;
}

/** A public key in digits and in words. */
export function Number({ fingerprint: { digits, words }, isOffice = false }: NumberProps) {
  const { t } = useWords();
  return (
    <dl class="number">
      <dt>{t.ceremony.number.digits}</dt>
      <dd class="fingerprint">{digits}</dd>
      {isOffice && <dd class="hint">{t.ceremony.number.digitsHint}</dd>}
      <dt>{t.ceremony.number.words}</dt>
      <dd>
        <ol class="read-out" lang="en" dir="ltr">
          {words.map((word, i) => (
            <li key={i}>{word}</li>
          ))}
        </ol>
      </dd>
      <dd class="hint">{t.ceremony.number.wordsHint}</dd>
    </dl>
  );
}

export interface Made {
  readonly name: string;
  readonly file: Blob;
}

/** Files that were made here, each with what saves it. */
export function MadeFiles({ files }: { readonly files: readonly Made[] }) {
  const app = useApp();
  const { t } = useWords();
  const unsaved = useAppState((state) => state.ceremony?.unsaved ?? NONE);
  return (
    <ul class="made">
      {files.map(({ name, file }) => (
        <li key={name}>
          <button
            type="button"
            class={unsaved.includes(name) ? 'primary' : ''}
            onClick={() => {
              saveMade(app, file, name);
            }}
          >
            <span>
              <Filled text={t.ceremony.file.save} values={{ name }} />
            </span>
          </button>
          <span class="hint" role="status">
            {unsaved.includes(name) ? (
              t.ceremony.file.waiting
            ) : (
              <Filled text={t.ceremony.file.saved} values={{ name }} />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const NONE: readonly string[] = [];
