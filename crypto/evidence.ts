import { concatBytes, isZero, toBytes, type Branded, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { deriveEvidenceStreamKey, type EvidenceKey } from './keys.ts';
import { padme } from './padding.ts';
import { atLeast, piecesOf } from './pieces.ts';
import { readAhead, sideBySide } from './side-by-side.ts';
import { CHUNK_BYTES, CHUNK_PLAINTEXT_BYTES, StreamKey } from './stream.ts';

/** SPEC.md, Evidence: all files of a report as one padded stream, in cells of exactly 1 MiB. */
export type Cell = Branded<'Cell'>;

export const CHUNKS_PER_CELL = 16;
export const CELL_BYTES = CHUNKS_PER_CELL * CHUNK_BYTES;
export const CELL_PLAINTEXT_BYTES = CHUNKS_PER_CELL * CHUNK_PLAINTEXT_BYTES;
export const CELLS_MAX = 65_536;

/** How much of a file to read at a time: whole cells, which are then sealed where they lie, and large, as browsers charge for each read. */
export const EVIDENCE_READ_BYTES = 16 * CELL_PLAINTEXT_BYTES;

const CELLS_AT_ONCE = 4; // enough for the cipher's threads to work while the next piece is read

/** How many cells files of `totalBytes` together fill, rounded up so that the number tells little. Throws `evidence-too-large`. */
export function cellCount(totalBytes: number): number {
  const cells = padme(Math.max(1, Math.ceil(totalBytes / CELL_PLAINTEXT_BYTES)));
  if (cells > CELLS_MAX) throw new AmparoError('evidence-too-large');
  return cells;
}

/** What seals and opens the cells of one stream: each alone, in any order, again and again to the same bytes. */
export class CellCipher {
  readonly #key: StreamKey;

  private constructor(key: StreamKey) {
    this.#key = key;
  }

  static async derive(key: EvidenceKey): Promise<CellCipher> {
    return new CellCipher(await StreamKey.import(await deriveEvidenceStreamKey(key)));
  }

  /** Seals cell `index`, the stream's last or not: up to 1,048,320 bytes, filled up with zeros. */
  async sealCell(index: number, isLast: boolean, plaintext: Uint8Array): Promise<Cell> {
    const full = plaintext.length === CELL_PLAINTEXT_BYTES ? toBytes(plaintext) : zeroFilled(plaintext);
    const cell = new Uint8Array(CELL_BYTES);
    await Promise.all(
      chunkNumbers().map(async (i) => {
        const chunk = full.subarray(i * CHUNK_PLAINTEXT_BYTES, (i + 1) * CHUNK_PLAINTEXT_BYTES);
        cell.set(await this.#key.sealChunk(...placeOf(index, isLast, i), chunk), i * CHUNK_BYTES);
      }),
    );
    return cell as Cell;
  }

  /** Opens cell `index` to 1,048,320 bytes. Throws `evidence-size` and `evidence-damaged`. */
  async openCell(index: number, isLast: boolean, cell: Bytes): Promise<Bytes> {
    if (cell.length !== CELL_BYTES) throw new AmparoError('evidence-size');
    const opened = await Promise.all(
      chunkNumbers().map((i) => {
        const chunk = cell.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES);
        return this.#key.openChunk(...placeOf(index, isLast, i), chunk);
      }),
    );
    if (!opened.every((chunk) => chunk !== null)) throw new AmparoError('evidence-damaged');
    return concatBytes(...opened);
  }
}

/** Only the very last chunk of the last cell is marked. */
function placeOf(cell: number, isLastCell: boolean, chunkInCell: number): [index: number, isLast: boolean] {
  return [cell * CHUNKS_PER_CELL + chunkInCell, isLastCell && chunkInCell === CHUNKS_PER_CELL - 1];
}

/**
 * Seals the bytes of all files, cell after cell. Reads one piece ahead and seals a few cells at once: the pieces of `contents`
 * must stay as they are once given. Fastest in pieces of {@link EVIDENCE_READ_BYTES}. Throws `evidence-changed`.
 */
export async function* sealEvidence(
  key: EvidenceKey,
  totalBytes: number,
  contents: AsyncIterable<Uint8Array>,
): AsyncGenerator<Cell> {
  const cells = cellCount(totalBytes);
  const cipher = await CellCipher.derive(key);
  const plaintexts = atLeast(cells, piecesOf(CELL_PLAINTEXT_BYTES, exactly(totalBytes, readAhead(contents))));
  yield* sideBySide(CELLS_AT_ONCE, plaintexts, (plaintext, index) =>
    cipher.sealCell(index, index === cells - 1, plaintext),
  );
}

/** Opens cells in order and gives the `totalBytes` bytes of the files. Throws as `openCell`, and `padding-not-zero`. */
export async function* openEvidence(
  key: EvidenceKey,
  totalBytes: number,
  cells: AsyncIterable<Bytes>,
): AsyncGenerator<Bytes> {
  const expected = cellCount(totalBytes);
  const cipher = await CellCipher.derive(key);
  let index = 0;
  let left = totalBytes;
  for await (const cell of cells) {
    const plaintext = await cipher.openCell(index, index === expected - 1, cell);
    const content = plaintext.subarray(0, Math.min(left, plaintext.length));
    if (!isZero(plaintext.subarray(content.length))) throw new AmparoError('padding-not-zero');
    left -= content.length;
    index += 1;
    if (content.length > 0) yield content;
  }
  if (index !== expected) throw new AmparoError('evidence-size');
}

/** SHA-256 over the SHA-256 of each cell, in order: what a receipt names. */
export async function evidenceDigest(cells: AsyncIterable<Bytes> | Iterable<Bytes>): Promise<Bytes> {
  const hashes: Bytes[] = [];
  for await (const cell of cells) hashes.push(await sha256(cell));
  return digestOfHashes(hashes);
}

export function digestOfHashes(hashes: readonly Bytes[]): Promise<Bytes> {
  return sha256(concatBytes(...hashes));
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
}

function zeroFilled(plaintext: Uint8Array): Bytes {
  const full = new Uint8Array(CELL_PLAINTEXT_BYTES);
  full.set(plaintext);
  return full;
}

function chunkNumbers(): number[] {
  return Array.from({ length: CHUNKS_PER_CELL }, (_, i) => i);
}

/** Passes bytes on and throws `evidence-changed` where there are more or fewer than were announced. */
async function* exactly(totalBytes: number, contents: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = totalBytes;
  for await (const bytes of contents) {
    left -= bytes.length;
    if (left < 0) break;
    yield bytes;
  }
  if (left !== 0) throw new AmparoError('evidence-changed');
}
