import type { IsoDate } from '../../../crypto/index.ts';
import { forbidsAnswer } from './answers.ts';
import type { DeskReport, Replied, Triage } from './types.ts';

/** Directive (EU) 2019/1937, art. 9(1)(b) and (f). */
export const ACKNOWLEDGE_DAYS = 7;
export const FEEDBACK_MONTHS = 3;

/**
 * `met`: a reply did it. `ended`: the reporter took the report back, or to answer would endanger somebody. `impossible`: there is no way to
 * answer. `unknown`: nobody knows when the report came.
 */
export type DeadlineState = 'open' | 'overdue' | 'met' | 'late' | 'ended' | 'impossible' | 'unknown';

export interface Deadline {
  readonly kind: 'acknowledge' | 'feedback';
  readonly state: DeadlineState;
  readonly due: IsoDate | null;
  /** Until it is due; below zero: since then. Only while it is open or overdue. */
  readonly daysLeft: number | null;
  /** When a reply met it. */
  readonly met: IsoDate | null;
}

/** Why a report was closed so that nobody is to be answered any more, or is answered under another one. */
const ENDING_REASONS: ReadonlySet<string | null> = new Set(['withdrawn', 'unsafe-to-act', 'duplicate']);

/**
 * What is owed to the reporter, and until when. `replies` are those to the whole case: somebody who wrote twice is answered once.
 *
 * The three months run from the acknowledgement, and at the latest from the day on which it was due, so that acknowledging late wins no time.
 */
export function deadlinesOf(
  { day, report, caseLocator }: Pick<DeskReport, 'day' | 'report' | 'caseLocator'>,
  triage: Triage,
  today: IsoDate,
  replies: readonly Replied[] = triage.replies,
): readonly [acknowledge: Deadline, feedback: Deadline] {
  const received = day ?? firstSeen(triage);
  const since = replies.filter((reply) => received === null || reply.day >= received);
  const acknowledged = earliest(
    since.filter(({ acknowledges, feedback }) => acknowledges === true || feedback === true),
  );
  const informed = earliest(since.filter(({ feedback }) => feedback === true));

  const acknowledgeBy = received === null ? null : addDays(received, ACKNOWLEDGE_DAYS);
  const from = acknowledged !== null && acknowledgeBy !== null ? min(acknowledged, acknowledgeBy) : acknowledgeBy;
  const informBy = from === null ? null : addMonths(from, FEEDBACK_MONTHS);
  const without = stateWithoutReply(caseLocator !== null && !forbidsAnswer(report), triage);
  return [
    deadline('acknowledge', acknowledgeBy, acknowledged, today, without),
    deadline('feedback', informBy, informed, today, without),
  ];
}

export function isOverdue(deadlines: readonly Deadline[]): boolean {
  return deadlines.some(({ state }) => state === 'overdue');
}

/** The next day on which something is owed: what a list is ordered by. */
export function nextDue(deadlines: readonly Deadline[]): IsoDate | null {
  return deadlines
    .filter(({ state }) => state === 'open' || state === 'overdue')
    .reduce<IsoDate | null>((next, { due }) => (next !== null && due !== null ? min(next, due) : (next ?? due)), null);
}

function deadline(
  kind: Deadline['kind'],
  due: IsoDate | null,
  met: IsoDate | null,
  today: IsoDate,
  without: 'ended' | 'impossible' | null,
): Deadline {
  if (met !== null) return { kind, due, met, daysLeft: null, state: due !== null && met > due ? 'late' : 'met' };
  if (without !== null) return { kind, due, met, daysLeft: null, state: without };
  if (due === null) return { kind, due, met, daysLeft: null, state: 'unknown' };
  return { kind, due, met, daysLeft: daysBetween(today, due), state: today > due ? 'overdue' : 'open' };
}

function stateWithoutReply(mayAnswer: boolean, triage: Triage): 'ended' | 'impossible' | null {
  const isClosed = triage.status.value?.split('/')[0] === 'closed';
  if (isClosed && ENDING_REASONS.has(triage.reason.value)) return 'ended';
  return mayAnswer ? null : 'impossible';
}

/** A parcel has no day of the server: it came on the day on which somebody opened it, or before. */
function firstSeen({ opened }: Triage): IsoDate | null {
  return opened.reduce<IsoDate | null>((first, { at }) => {
    const day = at.slice(0, 10);
    return first === null ? day : min(first, day);
  }, null);
}

function earliest(replies: readonly Replied[]): IsoDate | null {
  return replies.reduce<IsoDate | null>((first, { day }) => (first === null ? day : min(first, day)), null);
}

function min(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

const DAY_MS = 86_400_000;

export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
