import { boxesIn, only, wipe, type Box } from './boxes.ts';
import type { Findings } from './finding.ts';
import { keepOnly } from './keep-only.ts';
import type { Track } from './movie.ts';
import type { Needs } from './needs.ts';
import type { Patches, Range } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';

/** Fragments of a film (ISO/IEC 14496-12, 8.8): each says where the samples of some tracks lie. */
const KEPT = new Set(['mfhd', 'traf']);
const KEPT_IN_TRACK = new Set(['tfhd', 'tfdt', 'trun', 'sdtp', 'sbgp', 'sgpd', 'saiz', 'saio', 'senc', 'subs']);

/** Which fields of `tfhd` are there. */
const BASE = 0x1;
const DESCRIPTION = 0x2;
const DURATION = 0x8;
const SIZE = 0x10;
const BASE_IS_FRAGMENT = 0x20000;

/** Which fields of `trun` are there; the last four for each sample, of four bytes each. */
const OFFSET = 0x1;
const FIRST_FLAGS = 0x4;
const SAMPLE_DURATION = 0x100;
const SAMPLE_SIZE = 0x200;
const SAMPLE_FLAGS = 0x400;
const SAMPLE_TIME = 0x800;

export async function cleanFragment(
  source: Source,
  moof: Box,
  tracks: ReadonlyMap<number, Track>,
  patches: Patches,
  found: Findings,
): Promise<Needs> {
  const kept: Range[] = [];
  const dropped: Range[] = [];
  let previousEnd = moof.from;
  let anyDropped = false;
  for (const traf of await keepOnly(source, moof, KEPT, patches, found)) {
    if (traf.name !== 'traf') continue;
    const boxes = await boxesIn(source, traf.body, traf.to);
    const head = await headOf(source, only(boxes, 'tfhd'), moof.from, previousEnd);
    const track = tracks.get(head.track);
    if (!track) throw new NotUnderstood('fragment of no track');
    if (anyDropped && head.follows) throw new NotUnderstood('place told by a track that goes');
    let end = head.base;
    for (const box of boxes) {
      if (box.name !== 'trun') continue;
      const range = await rangeOf(source, box, head.base, end, head.sampleSize ?? track.sampleSize);
      (track.kept ? kept : dropped).push(range);
      end = range.to;
    }
    previousEnd = end;
    if (track.kept) await keepOnly(source, traf, KEPT_IN_TRACK, patches, found);
    else {
      await wipe(source, traf, patches);
      anyDropped = true;
    }
  }
  return { kept, dropped, exact: true };
}

interface Head {
  readonly track: number;
  readonly base: number;
  /** It is where the data of the track before it ends. */
  readonly follows: boolean;
  readonly sampleSize: number | undefined;
}

async function headOf(source: Source, box: Box, fragment: number, previousEnd: number): Promise<Head> {
  const view = await source.view(box.body, box.to - box.body);
  const flags = view.getUint32(0);
  let at = 8;
  let base = flags & BASE_IS_FRAGMENT ? fragment : previousEnd;
  if (flags & BASE) {
    base = Number(view.getBigUint64(at));
    at += 8;
  }
  if (flags & DESCRIPTION) at += 4;
  if (flags & DURATION) at += 4;
  return {
    track: view.getUint32(4),
    base,
    follows: (flags & (BASE | BASE_IS_FRAGMENT)) === 0,
    sampleSize: flags & SIZE ? view.getUint32(at) : undefined,
  };
}

async function rangeOf(source: Source, box: Box, base: number, follows: number, sampleSize: number): Promise<Range> {
  const view = await source.view(box.body, box.to - box.body);
  const flags = view.getUint32(0);
  const count = view.getUint32(4);
  let at = 8;
  let from = follows;
  if (flags & OFFSET) {
    from = base + view.getInt32(at);
    at += 4;
  }
  if (flags & FIRST_FLAGS) at += 4;
  const has = (flag: number) => (flags & flag ? 4 : 0);
  if (!has(SAMPLE_SIZE)) return { from, to: from + count * sampleSize };
  const entryBytes = has(SAMPLE_DURATION) + 4 + has(SAMPLE_FLAGS) + has(SAMPLE_TIME);
  if (at + count * entryBytes > view.byteLength) throw new NotUnderstood('samples beyond their box');
  let length = 0;
  for (let index = 0; index < count; index++) {
    length += view.getUint32(at + index * entryBytes + has(SAMPLE_DURATION));
  }
  return { from, to: from + length };
}
