import { sha256 } from '@noble/hashes/sha2.js';
import { allZero, concat } from './bytes.ts';
import { cellsFor } from './padme.ts';
import { kdf } from './primitives.ts';
import { Refusal } from './refusal.ts';
import { CHUNK_BYTES, openChunk, SEALED_CHUNK_BYTES, sealChunk } from './stream.ts';

// SPEC, Evidence.
const CHUNKS_PER_CELL = 16;
const CELL_BYTES = CHUNKS_PER_CELL * SEALED_CHUNK_BYTES;

/** All the files of a report, one after another, as sealed cells. */
export function sealEvidence(evidenceKey: Uint8Array, files: Uint8Array[]): Uint8Array[] {
  const bytes = concat(...files);
  const cells = cellsFor(bytes.length);
  const padded = concat(bytes, new Uint8Array(cells * CHUNKS_PER_CELL * CHUNK_BYTES - bytes.length));
  const key = kdf(evidenceKey, 3);
  return Array.from({ length: cells }, (_, c) =>
    concat(
      ...chunksOf(c).map((j) =>
        sealChunk(key, j, isLast(j, cells), padded.slice(j * CHUNK_BYTES, (j + 1) * CHUNK_BYTES)),
      ),
    ),
  );
}

/** Plaintext of cell `c` of `cells`, checked against `total`, the bytes that all files hold. */
export function openCell(
  evidenceKey: Uint8Array,
  cell: Uint8Array,
  c: number,
  cells: number,
  total: number,
): Uint8Array {
  if (cell.length !== CELL_BYTES) throw new Refusal('evidence-size', `a cell of ${String(cell.length)} bytes`);
  const key = kdf(evidenceKey, 3);
  const chunks = chunksOf(c).map((j, i) => {
    const sealed = cell.slice(i * SEALED_CHUNK_BYTES, (i + 1) * SEALED_CHUNK_BYTES);
    const chunk = openChunk(key, j, isLast(j, cells), sealed);
    if (chunk === null) throw new Refusal('evidence-damaged', `chunk ${String(j)} does not open`);
    return chunk;
  });
  const plaintext = concat(...chunks);
  const before = c * CHUNKS_PER_CELL * CHUNK_BYTES;
  if (!allZero(plaintext.slice(Math.max(0, total - before)))) {
    throw new Refusal('padding-not-zero', `after the last file, in cell ${String(c)}`);
  }
  return plaintext;
}

export function evidenceDigest(cells: Uint8Array[]): Uint8Array {
  return sha256(concat(...cells.map((cell) => sha256(cell))));
}

function chunksOf(cell: number): number[] {
  return Array.from({ length: CHUNKS_PER_CELL }, (_, i) => CHUNKS_PER_CELL * cell + i);
}

/** Only the very last chunk of the very last cell is marked. */
function isLast(j: number, cells: number): boolean {
  return j === CHUNKS_PER_CELL * cells - 1;
}
