import { concat, equal, readBigEndian, slice, utf8 } from './bytes.ts';
import { parseBytes } from './json.ts';
import { Refusal } from './refusal.ts';

// SPEC, Bundle.
const MAGIC = concat(utf8('amparo'), Uint8Array.of(1, 1));
const LENGTH_MAX = 1_048_576;
const CELL_BYTES = 1_048_576;
const CELLS_MAX = 65_536;
const CURSOR_MAX = 2n ** 53n - 1n;
const LETTER_SIZES = [32_768, 131_072, 524_288];
const LETTER_PREAMBLE_BYTES = 16;
const END_BYTES = 12;
const STAMP_BYTES = 4;

export type BundleRecord =
  | {
      readonly type: 'letter';
      readonly cursor: bigint;
      readonly day: number;
      readonly cells: number;
      readonly letter: Uint8Array;
    }
  | { readonly type: 'cell'; readonly cell: Uint8Array }
  | { readonly type: 'stamp'; readonly counter: number }
  | { readonly type: 'directory'; readonly directory: unknown }
  | { readonly type: 'end'; readonly cursor: bigint; readonly letters: number };

/** Hands out each whole record before it looks at the next, so that a bundle cut short still gives what came. */
export function* readBundle(bundle: Uint8Array): Generator<BundleRecord> {
  const magic = bundle.slice(0, MAGIC.length);
  if (!equal(magic, MAGIC.slice(0, magic.length))) throw malformed('magic');
  if (magic.length < MAGIC.length) throw truncated();
  let letters = 0;
  let cellsToCome = 0;
  let cursor = -1n;
  for (const { type, body, end } of rawRecords(bundle)) {
    if (type === 2) {
      if (cellsToCome === 0) throw malformed('a cell that no letter announced');
      if (body.length !== CELL_BYTES) throw malformed(`a cell of ${String(body.length)} bytes`);
      cellsToCome -= 1;
      yield { type: 'cell', cell: body };
    } else if (type === 1) {
      if (cellsToCome > 0) throw malformed('fewer cells than announced');
      const letter = readLetter(body);
      if (letter.cursor <= cursor) throw malformed('cursors do not rise');
      ({ cursor, cells: cellsToCome } = letter);
      letters += 1;
      yield letter;
    } else if (type === 3) {
      if (cellsToCome > 0) throw malformed('fewer cells than announced');
      if (body.length !== STAMP_BYTES) throw malformed(`a stamp of ${String(body.length)} bytes`);
      yield { type: 'stamp', counter: Number(readBigEndian(body)) };
    } else if (type === 4) {
      if (cellsToCome > 0) throw malformed('fewer cells than announced');
      yield { type: 'directory', directory: parseBytes(body, 'bundle-malformed') };
    } else if (type === 0) {
      if (cellsToCome > 0) throw malformed('fewer cells than announced');
      if (body.length !== END_BYTES) throw malformed(`an end of ${String(body.length)} bytes`);
      const last = readCursor(body);
      if (Number(readBigEndian(slice(body, 8, 4))) !== letters) throw malformed('the end record miscounts');
      if (last < cursor) throw malformed('the cursor falls at the end');
      if (end !== bundle.length) throw malformed('something follows the end');
      yield { type: 'end', cursor: last, letters };
      return;
    }
  }
  throw truncated();
}

interface RawRecord {
  readonly type: number;
  readonly body: Uint8Array;
  /** Where the next record begins. */
  readonly end: number;
}

function* rawRecords(bundle: Uint8Array): Generator<RawRecord> {
  let at = MAGIC.length;
  while (at < bundle.length) {
    if (at + 5 > bundle.length) throw truncated();
    const type = Number(readBigEndian(slice(bundle, at, 1)));
    const length = Number(readBigEndian(slice(bundle, at + 1, 4)));
    if (length > LENGTH_MAX) throw malformed(`a record of ${String(length)} bytes`);
    const end = at + 5 + length;
    if (end > bundle.length) throw truncated();
    yield { type, body: slice(bundle, at + 5, length), end };
    at = end;
  }
}

function readLetter(body: Uint8Array): BundleRecord & { type: 'letter' } {
  const letter = body.slice(LETTER_PREAMBLE_BYTES);
  if (!LETTER_SIZES.includes(letter.length)) throw malformed(`a letter of ${String(letter.length)} bytes`);
  const cells = Number(readBigEndian(slice(body, 12, 4)));
  if (cells > CELLS_MAX) throw malformed(`${String(cells)} cells`);
  return { type: 'letter', cursor: readCursor(body), day: Number(readBigEndian(slice(body, 8, 4))), cells, letter };
}

function readCursor(body: Uint8Array): bigint {
  const cursor = readBigEndian(slice(body, 0, 8));
  if (cursor > CURSOR_MAX) throw malformed(`a cursor of ${String(cursor)}`);
  return cursor;
}

function malformed(reason: string): Refusal {
  return new Refusal('bundle-malformed', reason);
}

function truncated(): Refusal {
  return new Refusal('bundle-truncated', 'the input stops before the end record');
}
