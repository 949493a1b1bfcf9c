import { describeField } from './exif.ts';
import type { Findings } from './finding.ts';
import { shownPlace } from './text.ts';

const LOOKED_AT_CHARS_MAX = 256 * 1024; // what comes after may be megabytes of a second picture

/** A property written as an attribute, and one written as an element, alone or first in a list. Workers have no parser for XML. */
const ATTRIBUTE = /\b(\w{1,40}):(\w{1,60})\s{0,9}=\s{0,9}["']([^"'<]{0,400})["']/g;
const ELEMENT =
  /<(\w{1,40}):(\w{1,60})(?:\s[^<>]{0,200})?>\s{0,99}(?:<rdf:\w{3}>\s{0,99}<rdf:li[^<>]{0,99}>)?([^<\s][^<]{0,400})(?=<)/g;

/** Names of the language itself, and what every writer puts in. */
const NO_PROPERTY = /^(?:xmlns|rdf|xml|x)$/;
const SAYS_NOTHING = /^(?:Orientation|[XY]Resolution|ResolutionUnit|ColorSpace|Pixel[XY]Dimension|format|ExifVersion)$/;

/** Says what an XMP packet tells: what is read of it need not be well-formed. */
export function describeXmp(packet: string, found: Findings): void {
  const text = packet.slice(0, LOOKED_AT_CHARS_MAX);
  const properties = new Map<string, string>();
  for (const pattern of [ATTRIBUTE, ELEMENT]) {
    for (const [, prefix = '', name = '', value = ''] of text.matchAll(pattern)) {
      if (NO_PROPERTY.test(prefix) || SAYS_NOTHING.test(name) || value.trim() === '') continue;
      properties.set(name, value);
    }
  }
  if (properties.size === 0) found.add('hidden');
  const place = shownPlace(degrees(properties.get('GPSLatitude')), degrees(properties.get('GPSLongitude')));
  if (place !== undefined) found.add('location', place);
  for (const [name, value] of properties) describeField(name, name.startsWith('GPS') ? undefined : value, found);
}

/** XMP writes `47,0.63N` or `47,0,38N`. */
function degrees(text = ''): number {
  const parts = /^(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])$/.exec(text);
  if (!parts) return NaN;
  const [, whole, minutes, seconds = '0', side = ''] = parts;
  return (Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600) * ('SW'.includes(side) ? -1 : 1);
}
