import { inflate } from './deflate.ts';
import { describeExif, describeField, describeResources } from './exif.ts';
import type { Findings } from './finding.ts';
import { latin1, textOf } from './text.ts';
import { describeXmp } from './xmp.ts';

const INFLATED_BYTES_MAX = 1024 * 1024;

/** Says what a `tEXt`, `zTXt` or `iTXt` chunk tells: one named text, plain or deflated. */
export async function describePngText(chunk: string, content: Uint8Array<ArrayBuffer>, found: Findings): Promise<void> {
  const nameEnd = content.indexOf(0);
  const name = latin1(content.subarray(0, Math.max(0, nameEnd)));
  const text = nameEnd === -1 ? null : await textIn(chunk, content, nameEnd + 1);
  if (text === null) found.add('hidden');
  else if (/xmp/i.test(name) && !name.startsWith('Raw')) describeXmp(textOf(text), found);
  else if (name.startsWith('Raw profile type ')) describeRawProfile(name, latin1(text), found);
  else if (/^[\w .:-]+$/.test(name)) describeField(name, textOf(text), found);
  else found.add('text', textOf(text));
}

async function textIn(
  chunk: string,
  content: Uint8Array<ArrayBuffer>,
  at: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (chunk === 'tEXt') return content.slice(at);
  if (chunk === 'zTXt') return inflate(content.slice(at + 1), INFLATED_BYTES_MAX);
  const languageEnd = content.indexOf(0, at + 2);
  const keywordEnd = languageEnd === -1 ? -1 : content.indexOf(0, languageEnd + 1);
  if (keywordEnd === -1) return null;
  const text = content.slice(keywordEnd + 1);
  return content[at] === 1 ? inflate(text, INFLATED_BYTES_MAX) : text;
}

/** ImageMagick writes other formats' blocks in hexadecimal after a line with their length. */
function describeRawProfile(name: string, text: string, found: Findings): void {
  const digits = /^\s*\w+\s+\d+\s+([\da-f\s]+)$/i.exec(text)?.[1]?.replace(/\s+/g, '') ?? '';
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const start = latin1(bytes.subarray(0, 32));
  if (start.startsWith('Exif\0\0')) describeExif(bytes.slice(6), found);
  else if (start.includes('8BIM')) describeResources(bytes.slice(start.indexOf('8BIM')), found);
  else if (name.endsWith('xmp')) describeXmp(textOf(bytes), found);
  else found.add('hidden');
}
