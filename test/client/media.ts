import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of `test/data/media`, and what was planted in them. */
const FOLDER = join(import.meta.dirname, '../data/media');

export interface Media {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const media: readonly Media[] = readdirSync(FOLDER)
  .filter((name) => /\.(?:jpg|png|webp|gif|heic|avif|mp4|mov|3gp|m4a|wav)$/.test(name))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));

export function mediaNamed(name: string): Media {
  const found = media.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} in ${FOLDER}`);
  return found;
}

/** Every value that `make.sh` plants begins or contains one of these, as text; and what coders write of themselves. */
export const PLANTED =
  /planted|clerk|example ?(?:co|os|editor)|4711|PLNT|SCRN|47[.,]0|28[.,]8|28,51|2026[:-]|10:11|GPS|Lav[fc]\d|libx264/i;

export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
