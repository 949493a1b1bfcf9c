import { concat, sameBytes, startsWith } from './bytes.ts';
import { describeExif, describeResources } from './exif.ts';
import type { Findings } from './finding.ts';
import { cleanProfile } from './icc.ts';
import { minimalTiff, orientationOf } from './orientation.ts';
import type { Piece } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';
import { bytesOf, textOf } from './text.ts';
import { describeTrailer } from './trailer.ts';
import { describeXmp } from './xmp.ts';

/**
 * JPEG (ITU-T T.81, JFIF, Exif 3.0): a row of segments. Kept is what decoding needs; every other segment, and what follows the
 * end of the image, goes. Of an EXIF block only the orientation stays, and only where it turns the picture.
 */
const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const XMP_MORE = 'http://ns.adobe.com/xmp/extension/\0';
const RESOURCES = 'Photoshop 3.0\0';
const ICC = 'ICC_PROFILE\0';
const JFIF = 'JFIF\0';
const ADOBE = 'Adobe';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DHT = 0xc4;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
const DAC = 0xcc;
const COM = 0xfe;

const JFIF_BYTES = 14; // without its thumbnail
const ADOBE_BYTES = 12;
const SCAN_BLOCK_BYTES = 64 * 1024;

const isApp = (marker: number) => marker >= 0xe0 && marker <= 0xef;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![DHT, 0xc8, DAC].includes(marker);

/** A colour profile's part: 1 to 255 of them, each in a segment of its own. */
interface ProfilePart {
  readonly place: number;
  readonly number: number;
  readonly of: number;
  readonly data: Uint8Array;
}

export async function cleanJpeg(source: Source, found: Findings): Promise<readonly Piece[]> {
  const pieces: Piece[] = [{ from: 0, to: 2 }];
  const profile: ProfilePart[] = [];
  let turned = false;
  let at = 2;
  for (;;) {
    source.countPart();
    const { marker, start, filled } = await nextMarker(source, at);
    if (marker === EOI) {
      pieces.push({ from: start, to: start + 2 });
      await describeTrailer(source, start + 2, found);
      break;
    }
    const length = (await source.view(start + 2, 2)).getUint16(0);
    if (length < 2) throw new NotUnderstood('segment too short');
    const end = start + 2 + length;
    const body = await source.bytes(start + 4, length - 2);
    at = end;
    if (!isApp(marker) && marker !== COM) {
      if (!isSound(marker, body)) throw new NotUnderstood('unknown segment');
      if (marker === SOS) at = await endOfScan(source, end);
      pieces.push({ from: start, to: at });
    } else if (marker === 0xe2 && startsWith(body, ICC) && body.length > ICC.length + 2) {
      const [number = 0, of = 0] = body.subarray(ICC.length, ICC.length + 2);
      profile.push({ place: pieces.length, number, of, data: body.subarray(ICC.length + 2) });
      pieces.push(new Uint8Array());
    } else {
      const kept = keptOf(marker, body, turned, found);
      turned ||= marker === 0xe1 && startsWith(body, EXIF);
      if (!kept) continue;
      pieces.push(sameBytes(kept, body) && filled === 0 ? { from: start, to: end } : segment(marker, kept));
    }
  }
  keepProfile(pieces, profile, found);
  return pieces;
}

/** Any number of fill bytes may stand before a marker (T.81 B.1.1.2); they go. */
async function nextMarker(source: Source, at: number): Promise<{ marker: number; start: number; filled: number }> {
  let start = at;
  for (;;) {
    const [first, marker = 0] = await source.bytes(start, 2);
    if (first !== 0xff) throw new NotUnderstood('no marker');
    if (marker === 0xff) start++;
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= SOI)) throw new NotUnderstood('marker out of place');
    else return { marker, start, filled: start - at };
    if (start - at > SCAN_BLOCK_BYTES) throw new NotUnderstood('too much filling');
  }
}

/** Whether a segment is one that decoding needs, and as long as it says. */
function isSound(marker: number, body: Uint8Array): boolean {
  if (isFrame(marker)) return body.length === 6 + 3 * (body[5] ?? 0);
  switch (marker) {
    case SOS:
      return body.length === 4 + 2 * (body[0] ?? 0);
    case DRI:
    case DNL:
      return body.length === 2;
    case DHT:
      return fillsWithTables(body, (table) => 17 + table.subarray(1, 17).reduce((sum, count) => sum + count, 0));
    case DQT:
      return fillsWithTables(body, (table) => ((table[0] ?? 0) >> 4 === 0 ? 65 : 129));
    case DAC:
      return body.length % 2 === 0;
    default:
      return false;
  }
}

function fillsWithTables(body: Uint8Array, lengthOf: (table: Uint8Array) => number): boolean {
  let at = 0;
  while (at < body.length) at += lengthOf(body.subarray(at));
  return at === body.length;
}

/** Where the entropy-coded data of a scan ends: at the next marker that is not a stuffed zero or a restart. */
async function endOfScan(source: Source, from: number): Promise<number> {
  let at = from;
  while (at < source.size) {
    const block = await source.some(at, SCAN_BLOCK_BYTES);
    for (let index = block.indexOf(0xff); index !== -1; index = block.indexOf(0xff, index + 1)) {
      const next = block[index + 1];
      if (next === undefined || next === 0xff || next === 0x00 || (next >= 0xd0 && next <= 0xd7)) continue;
      return at + index;
    }
    // The last byte is read again, with the one that follows it.
    at += Math.max(1, block.length - 1);
  }
  throw new NotUnderstood('scan without end');
}

/** What of an APPn or COM segment stays, as its new body. */
function keptOf(marker: number, body: Uint8Array<ArrayBuffer>, turned: boolean, found: Findings): Uint8Array | null {
  if (marker === 0xe0 && startsWith(body, JFIF) && body.length >= JFIF_BYTES) {
    if (body.length > JFIF_BYTES) found.add('preview');
    const kept = body.slice(0, JFIF_BYTES);
    kept.fill(0, 12, 14); // width and height of the thumbnail
    return kept;
  }
  if (marker === 0xee && startsWith(body, ADOBE) && body.length >= ADOBE_BYTES) {
    if (body.length > ADOBE_BYTES) found.add('hidden');
    return body.subarray(0, ADOBE_BYTES);
  }
  if (marker === 0xe1 && startsWith(body, EXIF)) {
    const tiff = body.slice(EXIF.length);
    const minimal = turned ? null : minimalTiff(orientationOf(tiff));
    if (!minimal || !sameBytes(minimal, tiff)) describeExif(tiff, found);
    return minimal && concat(bytesOf(EXIF), minimal);
  }
  if (marker === 0xe1 && startsWith(body, XMP)) describeXmp(textOf(body.subarray(XMP.length)), found);
  else if (marker === 0xe1 && startsWith(body, XMP_MORE)) found.add('hidden');
  else if (marker === 0xed && startsWith(body, RESOURCES)) describeResources(body.slice(RESOURCES.length), found);
  else if (marker === COM) found.add('text', textOf(body));
  else if (marker === 0xe0 && startsWith(body, 'JFXX\0')) found.add('preview');
  else if (marker === 0xe2 && startsWith(body, 'MPF\0')) found.add('preview');
  else found.add('hidden');
  return null;
}

function segment(marker: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = body.length + 2;
  return concat(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body);
}

/** Puts the profile back, cleaned, where its parts stood. One with parts missing or doubled is used by no decoder. */
function keepProfile(pieces: Piece[], parts: readonly ProfilePart[], found: Findings): void {
  if (parts.length === 0) return;
  const ordered = [...parts].sort((a, b) => a.number - b.number);
  const whole = ordered.every((part, index) => part.number === index + 1 && part.of === parts.length);
  const clean = whole ? cleanProfile(concat(...ordered.map(({ data }) => data)), found) : null;
  if (!clean) {
    found.add('hidden');
    return;
  }
  let at = 0;
  for (const { place, number, of, data } of ordered) {
    const part = clean.subarray(at, at + data.length);
    pieces[place] = segment(0xe2, concat(bytesOf(ICC), Uint8Array.of(number, of), part));
    at += data.length;
  }
}
