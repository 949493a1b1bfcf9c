import { useState } from 'preact/hooks';

import { JOURNAL_LINE_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { useApp } from '../../app/app.ts';
import { openReport } from '../../app/reading.ts';
import { decide, linkByNumber } from '../../app/triaging.ts';
import type { RelatedReport } from '../../calls/reading-calls.ts';
import type { ShownLink } from '../../calls/triage-calls.ts';
import { Inert } from '../inert-text.tsx';
import { shortId } from '../words.ts';
import { Dispute } from './dispute.tsx';
import type { PartProps } from './fields.tsx';
import { Suggestions } from './suggestions.tsx';
import { useTriageWords } from './triage-words.ts';

/** Which other reports belong to this one: those that somebody linked, those it repeats or that repeat it, those that seem alike. */
export function LinksPart({ shown }: PartProps) {
  const { t } = useTriageWords();
  return (
    <section class="triage-part" aria-labelledby="links-title">
      <h4 id="links-title" tabIndex={-1}>
        {t.links}
      </h4>
      <Repeats shown={shown} />
      {shown.links.length === 0 && <p class="hint">{t.linksNone}</p>}
      <ul class="related">
        {shown.links.map((each) => (
          <LinkRow key={`${each.link.value} ${String(each.link.fromOther)}`} shown={shown} each={each} />
        ))}
      </ul>
      <LinkByNumber shown={shown} />
      {!shown.isRecused && <Suggestions shown={shown} />}
    </section>
  );
}

function Repeats({ shown }: PartProps) {
  const app = useApp();
  const { t } = useTriageWords();
  const { original, duplicates, triage, tag } = shown;
  const isDuplicate = triage.duplicateOf.value !== null;
  return (
    <div id="triage-duplicate-of" tabIndex={-1}>
      {isDuplicate && (
        <div class="note">
          <p>{original ? fill(t.duplicateOf, { id: shortId(original.letter) }) : t.duplicateUnknown}</p>
          {original && <Card other={original} />}
          <button
            type="button"
            onClick={() => {
              document.getElementById('links-title')?.focus();
              void decide(app, 'setDuplicate', { tag, of: null });
            }}
          >
            {t.duplicateNot}
          </button>
        </div>
      )}
      <Dispute tag={tag} field="duplicate-of" register={triage.duplicateOf} />
      {duplicates.length > 0 && (
        <>
          <h5>{t.duplicates}</h5>
          <ul class="related">
            {duplicates.map((other) => (
              <li key={other.tag}>
                <Card other={other} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function LinkRow({ shown, each: { link, other } }: PartProps & { readonly each: ShownLink }) {
  const app = useApp();
  const { t } = useTriageWords();
  const id = shortId(other?.letter ?? link.value);
  const remove = async () => {
    document.getElementById('links-title')?.focus();
    await decide(app, 'unmark', { tag: shown.tag, to: 'link', value: link.value }, t.said.unlinked);
  };
  return (
    <li>
      {other ? <Card other={other} /> : <p>{t.linkUnknown}</p>}
      {link.why.map((why) => (
        <p key={why} class="hint">
          <Inert>{why}</Inert>
        </p>
      ))}
      <div class="row-acts">
        {other && <DuplicateButton shown={shown} other={other} />}
        <button type="button" class="quiet" aria-label={fill(t.linkRemove, { id })} onClick={() => void remove()}>
          ×
        </button>
      </div>
    </li>
  );
}

interface OtherProps extends PartProps {
  readonly other: RelatedReport;
}

export function DuplicateButton({ shown, other }: OtherProps) {
  const app = useApp();
  const { t } = useTriageWords();
  if (shown.triage.duplicateOf.value === other.tag || shown.duplicates.some(({ tag }) => tag === other.tag))
    return null;
  return (
    <button
      type="button"
      class="quiet"
      aria-label={fill(t.duplicateOfThat, { id: shortId(other.letter) })}
      onClick={() => {
        document.getElementById('links-title')?.focus();
        void decide(app, 'setDuplicate', { tag: shown.tag, of: other.tag });
      }}
    >
      {t.duplicateDo}
    </button>
  );
}

export function Card({ other }: { readonly other: RelatedReport }) {
  const app = useApp();
  const { words } = useTriageWords();
  return (
    <button type="button" class="card" onClick={() => void openReport(app, other.tag, { takesFocus: true })}>
      <strong>
        {shortId(other.letter)}
        {' · '}
        {other.day === null ? words.t.list.noDay : words.day(other.day)}
      </strong>
      <span class="excerpt">{other.excerpt === '' ? words.t.triage.list.hidden : <Inert>{other.excerpt}</Inert>}</span>
    </button>
  );
}

function LinkByNumber({ shown }: PartProps) {
  const app = useApp();
  const { t } = useTriageWords();
  const [number, setNumber] = useState('');
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  const link = async () => {
    const isDone = await linkByNumber(app, shown.tag, number, why.trim());
    setMissing(!isDone);
    if (!isDone) return;
    setNumber('');
    setWhy('');
    document.getElementById('triage-link')?.focus();
  };
  return (
    <details>
      <summary>{t.linkAdd}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void link();
        }}
      >
        <div class="field">
          <label for="triage-link">{t.linkNumber}</label>
          <input
            id="triage-link"
            type="text"
            dir="ltr"
            class="code"
            value={number}
            aria-invalid={isMissing}
            aria-describedby="triage-link-problem"
            onInput={({ currentTarget }) => {
              setNumber(currentTarget.value);
            }}
          />
          <div id="triage-link-problem" role="alert">
            {isMissing && <p class="note alarm">{t.linkNotFound}</p>}
          </div>
        </div>
        <div class="field">
          <label for="triage-link-why">{t.linkWhy}</label>
          <input
            id="triage-link-why"
            type="text"
            dir="auto"
            maxLength={JOURNAL_LINE_CHARACTERS_MAX}
            value={why}
            onInput={({ currentTarget }) => {
              setWhy(currentTarget.value);
            }}
          />
        </div>
        <button type="submit">{t.linkDo}</button>
      </form>
    </details>
  );
}
