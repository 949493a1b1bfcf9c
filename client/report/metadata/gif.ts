import { sameBytes, startsWith } from './bytes.ts';
import type { Findings } from './finding.ts';
import type { Piece } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';
import { latin1, textOf } from './text.ts';
import { describeTrailer } from './trailer.ts';
import { describeXmp } from './xmp.ts';

/** GIF (89a): the pictures, when each is shown, and how often all are repeated stay; comments and applications' blocks go. */
const HEAD_BYTES = 13;
const IMAGE_HEAD_BYTES = 10;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const COMMENT = 0xfe;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;
const LOOP_BYTES = 19;
const DESCRIBED_BYTES_MAX = 64 * 1024;
const BLOCKS_AT_ONCE_BYTES = 64 * 1024;

export async function cleanGif(source: Source, found: Findings): Promise<readonly Piece[]> {
  const [packed = 0] = await source.bytes(10, 1);
  let at = HEAD_BYTES + tableBytes(packed);
  const pieces: Piece[] = [{ from: 0, to: at }];
  for (;;) {
    source.countPart();
    const [type] = await source.bytes(at, 1);
    if (type === TRAILER) {
      pieces.push({ from: at, to: at + 1 });
      await describeTrailer(source, at + 1, found);
      return pieces;
    }
    if (type === IMAGE) {
      const head = await source.bytes(at, IMAGE_HEAD_BYTES);
      const to = await endOfBlocks(source, at + IMAGE_HEAD_BYTES + tableBytes(head[9] ?? 0) + 1);
      pieces.push({ from: at, to });
      at = to;
    } else if (type === EXTENSION) {
      const to = await endOfBlocks(source, at + 2);
      if (await isKept(source, at, to, found)) pieces.push({ from: at, to });
      at = to;
    } else throw new NotUnderstood('unknown block');
  }
}

function tableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** Data stands in blocks of up to 255 bytes; an empty one is the last. */
async function endOfBlocks(source: Source, from: number): Promise<number> {
  let at = from;
  for (;;) {
    const bytes = await source.some(at, BLOCKS_AT_ONCE_BYTES);
    if (bytes.length === 0) throw new NotUnderstood('data without end');
    let offset = 0;
    while (offset < bytes.length) {
      const length = bytes[offset] ?? 0;
      offset += 1 + length;
      if (length === 0) return at + offset;
    }
    at += offset;
  }
}

async function isKept(source: Source, at: number, to: number, found: Findings): Promise<boolean> {
  const bytes = await source.some(at, Math.min(to - at, DESCRIBED_BYTES_MAX));
  const label = bytes[1];
  if (label === CONTROL && bytes.length === 8) return true;
  if (label === APPLICATION && bytes.length === LOOP_BYTES && isLoop(bytes)) return true;
  if (label === COMMENT || label === PLAIN_TEXT) found.add('text', textOf(withoutLengths(bytes.subarray(2))));
  else if (latin1(bytes.subarray(3, 14)) === 'XMP DataXMP') describeXmp(textOf(bytes.subarray(14)), found);
  else found.add('hidden');
  return false;
}

function isLoop(bytes: Uint8Array): boolean {
  const named = startsWith(bytes, 'NETSCAPE2.0', 3) || startsWith(bytes, 'ANIMEXTS1.0', 3);
  return named && bytes[2] === 11 && sameBytes(bytes.subarray(14, 16), Uint8Array.of(3, 1)) && bytes[18] === 0;
}

function withoutLengths(blocks: Uint8Array): Uint8Array {
  const kept: number[] = [];
  for (let at = 0; at < blocks.length;) {
    const length = blocks[at] ?? 0;
    kept.push(...blocks.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return Uint8Array.from(kept);
}
