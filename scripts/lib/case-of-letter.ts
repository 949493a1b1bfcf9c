import { caseOfReport, mailboxOf, toHex, type Bytes, type KnownCase, type OpenedReport } from '../../crypto/index.ts';
import { problemFrom, type CaseOutcome, type OpeningProblem } from './outcome.ts';

/** What a report says of a case, as far as it is proven. */
export interface CaseOfLetter {
  readonly known: KnownCase | null;
  readonly outcome: CaseOutcome | null;
  /** Why the report does not count to the case that it names. It is good all the same. */
  readonly warning: OpeningProblem | null;
}

export const NO_CASE: CaseOfLetter = { known: null, outcome: null, warning: null };

export async function caseOfLetter(bytes: Bytes, report: OpenedReport): Promise<CaseOfLetter> {
  try {
    const known = await caseOfReport(bytes, report);
    if (known === null) return NO_CASE;
    const mailbox = toHex(await mailboxOf(known.locator));
    return { known, outcome: { mailbox, followUp: report['followUp'] === true }, warning: null };
  } catch (error) {
    return { ...NO_CASE, warning: problemFrom(error) };
  }
}
