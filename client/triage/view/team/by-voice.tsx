import { useId, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp } from '../../app/app.ts';
import { useDoing } from '../../app/team.ts';
import type { ShownShared } from '../../calls/team-calls.ts';
import type { Person } from '../../calls/triage-calls.ts';
import { useWords } from '../words.ts';
import { FailureNote } from './failure-note.tsx';

interface ByVoiceProps {
  readonly shared: ShownShared;
  readonly colleagues: readonly Person[];
}

/** A code to read out, and the code of whoever calls. */
export function ByVoice({ shared: { letter, code, tag }, colleagues }: ByVoiceProps) {
  const app = useApp();
  const { t } = useWords();
  const { waiting, said } = t.team;
  const id = useId();
  const [to, setTo] = useState('');
  const [given, setGiven] = useState('');
  const { failure, run } = useDoing();
  const name = inert(colleagues.find(({ identity }) => identity === to)?.name ?? '');
  const release = async () => {
    if (to === '' || given.trim() === '') return;
    const isDone = await run(
      () => app.desk.call('releaseByCode', { letter, to, code: given }),
      fill(said.released, { name }),
    );
    if (isDone) setGiven('');
  };
  return (
    <details class="by-voice">
      <summary>{waiting.voice}</summary>
      {tag === null && (
        <>
          <p>{waiting.code}</p>
          <p class="fingerprint ask-code" dir="ltr">
            {code}
          </p>
          <p class="hint">{waiting.codeHint}</p>
        </>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void release();
        }}
      >
        <div class="field">
          <label for={`${id}-to`}>{waiting.colleague}</label>
          <select
            id={`${id}-to`}
            required
            value={to}
            onChange={({ currentTarget }) => {
              setTo(currentTarget.value);
            }}
          >
            <option value="">{waiting.choose}</option>
            {colleagues.map((each) => (
              <option key={each.identity} value={each.identity}>
                {inert(each.name)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-code`}>{waiting.theirCode}</label>
          <input
            id={`${id}-code`}
            class="their-code"
            inputMode="numeric"
            autocomplete="off"
            dir="ltr"
            required
            maxLength={40}
            aria-describedby={`${id}-hint`}
            value={given}
            onInput={({ currentTarget }) => {
              setGiven(currentTarget.value);
            }}
          />
          <p class="hint" id={`${id}-hint`}>
            {waiting.theirCodeHint}
          </p>
        </div>
        <FailureNote failure={failure} />
        <div class="row-acts">
          <button type="submit">{waiting.releaseByCode}</button>
        </div>
      </form>
    </details>
  );
}
