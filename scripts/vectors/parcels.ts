import { BUNDLE_MAGIC, encodeEndRecord, encodeLetterRecord, encodeStampRecord } from '../../crypto/bundle.ts';
import { concatBytes, toBase64, toHex, u32, u64, utf8, type Bytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { CELL_BYTES, sha256 } from '../../crypto/evidence.ts';
import { LETTER_MAGIC, LETTER_SIZES } from '../../crypto/letter.ts';
import { checkStamp, STAMP_ITERATIONS } from '../../crypto/stamp.ts';
import { doesStampHold } from './stamps.ts';
import type { Edit, Vectors } from './vector.ts';

/** Found by search; a change of the letters or of the stamp's cost makes the script say so. */
const COUNTER = 575;
const COUNTER_OF_OTHER = 299;
const COUNTER_AT_LOWER_COST = 422;
const LOWER_COST = 5_000;

const RECORD_HEADER_BYTES = 5;
const CELLS_OFFSET = 15; // the last byte of the number of cells, in a letter record's body
const DAY_OFFSET = 11;

/** All vectors of kind `parcel`. The letters are of the right size and magic and nothing more. */
export async function parcelVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const letter = letterOf(1);
  const other = letterOf(2);
  const id = await sha256(letter);
  await checkStamp(id, { counter: COUNTER });
  await checkStamp(await sha256(other), { counter: COUNTER_OF_OTHER });
  const isCheap = await doesStampHold(id, COUNTER_AT_LOWER_COST, LOWER_COST);
  if (!isCheap || (await doesStampHold(id, COUNTER_AT_LOWER_COST, STAMP_ITERATIONS))) throw new Error('other counter');

  const stamp = encodeStampRecord({ counter: COUNTER });
  const first = encodeLetterRecord({ cursor: 1, day: 0, cells: 0, letter });
  const end = encodeEndRecord({ cursor: 1, letters: 1 });
  const stampAt = BUNDLE_MAGIC.length;
  const letterAt = stampAt + stamp.length;
  const letterBodyAt = letterAt + RECORD_HEADER_BYTES;
  const endAt = letterAt + first.length;
  const good = concatBytes(BUNDLE_MAGIC, stamp, first, end);
  const opens = { id: toHex(id), counter: COUNTER, cells: 0 };

  const add = (name: string, about: string, parcel: unknown, outcome: object | ErrorCode) => {
    vectors.set(`parcel-${name}`, {
      kind: 'parcel',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      parcel,
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const made = (name: string, about: string, parts: readonly Uint8Array[], outcome: object | ErrorCode) => {
    add(name, about, toBase64(concatBytes(...parts)), outcome);
  };
  const edited = (name: string, about: string, edits: readonly Edit[], outcome: object | ErrorCode) => {
    add(name, about, { of: 'parcel-opens', edits }, outcome);
  };
  const cellAnnounced: Edit = { at: letterBodyAt + CELLS_OFFSET, write: '01' };
  const appended = (...records: readonly Uint8Array[]): Edit => ({ append: toHex(concatBytes(...records)) });
  const cellHeader = concatBytes(Uint8Array.of(2), u32(CELL_BYTES));
  const unknown = concatBytes(Uint8Array.of(9), u32(3), utf8('new'));

  made('opens', 'a letter without evidence', [good], opens);
  edited(
    'opens-evidence',
    'a letter with one cell',
    [cellAnnounced, { cut: endAt }, appended(cellHeader), { zeros: CELL_BYTES }, appended(end)],
    { ...opens, cells: 1 },
  );
  edited('unknown-record', 'a record of a later kind is passed over', [{ cut: endAt }, appended(unknown, end)], opens);

  made('stamp-missing', 'no stamp', [BUNDLE_MAGIC, first, end], 'stamp-missing');
  made('stamp-late', 'the stamp after the letter', [BUNDLE_MAGIC, first, stamp, end], 'stamp-missing');
  made('stamp-twice', 'two stamps', [BUNDLE_MAGIC, stamp, stamp, first, end], 'parcel-malformed');
  edited('stamp-again', 'another stamp after the letter', [{ cut: endAt }, appended(stamp, end)], 'parcel-malformed');
  const exchanged = (counter: number): Edit => ({ at: stampAt + RECORD_HEADER_BYTES, write: toHex(u32(counter)) });
  edited('stamp-of-other', 'the stamp of another letter', [exchanged(COUNTER_OF_OTHER)], 'stamp-invalid');
  edited('stamp-cheap', 'a stamp made at a lower cost', [exchanged(COUNTER_AT_LOWER_COST)], 'stamp-invalid');
  edited(
    'letter-altered',
    'a byte of the letter altered: its stamp is for another',
    [{ at: endAt - 1, write: '02' }],
    'stamp-invalid',
  );
  made(
    'stamp-size',
    'a stamp of five bytes',
    [BUNDLE_MAGIC, Uint8Array.of(3), u32(5), new Uint8Array(5), first, end],
    'bundle-malformed',
  );
  edited(
    'stamp-among-cells',
    'a stamp where a cell is due',
    [cellAnnounced, { cut: endAt }, appended(stamp, cellHeader), { zeros: CELL_BYTES }, appended(end)],
    'bundle-malformed',
  );

  made(
    'letters-two',
    'two letters',
    [
      BUNDLE_MAGIC,
      stamp,
      first,
      encodeLetterRecord({ cursor: 2, day: 0, cells: 0, letter: other }),
      encodeEndRecord({ cursor: 2, letters: 2 }),
    ],
    'parcel-malformed',
  );
  made(
    'letters-none',
    'no letter',
    [BUNDLE_MAGIC, stamp, encodeEndRecord({ cursor: 1, letters: 0 })],
    'parcel-malformed',
  );
  edited(
    'cursor',
    'another cursor than 1',
    [
      { at: letterBodyAt, write: toHex(u64(2)) },
      { at: endAt + RECORD_HEADER_BYTES, write: toHex(u64(2)) },
    ],
    'parcel-malformed',
  );
  edited(
    'end-cursor',
    'the end lies beyond the letter',
    [{ at: endAt + RECORD_HEADER_BYTES, write: toHex(u64(2)) }],
    'parcel-malformed',
  );
  edited('day', 'a day is given', [{ at: letterBodyAt + DAY_OFFSET, write: '01' }], 'parcel-malformed');
  edited('letter-magic', 'what it holds is no letter', [{ at: letterBodyAt + 16, write: '00' }], 'letter-malformed');
  edited('cells-missing', 'a cell announced that does not come', [cellAnnounced], 'bundle-malformed');
  edited(
    'cut-in-cell',
    'cut within a cell',
    [cellAnnounced, { cut: endAt }, appended(cellHeader), { zeros: 1000 }],
    'bundle-truncated',
  );
  edited('cut-in-letter', 'cut within the letter', [{ cut: letterAt + 1000 }], 'bundle-truncated');
  edited('trailing', 'a byte after the end', [{ append: '00' }], 'bundle-malformed');
  edited('magic', 'the magic of a letter', [{ at: 6, write: '00' }], 'bundle-malformed');
  return vectors;
}

function letterOf(fill: number): Bytes {
  return concatBytes(LETTER_MAGIC, new Uint8Array(LETTER_SIZES[0] - LETTER_MAGIC.length).fill(fill));
}
