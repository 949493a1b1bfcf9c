import type { FindingKind } from './finding.ts';

const VALUE_LENGTH_MAX = 100; // characters: one line of a small screen, twice wrapped

/** Text from a file as one line that can neither break nor reorder what stands around it. */
export function inertText(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, VALUE_LENGTH_MAX).join('').trim();
}

/** Bytes as text: UTF-8 where they are that, else each byte as a character. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

/** Each byte as the character of the same number. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The inverse of {@link latin1}. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** `2026:05:01 10:11:30` and `2026-05-01T10:11:30+0300` as `2026-05-01 10:11`; other text as it is. */
export function shownTime(text: string): string {
  const parts = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[T ](\d\d):(\d\d))?/.exec(text.trim());
  if (!parts) return text;
  const [, year = '', month = '', day = '', hour, minute] = parts;
  const date = `${year}-${month}-${day}`;
  return hour === undefined || minute === undefined ? date : `${date} ${hour}:${minute}`;
}

/** Degrees as `47.0105, 28.8638`: four places are about ten metres, enough to see that it is true. */
export function shownPlace(latitude: number, longitude: number): string | undefined {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined;
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

/** How cameras and programs name what they write, in EXIF, XMP, PNG and QuickTime alike. The first that fits counts. */
const KINDS: readonly (readonly [RegExp, FindingKind])[] = [
  [/gps|latitude|longitude|location|city|country|province|geo|place/i, 'location'],
  [/creatortool|software|application|program|producer|encoder|android\.version|history/i, 'software'],
  [/exposure|shutter|aperture|fnumber|speed|flash|meter|light|focal|scene|bright|maker/i, 'device'],
  [/date|time|year|\bday\b/i, 'time'],
  [/owner|artist|author|creator|copyright|credit|person|rights|contact|by-?line|writer|director|performer/i, 'person'],
  [/make|model|serial|lens|camera|device|computer|unique|source/i, 'device'],
  [/thumb|preview/i, 'preview'],
  [/title|descri|comment|caption|keyword|subject|headline|label|instruct|name|category|text|parameters/i, 'text'],
];

/** What a field of this name tells; `undefined` where the name says nothing. */
export function kindOfName(name: string): FindingKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}
