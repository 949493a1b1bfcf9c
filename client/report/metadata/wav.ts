import { concat, uint32 } from './bytes.ts';
import { describeField } from './exif.ts';
import type { Findings } from './finding.ts';
import { lengthOf, type Piece } from './pieces.ts';
import { chunksIn, endOfForm, RIFF_HEAD_BYTES, type RiffChunk } from './riff.ts';
import { NotUnderstood, type Source } from './source.ts';
import { bytesOf, latin1, textOf } from './text.ts';
import { describeTrailer } from './trailer.ts';

/** WAV (Microsoft RIFF 1991, EBU Tech 3285): the sound and how to play it stay. */
const KEPT = new Set(['fmt ', 'fact', 'data']);
const DESCRIBED_BYTES_MAX = 64 * 1024;
/** Names of `LIST INFO` (RIFF, chapter 2) in words that {@link describeField} knows. */
const INFO_NAMES: Readonly<Record<string, string>> = {
  IART: 'artist',
  IENG: 'person',
  ITCH: 'person',
  ICOP: 'copyright',
  ICRD: 'date',
  ISFT: 'software',
  ISRC: 'source',
  IARL: 'location',
  ICMT: 'comment',
  INAM: 'title',
  ISBJ: 'subject',
  IKEY: 'keywords',
};

export async function cleanWav(source: Source, found: Findings): Promise<readonly Piece[]> {
  const end = await endOfForm(source);
  const chunks = await chunksIn(source, RIFF_HEAD_BYTES, end);
  if (!['fmt ', 'data'].every((needed) => chunks.some(({ name }) => name === needed)))
    throw new NotUnderstood('no sound');
  const pieces: Piece[] = [];
  for (const chunk of chunks) {
    const { name, from, body, length } = chunk;
    if (!KEPT.has(name)) await describe(source, chunk, found);
    else pieces.push({ from, to: body + length }, ...(length % 2 === 1 ? [Uint8Array.of(0)] : []));
  }
  await describeTrailer(source, end, found);
  return [concat(bytesOf('RIFF'), uint32(lengthOf(pieces) + 4, true), bytesOf('WAVE')), ...pieces];
}

async function describe(source: Source, { name, body, length }: RiffChunk, found: Findings): Promise<void> {
  const kind = latin1(await source.some(body, Math.min(length, 4)));
  if (name === 'LIST' && kind === 'INFO') {
    for (const entry of await chunksIn(source, body + 4, body + length)) {
      const text = textOf(await source.bytes(entry.body, Math.min(entry.length, DESCRIBED_BYTES_MAX)));
      describeField(INFO_NAMES[entry.name] ?? 'text', text, found);
    }
  } else if (name === 'bext') {
    // Description, originator and its reference, date and time: fields of fixed length.
    const text = textOf(await source.some(body, Math.min(length, 338)));
    for (const [field, from, to] of [
      ['description', 0, 256],
      ['author', 256, 288],
      ['date', 320, 330],
    ] as const) {
      const value = text.slice(from, to).replaceAll('\0', '');
      if (value !== '') describeField(field, value, found);
    }
  } else if (!(await source.isZero(body, body + Math.min(length, DESCRIBED_BYTES_MAX)))) found.add('hidden');
}
