import {
  BUNDLE_MAGIC,
  DIRECTORY_RECORD_BYTES_MAX,
  encodeCellRecord,
  encodeDirectoryRecord,
  encodeEndRecord,
  encodeLetterRecord,
  toHex,
  type Bytes,
} from '../crypto/index.ts';

import type { Blobs, CellReader } from './blobs/blobs.ts';
import type { Log } from './clock.ts';
import type { DirectoryFile } from './directory-file.ts';
import type { LetterStore, StoredLetter } from './store/store.ts';

export interface BundleDeps {
  readonly store: LetterStore;
  readonly blobs: Blobs;
  readonly directory: Pick<DirectoryFile, 'read'>;
  readonly log: Log;
}

/**
 * SPEC.md, Bundle: the directory, then the letters after `after` up to `until`, each with its cells. Holds a few letters and one cell at a time, and
 * no transaction while a reader dawdles.
 */
export async function* streamBundle(after: number, until: number, deps: BundleDeps): AsyncGenerator<Bytes> {
  yield BUNDLE_MAGIC;
  const directory = await deps.directory.read();
  if (directory.length <= DIRECTORY_RECORD_BYTES_MAX) yield encodeDirectoryRecord(directory);
  else deps.log('directory.json is too long to travel in bundles; take expired keys out of it');
  let letters = 0;
  for await (const letter of eachLetter(after, until, deps.store)) {
    yield* recordsOf(letter, deps);
    letters += 1;
  }
  yield encodeEndRecord({ cursor: until, letters });
}

async function* eachLetter(after: number, until: number, store: LetterStore): AsyncGenerator<StoredLetter> {
  let cursor = after;
  for (;;) {
    const page = await store.lettersAfter(cursor, until);
    const last = page.at(-1);
    if (!last) return;
    yield* page;
    cursor = last.seq;
  }
}

/** A letter whose evidence is lost still goes out, without it: one lost file must not keep a reviewer from all the letters. */
async function* recordsOf(letter: StoredLetter, { blobs, log }: BundleDeps): AsyncGenerator<Bytes> {
  const { seq: cursor, day, body } = letter;
  const reader = await openCells(letter, blobs);
  if (letter.evidence !== null && reader === null) log(`evidence missing for letter ${toHex(letter.id).slice(0, 8)}`);
  const cells = reader === null ? 0 : letter.cells;
  try {
    yield encodeLetterRecord({ cursor, day, cells, letter: body });
    for (let cell = 0; reader && cell < cells; cell += 1) yield encodeCellRecord(await reader.next());
  } finally {
    await reader?.close();
  }
}

async function openCells({ evidence, cells }: StoredLetter, blobs: Blobs): Promise<CellReader | null> {
  return evidence === null ? null : blobs.open(evidence, cells);
}
