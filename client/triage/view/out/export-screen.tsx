import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { useApp } from '../../app/app.ts';
import { closeOut } from '../../app/exporting.ts';
import type { Out } from '../../app/state.ts';
import type { ExportAsked } from '../../calls/export-calls.ts';
import { Icon } from '../icon.tsx';
import { shortId, useWords } from '../words.ts';
import { ExportActs } from './export-acts.tsx';
import { ExportForm } from './export-form.tsx';
import { PreviewPart } from './preview.tsx';
import { RedactionPart } from './redaction.tsx';
import { SelectionPart } from './selection.tsx';
import { useAnswer } from './use-answer.ts';

export type ExportOut = Extract<Out, { kind: 'export' }>;

/** What is taken out, in which form the rest leaves, how that looks, and the button that lets it go: in this order. */
export function ExportScreen({ out }: { readonly out: ExportOut }) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const { asked, marking } = out;
  const selection = useAnswer('selection', asked.tags, marking); // a report was marked: asked again
  /** Counts up with every mark that is set or taken back. */
  const [marksVersion, setMarksVersion] = useState(0);
  const marked = () => {
    setMarksVersion((version) => version + 1);
  };
  const ask = (change: Partial<ExportAsked>) => {
    app.set({ out: { ...out, asked: { ...asked, ...change } } });
  };
  const only = selection?.reports.length === 1 ? selection.reports[0] : undefined;
  const inMarking = selection?.reports.find(({ tag }) => tag === marking);
  return (
    <main class="out" aria-labelledby="out-title">
      <header class="out-head">
        <button
          type="button"
          class="quiet"
          onClick={() => {
            closeOut(app);
          }}
        >
          <Icon name="back" />
          {inMarking ? t.out.markDone : t.out.back}
        </button>
        <h2 id="out-title" tabIndex={-1}>
          {inMarking
            ? fill(t.out.markTitle, { id: shortId(inMarking.letter) })
            : words.count(t.out.title, selection?.reports.length ?? 1)}
        </h2>
      </header>
      {inMarking ? (
        <section class="out-part" aria-label={t.out.takeOut}>
          <RedactionPart tag={inMarking.tag} onChanged={marked} />
        </section>
      ) : (
        selection && (
          <>
            <p class="hint">{t.out.intro}</p>
            {selection.recused > 0 && <p class="note warning">{words.count(t.out.recused, selection.recused)}</p>}
            {selection.reports.length === 0 ? (
              <p class="note">{t.out.nothing}</p>
            ) : (
              <div class="out-columns">
                <section class="out-part" aria-labelledby="take-out-title">
                  <h3 id="take-out-title">{t.out.takeOut}</h3>
                  {only ? (
                    <RedactionPart tag={only.tag} onChanged={marked} />
                  ) : (
                    <SelectionPart selection={selection} asked={asked} ask={ask} />
                  )}
                </section>
                <section class="out-part" aria-labelledby="form-title">
                  <ExportForm asked={asked} ask={ask} isSingle={only !== undefined} />
                  <PreviewPart asked={asked} marksVersion={marksVersion} />
                  <ExportActs key={asked.form} asked={asked} />
                </section>
              </div>
            )}
          </>
        )
      )}
    </main>
  );
}
