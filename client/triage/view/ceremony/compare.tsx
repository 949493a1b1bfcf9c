import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import type { Fingerprint, NumberOf } from '../../calls/ceremony-calls.ts';
import { useWords } from '../words.ts';
import { useDoing, type Doing } from './doing.ts';
import { Choose, Filled, Good, Number, Outcome } from './parts.tsx';
import { ReadPaper } from './read-paper.tsx';

export function CompareStep() {
  const { t } = useWords();
  const step = t.ceremony.steps.compare;
  const doing = useDoing();
  const [number, setNumber] = useState<NumberOf | null>(null);
  return (
    <>
      <ChooseNumber label={step.choose} doing={doing} onNumber={setNumber} />
      <p class="hint">{step.noPassphrase}</p>
      {number && (
        <div id="compared">
          <h3>
            <Filled text={step[number.of]} values={{ name: number.name }} />
          </h3>
          <Number fingerprint={number.fingerprint} isOffice={number.of !== 'reviewer'} />
        </div>
      )}
    </>
  );
}

/** Reads the paper back, says whether it is the office's, and keeps nothing. */
export function DrillStep() {
  const { t } = useWords();
  const step = t.ceremony.steps.drill;
  const doing = useDoing();
  const [paper, setPaper] = useState<Fingerprint | null>(null);
  const [office, setOffice] = useState<NumberOf | null>(null);
  if (!paper) return <ReadPaper onRead={setPaper} />;
  return (
    <div id="drilled">
      <h3>{step.paper}</h3>
      <Number fingerprint={paper} isOffice />
      <ChooseNumber label={step.office} doing={doing} onNumber={setOffice} />
      {office && <Verdict isSame={office.fingerprint.digits === paper.digits} name={office.name} />}
      <p class="hint">{step.kept}</p>
    </div>
  );
}

function Verdict({ isSame, name }: { readonly isSame: boolean; readonly name: string }) {
  const { t } = useWords();
  const step = t.ceremony.steps.drill;
  if (isSame) {
    return (
      <Good>
        <Filled text={step.same} values={{ name }} />
      </Good>
    );
  }
  return (
    <p class="note alarm" role="alert">
      <Filled text={step.differs} values={{ name }} />
    </p>
  );
}

interface ChooseNumberProps {
  readonly label: string;
  readonly doing: Doing;
  readonly onNumber: (number: NumberOf | null) => void;
}

function ChooseNumber({ label, doing, onNumber }: ChooseNumberProps) {
  const app = useApp();
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <Choose
        id="choose-number"
        label={label}
        files={file ? [file] : []}
        onFiles={([chosen]) => {
          if (!chosen) return;
          setFile(chosen);
          onNumber(null);
          doing.run(async () => {
            onNumber(await app.desk.call('numberOf', chosen));
          });
        }}
      />
      <Outcome doing={doing} />
    </>
  );
}
