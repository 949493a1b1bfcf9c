import * as z from 'zod/mini';

import {
  epochPublicKey,
  fromBase64,
  locator,
  openedKey,
  reportCaseSchema,
  toHex,
  type KnownCase,
} from '../../../crypto/index.ts';
import type { KeptReport } from './memory.ts';

/** The case that a report was shown to belong to when it was opened; `null` where there is none, or the report tells of another one. */
export function caseOf({ report, caseLocator }: Pick<KeptReport, 'report' | 'caseLocator'>): KnownCase | null {
  if (caseLocator === null) return null;
  const named = z.safeParse(reportCaseSchema, report['case']);
  if (!named.success) return null;
  const of = locator(fromBase64(named.data.locator));
  if (toHex(of) !== caseLocator) return null;
  return {
    locator: of,
    replyKey: epochPublicKey(fromBase64(named.data.replyKey)),
    openedKey: openedKey(fromBase64(named.data.openedKey)),
  };
}
