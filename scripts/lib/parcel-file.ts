import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

import { AmparoError, BUNDLE_MAGIC, readParcel, type Bytes, type Letter, type ParcelPart } from '../../crypto/index.ts';
import { Failure } from './failure.ts';

const READ_AHEAD_BYTES = 1_048_576;

/** A parcel on the disk: its letter, and its cells one at a time. */
export class ParcelFile {
  readonly letter: Letter;
  readonly count: number;
  readonly #path: string;
  #parts: AsyncGenerator<ParcelPart> | null = null;
  #next = 0;
  #last: Bytes | null = null;

  private constructor(path: string, letter: Letter, count: number) {
    this.#path = path;
    this.letter = letter;
    this.count = count;
  }

  /** Reads it once to its end, so that nothing of a damaged one is sent. Throws as `readParcel`, and `parcel-foreign`. */
  static async open(path: string): Promise<ParcelFile> {
    if (!(await startsAsBundle(path))) throw new Failure('parcel-foreign', path);
    let file: ParcelFile | undefined;
    for await (const part of partsOf(path)) {
      if (part.type === 'letter') file = new ParcelFile(path, part.letter, part.cells);
    }
    if (!file) throw new AmparoError('parcel-malformed');
    return file;
  }

  /** In order, or again from any earlier one: an upload that broke goes back a little. */
  async cell(index: number): Promise<Bytes> {
    if (this.#last !== null && index === this.#next - 1) return this.#last;
    if (this.#parts === null || index < this.#next) {
      await this.close();
      this.#parts = partsOf(this.#path);
      this.#next = 0;
    }
    for (;;) {
      const next = await this.#parts.next();
      if (next.done === true) throw new AmparoError('evidence-changed');
      if (next.value.type !== 'cell') continue;
      this.#next += 1;
      this.#last = next.value.cell;
      if (this.#next > index) return this.#last;
    }
  }

  async close(): Promise<void> {
    await this.#parts?.return(undefined);
    this.#parts = null;
    this.#last = null;
  }
}

/** Whether a file may be a bundle or a parcel. Throws `file-unreadable`. */
export async function startsAsBundle(path: string): Promise<boolean> {
  const start = new Uint8Array(BUNDLE_MAGIC.length);
  try {
    const file = await open(path, 'r');
    try {
      await file.read(start, 0, start.length, 0);
    } finally {
      await file.close();
    }
  } catch {
    throw new Failure('file-unreadable', path);
  }
  return BUNDLE_MAGIC.every((byte, i) => byte === start[i]);
}

function partsOf(path: string): AsyncGenerator<ParcelPart> {
  return readParcel(createReadStream(path, { highWaterMark: READ_AHEAD_BYTES }));
}
