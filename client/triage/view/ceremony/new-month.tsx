import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import { keepUnsaved } from '../../app/ceremony.ts';
import type { MonthsPlan, PassphraseOf, ReviewerFiles } from '../../calls/ceremony-calls.ts';
import { useWords } from '../words.ts';
import { useDoing } from './doing.ts';
import { fileStem } from './file-stem.ts';
import { OpenFile } from './open-file.tsx';
import { Filled, Good, MadeFiles, Outcome } from './parts.tsx';

export function NewMonthStep() {
  const app = useApp();
  const words = useWords();
  const step = words.t.ceremony.steps.newMonth;
  const doing = useDoing();
  const [stem, setStem] = useState('');
  const [plan, setPlan] = useState<MonthsPlan | null>(null);
  const [made, setMade] = useState<ReviewerFiles | null>(null);

  const open = (asked: PassphraseOf) => {
    doing.run(async () => {
      const opened = await app.desk.call('planMonths', asked);
      setStem(asked.file instanceof File ? asked.file.name.replace(/\.key$/, '') : fileStem(opened.name));
      setPlan(opened);
    });
  };
  const renew = (forgets: boolean) => {
    doing.run(async () => {
      setMade(await app.desk.call('renewKey', { forgets }));
      keepUnsaved(app, [`${stem}.key`, `${stem}.pub.json`]);
    });
  };

  if (made) {
    const files = [
      { name: `${stem}.key`, file: made.keyFile },
      { name: `${stem}.pub.json`, file: made.publicFile },
    ];
    return (
      <div id="made">
        <Good>
          <Filled text={step.made} values={{ months: words.list(made.months) }} />
        </Good>
        <MadeFiles files={files} />
      </div>
    );
  }
  if (!plan) return <OpenFile choose={step.choose} open={step.open} doing={doing} onOpen={open} />;
  return (
    <>
      <Plan plan={plan} isBusy={doing.isBusy} onRenew={renew} />
      <Outcome doing={doing} />
    </>
  );
}

interface PlanProps {
  readonly plan: MonthsPlan;
  readonly isBusy: boolean;
  readonly onRenew: (forgets: boolean) => void;
}

/** Nothing is forgotten but what was looked at and ticked. */
function Plan({ plan, isBusy, onRenew }: PlanProps) {
  const words = useWords();
  const step = words.t.ceremony.steps.newMonth;
  const [forgets, setForgets] = useState(false);
  const { name, today, held, missing, over } = plan;
  const canRenew = missing.length > 0 || forgets;
  return (
    <div id="plan">
      <h3>
        <Filled text={step.of} values={{ name }} />
      </h3>
      <p class="note warning">
        <Filled text={step.today} values={{ date: words.day(today) }} />
      </p>
      <ul class="plan">
        <li>
          <Filled text={step.held} values={{ months: words.list(held) || step.none }} />
        </li>
        <li>
          {missing.length === 0 ? (
            step.missingNone
          ) : (
            <Filled text={step.missing} values={{ months: words.list(missing) }} />
          )}
        </li>
        <li>{over.length === 0 ? step.overNone : <Filled text={step.over} values={{ months: words.list(over) }} />}</li>
      </ul>
      {over.length > 0 && (
        <label class="tick">
          <input
            id="forget"
            type="checkbox"
            checked={forgets}
            onChange={({ currentTarget }) => {
              setForgets(currentTarget.checked);
            }}
          />
          <span>
            <Filled text={step.forget} values={{ months: words.list(over) }} />
          </span>
        </label>
      )}
      <button
        type="button"
        class="primary wide"
        disabled={!canRenew || isBusy}
        onClick={() => {
          onRenew(forgets);
        }}
      >
        {step.make}
      </button>
    </div>
  );
}
