import {
  BUNDLE_MAGIC,
  CELL_BYTES,
  encodeCellRecord,
  encodeDirectoryRecord,
  encodeEndRecord,
  encodeLetterRecord,
  utf8,
  type BundleRecord,
  type Bytes,
  type EndRecord,
  type LetterRecord,
} from '../../../crypto/index.ts';
import { Trouble } from '../trouble.ts';
import type { Target } from './target.ts';

const RECORD_HEADER_BYTES = 5;
const CELL_RECORD_BYTES = RECORD_HEADER_BYTES + CELL_BYTES;
const END_RECORD_BYTES = RECORD_HEADER_BYTES + 12;

/** A whole bundle, and where it lies between two cursors. */
export interface FinishedPart {
  readonly number: number;
  readonly after: number;
  readonly until: number;
  readonly letters: number;
  /** To be saved; `null` where it is on the disk already. */
  readonly blob: Blob | null;
}

export interface PartPorts {
  newTarget(): Promise<Target>;
  /** Hands over a part; the next one is begun once this is done. */
  finished(part: FinishedPart): Promise<void>;
}

/** Writes records down as bundles of whole reports, none larger than there is room for. */
export class PartWriter {
  readonly #ports: PartPorts;
  #target: Target | null = null;
  #directory: Bytes | null = null;
  #number = 0;
  #after: number;
  #partLetters = 0;
  /** Of the part, whole reports alone and with the one under way. */
  #wholeBytes = 0;
  #partBytes = 0;
  #finishedBytes = 0;
  #underWay: { readonly cursor: number; cellsDue: number } | null = null;
  /** The last whole report's. */
  cursor: number;
  letters = 0;

  constructor(after: number, ports: PartPorts) {
    this.#ports = ports;
    this.#after = after;
    this.cursor = after;
  }

  /** Of all parts. */
  get bytes(): number {
    return this.#finishedBytes + this.#partBytes;
  }

  /** Throws `report-large` where no part has room for one report. */
  async take(record: Exclude<BundleRecord, EndRecord>): Promise<void> {
    switch (record.type) {
      case 'directory':
        this.#directory = encodeDirectoryRecord(utf8(JSON.stringify(record.directory)));
        return;
      case 'letter':
        await this.#makeRoom(record);
        this.#underWay = { cursor: record.cursor, cellsDue: record.cells };
        await this.#write(encodeLetterRecord(record));
        break;
      case 'cell':
        await this.#write(encodeCellRecord(record.cell));
        if (this.#underWay) this.#underWay.cellsDue -= 1;
        break;
      case 'stamp':
        return; // of use to nobody behind the server
    }
    if (this.#underWay?.cellsDue === 0) this.#keep(this.#underWay.cursor);
  }

  /** Takes back the report under way. */
  async rewind(): Promise<void> {
    this.#underWay = null;
    this.#partBytes = this.#wholeBytes;
    await this.#target?.rewind();
  }

  /** Ends the part, so that it is a whole bundle. */
  async finish(cursor: number): Promise<void> {
    const target = this.#target ?? (await this.#begin());
    await target.write(encodeEndRecord({ cursor, letters: this.#partLetters }));
    const blob = await target.finish();
    this.#target = null;
    this.#finishedBytes += this.#partBytes;
    const part = { number: this.#number, after: this.#after, until: cursor, letters: this.#partLetters, blob };
    this.#after = cursor;
    this.#partLetters = this.#partBytes = this.#wholeBytes = 0;
    await this.#ports.finished(part);
  }

  /** Keeps what is whole, where something is. Gives whether there is. */
  async finishWhole(): Promise<boolean> {
    if (this.#partLetters > 0) await this.finish(this.cursor);
    else await this.#target?.discard();
    return this.letters > 0;
  }

  async #makeRoom(letter: LetterRecord): Promise<void> {
    const bytes = encodeLetterRecord(letter).length + letter.cells * CELL_RECORD_BYTES + END_RECORD_BYTES;
    const target = this.#target ?? (await this.#begin());
    if (this.#partBytes + bytes <= target.bytesMax) return;
    if (this.#partLetters === 0) throw new Trouble('report-large');
    await this.finish(this.cursor);
    await this.#makeRoom(letter);
  }

  async #begin(): Promise<Target> {
    this.#target = await this.#ports.newTarget();
    this.#number += 1;
    await this.#write(BUNDLE_MAGIC);
    if (this.#directory) await this.#write(this.#directory);
    this.#wholeBytes = this.#partBytes;
    this.#target.keep();
    return this.#target;
  }

  async #write(bytes: Bytes): Promise<void> {
    await this.#target?.write(bytes);
    this.#partBytes += bytes.length;
  }

  #keep(cursor: number): void {
    this.#target?.keep();
    this.#underWay = null;
    this.#wholeBytes = this.#partBytes;
    this.#partLetters += 1;
    this.letters += 1;
    this.cursor = cursor;
  }
}
