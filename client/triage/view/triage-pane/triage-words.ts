import { CLOSING_REASONS, STATUSES, URGENCIES } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useAppState } from '../../app/app.ts';
import type { DeskChoices } from '../../calls/triage-calls.ts';
import type { Identity, JournalField } from '../../desk/journal-types.ts';
import { shortId, useWords, type Words } from '../words.ts';

/** Whoever left is on no list any more; so many characters of their key tell them apart. */
const IDENTITY_CHARACTERS = 8;

/** The words for what reviewers decide, with the names that the office gave. All of it is text that is safe to show. */
export class TriageWords {
  readonly words: Words;
  readonly #choices: DeskChoices | null;

  constructor(words: Words, choices: DeskChoices | null) {
    this.words = words;
    this.#choices = choices;
  }

  get t() {
    return this.words.t.triage;
  }

  status(value: string): string {
    const [main = ''] = value.split('/');
    const name = STATUSES.some((each) => each === main) ? this.t.statuses[main as (typeof STATUSES)[number]] : main;
    if (main === value) return name;
    const own = this.#choices?.subStatuses.find(({ id }) => id === value)?.name;
    return fill(this.t.subStatus, { status: name, name: inert(own ?? value.slice(main.length + 1)) });
  }

  reason(value: string): string {
    return nameIn(CLOSING_REASONS, this.t.reasons, value);
  }

  urgency(value: string): string {
    return nameIn(URGENCIES, this.t.urgencies, value);
  }

  person(identity: Identity): string {
    const known = this.#choices?.everybody.find((person) => person.identity === identity);
    const name = known ? inert(known.name) : null;
    if (identity === this.#choices?.me) return name === null ? this.t.list.mine : fill(this.t.me, { name });
    return name ?? fill(this.t.unknownPerson, { id: identity.slice(0, IDENTITY_CHARACTERS) });
  }

  field(field: JournalField): string {
    return field === 'duplicate-of' ? this.t.duplicateField : this.t[field];
  }

  value(field: JournalField, value: string | null): string {
    if (value === null) return field === 'assignee' ? this.t.nobody : this.t.nothing;
    switch (field) {
      case 'status':
        return this.status(value);
      case 'reason':
        return this.reason(value);
      case 'urgency':
        return this.urgency(value);
      case 'assignee':
        return this.person(value);
      case 'duplicate-of':
        return shortId(value);
    }
  }

  /** By the author's clock, in UTC. */
  minute(at: string): string {
    const time = Date.parse(at.replace('Z', ':00Z'));
    if (Number.isNaN(time)) return at;
    const format = new Intl.DateTimeFormat(this.words.language.tag, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    return `${format.format(time)} UTC`;
  }

  daysLeft(days: number): string {
    if (days === 0) return this.t.dueToday;
    return days > 0 ? this.words.count(this.t.daysLeft, days) : this.words.count(this.t.daysOver, -days);
  }
}

export function useTriageWords(): TriageWords {
  return new TriageWords(
    useWords(),
    useAppState((state) => state.choices),
  );
}

function nameIn<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>, value: string) {
  const known = codes.find((code) => code === value);
  return known === undefined ? value : names[known];
}
