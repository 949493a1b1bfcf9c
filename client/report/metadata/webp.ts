import { concat, sameBytes, uint32 } from './bytes.ts';
import { describeExif } from './exif.ts';
import type { Findings } from './finding.ts';
import { cleanProfile, PROFILE_BYTES_MAX } from './icc.ts';
import { minimalTiff, orientationOf } from './orientation.ts';
import { lengthOf, type Piece } from './pieces.ts';
import { chunksIn, endOfForm, RIFF_HEAD_BYTES, type RiffChunk } from './riff.ts';
import { NotUnderstood, type Source } from './source.ts';
import { bytesOf, latin1, textOf } from './text.ts';
import { describeTrailer } from './trailer.ts';
import { describeXmp } from './xmp.ts';

/** WebP (RFC 9649). Kept are the picture, its frames and its colours; unknown chunks go, within frames too. */
const PICTURE = new Set(['VP8 ', 'VP8L', 'ALPH']);
const FRAME_HEAD_BYTES = 16;
const DESCRIBED_BYTES_MAX = 1024 * 1024;
const FLAG_XMP = 0x04;
const FLAG_EXIF = 0x08;
const KNOWN_FLAGS = 0x3e;

export async function cleanWebp(source: Source, found: Findings): Promise<readonly Piece[]> {
  const end = await endOfForm(source);
  const chunks = await chunksIn(source, RIFF_HEAD_BYTES, end);
  const [first] = chunks;
  if (!first || !['VP8X', 'VP8 ', 'VP8L'].includes(first.name)) throw new NotUnderstood('no picture');
  const pieces: Piece[] = [];
  let turned = false;
  for (const chunk of chunks) {
    if (chunk === first && chunk.name === 'VP8X') continue;
    if (PICTURE.has(chunk.name) || chunk.name === 'ANIM') pieces.push(...whole(chunk));
    else if (chunk.name === 'ANMF') pieces.push(...(await keptFrame(source, chunk, found)));
    else if (chunk.name === 'ICCP') pieces.push(...(await keptProfile(source, chunk, found)));
    else if (chunk.name === 'EXIF' && !turned) {
      const kept = await keptOrientation(source, chunk, found);
      turned = kept.length > 0;
      pieces.push(...kept);
    } else await describe(source, chunk, found);
  }
  if (first.name === 'VP8X') pieces.unshift(await head(source, first, turned));
  await describeTrailer(source, end, found);
  const size = lengthOf(pieces);
  return [concat(bytesOf('RIFF'), uint32(size + 4, true), bytesOf('WEBP')), ...pieces];
}

/** The chunk, its filling byte made zero: its value is free. */
function whole({ from, body, length }: RiffChunk): Piece[] {
  return [{ from, to: body + length }, ...(length % 2 === 1 ? [Uint8Array.of(0)] : [])];
}

async function head(source: Source, { body, length }: RiffChunk, turned: boolean): Promise<Uint8Array<ArrayBuffer>> {
  if (length !== 10) throw new NotUnderstood('header of another length');
  const [flags = 0, , , , ...size] = await source.bytes(body, length);
  const kept = (flags & KNOWN_FLAGS & ~(FLAG_EXIF | FLAG_XMP)) | (turned ? FLAG_EXIF : 0);
  return concat(bytesOf('VP8X'), uint32(10, true), Uint8Array.of(kept, 0, 0, 0, ...size));
}

async function keptFrame(source: Source, { from, body, length, to }: RiffChunk, found: Findings): Promise<Piece[]> {
  if (length < FRAME_HEAD_BYTES) throw new NotUnderstood('frame without header');
  const inner = await chunksIn(source, body + FRAME_HEAD_BYTES, body + length);
  const kept = inner.filter(({ name }) => PICTURE.has(name));
  if (kept.length < inner.length) found.add('hidden');
  else if (length % 2 === 0) return [{ from, to }];
  const pieces: Piece[] = [{ from: body, to: body + FRAME_HEAD_BYTES }, ...kept.flatMap(whole)];
  return [concat(bytesOf('ANMF'), uint32(lengthOf(pieces), true)), ...pieces];
}

async function keptProfile(source: Source, { from, body, length }: RiffChunk, found: Findings): Promise<Piece[]> {
  if (length > PROFILE_BYTES_MAX) throw new NotUnderstood('profile too large');
  const clean = cleanProfile(await source.bytes(body, length), found);
  if (clean) return [{ from, to: body }, clean, ...(length % 2 === 1 ? [Uint8Array.of(0)] : [])];
  throw new NotUnderstood('not a profile'); // the header announces one
}

async function keptOrientation(source: Source, { body, length }: RiffChunk, found: Findings): Promise<Piece[]> {
  const content = await source.bytes(body, Math.min(length, DESCRIBED_BYTES_MAX));
  // Some writers put JPEG's prefix before it.
  const tiff = latin1(content.subarray(0, 6)) === 'Exif\0\0' ? content.slice(6) : content;
  const minimal = minimalTiff(orientationOf(tiff));
  if (!minimal || !sameBytes(minimal, content)) describeExif(tiff, found);
  return minimal ? [concat(bytesOf('EXIF'), uint32(minimal.length, true), minimal)] : [];
}

async function describe(source: Source, { name, body, length }: RiffChunk, found: Findings): Promise<void> {
  const content = await source.bytes(body, Math.min(length, DESCRIBED_BYTES_MAX));
  if (name === 'XMP ') describeXmp(textOf(content), found);
  else if (name === 'EXIF') describeExif(content, found);
  else found.add('hidden');
}
