import type { Bytes } from '../../../crypto/index.ts';
import { Trouble } from '../trouble.ts';

/** Where a bundle is written. What was written since the last `keep` can be taken back. */
export interface Target {
  /** How much fits. */
  readonly bytesMax: number;
  write(bytes: Bytes): Promise<void>;
  /** All that was written so far is whole. */
  keep(): void;
  rewind(): Promise<void>;
  /** Puts the file into its place; or gives what is to be saved as one. */
  finish(): Promise<Blob | null>;
  discard(): Promise<void>;
}

const PART_BYTES_MAX = 1_073_741_824;
/** What is whole is handed to the browser in pieces of this size, which it can put on the disk. */
const PIECE_BYTES = 16_777_216;

/** In memory, for browsers that let no page write a file. */
export class BlobTarget implements Target {
  readonly bytesMax = PART_BYTES_MAX;
  readonly #pieces: Blob[] = [];
  #whole: Bytes[] = [];
  #wholeBytes = 0;
  #written: Bytes[] = [];

  write(bytes: Bytes): Promise<void> {
    this.#written.push(bytes);
    return Promise.resolve();
  }

  keep(): void {
    for (const bytes of this.#written.splice(0)) {
      this.#whole.push(bytes);
      this.#wholeBytes += bytes.length;
      if (this.#wholeBytes >= PIECE_BYTES) this.#handOver();
    }
  }

  rewind(): Promise<void> {
    this.#written = [];
    return Promise.resolve();
  }

  finish(): Promise<Blob> {
    this.keep();
    return Promise.resolve(new Blob([...this.#pieces, ...this.#whole], { type: 'application/octet-stream' }));
  }

  async discard(): Promise<void> {
    await this.rewind();
  }

  #handOver(): void {
    this.#pieces.push(new Blob(this.#whole));
    this.#whole = [];
    this.#wholeBytes = 0;
  }
}

/** The File System Access interface, as far as it is used: TypeScript has no types for the picker, and Firefox has not got it. */
interface Picker {
  showSaveFilePicker?(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
}

const picker = globalThis as Picker;

export function canWriteFiles(): boolean {
  return picker.showSaveFilePicker !== undefined;
}

/** A file on the disk, of any size: the browser writes beside it and puts it into its place at the end. */
export class FileTarget implements Target {
  readonly bytesMax = Number.POSITIVE_INFINITY;
  readonly #stream: FileSystemWritableFileStream;
  #written = 0;
  #whole = 0;

  private constructor(stream: FileSystemWritableFileStream) {
    this.#stream = stream;
  }

  /** Asks where to save. `null` where nothing was chosen. */
  static async pick(suggestedName: string): Promise<FileTarget | null> {
    try {
      const handle = await picker.showSaveFilePicker?.({ suggestedName });
      return handle ? new FileTarget(await handle.createWritable()) : null;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      throw new Trouble('file-unwritable');
    }
  }

  async write(bytes: Bytes): Promise<void> {
    await this.#writing(this.#stream.write(bytes));
    this.#written += bytes.length;
  }

  keep(): void {
    this.#whole = this.#written;
  }

  async rewind(): Promise<void> {
    await this.#writing(this.#stream.truncate(this.#whole).then(() => this.#stream.seek(this.#whole)));
    this.#written = this.#whole;
  }

  async finish(): Promise<null> {
    await this.#writing(this.#stream.close());
    return null;
  }

  async discard(): Promise<void> {
    await this.#stream.abort().catch(() => undefined);
  }

  async #writing(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch {
      throw new Trouble('file-unwritable');
    }
  }
}
