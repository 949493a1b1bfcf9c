const WORD_BITS = 32;

/** A set of document numbers, one bit each. */
export class Bits {
  readonly #words: Uint32Array;

  constructor(size: number) {
    this.#words = new Uint32Array(Math.ceil(size / WORD_BITS));
  }

  add(document: number): void {
    const word = document >>> 5;
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (document & 31));
  }

  has(document: number): boolean {
    return (((this.#words[document >>> 5] ?? 0) >>> (document & 31)) & 1) === 1;
  }

  /** Keeps what is in the other one too. */
  intersect(other: Bits): void {
    for (let word = 0; word < this.#words.length; word++) {
      this.#words[word] = (this.#words[word] ?? 0) & (other.#words[word] ?? 0);
    }
  }

  get isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }
}
