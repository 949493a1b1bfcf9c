import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { DIRECTORY_FILE, keepUnsaved } from '../../app/ceremony.ts';
import type { Charter, RosterPlan, SignedRoster } from '../../calls/ceremony-calls.ts';
import { Inert } from '../inert-text.tsx';
import { useWords } from '../words.ts';
import { useDoing } from './doing.ts';
import { OpenFile } from './open-file.tsx';
import { Choose, Filled, Good, MadeFiles, Number, Outcome } from './parts.tsx';
import { Changes } from './roster-changes.tsx';

export function SignStep() {
  const app = useApp();
  const { t } = useWords();
  const step = t.ceremony.steps.sign;
  const doing = useDoing();
  const [charter, setCharter] = useState<Charter | null>(null);
  const [signed, setSigned] = useState<SignedRoster | null>(null);
  if (signed) return <Done signed={signed} />;
  if (charter) {
    return (
      <>
        <h3>
          <Filled text={step.opened} values={{ name: charter.name }} />
        </h3>
        <SignDraft
          onSigned={(roster) => {
            keepUnsaved(app, [DIRECTORY_FILE]);
            setSigned(roster);
          }}
        />
      </>
    );
  }
  return (
    <OpenFile
      choose={step.choose}
      open={step.open}
      doing={doing}
      onOpen={(asked) => {
        doing.run(async () => {
          setCharter(await app.desk.call('openCharter', asked));
        });
      }}
    />
  );
}

function Done({ signed: { directory, version, expires, readers } }: { readonly signed: SignedRoster }) {
  const words = useWords();
  const { t } = words;
  const values = { version: words.number(version), date: words.day(expires), names: words.list(readers) };
  return (
    <div id="made">
      <Good>
        <Filled text={t.ceremony.steps.sign.signed} values={values} />
      </Good>
      <MadeFiles files={[{ name: DIRECTORY_FILE, file: directory }]} />
    </div>
  );
}

function SignDraft({ onSigned }: { readonly onSigned: (signed: SignedRoster) => void }) {
  const app = useApp();
  const { t } = useWords();
  const step = t.ceremony.steps.sign;
  const doing = useDoing();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [plan, setPlan] = useState<RosterPlan | null>(null);
  const [isNew, setNew] = useState(false);
  const canSign = plan !== null && (plan.before !== null || isNew) && !doing.isBusy;

  const choose = (chosen: readonly File[]) => {
    setFiles(chosen);
    setPlan(null);
    setNew(false);
    doing.run(async () => {
      setPlan(await app.desk.call('planRoster', chosen));
    });
  };
  const sign = () => {
    doing.run(async () => {
      onSigned(await app.desk.call('signRoster', null));
    });
  };

  return (
    <>
      <Choose id="choose-office" label={step.chooseFiles} files={files} onFiles={choose} />
      {plan && (
        <div id="plan">
          <Plan plan={plan} />
          {!plan.before && (
            <label class="tick">
              <input
                id="is-new"
                type="checkbox"
                checked={isNew}
                onChange={({ currentTarget }) => {
                  setNew(currentTarget.checked);
                }}
              />
              <span>{step.confirmFirst}</span>
            </label>
          )}
          <button type="button" class="primary wide" disabled={!canSign} onClick={sign}>
            {step.sign}
          </button>
        </div>
      )}
      <Outcome doing={doing} />
    </>
  );
}

/** Before anything is signed: what will be different, and what will hold. */
function Plan({ plan }: { readonly plan: RosterPlan }) {
  const words = useWords();
  const step = words.t.ceremony.steps.sign;
  const { office, version, before, changes, threshold, expires, reviewers, fingerprint } = plan;
  return (
    <>
      <h3>
        <Filled text={step.plan} values={{ version: words.number(version), name: office }} />
      </h3>
      {before ? (
        <>
          <p>
            <Filled
              text={step.after}
              values={{ version: words.number(before.version), date: words.day(before.expires) }}
            />
          </p>
          <h4>{step.changes}</h4>
          <Changes changes={changes} />
        </>
      ) : (
        <p class="note warning">{step.first}</p>
      )}
      <h4>{step.afterwards}</h4>
      <ul class="plan">
        <li>
          <Filled text={step.together} values={{ count: words.number(threshold) }} />
        </li>
        <li>
          <Filled text={step.expires} values={{ date: words.day(expires) }} />
        </li>
      </ul>
      <h4>{step.reviewers}</h4>
      <ul class="plan">
        {reviewers.map(({ name, role, hasMonth }) => (
          <li key={name}>
            <Inert>{name}</Inert>, <Inert>{role}</Inert>
            {!hasMonth && <strong>: {step.noMonth}</strong>}
          </li>
        ))}
      </ul>
      <Number fingerprint={fingerprint} isOffice />
    </>
  );
}
