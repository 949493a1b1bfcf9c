import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';

import * as z from 'zod/mini';

import { AmparoError, readBundle, type BundleRecord, type Keys } from '../../crypto/index.ts';
import { CellQueue } from './cell-queue.ts';
import { readTextIfThere, SECRET_MODE, writeWhole } from './files.ts';
import { LetterOpener } from './open-letter.ts';
import { startsAsBundle } from './parcel-file.ts';
import { outcomeSchema, problem, type LetterOutcome, type OpeningProblem } from './outcome.ts';
import { parseJsonOrNull } from './public-file.ts';
import type { Releases } from './releases.ts';
import { ReportFolders } from './report-folders.ts';

const INDEX = 'bundle.json';
const READ_AHEAD_BYTES = 1_048_576;

export interface OpenedBundle {
  readonly letters: readonly LetterOutcome[];
  /** The path of the file. */
  readonly path: string;
  /** Why the bundle could not be read to its end. */
  readonly failure: OpeningProblem | null;
}

/** Opens every letter of a bundle or parcel that this key opens, and writes the index. */
export async function openBundle(
  path: string,
  keys: Keys,
  out: string,
  releases: Releases,
  onLetter: (opened: number) => void,
): Promise<OpenedBundle> {
  const folders = await ReportFolders.open(out);
  const opener = new LetterOpener(keys, folders, releases);
  const letters: LetterOutcome[] = [];
  const failure = (await startsAsBundle(path))
    ? await eachLetter(path, opener, (outcome) => {
        letters.push(outcome);
        onLetter(letters.length);
      })
    : problem('not-a-bundle');
  const opened = { path, letters, failure };
  await writeIndex(out, keys, opened);
  return opened;
}

/** Goes on until the bundle ends; gives why, if it ended too early. */
async function eachLetter(
  path: string,
  opener: LetterOpener,
  onOutcome: (outcome: LetterOutcome) => void,
): Promise<OpeningProblem | null> {
  const records: AsyncIterator<BundleRecord, unknown> = readBundle(
    createReadStream(path, { highWaterMark: READ_AHEAD_BYTES }),
  );
  try {
    for (;;) {
      const next = await records.next();
      if (next.done === true || next.value.type === 'end') return null;
      if (next.value.type !== 'letter') continue;
      const cells = new CellQueue(records, next.value.cells);
      onOutcome(await opener.open(next.value, cells));
      await cells.skipRest();
      if (cells.failure) throw cells.failure;
    }
  } catch (error) {
    if (error instanceof AmparoError) return problem(error.code, error.detail);
    throw error;
  }
}

const indexSchema = z.object({ letters: z.array(outcomeSchema) });

/** Every letter that was ever opened into this folder, with what came of it; those of this bundle anew. */
async function writeIndex(out: string, keys: Keys, { path, letters, failure }: OpenedBundle): Promise<void> {
  const indexPath = join(out, INDEX);
  const before = indexSchema.safeParse(parseJsonOrNull((await readTextIfThere(indexPath)) ?? ''));
  const all = new Map((before.success ? before.data.letters : []).map((letter) => [letter.id, letter]));
  for (const letter of letters) {
    // Another reviewer may have opened into the same folder what this key does not open.
    const opened = all.get(letter.id)?.folder !== undefined && letter.folder === undefined;
    if (!opened) all.set(letter.id, letter);
  }
  const index = { bundle: basename(path), key: keys.name, failure, letters: [...all.values()] };
  await writeWhole(indexPath, `${JSON.stringify(index, null, 1)}\n`, { mode: SECRET_MODE, replace: true });
}
