import type { Findings } from './finding.ts';
import type { Source } from './source.ts';
import { latin1 } from './text.ts';

const SNIFFED_BYTES = 64 * 1024;

/** Says what stands behind the end of a picture, where no viewer looks: the film of a motion photo, a second picture. */
export async function describeTrailer(source: Source, from: number, found: Findings): Promise<void> {
  if (from >= source.size) return;
  const start = latin1(await source.some(from, SNIFFED_BYTES));
  const film = /ftyp(?:isom|iso\d|mp4\d|qt {2}|3gp\d|MSNV|avc1)/.test(start);
  const picture = start.includes('\xff\xd8\xff');
  if (film) found.add('video');
  if (picture) found.add('preview');
  if (!film && !picture && !(await source.isZero(from, Math.min(source.size, from + SNIFFED_BYTES))))
    found.add('hidden');
}
