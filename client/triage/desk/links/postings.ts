const FIRST_CAPACITY = 1024;
const NONE = -1;

/**
 * Which documents stand under which key: a hash table of chains in typed arrays, 12 bytes for each entry and 4 to 8 for its place in the
 * table. Keys are known by their hash alone, so that what is found has to be compared once more.
 */
export class Postings {
  #size = 0;
  #heads = new Int32Array(FIRST_CAPACITY).fill(NONE);
  #next = new Int32Array(FIRST_CAPACITY);
  #hashes = new Uint32Array(FIRST_CAPACITY);
  #documents = new Uint32Array(FIRST_CAPACITY);

  add(key: string, document: number): void {
    if (this.#size === this.#next.length) this.#grow();
    const entry = this.#size++;
    this.#hashes[entry] = hashOf(key);
    this.#documents[entry] = document;
    this.#chain(entry);
  }

  /** Documents under a key, the last added first; `null` where they are more than `max`, and so say nothing. */
  documentsUnder(key: string, max: number): number[] | null {
    const hash = hashOf(key);
    const found: number[] = [];
    for (let entry = this.#headOf(hash); entry !== NONE; entry = this.#next[entry] ?? NONE) {
      if (this.#hashes[entry] !== hash) continue;
      if (found.length === max) return null;
      found.push(this.#documents[entry] ?? 0);
    }
    return found;
  }

  get bytes(): number {
    return [this.#heads, this.#next, this.#hashes, this.#documents].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }

  #headOf(hash: number): number {
    return this.#heads[hash & (this.#heads.length - 1)] ?? NONE;
  }

  #chain(entry: number): void {
    const hash = this.#hashes[entry] ?? 0;
    this.#next[entry] = this.#headOf(hash);
    this.#heads[hash & (this.#heads.length - 1)] = entry;
  }

  #grow(): void {
    const capacity = this.#next.length * 2;
    this.#hashes = copied(this.#hashes, new Uint32Array(capacity));
    this.#documents = copied(this.#documents, new Uint32Array(capacity));
    this.#next = new Int32Array(capacity);
    this.#heads = new Int32Array(capacity).fill(NONE);
    for (let entry = 0; entry < this.#size; entry++) this.#chain(entry);
  }
}

function copied(from: Uint32Array<ArrayBuffer>, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from);
  return to;
}

/** FNV-1a over code units, then mixed, as the low bits choose the chain. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
