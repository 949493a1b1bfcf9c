import { Findings, type Finding } from './finding.ts';
import { recognise, type FileFormat, type Recognised } from './format.ts';
import { cleanGif } from './gif.ts';
import { cleanIsoMedia } from './iso-media.ts';
import { cleanJpeg } from './jpeg.ts';
import { compose, type Piece } from './pieces.ts';
import { cleanPng } from './png.ts';
import { Source } from './source.ts';
import { cleanWav } from './wav.ts';
import { cleanWebp } from './webp.ts';

export type { Finding, FindingKind } from './finding.ts';
export type { FileFormat } from './format.ts';

export interface Inspection {
  readonly format: FileFormat;
  readonly findings: readonly Finding[];
  /** The file without what was found, its pictures and sound unchanged; `null` where removing would be a guess. */
  readonly cleaned: Blob | null;
  /** `false`: what is in it may not all have been found. */
  readonly complete: boolean;
}

/**
 * Says what a file tells of place, time, device and person, and makes one without that. Nothing is decoded or encoded again, and
 * no more than heads and tables are read: `cleaned` is made of slices of `file`, and is read when it is used. What pictures show
 * and voices say stays, and so do marks that a coder weaves into its pictures (SEI). The name of a file is not looked at.
 *
 * Never throws: a file that is not understood, or can no longer be read, gives `cleaned: null` and `complete: false`.
 */
export async function inspect(file: Blob): Promise<Inspection> {
  const source = new Source(file);
  const found = new Findings();
  let recognised: Recognised = { format: 'other', type: '', walk: null };
  let cleaned: Blob | null = null;
  try {
    recognised = await recognise(source);
    const pieces = await walk(source, recognised, found);
    cleaned = pieces && (await compose(file, pieces, recognised.type));
  } catch {
    // Bytes of strangers: whatever goes wrong, including reading them, means the same to the person who chose the file.
    found.missedSome();
  }
  const complete = cleaned !== null && found.complete;
  return { format: recognised.format, findings: found.list(), cleaned, complete };
}

async function walk(source: Source, { walk, format }: Recognised, found: Findings): Promise<readonly Piece[] | null> {
  switch (walk) {
    case 'jpeg':
      return cleanJpeg(source, found);
    case 'png':
      return cleanPng(source, found);
    case 'gif':
      return cleanGif(source, found);
    case 'webp':
      return cleanWebp(source, found);
    case 'wav':
      return cleanWav(source, found);
    case 'picture-boxes':
    case 'film-boxes':
      return cleanIsoMedia(source, format === 'heic' || format === 'avif', found);
    case null:
      return null;
  }
}
