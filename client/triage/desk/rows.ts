import { URGENCIES, type IsoDate, type Urgency } from '../../../crypto/index.ts';
import { answerOf, answersOf, countriesOf } from './answers.ts';
import { deadlinesOf, nextDue } from './deadlines.ts';
import type { Viewer } from './filters.ts';
import { isDisputed } from './registers.ts';
import type { Identity, ReportTag } from './journal-types.ts';
import type { DeskReport, Replied, Triage } from './types.ts';
import { proposedUrgency } from './urgency.ts';

/** What a list shows of a report and is narrowed and ordered by. */
export interface Row {
  readonly tag: ReportTag;
  readonly day: IsoDate | null;
  readonly status: string;
  readonly reason: string | null;
  readonly urgency: Urgency;
  /** Nobody decided it yet. */
  readonly isProposed: boolean;
  readonly labels: readonly string[];
  readonly assignee: Identity | null;
  readonly stages: readonly string[];
  /** Kinds of officials. */
  readonly officials: readonly string[];
  readonly countries: readonly string[];
  readonly language: string;
  /** The next day on which the reporter is owed something. */
  readonly due: IsoDate | null;
  readonly isUnread: boolean;
  readonly isRecused: boolean;
  readonly hasEvidence: boolean;
  readonly isDisputed: boolean;
  readonly hasInterest: boolean;
  readonly isFollowUp: boolean;
}

export interface RowContext extends Viewer {
  /** Whether whoever looks has not looked at it yet. */
  readonly isUnread: boolean;
  /** Replies to the whole case, where there is one. */
  readonly replies?: readonly Replied[];
  /** Whether it names somebody of the office: see interests.ts. */
  readonly hasInterest?: boolean;
}

export function rowOf(
  desk: DeskReport,
  triage: Triage,
  { me, today, isUnread, replies, hasInterest = false }: RowContext,
): Row {
  const { report } = desk;
  const set = URGENCIES.find((each) => each === triage.urgency.value);
  return {
    tag: desk.tag,
    day: desk.day,
    status: triage.status.value ?? 'new',
    reason: triage.reason.value,
    urgency: set ?? proposedUrgency(report, today).urgency,
    isProposed: set === undefined,
    labels: triage.labels.map(({ value }) => value),
    assignee: triage.assignee.value,
    stages: answersOf(report, 'stage'),
    officials: answersOf(report, 'official'),
    countries: countriesOf(report),
    language: answerOf(report, 'language'),
    due: nextDue(deadlinesOf(desk, triage, today, replies)),
    isUnread,
    isRecused: triage.recusals.some(({ by, on }) => on && by === me),
    hasEvidence: (report.evidence?.files.length ?? 0) > 0,
    isDisputed: [triage.status, triage.reason, triage.urgency, triage.assignee, triage.duplicateOf].some(isDisputed),
    hasInterest,
    isFollowUp: desk.followUp,
  };
}
