import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import type { Redaction, ShownMark } from '../../calls/export-calls.ts';
import { Inert } from '../inert-text.tsx';
import { useWords, type Words } from '../words.ts';
import type { Marking } from './use-redaction.ts';

interface MarkListProps {
  readonly redaction: Redaction;
  readonly marking: Marking;
}

/** All marks of a report, each with how much it takes out. */
export function MarkList({ redaction: { marks }, marking }: MarkListProps) {
  const words = useWords();
  const { t } = words;
  return (
    <section aria-labelledby="marks-title">
      <h4 id="marks-title" tabIndex={-1}>
        {t.out.marks}
      </h4>
      {marks.length === 0 && <p class="hint">{t.out.marksNone}</p>}
      <ul class="mark-list">
        {marks.map((each) => (
          <li key={JSON.stringify(each.mark)}>
            <span>
              <MarkName marked={each} words={words} />
            </span>
            <button
              type="button"
              aria-label={fill(t.out.putBackOf, { text: inert(each.text) })}
              onClick={() => {
                marking.remove(each.mark, each.text);
                document.getElementById('marks-title')?.focus();
              }}
            >
              {t.out.putBack}
            </button>
          </li>
        ))}
      </ul>
      {marks.length > 0 && <p class="hint">{t.out.marksKept}</p>}
    </section>
  );
}

function MarkName({ marked: { mark, text, places }, words }: { readonly marked: ShownMark; readonly words: Words }) {
  const { t } = words;
  if (text === '') return <span class="warning-text">{t.out.markVoid}</span>;
  if (mark.kind === 'answer' || mark.kind === 'file') return <>{fill(t.out.markedWhole, { title: inert(text) })}</>;
  return (
    <>
      “<Inert>{text}</Inert>”{' '}
      <span class={places === 0 ? 'warning-text' : 'hint'}>
        {places === 0 ? t.out.placesNone : words.count(t.out.places, places)}
      </span>
    </>
  );
}
