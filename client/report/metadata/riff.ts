import { NotUnderstood, type Source } from './source.ts';
import { latin1 } from './text.ts';

/** RIFF: chunks of a name, a length and a body, filled up to an even length. WebP and WAV are built of it. */
export interface RiffChunk {
  readonly name: string;
  readonly from: number;
  readonly body: number;
  readonly length: number;
  /** With the filling byte. */
  readonly to: number;
}

export const RIFF_HEAD_BYTES = 12; // RIFF, length, form
const CHUNK_HEAD_BYTES = 8;

/** Where the form ends; what follows is no part of it. */
export async function endOfForm(source: Source): Promise<number> {
  const end = CHUNK_HEAD_BYTES + (await source.view(4, 4)).getUint32(0, true);
  // Some writers count the filling byte of the last chunk and leave it out of the file, and the other way round.
  if (end > source.size + 1) throw new NotUnderstood('cut short');
  return Math.min(source.size, end + (end % 2));
}

export async function chunksIn(source: Source, from: number, end: number): Promise<readonly RiffChunk[]> {
  const chunks: RiffChunk[] = [];
  let at = from;
  while (at < end) {
    source.countPart();
    const head = await source.bytes(at, CHUNK_HEAD_BYTES);
    const length = new DataView(head.buffer).getUint32(4, true);
    const body = at + CHUNK_HEAD_BYTES;
    if (body + length > end) throw new NotUnderstood('chunk beyond its form');
    const to = Math.min(end, body + length + (length % 2));
    chunks.push({ name: latin1(head.subarray(0, 4)), from: at, body, length, to });
    at = to;
  }
  return chunks;
}
