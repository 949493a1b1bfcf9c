import { join } from 'node:path';

import * as z from 'zod/mini';

import {
  fromBase64,
  OPENED_MARK_BYTES,
  openedMark,
  sealOpened,
  signingPublicKey,
  toBase64,
  toHex,
  type Keys,
  type OutboundOpened,
  type RandomBytes,
} from '../../crypto/index.ts';
import { MARKS_FILE, readCaseFile, type CaseFile } from './case-files.ts';
import { Failure } from './failure.ts';
import { readTextIfThere, SECRET_MODE, writeWhole } from './files.ts';
import type { LetterOutcome } from './outcome.ts';
import { parseJsonOrNull } from './public-file.ts';
import { warn } from './terminal.ts';

const marksSchema = z.strictObject({
  marks: z.array(
    z.strictObject({
      /** Who opened it, in hex: one folder may be used by several reviewers. */
      identity: z.string(),
      day: z.int(),
      mark: z.string(),
    }),
  ),
});
type Marks = z.infer<typeof marksSchema>;

/**
 * A mark for each report of a case that opened whole: somebody may delete their copies once they know that. Each is made once and kept
 * beside the report, so that opening again gives the same one.
 */
export async function openedMarks(
  out: string,
  letters: readonly LetterOutcome[],
  keys: Keys,
  { day, random }: { readonly day: number; readonly random: RandomBytes },
): Promise<OutboundOpened[]> {
  const identity = toHex(await signingPublicKey(keys.seed));
  const seal = async ({ report, openedKey }: CaseFile) => ({
    day,
    mark: await sealOpened(report, day, keys.seed, openedKey, random),
  });
  const marks: OutboundOpened[] = [];
  for (const { outcome, folder, case: of } of letters) {
    if (outcome !== 'opened' || folder === undefined || of === undefined) continue;
    const path = join(out, folder);
    const file = await readCaseFile(path);
    if (file === null) warn(`${folder} has lost its case.json, so the reporter is not told that it was opened.`);
    else marks.push(await keptOrMade(path, identity, () => seal(file)));
  }
  return marks;
}

async function keptOrMade(
  folder: string,
  identity: string,
  make: () => Promise<OutboundOpened>,
): Promise<OutboundOpened> {
  const path = join(folder, MARKS_FILE);
  const { marks } = await readMarks(path);
  const kept = marks.find((each) => each.identity === identity);
  if (kept) return decoded(kept, path);
  const made = await make();
  const all: Marks = { marks: [...marks, { identity, day: made.day, mark: toBase64(made.mark) }] };
  await writeWhole(path, `${JSON.stringify(all, null, 1)}\n`, { mode: SECRET_MODE, replace: true });
  return made;
}

async function readMarks(path: string): Promise<Marks> {
  const text = await readTextIfThere(path);
  if (text === null) return { marks: [] };
  const parsed = marksSchema.safeParse(parseJsonOrNull(text));
  if (!parsed.success) throw new Failure('case-file-invalid', path);
  return parsed.data;
}

function decoded({ day, mark }: Marks['marks'][number], path: string): OutboundOpened {
  const bytes = Buffer.from(mark, 'base64');
  if (bytes.length !== OPENED_MARK_BYTES) throw new Failure('case-file-invalid', path);
  return { day, mark: openedMark(fromBase64(mark)) };
}
