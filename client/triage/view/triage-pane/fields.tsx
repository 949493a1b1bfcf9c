import { useState } from 'preact/hooks';

import { CLOSING_REASONS, STATUSES, URGENCIES, type ClosingReason } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { assignToMe, decide } from '../../app/triaging.ts';
import type { ShownTriage } from '../../calls/triage-calls.ts';
import type { JournalField } from '../../desk/journal-types.ts';
import { Dispute } from './dispute.tsx';
import { useTriageWords } from './triage-words.ts';

export interface PartProps {
  readonly shown: ShownTriage;
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
  readonly hint?: string;
}

/** One of several. A value that this page does not offer is shown all the same. */
function Choice({ id, label, value, choices, onChoose, hint }: ChoiceProps) {
  const isOffered = choices.some(([each]) => each === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {!isOffered && <option value={value}>{value}</option>}
        {choices.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function useSet(shown: ShownTriage): (field: JournalField, value: string | null) => void {
  const app = useApp();
  const words = useTriageWords();
  return (field, value) => {
    const said = fill(words.t.said.set, { field: words.field(field), value: words.value(field, value) });
    void decide(app, 'setField', { tag: shown.tag, field, value }, said);
  };
}

/** Closing asks for a reason first: a report without one would be closed for nobody knows what. */
export function StatusPart({ shown }: PartProps) {
  const app = useApp();
  const words = useTriageWords();
  const { t } = words;
  const set = useSet(shown);
  const subStatuses = useAppState((state) => state.choices?.subStatuses);
  const [closing, setClosing] = useState<string | null>(null);
  const { status, reason } = shown.triage;
  const now = status.value ?? 'new';
  const chosen = closing ?? now;
  const isClosed = isClosing(chosen);
  const choices = STATUSES.flatMap((id) => [
    [id, words.status(id)] as const,
    ...(subStatuses ?? [])
      .filter((own) => own.id.startsWith(`${id}/`))
      .map((own) => [own.id, words.status(own.id)] as const),
  ]);
  const close = async (why: string) => {
    const said = fill(t.said.set, { field: t.status, value: words.status(chosen) });
    if (closing === null) {
      set('reason', why);
      return;
    }
    await decide(app, 'close', { tag: shown.tag, status: chosen, reason: why as ClosingReason }, said);
    setClosing(null);
  };
  return (
    <>
      <Choice
        id="triage-status"
        label={t.status}
        value={chosen}
        choices={choices}
        onChoose={(value) => {
          if (isClosing(value) && !isClosing(now)) {
            setClosing(value);
            return;
          }
          setClosing(null);
          if (value !== now) set('status', value);
        }}
      />
      <Dispute tag={shown.tag} field="status" register={status} />
      {isClosed && (
        <Choice
          id="triage-reason"
          label={closing === null ? t.reason : t.reasonChoose}
          value={closing === null ? (reason.value ?? '') : ''}
          choices={[
            ...(closing !== null || reason.value === null ? [['', t.reasonNone] as const] : []),
            ...CLOSING_REASONS.map((id) => [id, words.reason(id)] as const),
          ]}
          onChoose={(value) => {
            if (value !== '') void close(value);
          }}
        />
      )}
      {isClosed && <Dispute tag={shown.tag} field="reason" register={reason} />}
    </>
  );
}

function isClosing(status: string): boolean {
  return status.split('/')[0] === 'closed';
}

/** The desk proposes, with its reasons; a person decides. */
export function UrgencyPart({ shown }: PartProps) {
  const words = useTriageWords();
  const { t } = words;
  const set = useSet(shown);
  const { urgency } = shown.triage;
  const { urgency: proposed, reasons } = shown.proposed;
  const because = words.words.list(reasons.map((reason) => t.because[reason]));
  const proposal =
    reasons.length === 0 ? t.proposedNone : `${fill(t.proposed, { urgency: words.urgency(proposed) })} (${because})`;
  return (
    <>
      <Choice
        id="triage-urgency"
        label={t.urgency}
        value={urgency.value ?? ''}
        choices={[
          ...(urgency.value === null ? [['', t.urgencyOpen] as const] : []),
          ...URGENCIES.map((id) => [id, words.urgency(id)] as const),
        ]}
        onChoose={(value) => {
          if (value !== '') set('urgency', value);
        }}
        {...(shown.isRecused ? {} : { hint: proposal })}
      />
      {urgency.value === null && !shown.isRecused && (
        <button
          type="button"
          class="link"
          onClick={() => {
            set('urgency', proposed);
            document.getElementById('triage-urgency')?.focus();
          }}
        >
          {t.proposedTake}: {words.urgency(proposed)}
        </button>
      )}
      <Dispute tag={shown.tag} field="urgency" register={urgency} />
    </>
  );
}

export function AssigneePart({ shown }: PartProps) {
  const app = useApp();
  const words = useTriageWords();
  const { t } = words;
  const set = useSet(shown);
  const choices = useAppState((state) => state.choices);
  const { assignee } = shown.triage;
  const me = choices?.me ?? '';
  const people = (choices?.people ?? []).map(({ identity }) => identity);
  // Before a bundle told of the office, and after somebody left, those who matter are offered all the same.
  const offered = new Set([...people, me, ...(assignee.value === null ? [] : [assignee.value])]);
  return (
    <>
      <Choice
        id="triage-assignee"
        label={t.assignee}
        value={assignee.value ?? ''}
        choices={[['', t.nobody], ...[...offered].map((identity) => [identity, words.person(identity)] as const)]}
        onChoose={(value) => {
          set('assignee', value === '' ? null : value);
        }}
      />
      {assignee.value !== me && (
        <button
          type="button"
          class="link"
          onClick={() => {
            assignToMe(app);
            document.getElementById('triage-assignee')?.focus();
          }}
        >
          {t.toMe}
        </button>
      )}
      <Dispute tag={shown.tag} field="assignee" register={assignee} />
    </>
  );
}
