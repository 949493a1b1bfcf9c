import { useEffect, useMemo, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { failureIn, useApp, useAppState } from '../../app/app.ts';
import type { Failure } from '../../calls/line.ts';
import type { ExportAsked, PackedPreview, Preview } from '../../calls/export-calls.ts';
import { wordingIn } from '../../export/languages.ts';
import { PrintedReports } from '../../export/printed-report.tsx';
import { openFiles } from '../../app/opening.ts';
import { FileButton } from '../file-button.tsx';
import { InertFilled } from '../evidence.tsx';
import { Inert, InertText } from '../inert-text.tsx';
import { useWords, type Words } from '../words.ts';

interface PreviewProps {
  readonly asked: ExportAsked;
  /** Another one: something else is taken out. */
  readonly marksVersion: number;
}

/** Made by what makes the export itself. */
export function PreviewPart({ asked, marksVersion }: PreviewProps) {
  const words = useWords();
  const { t } = words;
  const { preview, failure } = usePreview(asked, marksVersion);
  const isPart = preview !== null && preview.shown < preview.of;
  return (
    <section aria-labelledby="leaves-title">
      <h3 id="leaves-title">
        {isPart
          ? fill(t.out.leavesPart, { shown: words.number(preview.shown), of: words.number(preview.of) })
          : t.out.leaves}
      </h3>
      {failure && (
        <p class="note alarm">
          {failure.detail !== undefined && <span class="code">{failure.detail}: </span>}
          {words.failure(failure)}
        </p>
      )}
      {preview?.kind === 'text' && <TextPreview preview={preview} words={words} />}
      {preview?.kind === 'reports' && (
        <>
          {preview.files.length > 0 && <PackedFiles files={preview.files} words={words} />}
          <div class="preview" role="group" tabIndex={0} aria-label={t.out.leavesReport}>
            <ReportsPreview language={asked.language} preview={preview} />
          </div>
        </>
      )}
    </section>
  );
}

function usePreview(asked: ExportAsked, marksVersion: number) {
  const app = useApp();
  const changes = useAppState((state) => state.report?.evidence);
  const [shown, setShown] = useState<{ preview: Preview | null; failure: Failure | null }>({
    preview: null,
    failure: null,
  });
  const { tags, form, language, notes } = asked;
  useEffect(() => {
    let isWanted = true;
    app.desk.call('preview', { ...asked, to: '' }).then(
      (preview) => {
        if (isWanted) setShown({ preview, failure: null });
      },
      (error: unknown) => {
        if (isWanted) setShown({ preview: null, failure: failureIn(error) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [app, tags, form, language, notes, marksVersion, changes]);
  return shown;
}

function ReportsPreview({ language, preview }: { language: string; preview: Extract<Preview, { kind: 'reports' }> }) {
  const wording = useMemo(() => wordingIn(language), [language]);
  return <PrintedReports leaving={preview.reports} wording={wording} isPart />;
}

function TextPreview({
  preview: { text, isWhole },
  words,
}: {
  preview: Extract<Preview, { kind: 'text' }>;
  words: Words;
}) {
  const { t } = words;
  return (
    <>
      <div class="preview preview-text" role="group" tabIndex={0} aria-label={t.out.leavesText} dir="ltr">
        <InertText>{text}</InertText>
      </div>
      {!isWhole && <p class="hint">{t.out.leavesCut}</p>}
    </>
  );
}

function PackedFiles({ files, words }: { readonly files: readonly PackedPreview[]; readonly words: Words }) {
  const app = useApp();
  const { t } = words;
  const bundle = useAppState((state) => state.report?.bundle ?? '');
  return (
    <>
      <h4>{t.out.packedFiles}</h4>
      <ul class="packed-files">
        {files.map(({ index, name, bytes, state }) => (
          <li key={index}>
            <Inert>{name}</Inert>
            <span class={state === 'packed' ? 'hint' : 'warning-text'}>
              {' · '}
              {state === 'packed' && `${words.bytes(bytes)} · `}
              {t.out.packedStates[state]}
            </span>
          </li>
        ))}
      </ul>
      {files.some(({ state }) => state === 'not-at-hand') && (
        <div class="note warning">
          <p>
            <InertFilled text={t.out.notAtHand} place="bundle" value={bundle} />
          </p>
          <FileButton id="open-packed" label={t.out.openBundle} onFiles={(chosen) => void openFiles(app, chosen)} />
        </div>
      )}
    </>
  );
}
