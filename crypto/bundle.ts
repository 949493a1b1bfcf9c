import { concatBytes, readU32, readU64, u32, u64, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { CELL_BYTES, CELLS_MAX, type Cell } from './evidence.ts';
import { isLetterSize } from './letter.ts';

/** SPEC.md, Bundle: letters on their way from the server to the offline machine. */
export const BUNDLE_MAGIC: Bytes = Uint8Array.of(0x61, 0x6d, 0x70, 0x61, 0x72, 0x6f, 0x01, 0x01);

const TYPE = { end: 0, letter: 1, cell: 2 } as const;
const RECORD_HEADER_BYTES = 5;
const BODY_BYTES_MAX = CELL_BYTES;
const LETTER_HEADER_BYTES = 16;
const END_BYTES = 12;

export interface LetterRecord {
  readonly type: 'letter';
  readonly cursor: number;
  /** Days since 1970-01-01 on which the server took it in. */
  readonly day: number;
  /** How many cells follow. */
  readonly cells: number;
  /** Of a letter's size; not yet known to be one. */
  readonly letter: Bytes;
}

export interface EndRecord {
  readonly type: 'end';
  /** Where the next fetch goes on. */
  readonly cursor: number;
  readonly letters: number;
}

export type BundleRecord = LetterRecord | { readonly type: 'cell'; readonly cell: Bytes } | EndRecord;

export function encodeLetterRecord({ cursor, day, cells, letter }: Omit<LetterRecord, 'type'>): Bytes {
  return encodeRecord(TYPE.letter, concatBytes(u64(cursor), u32(day), u32(cells), letter));
}

export function encodeCellRecord(cell: Cell | Bytes): Bytes {
  return encodeRecord(TYPE.cell, cell);
}

export function encodeEndRecord({ cursor, letters }: Omit<EndRecord, 'type'>): Bytes {
  return encodeRecord(TYPE.end, concatBytes(u64(cursor), u32(letters)));
}

/**
 * Reads a bundle in pieces of any size, holding one record at a time. Throws `bundle-malformed`, and `bundle-truncated` where
 * the input stops early; every whole record before that has been given.
 */
export async function* readBundle(input: AsyncIterable<Uint8Array>): AsyncGenerator<BundleRecord> {
  const bytes = new ByteReader(input);
  const magic = await bytes.take(BUNDLE_MAGIC.length);
  if (!BUNDLE_MAGIC.every((byte, i) => magic[i] === byte)) throw malformed('magic');

  let letters = 0;
  let cursor = 0;
  let cellsDue = 0;
  for (;;) {
    const header = await bytes.take(RECORD_HEADER_BYTES);
    const length = readU32(header, 1);
    if (length > BODY_BYTES_MAX) throw malformed('length');
    const record = decodeRecord(header[0], await bytes.take(length));
    if (record === null) continue;

    if ((record.type === 'cell') !== cellsDue > 0) throw malformed('cells');
    if (record.type === 'cell') cellsDue -= 1;
    if (record.type === 'letter') {
      if (record.cursor <= cursor) throw malformed('cursor');
      letters += 1;
      cursor = record.cursor;
      cellsDue = record.cells;
    }
    if (record.type === 'end' && (record.letters !== letters || record.cursor < cursor || !(await bytes.isAtEnd()))) {
      throw malformed('end');
    }
    yield record;
    if (record.type === 'end') return;
  }
}

function decodeRecord(type: number | undefined, body: Bytes): BundleRecord | null {
  switch (type) {
    case TYPE.letter: {
      const letter = body.subarray(LETTER_HEADER_BYTES);
      if (!isLetterSize(letter.length)) throw malformed('letter');
      const cells = readU32(body, 12);
      if (cells > CELLS_MAX) throw malformed('cells');
      return { type: 'letter', cursor: cursorIn(body), day: readU32(body, 8), cells, letter };
    }
    case TYPE.cell:
      if (body.length !== CELL_BYTES) throw malformed('cell');
      return { type: 'cell', cell: body };
    case TYPE.end:
      if (body.length !== END_BYTES) throw malformed('end');
      return { type: 'end', cursor: cursorIn(body), letters: readU32(body, 8) };
    default:
      return null;
  }
}

function cursorIn(body: Bytes): number {
  const cursor = readU64(body, 0);
  if (cursor === undefined) throw malformed('cursor');
  return cursor;
}

function encodeRecord(type: number, body: Uint8Array): Bytes {
  return concatBytes(Uint8Array.of(type), u32(body.length), body);
}

function malformed(what: string): AmparoError {
  return new AmparoError('bundle-malformed', what);
}

/** Takes exact lengths from a flow of pieces of any length. */
class ByteReader {
  readonly #input: AsyncIterator<Uint8Array>;
  #pieces: Uint8Array[] = [];
  #held = 0;

  constructor(input: AsyncIterable<Uint8Array>) {
    this.#input = input[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Bytes> {
    while (this.#held < length) {
      if (!(await this.#pull())) throw new AmparoError('bundle-truncated');
    }
    const joined = concatBytes(...this.#pieces);
    this.#pieces = [joined.subarray(length)];
    this.#held -= length;
    return joined.slice(0, length);
  }

  async isAtEnd(): Promise<boolean> {
    return this.#held === 0 && !(await this.#pull());
  }

  async #pull(): Promise<boolean> {
    for (;;) {
      const next = await this.#input.next();
      if (next.done) return false;
      if (next.value.length === 0) continue;
      this.#pieces.push(next.value);
      this.#held += next.value.length;
      return true;
    }
  }
}
