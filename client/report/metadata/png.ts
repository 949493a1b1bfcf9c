import { concat, sameBytes, startsWith, uint32 } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { deflate, inflate } from './deflate.ts';
import { describeExif } from './exif.ts';
import type { Findings } from './finding.ts';
import { cleanProfile, PROFILE_BYTES_MAX } from './icc.ts';
import { minimalTiff, orientationOf } from './orientation.ts';
import type { Piece } from './pieces.ts';
import { describePngText } from './png-text.ts';
import { NotUnderstood, type Source } from './source.ts';
import { bytesOf, latin1 } from './text.ts';
import { describeTrailer } from './trailer.ts';

/**
 * PNG and APNG (W3C PNG, third edition): a row of chunks. Kept are those that change how the picture looks; every other one that
 * a decoder may skip goes, known or not. `eXIf` becomes one that tells the orientation alone: where a viewer honours it, the
 * picture must stay upright.
 */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB bKGD hIST pHYs cICP mDCV mDCv cLLI cLLi acTL fcTL fdAT'.split(' '),
);
const SIGNATURE_BYTES = 8;
const FRAME_BYTES = 12; // length, name and checksum
const DESCRIBED_BYTES_MAX = 1024 * 1024;
const PROFILE_NAME = 'icc';

interface Chunk {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly body: number;
  readonly length: number;
}

export async function cleanPng(source: Source, found: Findings): Promise<readonly Piece[]> {
  const pieces: Piece[] = [{ from: 0, to: SIGNATURE_BYTES }];
  let turned = false;
  let chunk = await chunkAt(source, SIGNATURE_BYTES);
  if (chunk.name !== 'IHDR' || chunk.length !== 13) throw new NotUnderstood('no header');
  for (;;) {
    const { name, from, to } = chunk;
    if (KEPT.has(name)) pieces.push({ from, to });
    else if (isCritical(name)) throw new NotUnderstood('unknown critical chunk');
    else if (name === 'iCCP') pieces.push(...(await keptProfile(source, chunk, found)));
    else if (name === 'eXIf' && !turned) {
      turned = true;
      pieces.push(...(await keptOrientation(source, chunk, found)));
    } else await describe(source, chunk, found);
    if (name === 'IEND') {
      if (chunk.length !== 0) throw new NotUnderstood('end with content');
      await describeTrailer(source, to, found);
      return pieces;
    }
    chunk = await chunkAt(source, to);
  }
}

async function chunkAt(source: Source, from: number): Promise<Chunk> {
  source.countPart();
  const head = await source.bytes(from, 8);
  const length = new DataView(head.buffer).getUint32(0);
  const name = latin1(head.subarray(4));
  const to = from + FRAME_BYTES + length;
  if (!/^[A-Za-z]{4}$/.test(name) || to > source.size) throw new NotUnderstood('not a chunk');
  return { name, from, to, body: from + 8, length };
}

function isCritical(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function makeChunk(name: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const named = concat(bytesOf(name), body);
  return concat(uint32(body.length), named, uint32(crc32(named)));
}

/** The profile cleaned, under a name of ours. One that does not inflate, or is none, is used by no decoder and goes. */
async function keptProfile(source: Source, { from, to, body, length }: Chunk, found: Findings): Promise<Piece[]> {
  if (length > PROFILE_BYTES_MAX) throw new NotUnderstood('profile too large');
  const content = await source.bytes(body, length);
  const nameEnd = content.indexOf(0);
  const profile = nameEnd === -1 ? null : await inflate(content.slice(nameEnd + 2), PROFILE_BYTES_MAX);
  const clean = profile && cleanProfile(profile, found);
  if (!profile || !clean) {
    found.add('hidden');
    return [];
  }
  if (startsWith(content, `${PROFILE_NAME}\0`) && sameBytes(clean, profile)) return [{ from, to }];
  return [makeChunk('iCCP', concat(bytesOf(`${PROFILE_NAME}\0\0`), await deflate(clean)))];
}

async function keptOrientation(source: Source, chunk: Chunk, found: Findings): Promise<Piece[]> {
  const tiff = await source.some(chunk.body, Math.min(chunk.length, DESCRIBED_BYTES_MAX));
  const minimal = minimalTiff(orientationOf(tiff));
  if (minimal && sameBytes(minimal, tiff)) return [{ from: chunk.from, to: chunk.to }];
  describeExif(tiff, found);
  return minimal ? [makeChunk('eXIf', minimal)] : [];
}

async function describe(source: Source, { name, body, length }: Chunk, found: Findings): Promise<void> {
  const content = await source.bytes(body, Math.min(length, DESCRIBED_BYTES_MAX));
  if (name === 'eXIf') describeExif(content, found);
  else if (name === 'tIME' && length === 7) {
    const view = new DataView(content.buffer);
    const [month = 0, day = 0, hour = 0, minute = 0] = content.subarray(2);
    const two = (number: number) => String(number).padStart(2, '0');
    found.add('time', `${String(view.getUint16(0))}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`);
  } else if (/^[tzi][TX]Xt$/.test(name) || name === 'tEXt') await describePngText(name, content, found);
  else found.add('hidden');
}
