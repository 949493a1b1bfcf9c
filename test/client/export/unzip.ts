/** What a zip says of a file, and its bytes. Written from PKWARE's APPNOTE 6.3, for stored files below 4 GiB. */
export interface Unzipped {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly crc32: number;
  /** As written: local time, without a zone. */
  readonly date: string;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UTF8 = 0x0800;

export function unzip(zip: Uint8Array): Unzipped[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const end = zip.length - 22;
  expectSignature(u32(end), END);
  const files: Unzipped[] = [];
  let at = u32(end + 16);
  for (let i = 0; i < u16(end + 10); i += 1) {
    expectSignature(u32(at), CENTRAL);
    if (u16(at + 10) !== 0) throw new Error('not stored');
    if ((u16(at + 8) & UTF8) === 0) throw new Error('name not marked as UTF-8');
    const name = new TextDecoder('utf-8', { fatal: true }).decode(zip.subarray(at + 46, at + 46 + u16(at + 28)));
    const local = u32(at + 42);
    expectSignature(u32(local), LOCAL);
    const start = local + 30 + u16(local + 26) + u16(local + 28);
    files.push({
      name,
      bytes: zip.subarray(start, start + u32(at + 20)),
      crc32: u32(at + 16),
      date: dateOf(u16(at + 14), u16(at + 12)),
    });
    at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
  }
  return files;
}

function dateOf(date: number, time: number): string {
  return [1980 + (date >> 9), (date >> 5) & 15, date & 31, time].join('-');
}

function expectSignature(found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`not a zip: ${found.toString(16)}`);
}
