import {
  BUNDLE_MAGIC,
  encodeCellRecord,
  encodeEndRecord,
  encodeLetterRecord,
  encodeStampRecord,
  readBundle,
  type LetterRecord,
} from './bundle.ts';
import type { Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import type { Cell } from './evidence.ts';
import { asLetter, type Letter } from './letter.ts';
import type { Stamp } from './stamp.ts';

/** SPEC.md, Parcel: one letter that was sealed where no server could be reached, on its way by any means. */
export const PARCEL_SUFFIX = '.amparo';

const CURSOR = 1;
const DAY_NOT_GIVEN = 0;

export interface ParcelLetter {
  readonly type: 'letter';
  readonly letter: Letter;
  readonly stamp: Stamp;
  /** How many cells follow. */
  readonly cells: number;
}

export type ParcelPart = ParcelLetter | { readonly type: 'cell'; readonly cell: Bytes };

export interface Contents {
  readonly letter: Letter;
  readonly stamp: Stamp;
  /** How many `cells` there are: as many as the report lists. */
  readonly count: number;
  readonly cells: AsyncIterable<Cell | Bytes> | Iterable<Cell | Bytes>;
}

/** Writes a parcel, holding one cell at a time. Throws `evidence-size` where there are not as many cells as announced. */
export async function* writeParcel({ letter, stamp, count, cells }: Contents): AsyncGenerator<Bytes> {
  yield BUNDLE_MAGIC;
  yield encodeStampRecord(stamp);
  yield encodeLetterRecord({ cursor: CURSOR, day: DAY_NOT_GIVEN, cells: count, letter });
  let written = 0;
  for await (const cell of cells) {
    written += 1;
    if (written > count) break;
    yield encodeCellRecord(cell);
  }
  if (written !== count) throw new AmparoError('evidence-size');
  yield encodeEndRecord({ cursor: CURSOR, letters: 1 });
}

/**
 * Reads a parcel in pieces of any size: its letter with the stamp, then its cells, and returns once its end has come. Whether the
 * stamp holds is for {@link checkStamp}. Throws as `readBundle` and `asLetter`, `stamp-missing`, and `parcel-malformed`.
 */
export async function* readParcel(input: AsyncIterable<Uint8Array>): AsyncGenerator<ParcelPart> {
  let stamp: Stamp | undefined;
  let letters = 0;
  for await (const record of readBundle(input)) {
    switch (record.type) {
      case 'stamp':
        if (stamp || letters > 0) throw malformed('stamp');
        stamp = record;
        break;
      case 'letter':
        letters += 1;
        yield parcelLetter(record, letters, stamp);
        break;
      case 'cell':
        yield record;
        break;
      case 'directory': // for reviewers; passed over as any record that parcels have no use for
        break;
      case 'end':
        if (letters !== 1) throw malformed('letters');
        if (record.cursor !== CURSOR) throw malformed('cursor');
    }
  }
}

function parcelLetter(record: LetterRecord, letters: number, stamp: Stamp | undefined): ParcelLetter {
  if (letters > 1) throw malformed('letters');
  if (record.cursor !== CURSOR) throw malformed('cursor');
  if (record.day !== DAY_NOT_GIVEN) throw malformed('day');
  if (!stamp) throw new AmparoError('stamp-missing');
  return { type: 'letter', letter: asLetter(record.letter), stamp, cells: record.cells };
}

function malformed(what: string): AmparoError {
  return new AmparoError('parcel-malformed', what);
}
