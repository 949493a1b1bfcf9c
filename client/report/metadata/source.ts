/** Thrown where a file is not built as its format says, or asks for more work than is given: removing would be a guess. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

const WINDOW_BYTES = 64 * 1024; // most files' headers fit in one
const AT_ONCE_BYTES_MAX = 32 * 1024 * 1024; // the longest table of a film of many hours
const READS_MAX = 50_000; // some seconds; a sequential read of 3 GiB by windows
const PARTS_MAX = 100_000; // a film of hours in fragments has some thousands

/** Reads a file here and there without ever holding it whole. What lies beyond the end is not understood. */
export class Source {
  readonly size: number;
  readonly #blob: Blob;
  #window: Uint8Array<ArrayBuffer> = new Uint8Array();
  #windowAt = 0;
  #reads = 0;
  #parts = 0;

  constructor(blob: Blob) {
    this.#blob = blob;
    this.size = blob.size;
  }

  /** @throws {@link NotUnderstood} where the file ends before */
  async bytes(at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (at < 0 || length < 0 || at + length > this.size) throw new NotUnderstood('beyond the end');
    if (length > WINDOW_BYTES) return this.#read(at, at + length);
    const inWindow = at >= this.#windowAt && at + length <= this.#windowAt + this.#window.length;
    if (!inWindow) {
      this.#window = await this.#read(at, Math.min(this.size, at + WINDOW_BYTES));
      this.#windowAt = at;
    }
    return this.#window.slice(at - this.#windowAt, at - this.#windowAt + length);
  }

  /** As {@link bytes}, to be read by numbers. */
  async view(at: number, length: number): Promise<DataView> {
    return new DataView((await this.bytes(at, length)).buffer);
  }

  /** Up to `length` bytes: fewer where the file ends. */
  async some(at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.bytes(at, Math.max(0, Math.min(length, this.size - at)));
  }

  /** Whether nothing but zeros stands from `from` up to `to`. */
  async isZero(from: number, to: number): Promise<boolean> {
    for (let at = from; at < to; at += WINDOW_BYTES) {
      const block = await this.bytes(at, Math.min(WINDOW_BYTES, to - at));
      if (block.some((byte) => byte !== 0)) return false;
    }
    return true;
  }

  /** Counts one segment, chunk or box, so that a million of them does not take a million steps. */
  countPart(): void {
    if (++this.#parts > PARTS_MAX) throw new NotUnderstood('too many parts');
  }

  async #read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    if (to - from > AT_ONCE_BYTES_MAX) throw new NotUnderstood('too large a part');
    if (++this.#reads > READS_MAX) throw new NotUnderstood('too many reads');
    return new Uint8Array(await this.#blob.slice(from, to).arrayBuffer());
  }
}
