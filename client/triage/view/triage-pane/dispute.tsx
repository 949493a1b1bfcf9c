import { fill } from '../../../messages/index.ts';
import { useApp } from '../../app/app.ts';
import { decide } from '../../app/triaging.ts';
import type { JournalField, ReportTag } from '../../desk/journal-types.ts';
import { isDisputed } from '../../desk/registers.ts';
import type { Register } from '../../desk/types.ts';
import { useTriageWords } from './triage-words.ts';

interface DisputeProps {
  readonly tag: ReportTag;
  readonly field: JournalField;
  readonly register: Register<string>;
}

/** What colleagues decided without knowing of each other, all of it, until somebody chooses. */
export function Dispute({ tag, field, register }: DisputeProps) {
  const app = useApp();
  const words = useTriageWords();
  const { t } = words;
  if (!isDisputed(register)) return null;
  const { value, by, at, entry, conflict } = register;
  const heads = [{ value, by: by ?? '', at: at ?? '', entry: entry ?? '' }, ...conflict];
  const settle = async (chosen: string | null) => {
    const isDone = await decide(app, 'setField', { tag, field, value: chosen }, t.said.settled);
    // The buttons are gone: the focus goes to what they were about.
    if (isDone) document.getElementById(`triage-${field}`)?.focus();
  };
  return (
    <div class="note warning dispute" role="group" aria-label={`${words.field(field)}: ${t.disputed}`}>
      <p>{t.dispute}</p>
      <ul>
        {heads.map((head) => (
          <li key={head.entry}>
            <button type="button" onClick={() => void settle(head.value)}>
              {fill(t.disputeKeep, { value: words.value(field, head.value) })}
            </button>
            <span class="hint">
              <bdi>{fill(t.disputeWho, { name: words.person(head.by), at: words.minute(head.at) })}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
