import {
  caseOfReport,
  decodeLetterContent,
  journalKeys,
  toBase64,
  toHex,
  type LetterContents,
  type OpenedReport,
} from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import type { LetterOutcome } from '../calls/helper-calls.ts';
import type { Failure } from '../calls/line.ts';
import { isTooDeep } from './depth.ts';

/** What an opened letter holds, however it was opened. Throws as `decodeLetterContent`. */
export async function contentsOf(
  letter: string,
  epoch: number,
  { report: bytes, fileKey }: LetterContents,
): Promise<LetterOutcome> {
  const content = decodeLetterContent(bytes);
  if (isTooDeep(content)) return { kind: 'failed', letter, failure: { code: 'report-too-deep' } };
  if (content.kind === 'journal') return { kind: 'journal', letter, content };
  const { report } = content;
  const { tag } = await journalKeys(fileKey, letter);
  const of = await caseOf(bytes, report);
  return { kind: 'opened', letter, opened: { tag, fileKey: toBase64(fileKey), report, epoch, ...of } };
}

/** A report is good even where what it says of its case is not. */
async function caseOf(
  bytes: LetterContents['report'],
  report: OpenedReport,
): Promise<{ readonly caseLocator: string | null; readonly caseFault: Failure | null }> {
  try {
    const known = await caseOfReport(bytes, report);
    return { caseLocator: known && toHex(known.locator), caseFault: null };
  } catch (error) {
    return { caseLocator: null, caseFault: failureOf(error) };
  }
}
