import type { RosterChange } from '../../desk/roster-changes.ts';
import { useWords, type Words } from '../words.ts';
import { Filled } from './parts.tsx';

export function Changes({ changes }: { readonly changes: readonly RosterChange[] }) {
  const words = useWords();
  const step = words.t.ceremony.steps.sign;
  if (changes.length === 0) return <p>{step.changesNone}</p>;
  return (
    <ul class="plan changes">
      {changes.map((change, i) => (
        <li key={i}>
          <Filled {...spoken(change, words)} />
        </li>
      ))}
    </ul>
  );
}

function spoken(
  change: RosterChange,
  words: Words,
): { readonly text: string; readonly values: Readonly<Record<string, string>> } {
  const step = words.t.ceremony.steps.sign;
  switch (change.kind) {
    case 'key-changed':
      return { text: step.keyChanged, values: { name: change.name } };
    case 'added':
    case 'removed':
    case 'described':
      return { text: step[change.kind], values: { name: change.name } };
    case 'threshold':
      return {
        text: step.threshold,
        values: { before: words.number(change.before), after: words.number(change.after) },
      };
    case 'office':
    case 'contact':
      return {
        text: step[change.kind],
        values: { before: change.before || step.nothing, after: change.after || step.nothing },
      };
    case 'languages':
    case 'slots':
    case 'demo':
    case 'log':
      return { text: step[change.kind], values: {} };
  }
}
