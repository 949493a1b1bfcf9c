import type { IsoDate } from '../../../crypto/index.ts';
import type { DeskReport, Triage } from '../desk/types.ts';
import { wantedIn, type Hiding } from './hiding.ts';
import type { LeavingReport } from './leaving-report.ts';
import { markedTexts, type Mark } from './marks.ts';
import { redact, REDACTED } from './redaction.ts';

/** A report that a reviewer chose to export, with what to take out of it. */
export interface Chosen {
  readonly desk: DeskReport;
  readonly triage: Triage;
  readonly marks: readonly Mark[];
}

export interface LeavingOptions {
  /** What stands for what was taken out. */
  readonly shown?: string;
  /** Reviewers' notes are for the office, and stay there unless asked for. */
  readonly notes?: boolean;
}

/** What the office made of a report; who of it did so stays in the office. */
export interface LeavingTriage {
  readonly status: string | null;
  readonly reason: string | null;
  readonly urgency: string | null;
  readonly labels: readonly string[];
  /** References of reports in the same export. */
  readonly duplicateOf: string | null;
  readonly links: readonly string[];
  /** To whom the office passed it on. */
  readonly referredTo: readonly string[];
  readonly notes: readonly string[];
}

/** One report on its way out. */
export interface Leaving {
  /**
   * Its number in this export. Not the letter's id: that stands in the reporter's receipt and in the public log, and would prove to
   * whoever sees both that they belong together.
   */
  readonly reference: string;
  readonly received: IsoDate | null;
  readonly report: LeavingReport;
  readonly triage: LeavingTriage;
  readonly withheldFiles: ReadonlySet<number>;
  readonly leftOut: number;
  readonly hiding: Hiding;
}

/** As it can be shown or printed: what hides, and so knows what is hidden, stays where the secrets are. */
export type ShownLeaving = Omit<Leaving, 'hiding'>;

/** Redacts a selection and numbers it. Throws RangeError where a mark covers nothing. */
export function leave(chosen: readonly Chosen[], options: LeavingOptions = {}): Leaving[] {
  return [...leaveEach(chosen, options)];
}

/** The same one by one, as each is asked for: what is marked in any of them is in none. */
export function* leaveEach(chosen: readonly Chosen[], options: LeavingOptions = {}): Generator<Leaving> {
  const references = new Map(chosen.map(({ desk }, i) => [desk.tag, String(i + 1)]));
  const wanted = wantedIn(chosen.flatMap(({ desk, marks }) => markedTexts(desk.report, marks)));
  for (const [i, { desk, triage, marks }] of chosen.entries()) {
    const { report, hiding, withheldFiles, leftOut } = redact(desk, marks, options.shown ?? REDACTED, wanted);
    yield {
      reference: String(i + 1),
      received: desk.day,
      report,
      triage: leavingTriage(triage, hiding, references, options.notes ?? false),
      withheldFiles,
      leftOut,
      hiding,
    };
  }
}

function leavingTriage(
  { status, reason, urgency, labels, duplicateOf, links, referrals, notes }: Triage,
  hiding: Hiding,
  references: ReadonlyMap<string, string>,
  withNotes: boolean,
): LeavingTriage {
  const hidden = (text: string | null) => (text === null ? null : hiding.hide(text));
  const linked = links.flatMap(({ value }) => references.get(value) ?? []);
  return {
    // Ids of our own stay as they are; below a status stands what the office called it.
    status: status.value === null ? null : hiddenBelow(status.value, hiding),
    reason: hidden(reason.value),
    urgency: hidden(urgency.value),
    labels: labels.map(({ value }) => hiding.hide(value)),
    duplicateOf: references.get(duplicateOf.value ?? '') ?? null,
    links: [...new Set(linked)],
    referredTo: referrals.map(({ to }) => hiding.hide(to)),
    notes: withNotes ? notes.map(({ text }) => hiding.hide(text)) : [],
  };
}

function hiddenBelow(status: string, hiding: Hiding): string {
  const [first = '', ...rest] = status.split('/');
  return rest.length === 0 ? first : `${first}/${hiding.hide(rest.join('/'))}`;
}
