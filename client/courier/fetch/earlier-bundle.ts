import { BUNDLE_MAGIC } from '../../../crypto/index.ts';
import { Trouble } from '../trouble.ts';

const END_RECORD_BYTES = 17;
const END_HEADER = [0, 0, 0, 0, 12]; // of type 0, with a body of 12 bytes (SPEC.md, Bundle)

/** The cursor at the end of an earlier bundle, without reading all of it. Throws `since-invalid`. */
export async function cursorOf(bundle: Blob): Promise<number> {
  const [start, end] = await Promise.all([
    bytesOf(bundle.slice(0, BUNDLE_MAGIC.length)),
    bytesOf(bundle.slice(-END_RECORD_BYTES)),
  ]);
  const isBundle = BUNDLE_MAGIC.every((byte, i) => start[i] === byte);
  const isWhole = end.length === END_RECORD_BYTES && END_HEADER.every((byte, i) => end[i] === byte);
  const cursor = isWhole ? Number(new DataView(end.buffer).getBigUint64(END_HEADER.length)) : NaN;
  if (!isBundle || !Number.isSafeInteger(cursor)) throw new Trouble('since-invalid');
  return cursor;
}

async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await part.arrayBuffer());
}
