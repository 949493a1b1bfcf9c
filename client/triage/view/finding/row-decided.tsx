import type { RowDecided } from '../../calls/reading-calls.ts';
import { Inert } from '../inert-text.tsx';
import { Tag } from '../list.tsx';
import type { TriageWords } from '../triage-pane/triage-words.ts';
import { fill } from '../../../messages/index.ts';

/** So many labels stand in a line; the rest is in the report. */
const LABELS_SHOWN = 3;
/** From here on the days that are left are said louder. */
const SOON_DAYS = 2;

interface RowDecidedProps {
  readonly decided: RowDecided;
  readonly words: TriageWords;
}

/** What was decided about a report, on one line, the most pressing first. */
export function RowDecidedLine({ decided, words }: RowDecidedProps) {
  const { t } = words;
  const { status, urgency, isProposed, labels, daysLeft, assignee } = decided;
  const urgent = isProposed ? fill(t.proposedShort, { urgency: words.urgency(urgency) }) : words.urgency(urgency);
  return (
    <p class="row-line decided">
      {decided.isDuplicate && <span class="tag repeats">{t.list.duplicate}</span>}
      {decided.hasInterest && <Tag tone="alarm">{t.list.interest}</Tag>}
      {decided.isDisputed && <Tag tone="warning">{t.disputed}</Tag>}
      {!decided.isRecused && <span class={`tag urgency ${isProposed ? 'proposed' : urgency}`}>{urgent}</span>}
      <span class="tag status">{words.status(status)}</span>
      {daysLeft !== null && (
        <span class={daysLeft < 0 ? 'tag alarm' : daysLeft <= SOON_DAYS ? 'tag warning' : 'tag'}>
          {words.daysLeft(daysLeft)}
        </span>
      )}
      {assignee !== null && (
        <span class="tag assigned">
          <bdi>{fill(t.list.assigned, { name: words.person(assignee) })}</bdi>
        </span>
      )}
      {labels.slice(0, LABELS_SHOWN).map((label) => (
        <span key={label} class="tag label">
          <Inert>{label}</Inert>
        </span>
      ))}
    </p>
  );
}
