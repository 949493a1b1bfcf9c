import { concatBytes, readU32, readU64, u32, u64, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { CELL_BYTES, CELLS_MAX, type Cell } from './evidence.ts';
import { isLetterSize } from './letter.ts';
import { parseJson } from './parse.ts';
import { STAMP_BYTES, type Stamp } from './stamp.ts';

/** SPEC.md, Bundle: letters on their way from the server to the offline machine. */
export const BUNDLE_MAGIC: Bytes = Uint8Array.of(0x61, 0x6d, 0x70, 0x61, 0x72, 0x6f, 0x01, 0x01);

export const RECORD_TYPE = { end: 0, letter: 1, cell: 2, stamp: 3, directory: 4 } as const;
export const RECORD_HEADER_BYTES = 5;
const BODY_BYTES_MAX = CELL_BYTES;
/** A directory that is longer does not travel in bundles. */
export const DIRECTORY_RECORD_BYTES_MAX = BODY_BYTES_MAX;
const LETTER_HEADER_BYTES = 16;
const END_BYTES = 12;

export interface LetterRecord {
  readonly type: 'letter';
  readonly cursor: number;
  /** Days since 1970-01-01 on which the server took it in; 0 where it did not come from one. */
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

/** Stands in parcels; whoever only opens letters has no use for it. */
export interface StampRecord extends Stamp {
  readonly type: 'stamp';
}

/** The office's directory as the server had it, so that the offline machine knows the roster and this month's keys. */
export interface DirectoryRecord {
  readonly type: 'directory';
  /** Trusted only once `openDirectory` has opened it. */
  readonly directory: unknown;
}

export type BundleRecord =
  LetterRecord | { readonly type: 'cell'; readonly cell: Bytes } | StampRecord | DirectoryRecord | EndRecord;

export function encodeLetterRecord({ cursor, day, cells, letter }: Omit<LetterRecord, 'type'>): Bytes {
  return encodeRecord(RECORD_TYPE.letter, concatBytes(u64(cursor), u32(day), u32(cells), letter));
}

export function encodeCellRecord(cell: Cell | Bytes): Bytes {
  return encodeRecord(RECORD_TYPE.cell, cell);
}

export function encodeStampRecord({ counter }: Stamp): Bytes {
  return encodeRecord(RECORD_TYPE.stamp, u32(counter));
}

/** `json`: a directory, at most {@link DIRECTORY_RECORD_BYTES_MAX}. */
export function encodeDirectoryRecord(json: Bytes): Bytes {
  return encodeRecord(RECORD_TYPE.directory, json);
}

export function encodeEndRecord({ cursor, letters }: Omit<EndRecord, 'type'>): Bytes {
  return encodeRecord(RECORD_TYPE.end, concatBytes(u64(cursor), u32(letters)));
}

/**
 * Reads a bundle in pieces of any size, holding one record at a time. Throws `bundle-malformed`, and `bundle-truncated` where
 * the input stops early; every whole record before that has been given.
 */
export async function* readBundle(input: AsyncIterable<Uint8Array>): AsyncGenerator<BundleRecord> {
  const bytes = new ByteReader(input);
  requireMagic(await bytes.take(BUNDLE_MAGIC.length));
  const order = new RecordOrder();
  for (;;) {
    const { type, length } = recordHeader(await bytes.take(RECORD_HEADER_BYTES));
    const record = decodeRecord(type, await bytes.take(length));
    if (record === null) continue;
    order.take(record);
    if (record.type === 'end' && !(await bytes.isAtEnd())) throw malformed('end');
    yield record;
    if (record.type === 'end') return;
  }
}

export function requireMagic(start: Bytes): void {
  if (!BUNDLE_MAGIC.every((byte, i) => start[i] === byte)) throw malformed('magic');
}

export interface RecordHeader {
  readonly type: number | undefined;
  readonly length: number;
}

export function recordHeader(header: Bytes): RecordHeader {
  const length = readU32(header, 1);
  if (length > BODY_BYTES_MAX) throw malformed('length');
  return { type: header[0], length };
}

/** Holds the records of a bundle to their order: cells after the letter that announced them, cursors that rise, an end that counts right. */
export class RecordOrder {
  #letters = 0;
  #cursor = 0;
  #cellsDue = 0;

  take(record: Exclude<BundleRecord, { type: 'cell' }> | { readonly type: 'cell' }): void {
    if ((record.type === 'cell') !== this.#cellsDue > 0) throw malformed('cells');
    if (record.type === 'cell') this.#cellsDue -= 1;
    if (record.type === 'letter') {
      if (record.cursor <= this.#cursor) throw malformed('cursor');
      this.#letters += 1;
      this.#cursor = record.cursor;
      this.#cellsDue = record.cells;
    }
    if (record.type === 'end' && (record.letters !== this.#letters || record.cursor < this.#cursor)) {
      throw malformed('end');
    }
  }
}

/** `null` for a record of a type unknown here. */
export function decodeRecord(type: number | undefined, body: Bytes): BundleRecord | null {
  switch (type) {
    case RECORD_TYPE.letter: {
      const letter = body.subarray(LETTER_HEADER_BYTES);
      if (!isLetterSize(letter.length)) throw malformed('letter');
      const cells = readU32(body, 12);
      if (cells > CELLS_MAX) throw malformed('cells');
      return { type: 'letter', cursor: cursorIn(body), day: readU32(body, 8), cells, letter };
    }
    case RECORD_TYPE.cell:
      if (body.length !== CELL_BYTES) throw malformed('cell');
      return { type: 'cell', cell: body };
    case RECORD_TYPE.stamp:
      if (body.length !== STAMP_BYTES) throw malformed('stamp');
      return { type: 'stamp', counter: readU32(body, 0) };
    case RECORD_TYPE.directory:
      return { type: 'directory', directory: parseJson(body, 'bundle-malformed') };
    case RECORD_TYPE.end:
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

export function malformed(what: string): AmparoError {
  return new AmparoError('bundle-malformed', what);
}

/** Takes exact lengths from a flow of pieces of any length, and holds no more than one piece beyond. */
class ByteReader {
  readonly #input: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array();

  constructor(input: AsyncIterable<Uint8Array>) {
    this.#input = input[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Bytes> {
    const taken = new Uint8Array(length);
    for (let filled = 0; filled < length;) {
      if (await this.isAtEnd()) throw new AmparoError('bundle-truncated');
      const part = this.#piece.subarray(0, length - filled);
      taken.set(part, filled);
      filled += part.length;
      this.#piece = this.#piece.subarray(part.length);
    }
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#piece.length === 0) {
      const next = await this.#input.next();
      if (next.done) return true;
      this.#piece = next.value;
    }
    return false;
  }
}
