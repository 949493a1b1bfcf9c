import { startsWith } from './bytes.ts';
import type { Source } from './source.ts';
import { latin1 } from './text.ts';

/** What a file is, by its content: names lie. `office`: Word, Excel, PowerPoint, OpenDocument. `audio`: sound alone. */
export type FileFormat =
  'jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'mp4' | 'mov' | 'gif' | 'pdf' | 'office' | 'audio' | 'other';

/** The same, as far as it makes a difference to how a file is walked. */
export interface Recognised {
  readonly format: FileFormat;
  /** The media type. */
  readonly type: string;
  readonly walk: 'jpeg' | 'png' | 'webp' | 'gif' | 'wav' | 'picture-boxes' | 'film-boxes' | null;
}

const LOOKED_AT_BYTES = 64 * 1024;
const PDF_WITHIN_BYTES = 1024; // readers look for its mark that far
const FILM_BOXES = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);
const AVIF = /avif|avis/;
const HEIC = /heic|heix|heim|heis|hevc|hevx|mif1|msf1|mif2/;
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

export async function recognise(source: Source): Promise<Recognised> {
  const start = await source.some(0, LOOKED_AT_BYTES);
  if (startsWith(start, '\xff\xd8\xff')) return { format: 'jpeg', type: 'image/jpeg', walk: 'jpeg' };
  if (startsWith(start, '\x89PNG\r\n\x1a\n')) return { format: 'png', type: 'image/png', walk: 'png' };
  if (startsWith(start, 'GIF87a') || startsWith(start, 'GIF89a'))
    return { format: 'gif', type: 'image/gif', walk: 'gif' };
  if (startsWith(start, 'RIFF') && startsWith(start, 'WEBP', 8))
    return { format: 'webp', type: 'image/webp', walk: 'webp' };
  if (startsWith(start, 'RIFF') && startsWith(start, 'WAVE', 8))
    return { format: 'audio', type: 'audio/wav', walk: 'wav' };
  if (startsWith(start, 'ftyp', 4)) return recogniseBrand(start);
  if (FILM_BOXES.has(latin1(start.subarray(4, 8))))
    return { format: 'mov', type: 'video/quicktime', walk: 'film-boxes' };
  return { format: await recogniseOther(source, start), type: '', walk: null };
}

/** The first brand is the file's own; HEIF files may have it only among those they are compatible with. */
function recogniseBrand(start: Uint8Array): Recognised {
  const length = new DataView(start.buffer, start.byteOffset).getUint32(0);
  const brands = latin1(start.subarray(8, Math.min(length, 256)));
  const brand = brands.slice(0, 4);
  if (AVIF.test(brand) || (HEIC.test(brand) && AVIF.test(brands)))
    return { format: 'avif', type: 'image/avif', walk: 'picture-boxes' };
  if (HEIC.test(brand)) return { format: 'heic', type: 'image/heic', walk: 'picture-boxes' };
  if (brand === 'qt  ') return { format: 'mov', type: 'video/quicktime', walk: 'film-boxes' };
  if (/^M4[AB] $|^F4A $/.test(brand)) return { format: 'audio', type: 'audio/mp4', walk: 'film-boxes' };
  return { format: 'mp4', type: 'video/mp4', walk: 'film-boxes' };
}

async function recogniseOther(source: Source, start: Uint8Array): Promise<FileFormat> {
  const head = latin1(start);
  if (head.slice(0, PDF_WITHIN_BYTES).includes('%PDF-')) return 'pdf';
  if (head.startsWith(OLE)) return 'office';
  if (head.startsWith('PK\x03\x04')) {
    const tail = latin1(await source.some(Math.max(0, source.size - LOOKED_AT_BYTES), LOOKED_AT_BYTES));
    return /\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/.test(head + tail) ? 'office' : 'other';
  }
  const isAudio =
    /^(?:ID3|OggS|fLaC|#!AMR|ADIF|FORM....AIF|caff|MAC |wvpk)/s.test(head) || /^\xff[\xe2-\xff]/.test(head);
  return isAudio ? 'audio' : 'other';
}
