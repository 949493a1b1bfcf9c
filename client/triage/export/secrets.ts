import { AmparoError, fromBase64, toHex } from '../../../crypto/index.ts';
import type { DeskReport } from '../desk/types.ts';
import { isRecord } from './marks.ts';

/** Shorter ones are no keys: a stranger put them there. */
const SECRET_CHARACTERS_MIN = 16;

/** Of a report as the casebook keeps it: what an export is made from. */
export type Subject = Pick<DeskReport, 'report' | 'fileKey' | 'caseLocator'>;

/**
 * What opens the report and its evidence, and what ties it to its case: never part of an export, and not to be found in one either,
 * should somebody have written it elsewhere in the report.
 */
export function secretsOf({ report, fileKey, caseLocator }: Subject): string[] {
  const of = isRecord(report['case']) ? Object.values(report['case']) : [];
  const kept: unknown[] = [fileKey, caseLocator, report.evidence?.key, report['signature'], ...of];
  return kept
    .filter((each) => typeof each === 'string')
    .filter((each) => each.length >= SECRET_CHARACTERS_MIN)
    .flatMap(spellings);
}

function spellings(secret: string): string[] {
  const forUrls = secret.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return [secret, secret.replace(/=+$/, ''), forUrls, ...inHex(secret)];
}

function inHex(base64: string): string[] {
  try {
    return [toHex(fromBase64(base64))];
  } catch (error) {
    if (error instanceof AmparoError) return [];
    throw error;
  }
}
