import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import type { Redaction } from '../../calls/export-calls.ts';
import { Inert } from '../inert-text.tsx';
import { useWords } from '../words.ts';
import type { Marking } from './use-redaction.ts';

interface SuggestionsProps {
  readonly redaction: Redaction;
  readonly marking: Marking;
}

/** What may tell who is meant, each to be taken out with a press. */
export function Suggestions({ redaction: { suggestions }, marking }: SuggestionsProps) {
  const { t } = useWords();
  if (suggestions.length === 0) return null;
  return (
    <div class="suggested-marks">
      <p id="suggested-marks">{t.out.suggestions}</p>
      <ul class="chips" aria-labelledby="suggested-marks">
        {suggestions.map(({ text, because }) => (
          <li key={text}>
            <button
              type="button"
              aria-label={fill(t.out.suggestionTake, { text: inert(text), kind: t.out.suggestionKinds[because] })}
              onClick={() => {
                marking.add({ kind: 'name', text }, text);
                document.getElementById('any-word')?.focus();
              }}
            >
              <Inert>{text}</Inert> <span class="hint">{t.out.suggestionKinds[because]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
