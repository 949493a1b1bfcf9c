import { useMemo, useState } from 'preact/hooks';

import { useApp, useAppState } from '../../app/app.ts';
import { closeOut, printFigures } from '../../app/exporting.ts';
import { saveBlob } from '../../app/save-blob.ts';
import type { Figures, FiguresAsked } from '../../calls/export-calls.ts';
import { EXPORT_LANGUAGES, wordingIn, type ExportLanguageTag } from '../../export/languages.ts';
import { PublishedStatistics } from '../../export/published-statistics.tsx';
import { statisticsCsvLines } from '../../export/statistics-csv.ts';
import { monthsOf } from '../../export/statistics.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../words.ts';
import { useAnswer } from './use-answer.ts';

type Reader = 'office' | 'public';

/** What the reports add up to: all of it for the office, and what may be published. */
export function FiguresScreen() {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [asked, setAsked] = useState<FiguresAsked | null>(null);
  const figures = useAnswer('figures', asked);
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
          {t.out.back}
        </button>
        <h2 id="out-title" tabIndex={-1}>
          {t.out.figuresTitle}
        </h2>
      </header>
      {!figures && <p class="hint">{t.out.loading}</p>}
      {figures && !figures.known && <p class="note">{t.out.figuresNone}</p>}
      {figures && figures.recused > 0 && (
        <p class="note warning">{words.count(t.out.figuresRecused, figures.recused)}</p>
      )}
      {figures && figures.undated > 0 && <p class="hint">{words.count(t.out.figuresUndated, figures.undated)}</p>}
      {figures?.known && (
        <Shown figures={figures} known={figures.known} asked={asked ?? figures.known} ask={setAsked} />
      )}
    </main>
  );
}

interface ShownProps {
  readonly figures: Figures;
  readonly known: FiguresAsked;
  readonly asked: FiguresAsked;
  readonly ask: (asked: FiguresAsked) => void;
}

function Shown({ figures, known, asked, ask }: ShownProps) {
  const app = useApp();
  const { t, language: own } = useWords();
  const office = useAppState((state) => state.office?.name ?? '');
  const [reader, setReader] = useState<Reader>('office');
  const [language, setLanguage] = useState<ExportLanguageTag>(own.tag);
  const wording = useMemo(() => wordingIn(language), [language]);
  const isPublic = reader === 'public';
  const months = monthsOf(known).map((month) => [month, wording.month(month)] as const);
  const saveTable = () => {
    const lines = [...statisticsCsvLines(figures.published, wording)];
    saveBlob(new Blob(lines, { type: 'text/csv' }), `figures-${asked.from}-${asked.to}.csv`);
  };
  return (
    <>
      <div class="figures-choices">
        <Choice
          id="figures-for"
          label={t.out.figuresFor}
          value={reader}
          options={[
            ['office', t.out.figuresOffice],
            ['public', t.out.figuresPublic],
          ]}
          onChoose={(value) => {
            setReader(value === 'public' ? 'public' : 'office');
          }}
        />
        <Choice
          id="figures-from"
          label={t.out.figuresFrom}
          value={asked.from}
          options={months}
          onChoose={(from) => {
            ask({ from, to: from > asked.to ? from : asked.to });
          }}
        />
        <Choice
          id="figures-to"
          label={t.out.figuresTo}
          value={asked.to}
          options={months}
          onChoose={(to) => {
            ask({ from: to < asked.from ? to : asked.from, to });
          }}
        />
        <Choice
          id="figures-language"
          label={t.out.language}
          value={language}
          options={EXPORT_LANGUAGES.map(({ tag, ownName }) => [tag, ownName] as const)}
          onChoose={(value) => {
            setLanguage(EXPORT_LANGUAGES.find(({ tag }) => tag === value)?.tag ?? own.tag);
          }}
        />
      </div>
      <p class={isPublic ? 'note' : 'note warning'}>{isPublic ? t.out.figuresPublicHint : t.out.figuresOfficeHint}</p>
      {isPublic && (
        <p class="row-acts">
          <button
            type="button"
            onClick={() => {
              printFigures(app, figures.published, language);
            }}
          >
            {t.out.figuresPrint}
          </button>
          <button type="button" onClick={saveTable}>
            {t.out.figuresCsv}
          </button>
        </p>
      )}
      <PublishedStatistics
        publication={isPublic ? figures.published : figures.office}
        wording={wording}
        office={office}
        isPart
      />
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ id, label, value, options, onChoose }: ChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
