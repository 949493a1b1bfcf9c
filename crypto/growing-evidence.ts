import type { Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { CELL_PLAINTEXT_BYTES, CellCipher, cellCount, digestOfHashes, sha256, type Cell } from './evidence.ts';
import type { EvidenceKey } from './keys.ts';

/**
 * An evidence stream whose end is not known yet (SPEC.md, Evidence, Growing). A cell seals as soon as more content follows it; the
 * last one, and what pads the stream, once it is finished. The cells are those that `sealEvidence` gives. No place of the
 * stream is ever given out with two contents: each nonce serves one plaintext.
 */
export class GrowingEvidence {
  readonly #cipher: CellCipher;
  readonly #hashes: Bytes[] = [];
  #totalBytes = 0;
  /** Known once the stream is finished. */
  #cells: number | undefined;
  /** Cells whose sealing was begun: what lies in them is settled. */
  #settledCells = 0;
  /** A cell was sealed that depends on where the stream ends. */
  #isEndSettled = false;

  private constructor(cipher: CellCipher) {
    this.#cipher = cipher;
  }

  static async begin(key: EvidenceKey): Promise<GrowingEvidence> {
    return new GrowingEvidence(await CellCipher.derive(key));
  }

  /** How many bytes from the start on must stay as they are. */
  get settledBytes(): number {
    return Math.min(this.#totalBytes, this.#settledCells * CELL_PLAINTEXT_BYTES);
  }

  /** How many cells, from the first on, may be sealed now. */
  get readyCells(): number {
    return this.#cells ?? Math.max(0, Math.ceil(this.#totalBytes / CELL_PLAINTEXT_BYTES) - 1);
  }

  /** How many cells the whole stream has; `undefined` until it is finished. */
  get cells(): number | undefined {
    return this.#cells;
  }

  /**
   * Says how many bytes of content there are now, and that more may follow. False where what was sealed does not allow it: then
   * only a new stream under a new key will do. Throws `evidence-too-large`.
   */
  resize(totalBytes: number): boolean {
    const cells = cellCount(totalBytes);
    if (this.#isEndSettled) return totalBytes === this.#totalBytes;
    // The last of the cells sealed so far was sealed as one that others follow.
    const keeps = this.#settledCells === 0 || (totalBytes >= this.settledBytes && cells > this.#settledCells);
    if (!keeps) return false;
    this.#totalBytes = totalBytes;
    this.#cells = undefined;
    return true;
  }

  /** Says that no content follows; gives the number of cells. */
  finish(): number {
    return (this.#cells ??= cellCount(this.#totalBytes));
  }

  /** The part of the content that lies in a cell. */
  rangeOf(index: number): { readonly start: number; readonly end: number } {
    const start = Math.min(this.#totalBytes, index * CELL_PLAINTEXT_BYTES);
    return { start, end: Math.min(this.#totalBytes, start + CELL_PLAINTEXT_BYTES) };
  }

  /**
   * Seals cell `index`, of the ready ones and none left out, from the content that lies in it; again and again where need be.
   * Throws `evidence-changed` where the content is not what it was, and gives nothing out then.
   */
  async sealCell(index: number, content: Uint8Array): Promise<Cell> {
    if (index >= this.readyCells || index > this.#settledCells) throw new RangeError('cell: not ready');
    const { start, end } = this.rangeOf(index);
    if (content.length !== end - start) throw new AmparoError('evidence-changed');
    // Settled before anything is awaited, so that the stream is not resized under a cell that is being sealed.
    this.#settledCells = Math.max(this.#settledCells, index + 1);
    const isLast = index + 1 === this.#cells;
    this.#isEndSettled ||= isLast || content.length < CELL_PLAINTEXT_BYTES;

    const cell = await this.#cipher.sealCell(index, isLast, content);
    const hash = await sha256(cell);
    const before = (this.#hashes[index] ??= hash);
    if (!before.every((byte, i) => byte === hash[i])) throw new AmparoError('evidence-changed');
    return cell;
  }

  /** The digest of the whole stream (SPEC.md, Evidence), all cells of which were sealed. */
  async digest(): Promise<Bytes> {
    const hashes = Object.values(this.#hashes); // without the holes of cells still being sealed
    if (hashes.length !== this.#cells) throw new RangeError('evidence: not all sealed');
    return digestOfHashes(hashes);
  }
}
