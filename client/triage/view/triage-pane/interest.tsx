import { useState } from 'preact/hooks';

import { JOURNAL_LINE_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { decide } from '../../app/triaging.ts';
import type { Interest } from '../../desk/interests.ts';
import type { PartProps } from './fields.tsx';
import { useTriageWords, type TriageWords } from './triage-words.ts';

/** Whom of the office the report names, and who took themself off it. */
export function InterestPart({ shown }: PartProps) {
  const words = useTriageWords();
  const { t } = words;
  const me = useAppState((state) => state.choices?.me);
  const others = shown.triage.recusals.filter(({ on, by }) => on && by !== me);
  return (
    <section class="triage-part" aria-labelledby="interest-title">
      <h4 id="interest-title">{t.interest}</h4>
      {shown.interests.map((interest) => (
        <div key={`${interest.because} ${interest.identity ?? ''}`} class="note alarm interest">
          <p>{interestText(interest, words)}</p>
          {interest.identity !== null && interest.identity === me && <p>{t.interestMe}</p>}
        </div>
      ))}
      {others.map(({ by, why }) => (
        <p key={by}>
          {why === null
            ? fill(t.recusedOther, { name: words.person(by) })
            : fill(t.recusedOtherWhy, { name: words.person(by), why: inert(why) })}
        </p>
      ))}
      {!shown.isRecused && <Recuse shown={shown} />}
    </section>
  );
}

function interestText({ because, identity, name, shown }: Interest, { t }: TriageWords): string {
  const places = { name: inert(name), shown: inert(shown) };
  if (identity === null) return fill(t.interestOffice, places);
  switch (because) {
    case 'named':
    case 'in-text':
      return fill(t.interestNamed, places);
    case 'named-in-part':
      return fill(t.interestPart, places);
    case 'unit':
      return fill(t.interestUnit, places);
  }
}

function Recuse({ shown }: PartProps) {
  const app = useApp();
  const { t } = useTriageWords();
  const [why, setWhy] = useState('');
  return (
    <details>
      <summary id="triage-recuse">{t.recuse}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What the focus is on goes with the report's text.
          document.getElementById('report-title')?.focus();
          void decide(app, 'recuse', { tag: shown.tag, on: true, why: why.trim() }, t.said.recused);
        }}
      >
        <p class="hint">{t.recuseHint}</p>
        <div class="field">
          <label for="triage-recuse-why">{t.recuseWhy}</label>
          <input
            id="triage-recuse-why"
            type="text"
            dir="auto"
            maxLength={JOURNAL_LINE_CHARACTERS_MAX}
            value={why}
            onInput={({ currentTarget }) => {
              setWhy(currentTarget.value);
            }}
          />
        </div>
        <button type="submit">{t.recuse}</button>
      </form>
    </details>
  );
}

/** In place of what a report says, to whoever took themself off it. */
export function RecusedNotice({ tag }: { readonly tag: string }) {
  const app = useApp();
  const { t } = useTriageWords();
  return (
    <div class="note warning recused">
      <p>
        <strong>{t.recused}</strong>
      </p>
      <p>{t.recusedHint}</p>
      <button
        type="button"
        id="triage-lift"
        onClick={() => {
          document.getElementById('report-title')?.focus();
          void decide(app, 'recuse', { tag, on: false, why: '' }, t.said.unrecused);
        }}
      >
        {t.recusedLift}
      </button>
    </div>
  );
}
