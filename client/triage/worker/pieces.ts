import { toBytes, type Bytes, type Sliceable } from '../../../crypto/index.ts';

const PIECE_BYTES = 1_048_576;

/** A file's bytes in pieces, one in memory at a time. */
export async function* piecesOf(file: Blob): AsyncGenerator<Bytes> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) yield await bytesOf(file, at, at + PIECE_BYTES);
}

export async function bytesOf(file: Blob, start: number, end: number): Promise<Bytes> {
  return toBytes(new Uint8Array(await file.slice(start, end).arrayBuffer()));
}

/** A file as something of which any part can be read. */
export function sliceable(file: Blob): Sliceable {
  return { size: file.size, read: (start, end) => bytesOf(file, start, end) };
}
