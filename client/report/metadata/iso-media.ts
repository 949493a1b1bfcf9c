import { boxesIn, wipe } from './boxes.ts';
import type { Findings } from './finding.ts';
import { cleanItems } from './heif.ts';
import { cleanFragment } from './fragment.ts';
import { cleanMovie, type Track } from './movie.ts';
import { describeMovieBox } from './movie-facts.ts';
import type { Needs } from './needs.ts';
import { Patches, type Piece, type Range } from './pieces.ts';
import { filled, union, without } from './ranges.ts';
import { NotUnderstood, type Source } from './source.ts';

/**
 * MP4, QuickTime, 3GP, M4A, HEIC and AVIF: boxes that point into one another by offsets. So nothing is cut out: what has to go is
 * overwritten where it stands. Of the media data stays what the pictures and tracks that are kept point to; every other byte of
 * it becomes zero.
 */

const KEPT = new Set(['ftyp', 'styp', 'mdat', 'moov', 'moof', 'sidx', 'ssix', 'pdin', 'mfra']);

export async function cleanIsoMedia(source: Source, isPicture: boolean, found: Findings): Promise<readonly Piece[]> {
  const patches = new Patches();
  const boxes = await boxesIn(source, 0, source.size);
  const needs: Needs[] = [];
  const media: Range[] = [];
  let tracks: ReadonlyMap<number, Track> = new Map();
  let end = 0;
  for (const box of boxes) {
    if (box.name === 'mdat') media.push({ from: box.body, to: box.to });
    else if (box.name === 'moov') {
      const movie = await cleanMovie(source, box, patches, found);
      needs.push(movie.needs);
      tracks = movie.tracks;
    } else if (box.name === 'moof') needs.push(await cleanFragment(source, box, tracks, patches, found));
    else if (box.name === 'meta' && isPicture) needs.push(await cleanItems(source, box, patches, media, found));
    else if (!KEPT.has(box.name)) {
      if (await wipe(source, box, patches)) await describeMovieBox(source, box, found);
      continue;
    }
    end = box.to;
  }
  if (needs.length === 0) throw new NotUnderstood('neither picture nor film');
  await emptyTheRest(source, union(media), needs, patches, found);
  // Nothing needs what was emptied at the end: a film behind a photo is not sent as megabytes of zeros.
  return patches.pieces(end);
}

/** Overwrites what nothing that is kept points to. */
async function emptyTheRest(
  source: Source,
  media: readonly Range[],
  needs: readonly Needs[],
  patches: Patches,
  found: Findings,
): Promise<void> {
  const kept = union(needs.flatMap((need) => need.kept));
  const dropped = union(needs.flatMap((need) => need.dropped));
  if (without(kept, media).length > 0 || without(dropped, media).length > 0)
    throw new NotUnderstood('data outside of the media data');
  if (lengthOf(without(dropped, kept)) !== lengthOf(dropped)) throw new NotUnderstood('shared data');
  const exact = needs.every((need) => need.exact);
  if (!exact) found.missedSome();
  const rest = await filled(source, exact ? without(media, kept) : dropped);
  for (const { from, to } of rest) patches.zero(from, to);
  if (without(rest, dropped).length > 0) found.add('hidden');
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}
