import { fill } from '../../../messages/index.ts';
import { useApp } from '../../app/app.ts';
import type { ExportAsked, SelectedReport, Selection } from '../../calls/export-calls.ts';
import { Inert } from '../inert-text.tsx';
import { shortId, useWords } from '../words.ts';

interface SelectionProps {
  readonly selection: Selection;
  readonly asked: ExportAsked;
  readonly ask: (change: Partial<ExportAsked>) => void;
}

/** A list that is longer is narrowed in the list of reports, and not here. */
const SHOWN_MAX = 100;

/** The reports that leave together: what is marked in each, and which of them stay here after all. */
export function SelectionPart({ selection: { reports }, asked, ask }: SelectionProps) {
  const words = useWords();
  const { t } = words;
  const unmarked = reports.filter(({ marks }) => marks === 0).length;
  return (
    <>
      <p class="hint">{t.out.selectionHint}</p>
      {unmarked > 0 && <p class="note warning">{words.count(t.out.selectionUnmarked, unmarked)}</p>}
      <ul class="selected-reports">
        {reports.slice(0, SHOWN_MAX).map((report) => (
          <SelectedRow
            key={report.tag}
            report={report}
            onLeaveOut={() => {
              ask({ tags: asked.tags.filter((tag) => tag !== report.tag) });
            }}
          />
        ))}
      </ul>
      {reports.length > SHOWN_MAX && <p>{words.count(t.out.selectionMore, reports.length - SHOWN_MAX)}</p>}
    </>
  );
}

interface RowProps {
  readonly report: SelectedReport;
  readonly onLeaveOut: () => void;
}

function SelectedRow({ report: { tag, letter, day, excerpt, marks }, onLeaveOut }: RowProps) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const id = shortId(letter);
  return (
    <li>
      <div>
        <p class="hint">
          <span class="code">{id}</span> · {day === null ? t.list.noDay : words.day(day)} ·{' '}
          {marks === 0 ? t.out.selectionNoMarks : words.count(t.out.selectionMarks, marks)}
        </p>
        <p class="excerpt" dir="auto">
          <Inert>{excerpt}</Inert>
        </p>
      </div>
      <div class="row-acts">
        <button
          type="button"
          aria-label={fill(t.out.markOf, { id })}
          onClick={() => {
            const { out } = app.state;
            if (out?.kind !== 'export') return;
            app.set({ out: { ...out, marking: tag } });
            requestAnimationFrame(() => document.getElementById('out-title')?.focus());
          }}
        >
          {t.out.mark}
        </button>
        <button type="button" class="quiet" aria-label={fill(t.out.leaveOutOf, { id })} onClick={onLeaveOut}>
          {t.out.leaveOut}
        </button>
      </div>
    </li>
  );
}
