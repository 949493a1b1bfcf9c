import { digestOfHashes, sha256, type Bytes } from '../../crypto/index.ts';
import type { CellSource } from './upload-evidence.ts';

/** Cells on their way to the server; keeps the hash of each, for the digest that a receipt names. */
export class HashedCells implements CellSource {
  readonly #cells: CellSource;
  readonly #hashes = new Map<number, Bytes>();

  constructor(cells: CellSource) {
    this.#cells = cells;
  }

  get count(): number {
    return this.#cells.count;
  }

  /** May be asked for one cell again, where an upload goes back. */
  async cell(index: number): Promise<Bytes> {
    const cell = await this.#cells.cell(index);
    this.#hashes.set(index, await sha256(cell));
    return cell;
  }

  /** The evidence digest, once every cell was given. */
  digest(): Promise<Bytes> {
    const hashes = Array.from({ length: this.count }, (_, i) => this.#hashes.get(i));
    if (!hashes.every((hash) => hash !== undefined)) throw new RangeError('digest: not every cell was given');
    return digestOfHashes(hashes);
  }
}
