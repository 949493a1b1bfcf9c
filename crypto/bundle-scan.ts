import {
  BUNDLE_MAGIC,
  decodeRecord,
  malformed,
  RECORD_HEADER_BYTES,
  RECORD_TYPE,
  recordHeader,
  RecordOrder,
  requireMagic,
  type BundleRecord,
} from './bundle.ts';
import { concatBytes, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { CELL_BYTES } from './evidence.ts';

/** Bytes that lie at hand, such as a file: any part of them can be read without what stands before it. */
export interface Sliceable {
  readonly size: number;
  /** The bytes from `start` up to `end`, both within `size`. */
  read(start: number, end: number): Promise<Bytes>;
}

/** A cell of evidence that was passed over: where its bytes begin. */
export interface CellPlace {
  readonly type: 'cell';
  readonly at: number;
}

/** A record, and where in the bundle the next one begins. */
export type ScannedRecord = (Exclude<BundleRecord, { type: 'cell' }> | CellPlace) & { readonly next: number };

/** Large where letters follow each other, since each read has its price; small after evidence, of which no byte is wanted. */
const READ_BYTES = 2 * CELL_BYTES;
const READ_AFTER_SKIP_BYTES = 65_536;

/** What {@link readBundle} reads, in the same order and with the same errors, without reading evidence: each cell is told by its place. */
export async function* scanBundle(source: Sliceable): AsyncGenerator<ScannedRecord> {
  const bytes = new SliceReader(source);
  requireMagic(await bytes.take(BUNDLE_MAGIC.length));
  const order = new RecordOrder();
  for (;;) {
    const { type, length } = recordHeader(await bytes.take(RECORD_HEADER_BYTES));
    if (type === RECORD_TYPE.cell && length === CELL_BYTES) {
      const at = bytes.position;
      bytes.skip(length);
      order.take({ type: 'cell' });
      yield { type: 'cell', at, next: bytes.position };
      continue;
    }
    const record = decodeRecord(type, await bytes.take(length));
    if (record === null) continue;
    order.take(record);
    if (record.type === 'cell') throw malformed('cell'); // of the right length it was passed over above
    if (record.type === 'end' && bytes.position < source.size) throw malformed('end');
    yield { ...record, next: bytes.position };
    if (record.type === 'end') return;
  }
}

/** Takes exact lengths from a place that moves on, and holds no more than one read. */
class SliceReader {
  readonly #source: Sliceable;
  #held: Bytes = new Uint8Array();
  #heldFrom = 0;
  #ahead = READ_BYTES;
  position = 0;

  constructor(source: Sliceable) {
    this.#source = source;
  }

  async take(length: number): Promise<Bytes> {
    const start = this.position;
    const end = start + length;
    if (end > this.#source.size) throw new AmparoError('bundle-truncated');
    const heldTo = this.#heldFrom + this.#held.length;
    const isHeld = start >= this.#heldFrom && end <= heldTo;
    if (!isHeld) {
      const kept = start < heldTo ? this.#held.slice(start - this.#heldFrom) : new Uint8Array();
      const readTo = Math.min(Math.max(end, start + this.#ahead), this.#source.size);
      this.#held = concatBytes(kept, await this.#source.read(start + kept.length, readTo));
      this.#heldFrom = start;
      this.#ahead = READ_BYTES;
      if (this.#held.length !== readTo - start) throw new AmparoError('bundle-truncated');
    }
    this.position = end;
    return this.#held.slice(start - this.#heldFrom, end - this.#heldFrom);
  }

  /** Throws `bundle-truncated`, as reading it would. */
  skip(length: number): void {
    if (this.position + length > this.#source.size) throw new AmparoError('bundle-truncated');
    this.position += length;
    this.#ahead = READ_AFTER_SKIP_BYTES;
  }
}
