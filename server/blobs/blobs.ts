import type { Bytes } from '../../crypto/index.ts';

/** Where the sealed cells of evidence lie. */
export interface Blobs {
  /** How many bytes may still be written before letters would be short of room. */
  room(): Promise<number>;
  /** The number of bytes that lie there, or `null`. */
  size(id: string): Promise<number | null>;
  /** Writes one cell at the end; makes the blob where there is none. */
  append(id: string, cell: Bytes): Promise<void>;
  /** Resolves once all that was written to it would survive a loss of power. */
  settle(id: string): Promise<void>;
  /** Reads exactly `cells` cells, one at a time; `null` where the blob is missing or of another size. */
  open(id: string, cells: number): Promise<CellReader | null>;
  remove(id: string): Promise<void>;
  /** Ids of what lies there and was last written before `before`. */
  writtenBefore(before: Date): Promise<readonly string[]>;
}

export interface CellReader {
  next(): Promise<Bytes>;
  close(): Promise<void>;
}
