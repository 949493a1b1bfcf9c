import { boxesIn, type Box } from './boxes.ts';
import { describeField } from './exif.ts';
import type { FindingKind, Findings } from './finding.ts';
import { NotUnderstood, type Source } from './source.ts';
import { latin1, shownPlace, textOf } from './text.ts';
import { describeXmp } from './xmp.ts';

/** Says what the boxes around a film tell: QuickTime's and 3GPP's user data, Apple's and Android's keys, XMP. */
const VALUE_BYTES_MAX = 64 * 1024;
const DEPTH_MAX = 4;
const XMP_UUID = '\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac';
const FULL_BOX_BYTES = 4;

/** Names of four characters (QuickTime File Format, 3GPP TS 26.244, iTunes), as {@link describeField} would call them. */
const NAMES: Readonly<Record<string, string>> = {
  '\xa9mak': 'make',
  '\xa9mod': 'model',
  manu: 'make',
  modl: 'model',
  '\xa9swr': 'software',
  '\xa9too': 'software',
  '\xa9enc': 'encoder',
  '\xa9fmt': 'software',
  auth: 'author',
  perf: 'artist',
  cprt: 'copyright',
  '\xa9cpy': 'copyright',
  '\xa9ART': 'artist',
  '\xa9aut': 'author',
  '\xa9wrt': 'author',
  '\xa9prd': 'producer of it, a person',
  aART: 'artist',
  '\xa9day': 'date',
  yrrc: 'date',
  '\xa9nam': 'title',
  titl: 'title',
  dscp: 'description',
  desc: 'description',
  ldes: 'description',
  '\xa9cmt': 'comment',
  '\xa9des': 'description',
  '\xa9inf': 'comment',
  '\xa9alb': 'title',
  albm: 'title',
  '\xa9gen': 'category',
  gnre: 'category',
  kywd: 'keywords',
};
const PLACES = new Set(['\xa9xyz', 'loci', 'gps ', 'GPS ', 'gpmd']);
const PICTURES = new Set(['covr', 'thmb', 'thum', 'PICT', 'pnot']);
const FILMS = new Set(['mpvd', 'mdat', 'ftyp']);
/** 3GPP puts a version and a language before the text. */
const AFTER_LANGUAGE = new Set(['titl', 'dscp', 'cprt', 'perf', 'auth', 'gnre', 'albm']);
/** Of no meaning to anyone, whatever they hold. */
const SILENT = new Set(['tref', 'load', 'iods', 'elng']);

export async function describeMovieBox(source: Source, box: Box, found: Findings): Promise<void> {
  await describe(source, box, found, 0);
}

async function describe(source: Source, box: Box, found: Findings, depth: number): Promise<void> {
  const { name, body, to } = box;
  if (SILENT.has(name)) return;
  if (PICTURES.has(name)) found.add('preview');
  else if (FILMS.has(name)) found.add('video');
  else if ((name === 'udta' || name === 'meta' || name === 'ilst') && depth < DEPTH_MAX)
    await describeChildren(source, box, found, depth + 1);
  else {
    const bytes = await source.some(body, Math.min(to - body, VALUE_BYTES_MAX));
    if (PLACES.has(name)) found.add('location', name === 'loci' ? placeOf3gpp(bytes) : placeIn(latin1(bytes)));
    else if (name in NAMES)
      describeField(NAMES[name] ?? '', textIn(bytes.subarray(AFTER_LANGUAGE.has(name) ? 6 : 0)), found);
    else if (name === 'uuid' && latin1(bytes.subarray(0, 16)) === XMP_UUID)
      describeXmp(textOf(bytes.subarray(16)), found);
    else if (name === 'XMP_') describeXmp(textOf(bytes), found);
    else if (name !== 'hdlr') found.add(kindOfUnknown(bytes));
  }
}

async function describeChildren(source: Source, box: Box, found: Findings, depth: number): Promise<void> {
  const children = await childrenOf(source, box);
  if (!children) {
    found.add('hidden');
    return;
  }
  const keys = children.find(({ name }) => name === 'keys');
  const values = children.find(({ name }) => name === 'ilst');
  if (keys && values) await describeKeys(source, keys, values, found);
  for (const child of children) {
    if (child !== keys && !(keys && child === values)) await describe(source, child, found, depth);
  }
}

/** `null` where it holds no boxes. The ISO's `meta` begins with a version and flags, QuickTime's does not. */
async function childrenOf(source: Source, { name, body, to }: Box): Promise<readonly Box[] | null> {
  const isFull = name === 'meta' && (await source.isZero(body, Math.min(to, body + FULL_BOX_BYTES)));
  try {
    return await boxesIn(source, isFull ? body + FULL_BOX_BYTES : body, to);
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

/** A list of names, and a list of values that refer to them by number, from one on. */
async function describeKeys(source: Source, keys: Box, values: Box, found: Findings): Promise<void> {
  const names = await boxesIn(source, keys.body + 8, keys.to);
  for (const value of await boxesIn(source, values.body, values.to)) {
    const number = new DataView(Uint8Array.from(value.name, (c) => c.charCodeAt(0)).buffer).getUint32(0);
    const key = names[number - 1];
    const name = key ? latin1(await source.some(key.body, Math.min(key.to - key.body, 200))) : '';
    const bytes = await source.some(value.body, Math.min(value.to - value.body, VALUE_BYTES_MAX));
    const text = textIn(bytes);
    if (/location/i.test(name)) found.add('location', placeIn(text));
    else describeField(name.replace(/^com\.\w+\.(?:quicktime\.)?/, ''), text, found);
  }
}

/** ISO 6709: `+47.0105+028.8638+085.000/`. */
function placeIn(text: string): string | undefined {
  const [, latitude, longitude] = /([+-]\d{1,3}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)/.exec(text) ?? [];
  return shownPlace(Number(latitude ?? NaN), Number(longitude ?? NaN));
}

/** 3GPP TS 26.244 8.13: language, name, role, then longitude and latitude as fixed-point numbers. */
function placeOf3gpp(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const nameEnd = bytes.indexOf(0, FULL_BOX_BYTES + 2);
  if (nameEnd === -1 || nameEnd + 10 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, nameEnd + 2);
  return shownPlace(view.getInt32(4) / 65536, view.getInt32(0) / 65536);
}

/** The longest run of readable text: before it stand versions, lengths and languages in several layouts. */
function textIn(bytes: Uint8Array): string {
  const [longest = ''] = textOf(bytes)
    .split(/\p{Cc}+/u)
    .sort((a, b) => b.length - a.length);
  return longest.replace(/^data/, '');
}

function kindOfUnknown(bytes: Uint8Array): FindingKind {
  const text = latin1(bytes);
  if (/location|GPS|[+-]\d{2}\.\d{3,}[+-]\d{3}\.\d{3,}/.test(text)) return 'location';
  return 'hidden';
}
