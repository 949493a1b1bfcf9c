import type { Envelope, IsoDate } from '../../../crypto/index.ts';

import type { ReturnTextKey } from './texts.ts';

/** What the public log shows of a case to whoever holds its code. */
export interface LogFindings {
  /** The letters whose notes this case opens, with the day on which each was taken in and the receipt that was given for it. */
  readonly letters: readonly { readonly report: string; readonly day: IsoDate; readonly receipt: Envelope }[];
  /** Marks of reviewers, who are named after the roster. */
  readonly opened: readonly { readonly report: string; readonly reviewer: string; readonly day: IsoDate }[];
  /** Whether the log was proven to be the one that everybody sees. */
  readonly checked: boolean;
  /** Whether only the newest part of it was read. */
  readonly isPartial: boolean;
}

/** One line of where the report stands: a text, what is filled in, and whether it has come about. */
export interface State {
  readonly key: Extract<
    ReturnTextKey,
    | 'stored'
    | 'shown'
    | 'notShown'
    | 'notInNewest'
    | 'olderUnread'
    | 'unchecked'
    | 'opened'
    | 'notOpened'
    | 'answered'
    | 'notAnswered'
  >;
  readonly isDone: boolean;
  readonly days: readonly IsoDate[];
  readonly name?: string;
}

/** Where a report stands, in the order in which it goes. Of what was not looked into nothing is said. */
export function statesOf(log: LogFindings | null, isAnswered: boolean): readonly State[] {
  const answered = isAnswered ? done('answered') : open('notAnswered');
  return log === null ? [answered] : [...storedIn(log), ...openedIn(log), answered];
}

function storedIn({ letters, checked, isPartial }: LogFindings): readonly State[] {
  if (!checked) return [open('unchecked')];
  if (letters.length === 0) return [open(isPartial ? 'notInNewest' : 'notShown')];
  const older = isPartial ? [open('olderUnread')] : [];
  return [{ ...done('stored'), days: inOrder(letters) }, done('shown'), ...older];
}

function openedIn({ letters, opened, checked, isPartial }: LogFindings): readonly State[] {
  if (checked && isPartial && letters.length === 0) return []; // of what was not found it is not known
  const ours = new Set(letters.map(({ report }) => report));
  const marks = opened.filter(({ report }) => ours.has(report));
  const names = [...new Set(marks.map(({ reviewer }) => reviewer))];
  if (names.length === 0) return [open('notOpened')];
  return names.map((name) => ({
    ...done('opened'),
    name,
    days: inOrder(marks.filter(({ reviewer }) => reviewer === name)),
  }));
}

function inOrder(entries: readonly { readonly day: IsoDate }[]): readonly IsoDate[] {
  return [...new Set(entries.map(({ day }) => day))].sort();
}

function done(key: State['key']): State {
  return { key, isDone: true, days: [] };
}

function open(key: State['key']): State {
  return { key, isDone: false, days: [] };
}
