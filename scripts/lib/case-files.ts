import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod/mini';

import {
  AmparoError,
  epochPublicKey,
  fromBase64,
  fromHex,
  locator,
  openedKey,
  reportCaseSchema,
  REPORT_ID_BYTES,
  toBase64,
  toHex,
  type Bytes,
  type KnownCase,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { parseJsonOrNull } from './public-file.ts';

/** What a reviewer's machine keeps about a case, in the folder of each report that belongs to it. */
export const CASE_FILE = 'case.json';
export const REPLIES_FILE = 'replies.json';
export const MARKS_FILE = 'marks.json';

const caseFileSchema = z.strictObject({
  ...reportCaseSchema.shape,
  /** The id of the report: SHA-256 of its letter, in hex. */
  report: z.string().check(z.regex(new RegExp(`^[0-9a-f]{${String(REPORT_ID_BYTES * 2)}}$`))),
});

export interface CaseFile extends KnownCase {
  readonly report: Bytes;
}

export function caseFileText(known: KnownCase, report: string): string {
  const file: z.infer<typeof caseFileSchema> = {
    locator: toBase64(known.locator),
    replyKey: toBase64(known.replyKey),
    openedKey: toBase64(known.openedKey),
    report,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The case of a report's folder; `null` where it has none. Throws `case-file-invalid`. */
export async function readCaseFile(folder: string): Promise<CaseFile | null> {
  const path = join(folder, CASE_FILE);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = caseFileSchema.safeParse(parseJsonOrNull(text));
  if (!parsed.success) throw new Failure('case-file-invalid', path);
  return decoded(parsed.data, path);
}

function decoded(file: z.infer<typeof caseFileSchema>, path: string): CaseFile {
  try {
    return {
      locator: locator(fromBase64(file.locator)),
      replyKey: epochPublicKey(fromBase64(file.replyKey)),
      openedKey: openedKey(fromBase64(file.openedKey)),
      report: fromHex(file.report),
    };
  } catch (error) {
    if (error instanceof AmparoError) throw new Failure('case-file-invalid', path);
    throw error;
  }
}

/** Whether two files are of one case. */
export function isSameCase(a: KnownCase, b: KnownCase): boolean {
  return toHex(a.locator) === toHex(b.locator);
}
