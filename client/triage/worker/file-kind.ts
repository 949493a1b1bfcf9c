import type { ShownAs } from '../calls/evidence-calls.ts';

export interface FileKind {
  readonly shownAs: ShownAs;
  readonly mime: string;
}

const OPAQUE: FileKind = { shownAs: 'nothing', mime: 'application/octet-stream' };

interface Signature extends FileKind {
  readonly at: number;
  readonly bytes: readonly number[];
}

/** What browsers show as pictures, sound and film: by the first bytes alone. SVG is not among them: it is shown as the text that it is. */
const SIGNATURES: readonly Signature[] = [
  { at: 0, bytes: [0xff, 0xd8, 0xff], shownAs: 'image', mime: 'image/jpeg' },
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], shownAs: 'image', mime: 'image/png' },
  { at: 0, bytes: ascii('GIF8'), shownAs: 'image', mime: 'image/gif' },
  { at: 8, bytes: ascii('WEBP'), shownAs: 'image', mime: 'image/webp' },
  { at: 4, bytes: ascii('ftypavif'), shownAs: 'image', mime: 'image/avif' },
  { at: 4, bytes: ascii('ftypavis'), shownAs: 'image', mime: 'image/avif' },
  { at: 4, bytes: ascii('ftypM4A'), shownAs: 'audio', mime: 'audio/mp4' },
  { at: 4, bytes: ascii('ftyphei'), ...OPAQUE }, // no browser of ours shows HEIC
  { at: 4, bytes: ascii('ftypmif1'), ...OPAQUE },
  { at: 4, bytes: ascii('ftyp'), shownAs: 'video', mime: 'video/mp4' },
  { at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3], shownAs: 'video', mime: 'video/webm' },
  { at: 8, bytes: ascii('WAVE'), shownAs: 'audio', mime: 'audio/wav' },
  { at: 0, bytes: ascii('OggS'), shownAs: 'audio', mime: 'audio/ogg' },
  { at: 0, bytes: ascii('fLaC'), shownAs: 'audio', mime: 'audio/flac' },
  { at: 0, bytes: ascii('ID3'), shownAs: 'audio', mime: 'audio/mpeg' },
  { at: 0, bytes: [0xff, 0xfb], shownAs: 'audio', mime: 'audio/mpeg' },
  { at: 0, bytes: [0xff, 0xf3], shownAs: 'audio', mime: 'audio/mpeg' },
];

const TEXT: FileKind = { shownAs: 'text', mime: 'text/plain' };

/** What a file is by its beginning. What its name and its report call it is not looked at. `isWhole`: there is no more of it. */
export function kindOf(start: Uint8Array, isWhole: boolean): FileKind {
  const known = SIGNATURES.find(({ at, bytes }) => bytes.every((byte, i) => start[at + i] === byte));
  if (known) return { shownAs: known.shownAs, mime: known.mime };
  return textIn(start, isWhole) === null ? OPAQUE : TEXT;
}

/** The text that these bytes are, or `null` where they are none: not UTF-8, or with bytes that no text has. */
export function textIn(start: Uint8Array, isWhole: boolean): string | null {
  if (start.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: !isWhole });
  } catch {
    return null;
  }
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
