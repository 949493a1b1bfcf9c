/** Which way up a picture is shown (TIFF 6.0, tag 274): 1 is as it is stored, 2 to 8 turned or mirrored. */
const ORIENTATION_TAG = 0x0112;
const ORIENTATION_MAX = 8;
const AS_STORED = 1;
const SHORT = 3;
const ENTRY_BYTES = 12;

/** The orientation that an EXIF block (a TIFF file) tells; 1 where it tells none. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 14) return AS_STORED;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return AS_STORED;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || directory + 2 > tiff.length) return AS_STORED;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > tiff.length) return AS_STORED;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 2, little) === SHORT ? view.getUint16(entry + 8, little) : AS_STORED;
    return value >= AS_STORED && value <= ORIENTATION_MAX ? value : AS_STORED;
  }
  return AS_STORED;
}

/** An EXIF block that tells the orientation and nothing else; `null` where there is nothing to tell. */
export function minimalTiff(orientation: number): Uint8Array<ArrayBuffer> | null {
  if (orientation === AS_STORED) return null;
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION_TAG);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}
