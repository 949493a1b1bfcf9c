import { boxesIn, only, wipe, type Box } from './boxes.ts';
import type { Findings } from './finding.ts';
import { keepOnly } from './keep-only.ts';
import { describeTrack } from './track-facts.ts';
import { samplesOf } from './movie-samples.ts';
import type { Needs } from './needs.ts';
import type { Patches, Range } from './pieces.ts';
import { cleanPictureEntries } from './sample-entry.ts';
import { NotUnderstood, type Source } from './source.ts';
import { latin1 } from './text.ts';

/**
 * A film's head (`moov`). Tracks of pictures and of sound stay, without their times and names; every other track goes, its
 * samples too: positions, faces, time codes and subtitles (DJI's hold the position) are tracks.
 */
export interface Track {
  readonly kept: boolean;
  /** Bytes of a sample in a fragment that does not say it. */
  readonly sampleSize: number;
}

const KEPT = new Set(['mvhd', 'trak', 'mvex']);
const KEPT_IN_TRACK = new Set(['tkhd', 'edts', 'mdia', 'tapt']);
/** Small containers, and all that belongs in them. */
const KEPT_IN_SMALL: Readonly<Record<string, ReadonlySet<string>>> = {
  mvex: new Set(['mehd', 'trex', 'leva']),
  edts: new Set(['elst']),
  tapt: new Set(['clef', 'prof', 'enof']),
  dinf: new Set(['dref']),
};
const KEPT_IN_MEDIA = new Set(['mdhd', 'hdlr', 'minf']);
const KEPT_IN_INFORMATION = new Set(['vmhd', 'smhd', 'nmhd', 'gmhd', 'hdlr', 'dinf', 'stbl']);
const KEPT_IN_TABLE = new Set(
  'stsd stts ctts cslg stss stsc stsz stz2 stco co64 sdtp sbgp sgpd stps subs saiz saio stsh padb stdp'.split(' '),
);
/** Pictures, sound, and the pictures and transparency of a HEIF sequence. */
const KEPT_TRACKS = new Set(['vide', 'soun', 'pict', 'auxv']);

/** Seconds from 1904 to 1970: QuickTime counts from the first. */
const EPOCH_SECONDS = 2_082_844_800;
/** Names of handlers that say no more than what the track is. */
const PLAIN_HANDLER =
  /^\W*(?:core media.*|iso media.*|(?:video|sound|audio|media|picture|data|url|alias|pict)\s?(?:media )?(?:data )?(?:handle(?:r)?)?|apple .* handler)?\W*$/i;

export interface Movie {
  readonly needs: Needs;
  readonly tracks: ReadonlyMap<number, Track>;
}

export async function cleanMovie(source: Source, moov: Box, patches: Patches, found: Findings): Promise<Movie> {
  if ((await boxesIn(source, moov.body, moov.to)).some(({ name }) => name === 'cmov'))
    throw new NotUnderstood('compressed head');
  const boxes = await keepOnly(source, moov, KEPT, patches, found);
  await cleanTimes(source, only(boxes, 'mvhd'), patches, found);
  await cleanSmall(source, boxes, patches, found);
  const isQuickTime = latin1(await source.some(8, 4)) === 'qt  ';
  const defaults = await fragmentDefaults(source, boxes);
  const tracks = new Map<number, Track>();
  const kept: Range[] = [];
  const dropped: Range[] = [];
  let exact = true;
  for (const trak of boxes.filter(({ name }) => name === 'trak')) {
    const track = await readTrack(source, trak);
    if (tracks.has(track.id)) throw new NotUnderstood('track twice');
    const isKept = KEPT_TRACKS.has(track.handler);
    const samples = await samplesOf(source, track.table);
    tracks.set(track.id, { kept: isKept, sampleSize: defaults.get(track.id)?.sampleSize ?? 0 });
    (isKept ? kept : dropped).push(...samples.ranges);
    if (isKept) {
      // QuickTime counts a sample of uncompressed sound as one byte, whatever it is.
      if (isQuickTime && track.handler === 'soun' && samples.sameSize) exact = false;
      await cleanTrack(source, trak, track.handler, patches, found);
    } else {
      await describeTrack(source, track.handler, track.table, found);
      await wipe(source, trak, patches);
      const common = defaults.get(track.id)?.box;
      if (common) await wipe(source, common, patches);
    }
  }
  if (![...tracks.values()].some((track) => track.kept)) throw new NotUnderstood('neither pictures nor sound');
  return { needs: { kept, dropped, exact }, tracks };
}

interface ReadTrack {
  readonly id: number;
  readonly handler: string;
  readonly table: Box;
}

async function readTrack(source: Source, trak: Box): Promise<ReadTrack> {
  const boxes = await boxesIn(source, trak.body, trak.to);
  const head = only(boxes, 'tkhd');
  const [version] = await source.bytes(head.body, 1);
  const id = (await source.view(head.body + (version === 1 ? 20 : 12), 4)).getUint32(0);
  const mdia = only(boxes, 'mdia');
  const media = await boxesIn(source, mdia.body, mdia.to);
  const minf = only(media, 'minf');
  const handler = latin1(await source.bytes(only(media, 'hdlr').body + 8, 4));
  return { id, handler, table: only(await boxesIn(source, minf.body, minf.to), 'stbl') };
}

/** What fragments of a track have in common: `trex`, by track. */
async function fragmentDefaults(source: Source, boxes: readonly Box[]): Promise<ReadonlyMap<number, FragmentDefaults>> {
  const defaults = new Map<number, FragmentDefaults>();
  for (const mvex of boxes.filter(({ name }) => name === 'mvex')) {
    for (const box of await boxesIn(source, mvex.body, mvex.to)) {
      if (box.name !== 'trex') continue;
      const view = await source.view(box.body, 24);
      defaults.set(view.getUint32(4), { box, sampleSize: view.getUint32(16) });
    }
  }
  return defaults;
}

interface FragmentDefaults {
  readonly box: Box;
  readonly sampleSize: number;
}

async function cleanTrack(
  source: Source,
  trak: Box,
  handler: string,
  patches: Patches,
  found: Findings,
): Promise<void> {
  const boxes = await keepOnly(source, trak, KEPT_IN_TRACK, patches, found);
  await cleanSmall(source, boxes, patches, found);
  await cleanTimes(source, only(boxes, 'tkhd'), patches, found);
  const media = await keepOnly(source, only(boxes, 'mdia'), KEPT_IN_MEDIA, patches, found);
  await cleanTimes(source, only(media, 'mdhd'), patches, found);
  await cleanHandler(source, only(media, 'hdlr'), patches, found);
  const information = await keepOnly(source, only(media, 'minf'), KEPT_IN_INFORMATION, patches, found);
  await cleanSmall(source, information, patches, found);
  for (const box of information) {
    if (box.name === 'hdlr') await cleanHandler(source, box, patches, found);
    if (box.name === 'dinf') await cleanReferences(source, box, patches);
  }
  const table = await keepOnly(source, only(information, 'stbl'), KEPT_IN_TABLE, patches, found);
  if (handler !== 'soun') await cleanPictureEntries(source, only(table, 'stsd'), patches, found);
}

async function cleanSmall(source: Source, boxes: readonly Box[], patches: Patches, found: Findings): Promise<void> {
  for (const box of boxes) {
    const kept = KEPT_IN_SMALL[box.name];
    if (kept) await keepOnly(source, box, kept, patches, found);
  }
}

/** `mvhd`, `tkhd` and `mdhd` begin alike: version, flags, when created, when modified. */
async function cleanTimes(source: Source, box: Box, patches: Patches, found: Findings): Promise<void> {
  const [version = 0] = await source.bytes(box.body, 1);
  if (version > 1) throw new NotUnderstood('unknown version');
  const from = box.body + 4;
  const bytes = version === 1 ? 16 : 8;
  if (from + bytes > box.to) throw new NotUnderstood('times beyond their box');
  if (await source.isZero(from, from + bytes)) return;
  const view = await source.view(from, bytes);
  const seconds = version === 1 ? Number(view.getBigUint64(0)) : view.getUint32(0);
  const time = new Date((seconds - EPOCH_SECONDS) * 1000);
  const known = seconds > EPOCH_SECONDS && !Number.isNaN(time.getTime());
  found.add('time', known ? time.toISOString().slice(0, 16).replace('T', ' ') : undefined);
  patches.zero(from, from + bytes);
}

/** Empties the maker (QuickTime) and the name behind it. What the handler is for stays. */
export async function cleanHandler(source: Source, box: Box, patches: Patches, found: Findings): Promise<void> {
  const from = box.body + 12;
  if (from + 12 > box.to) throw new NotUnderstood('handler cut short');
  if (await source.isZero(from, box.to)) return;
  const name = latin1(await source.bytes(from + 12, Math.min(100, box.to - from - 12))).replace(/[^ -~]/g, '');
  if (!PLAIN_HANDLER.test(name)) found.add('software', name);
  patches.zero(from, box.to);
}

/** A reference to the file itself needs no path; one to another file cannot be looked into. */
async function cleanReferences(source: Source, dinf: Box, patches: Patches): Promise<void> {
  const dref = only(await boxesIn(source, dinf.body, dinf.to), 'dref');
  for (const entry of await boxesIn(source, dref.body + 8, dref.to)) {
    const flags = (await source.view(entry.body, 4)).getUint32(0) & 0xffffff;
    if ((flags & 1) === 0) throw new NotUnderstood('data in another file');
    if (!(await source.isZero(entry.body + 4, entry.to))) patches.zero(entry.body + 4, entry.to);
  }
}
