import { toBase64 } from '../../../crypto/index.ts';
import { FRAME_STYLE } from '../frame-style.ts';
import type { FileKind } from './file-kind.ts';
import { bytesOf } from './pieces.ts';

/** A page with a larger file inside would cost several times its size in memory. */
const FRAMED_BYTES_MAX = 67_108_864;
/** Whole groups of base64, so that the pieces join to one. */
const PIECE_BYTES = 3 * 262_144;

const TAGS = {
  image: ['<img alt="" src="', '">'],
  audio: ['<audio controls src="', '"></audio>'],
  video: ['<video controls playsinline src="', '"></video>'],
} as const;

/**
 * A page of our own that holds one picture, sound or film as data, for a frame without script and without an origin. Nothing of the file but
 * its bytes in base64 goes into the markup, so nothing of it can be markup. `null` where it would be too large.
 */
export async function framePage(file: Blob, { shownAs, mime }: FileKind): Promise<Blob | null> {
  if (shownAs === 'text' || shownAs === 'nothing' || file.size > FRAMED_BYTES_MAX) return null;
  const [before, after] = TAGS[shownAs];
  const parts: BlobPart[] = [
    `<!doctype html><meta charset="utf-8"><title></title><style>${FRAME_STYLE}</style>${before}data:${mime};base64,`,
  ];
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    parts.push(new Blob([toBase64(await bytesOf(file, at, Math.min(at + PIECE_BYTES, file.size)))]));
  }
  parts.push(after);
  return new Blob(parts, { type: 'text/html' });
}
