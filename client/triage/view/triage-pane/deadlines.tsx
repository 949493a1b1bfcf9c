import { fill } from '../../../messages/index.ts';
import type { Deadline } from '../../desk/deadlines.ts';
import type { PartProps } from './fields.tsx';
import { useTriageWords, type TriageWords } from './triage-words.ts';

/** What is owed to the reporter by law, and how long there is for it. */
export function DeadlinesPart({ shown }: PartProps) {
  const words = useTriageWords();
  const { t } = words;
  return (
    <section class="triage-part" aria-labelledby="deadlines-title">
      <h4 id="deadlines-title">{t.deadlines}</h4>
      <dl class="facts">
        {shown.deadlines.map((deadline) => (
          <div key={deadline.kind} class={`deadline ${deadline.state}`}>
            <dt>{t.deadlineKinds[deadline.kind]}</dt>
            <dd>{stateOf(deadline, words)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function stateOf({ state, due, met, daysLeft }: Deadline, words: TriageWords): string {
  const { t } = words;
  if (state === 'met' || state === 'late') {
    return fill(t.deadlineStates[state], { day: met === null ? '' : words.words.day(met) });
  }
  if (state !== 'open' && state !== 'overdue') return t.deadlineStates[state];
  const left = daysLeft === null ? '' : words.daysLeft(daysLeft);
  return due === null ? left : `${left}, ${fill(t.dueOn, { day: words.words.day(due) })}`;
}
