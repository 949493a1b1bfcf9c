import { AmparoError, type Bytes, type BundleRecord } from '../../crypto/index.ts';

/** The cells that follow one letter in a bundle. Whatever is not taken is passed over, so that the next letter is next. */
export class CellQueue {
  readonly announced: number;
  readonly #records: AsyncIterator<BundleRecord, unknown>;
  #left: number;
  /** The bundle ended here, or is damaged from here on. */
  failure: AmparoError | null = null;

  constructor(records: AsyncIterator<BundleRecord, unknown>, announced: number) {
    this.#records = records;
    this.announced = announced;
    this.#left = announced;
  }

  /** The next cell, or `null` where there is none. */
  async next(): Promise<Bytes | null> {
    if (this.#left === 0 || this.failure) return null;
    this.#left -= 1;
    try {
      const next = await this.#records.next();
      return next.done !== true && next.value.type === 'cell' ? next.value.cell : null;
    } catch (error) {
      if (!(error instanceof AmparoError)) throw error;
      this.failure = error;
      return null;
    }
  }

  async skipRest(): Promise<void> {
    while (this.#left > 0 && !this.failure) await this.next();
  }
}
