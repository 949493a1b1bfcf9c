import { useEffect, useMemo } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { closeSheet } from '../../app/exporting.ts';
import type { Sheet } from '../../app/state.ts';
import { wordingIn } from '../../export/languages.ts';
import { PrintedReports } from '../../export/printed-report.tsx';
import { PublishedStatistics } from '../../export/published-statistics.tsx';
import { useWords } from '../words.ts';

/** Nothing but what is to be printed stands on the page, so that nothing else can be. */
export function PrintSheet({ sheet: { language, content } }: { readonly sheet: Sheet }) {
  const app = useApp();
  const { t, language: own } = useWords();
  const wording = useMemo(() => wordingIn(language), [language]);
  useEffect(() => {
    document.title = t.out.sheet;
    // Drawn first: browsers take a picture of the page as it is.
    const waiting = requestAnimationFrame(() => {
      setTimeout(() => {
        print();
      });
    });
    return () => {
      cancelAnimationFrame(waiting);
      document.title = own.texts.page.title;
    };
  }, []);
  return (
    <main class="sheet" aria-label={t.out.sheet}>
      <div class="sheet-acts">
        <button
          type="button"
          class="primary"
          onClick={() => {
            print();
          }}
        >
          {t.out.sheetPrint}
        </button>
        <button
          type="button"
          onClick={() => {
            closeSheet(app);
          }}
        >
          {t.out.sheetBack}
        </button>
      </div>
      {content.kind === 'reports' ? (
        <PrintedReports leaving={content.reports} wording={wording} />
      ) : (
        <PublishedStatistics publication={content.publication} wording={wording} office={content.office} />
      )}
    </main>
  );
}
