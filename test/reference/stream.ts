import { bigEndian, concat } from './bytes.ts';
import { openGcm, sealGcm } from './primitives.ts';

// SPEC, Letter, Stream; Limits, chunk.
export const CHUNK_BYTES = 65_520;
export const SEALED_CHUNK_BYTES = 65_536;

export function sealChunk(key: Uint8Array, j: number, isLast: boolean, plaintext: Uint8Array): Uint8Array {
  return sealGcm(key, chunkNonce(j, isLast), plaintext);
}

/** The chunk's plaintext, or null where it is not the chunk of this place in this stream. */
export function openChunk(key: Uint8Array, j: number, isLast: boolean, sealed: Uint8Array): Uint8Array | null {
  return openGcm(key, chunkNonce(j, isLast), sealed);
}

function chunkNonce(j: number, isLast: boolean): Uint8Array {
  return concat(bigEndian(j, 11), bigEndian(isLast ? 1 : 0, 1));
}
