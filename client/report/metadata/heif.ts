import { boxesIn, only, wipe, type Box } from './boxes.ts';
import { describeExif } from './exif.ts';
import type { Findings } from './finding.ts';
import { FULL_BOX_BYTES, readItems, readPlaces, readPrimary, readReferences, type Item } from './heif-tables.ts';
import { cleanProperties } from './heif-properties.ts';
import { describeMovieBox } from './movie-facts.ts';
import { cleanHandler } from './movie.ts';
import type { Needs } from './needs.ts';
import type { Patches, Range } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';
import { bytesOf, latin1, textOf } from './text.ts';
import { describeXmp } from './xmp.ts';
import { concat } from './bytes.ts';

/**
 * HEIC and AVIF (ISO/IEC 23008-12): items. The picture that is shown stays, with the tiles it is put together from and its
 * transparency. Every other item goes: EXIF, XMP, thumbnails, depth, a brighter version. Its type becomes one that no viewer
 * knows and its bytes zeros. EXIF's orientation is not kept: here the file's own properties turn the picture (6.5.10), and
 * viewers that heed both turn it twice.
 */
const KEPT = new Set(['hdlr', 'pitm', 'iinf', 'iloc', 'iref', 'iprp', 'idat', 'dinf', 'grpl']);
/** Types of items that are pictures, or say how to put pictures together. */
const PICTURES = new Set('hvc1 hev1 lhv1 av01 avc1 vvc1 evc1 jpeg j2k1 unci grid iovl iden tmap'.split(' '));
/** What a kept picture is made of. */
const PARTS = new Set(['dimg', 'base', 'tbas', 'exbl']);
const EMPTY_TYPE = 'free';
const DESCRIBED_BYTES_MAX = 1024 * 1024;

export async function cleanItems(
  source: Source,
  meta: Box,
  patches: Patches,
  media: Range[],
  found: Findings,
): Promise<Needs> {
  const boxes = await boxesIn(source, meta.body + FULL_BOX_BYTES, meta.to);
  for (const box of boxes) {
    if (!KEPT.has(box.name) && (await wipe(source, box, patches))) await describeMovieBox(source, box, found);
  }
  await cleanHandler(source, only(boxes, 'hdlr'), patches, found);
  const idat = boxes.find(({ name }) => name === 'idat');
  if (idat) media.push({ from: idat.body, to: idat.to });

  const items = await readItems(source, only(boxes, 'iinf'));
  const places = await readPlaces(source, only(boxes, 'iloc'), idat);
  const primary = await readPrimary(source, only(boxes, 'pitm'));
  const references = await readReferences(
    source,
    boxes.find(({ name }) => name === 'iref'),
  );
  const properties = await cleanProperties(source, only(boxes, 'iprp'), patches, found);

  const keptIds = new Set([primary]);
  for (let before = 0; before < keptIds.size;) {
    before = keptIds.size;
    for (const { type, from, to } of references) {
      if (PARTS.has(type) && keptIds.has(from)) for (const id of to) keptIds.add(id);
      const transparency = type === 'auxl' && properties.transparent.has(from);
      if (transparency && to.some((id) => keptIds.has(id))) keptIds.add(from);
    }
  }

  const kept: Range[] = [];
  const dropped: Range[] = [];
  for (const item of items) {
    if (item.name.to > item.name.from) await cleanName(source, item.name, patches, found);
    const ranges = places.get(item.id) ?? [];
    if (keptIds.has(item.id)) {
      if (!PICTURES.has(item.type)) throw new NotUnderstood('picture of an unknown type');
      kept.push(...ranges);
    } else if (item.type !== EMPTY_TYPE) {
      await describeItem(source, item, ranges, found);
      patches.put(item.typeAt, bytesOf(EMPTY_TYPE));
      dropped.push(...ranges);
    }
  }
  if (!items.some(({ id }) => id === primary)) throw new NotUnderstood('no picture');
  return { kept, dropped, exact: true };
}

async function describeItem(source: Source, { type }: Item, ranges: readonly Range[], found: Findings): Promise<void> {
  if (PICTURES.has(type)) {
    found.add('preview');
    return;
  }
  const content = await contentOf(source, ranges);
  const text = latin1(content.subarray(0, 200));
  if (type === 'Exif' && content.length > 4) {
    const at = 4 + new DataView(content.buffer).getUint32(0);
    describeExif(content.slice(at), found);
  } else if (/<\?xpacket|xmpmeta|rdf:/.test(text)) describeXmp(textOf(content), found);
  else found.add('hidden');
}

async function contentOf(source: Source, ranges: readonly Range[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let left = DESCRIBED_BYTES_MAX;
  for (const { from, to } of ranges) {
    const part = await source.bytes(from, Math.min(to - from, left));
    parts.push(part);
    left -= part.length;
  }
  return concat(...parts);
}

/** Blanks keep what follows the name in its place. */
async function cleanName(source: Source, { from, to }: Range, patches: Patches, found: Findings): Promise<void> {
  const name = await source.bytes(from, to - from);
  if (name.every((byte) => byte === 0x20)) return;
  found.add('text', textOf(name));
  patches.put(from, new Uint8Array(to - from).fill(0x20));
}
