import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import type { Redaction, ShownPart, ShownPartText } from '../../calls/export-calls.ts';
import type { ReportTag } from '../../desk/journal-types.ts';
import type { Range } from '../../export/folding.ts';
import type { Path } from '../../export/marks.ts';
import { Inert } from '../inert-text.tsx';
import { useWords } from '../words.ts';
import { MarkedText } from './marked-text.tsx';
import { MarkList } from './mark-list.tsx';
import { Suggestions } from './suggestions.tsx';
import { useRedaction, type Marking } from './use-redaction.ts';

interface RedactionProps {
  readonly tag: ReportTag;
  readonly onChanged: () => void;
}

interface Selected {
  readonly path: Path;
  readonly range: Range;
  readonly text: string;
}

/** Where a reviewer marks what is to be taken out of one report. */
export function RedactionPart({ tag, onChanged }: RedactionProps) {
  const { t } = useWords();
  const marking = useRedaction(tag, onChanged);
  const { redaction } = marking;
  const [selected, setSelected] = useState<Selected | null>(null);
  if (!redaction) return <p class="hint">{t.out.loading}</p>;
  const take = ({ path, range, text }: Selected) => {
    marking.add({ kind: 'words', path, ...range }, text);
    setSelected(null);
  };
  return (
    <div class="redaction">
      <p class="hint" id="how-to-mark">
        {t.out.howTo}
      </p>
      <Suggestions redaction={redaction} marking={marking} />
      <AnyWord marking={marking} />
      <div class="selected-words" role="group" aria-label={t.out.selected}>
        {selected ? (
          <>
            <span>
              {t.out.selected}{' '}
              <strong>
                <Inert>{selected.text}</Inert>
              </strong>
            </span>
            <button
              type="button"
              class="primary"
              onClick={() => {
                take(selected);
              }}
            >
              {t.out.takeOutSelected}
            </button>
          </>
        ) : (
          <span class="hint">{t.out.selectedNone}</span>
        )}
      </div>
      <Parts redaction={redaction} marking={marking} onSelect={setSelected} onTake={take} />
      <MarkList redaction={redaction} marking={marking} />
    </div>
  );
}

function AnyWord({ marking }: { readonly marking: Marking }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <form
      class="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        marking.add({ kind: 'name', text: text.trim() }, text.trim());
        setText('');
      }}
    >
      <label class="line-label" for="any-word">
        {t.out.anyWord}
      </label>
      <input
        id="any-word"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
      />
      <button type="submit">{t.out.anyWordAdd}</button>
    </form>
  );
}

interface PartsProps {
  readonly redaction: Redaction;
  readonly marking: Marking;
  readonly onSelect: (selected: Selected | null) => void;
  readonly onTake: (selected: Selected) => void;
}

function Parts({ redaction, ...rest }: PartsProps) {
  const { t } = useWords();
  const hasFiles = redaction.parts.some(({ whole }) => whole.kind === 'file');
  return (
    <>
      {redaction.parts.map((part) => (
        <PartView key={JSON.stringify(part.whole)} part={part} {...rest} />
      ))}
      {hasFiles && <p class="note warning">{t.out.filesHint}</p>}
    </>
  );
}

function PartView({ part, marking, onSelect, onTake }: Omit<PartsProps, 'redaction'> & { readonly part: ShownPart }) {
  const { t } = useWords();
  const { title, whole, isOut, texts } = part;
  const shownTitle = inert(title);
  return (
    <section class={isOut ? 'redacted-part is-out' : 'redacted-part'}>
      <h4 dir="auto">{shownTitle}</h4>
      <label class="tick">
        <input
          type="checkbox"
          checked={isOut}
          aria-label={fill(t.out.wholeOf, { title: shownTitle })}
          onChange={({ currentTarget }) => {
            (currentTarget.checked ? marking.add : marking.remove)(whole, title);
          }}
        />
        {t.out.wholeAnswer}
      </label>
      {texts.map((text) => (
        <PartTextView
          key={JSON.stringify(text.path)}
          title={shownTitle}
          text={text}
          onSelect={onSelect}
          onTake={onTake}
        />
      ))}
    </section>
  );
}

interface TextProps extends Pick<PartsProps, 'onSelect' | 'onTake'> {
  readonly title: string;
  readonly text: ShownPartText;
}

function PartTextView({ title, text: { path, label, text, isWritten, out }, onSelect, onTake }: TextProps) {
  const { t } = useWords();
  const selectedOf = (range: Range): Selected => ({ path, range, text: text.slice(range.start, range.end) });
  return (
    <div class="redacted-text">
      {label !== null && <span class="hint">{label}</span>}
      {isWritten ? (
        <MarkedText
          id={`text-${path.join('-')}`}
          label={label === null ? title : fill(t.out.textOf, { title, label })}
          describedBy="how-to-mark"
          text={text}
          out={out}
          onSelect={(range) => {
            onSelect(range && selectedOf(range));
          }}
          onTake={(range) => {
            onTake(selectedOf(range));
          }}
        />
      ) : (
        <p>{out.length > 0 ? <del class="taken-out">{inert(text)}</del> : inert(text)}</p>
      )}
    </div>
  );
}
