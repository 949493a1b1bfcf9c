// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an import brings in no types of another's module, and programs that refer to this one miss them
/// <reference path="./exifreader.d.ts" />
import iptc from 'exifreader/src/iptc-tags.js';
import exif from 'exifreader/src/tags.js';

import type { Findings } from './finding.ts';
import { kindOfName, shownPlace, shownTime } from './text.ts';

/** What every writer puts in, and what tells of nothing but how to decode. */
const SAYS_NOTHING =
  /^(?:Orientation|[XY]Resolution|ResolutionUnit|YCbCr\w+|ExifVersion|FlashpixVersion|ColorSpace|Pixel[XY]Dimension|Image(?:Width|Length)|ComponentsConfiguration|Compression|Padding|Interoperability\w*|RelatedImage\w+|.*Pointer)$/;

/** Says what an EXIF block (a TIFF file) tells. Whatever cannot be read is told as hidden. */
export function describeExif(tiff: Uint8Array<ArrayBuffer>, found: Findings): void {
  let tags: Readonly<Record<string, unknown>>;
  try {
    tags = exif.read(new DataView(tiff.slice().buffer), 0, true).tags;
  } catch {
    found.add('hidden');
    return;
  }
  const place = placeOf(tags);
  if (place !== undefined) found.add('location', place);
  const maker = descriptionOf(tags['Make']);
  const model = descriptionOf(tags['Model']);
  if (maker || model) found.add('device', model.startsWith(maker) ? model : `${maker} ${model}`);
  for (const [name, tag] of Object.entries(tags)) {
    if (SAYS_NOTHING.test(name) || name === 'Make' || name === 'Model') continue;
    describeField(name, name.startsWith('GPS') ? undefined : descriptionOf(tag), found);
  }
}

/** Says what Photoshop's image resources (the content of APP13 after its name) tell: IPTC fields, thumbnails. */
export function describeResources(resources: Uint8Array<ArrayBuffer>, found: Findings): void {
  const fields = Object.entries(iptc.read(new DataView(resources.slice().buffer), 0, true));
  if (fields.length === 0) found.add('hidden');
  for (const [name, tag] of fields) {
    for (const one of Array.isArray(tag) ? (tag as unknown[]) : [tag]) describeField(name, descriptionOf(one), found);
  }
}

/** Says what a field that has a name tells; its value only where it can be understood by reading it. */
export function describeField(name: string, value: string | undefined, found: Findings): void {
  const kind = kindOfName(name);
  if (kind === undefined || name === 'MakerNote') found.add(kind ?? 'hidden');
  else if (kind === 'time') found.add(kind, value === undefined || !/\d{4}/.test(value) ? undefined : shownTime(value));
  else if (kind === 'device' && !/make|model|serial/i.test(name)) found.add(kind);
  else found.add(kind, value);
}

function descriptionOf(tag: unknown): string {
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return '';
  return typeof tag.description === 'string' ? tag.description : '';
}

function placeOf(tags: Readonly<Record<string, unknown>>): string | undefined {
  const latitude = degreesOf(tags['GPSLatitude'], tags['GPSLatitudeRef'], 'S');
  const longitude = degreesOf(tags['GPSLongitude'], tags['GPSLongitudeRef'], 'W');
  return shownPlace(latitude, longitude);
}

/** Degrees, minutes and seconds, each a fraction; `NaN` where they are not. */
function degreesOf(tag: unknown, side: unknown, negative: string): number {
  const [degrees = NaN, minutes = 0, seconds = 0] = valuesOf(tag).map((part) => {
    const [above, below] = Array.isArray(part) ? (part as unknown[]) : [];
    return typeof above === 'number' && typeof below === 'number' ? above / (below || 1) : NaN;
  });
  return (degrees + minutes / 60 + seconds / 3600) * (valuesOf(side)[0] === negative ? -1 : 1);
}

function valuesOf(tag: unknown): readonly unknown[] {
  if (typeof tag !== 'object' || tag === null || !('value' in tag)) return [];
  return Array.isArray(tag.value) ? tag.value : [tag.value];
}
