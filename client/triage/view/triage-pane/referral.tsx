import { useEffect, useState } from 'preact/hooks';

import { JOURNAL_LINE_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp } from '../../app/app.ts';
import { decide } from '../../app/triaging.ts';
import type { ReferralWarning } from '../../desk/referral.ts';
import { choiceOf } from '../list.tsx';
import type { PartProps } from './fields.tsx';
import { useTriageWords, type TriageWords } from './triage-words.ts';

/** Names are looked at once somebody stops typing. */
const LOOK_AFTER_MS = 250;

/** To whom a report went, on what consent; and a warning before it goes to those whom it accuses. */
export function ReferralPart({ shown }: PartProps) {
  const { t } = useTriageWords();
  const { referrals } = shown.triage;
  return (
    <section class="triage-part" aria-labelledby="refer-title">
      <h4 id="refer-title">{t.refer}</h4>
      {referrals.length > 0 && (
        <ul class="referrals">
          {referrals.map(({ entry, to, consent }) => (
            <li key={entry}>{fill(t.referral, { to: inert(to), consent: inert(consent) })}</li>
          ))}
        </ul>
      )}
      <ReferForm shown={shown} />
    </section>
  );
}

function ReferForm({ shown }: PartProps) {
  const app = useApp();
  const words = useTriageWords();
  const { t } = words;
  const [to, setTo] = useState('');
  const [consent, setConsent] = useState('');
  const warnings = useWarnings(shown.tag, to);
  const isAgainst = warnings.some(({ because }) => because !== 'consent');
  const refer = async () => {
    if (to.trim() === '' || consent.trim() === '') return;
    const asked = { tag: shown.tag, to: to.trim(), consent: consent.trim() };
    if (!(await decide(app, 'refer', asked, t.said.referred))) return;
    setTo('');
    setConsent('');
    document.getElementById('triage-refer')?.focus();
  };
  return (
    <details>
      <summary id="triage-refer">{t.refer}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void refer();
        }}
      >
        <p class="hint">{t.referHint}</p>
        <div class="field">
          <label for="triage-refer-to">{t.referTo}</label>
          <input
            id="triage-refer-to"
            type="text"
            dir="auto"
            required
            maxLength={JOURNAL_LINE_CHARACTERS_MAX}
            aria-describedby="triage-refer-warnings"
            value={to}
            onInput={({ currentTarget }) => {
              setTo(currentTarget.value);
            }}
          />
        </div>
        <div id="triage-refer-warnings" role="status">
          {isAgainst && (
            <div class="note alarm">
              <p>
                <strong>{t.warnings.title}</strong>
              </p>
              <ul>
                {warnings.map((warning) => (
                  <li key={JSON.stringify(warning)}>{warningText(warning, words)}</li>
                ))}
              </ul>
            </div>
          )}
          {!isAgainst &&
            warnings.map((warning) => (
              <p key={JSON.stringify(warning)} class="note warning">
                {warningText(warning, words)}
              </p>
            ))}
        </div>
        <div class="field">
          <label for="triage-refer-consent">{t.referConsent}</label>
          <input
            id="triage-refer-consent"
            type="text"
            dir="auto"
            required
            maxLength={JOURNAL_LINE_CHARACTERS_MAX}
            value={consent}
            onInput={({ currentTarget }) => {
              setConsent(currentTarget.value);
            }}
          />
        </div>
        <button type="submit">{isAgainst ? t.referDespite : t.referDo}</button>
      </form>
    </details>
  );
}

function useWarnings(tag: string, to: string): readonly ReferralWarning[] {
  const app = useApp();
  const [warnings, setWarnings] = useState<readonly ReferralWarning[]>([]);
  useEffect(() => {
    let isOld = false;
    const looking = setTimeout(() => {
      const asked = app.desk.call('referralWarnings', { tag, to }).catch(() => []);
      void asked.then((found) => {
        if (!isOld) setWarnings(found);
      });
    }, LOOK_AFTER_MS);
    return () => {
      isOld = true;
      clearTimeout(looking);
    };
  }, [app, tag, to]);
  return warnings;
}

function warningText(warning: ReferralWarning, { t, words }: TriageWords): string {
  switch (warning.because) {
    case 'consent':
      return t.consents[warning.consent];
    case 'official-kind':
      return fill(t.warnings.officialKind, { kind: choiceOf(words.q.official.choices, warning.official) });
    default:
      return fill(t.warnings[warning.because], { shown: inert(warning.shown) });
  }
}
