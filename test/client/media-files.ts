import { expect } from 'vitest';

import { crc32 } from '../../client/report/metadata/crc32.ts';
import { inspect, type Inspection } from '../../client/report/metadata/index.ts';
import { bytesOf } from './media.ts';

/** Parts of media files to build hostile ones from, and what must hold of every file. */
const READS_MAX = 51_000; // what source.ts gives, and the head that is read when the file is put together

/** A blob that counts what is read of it. */
export function counted(blob: Blob): { blob: Blob; reads: { count: number; bytes: number } } {
  const reads = { count: 0, bytes: 0 };
  const slice = blob.slice.bind(blob);
  blob.slice = (from, to, type) => {
    const part = slice(from, to, type);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = () => {
      reads.count++;
      reads.bytes += part.size;
      return read();
    };
    return part;
  };
  return { blob, reads };
}

/** Whatever the bytes are: either nothing is cleaned and that is said, or nothing is left to find. */
export async function isSafe(bytes: Uint8Array<ArrayBuffer>): Promise<Inspection> {
  const { blob, reads } = counted(new Blob([bytes]));
  const inspection = await inspect(blob);
  expect(reads.count).toBeLessThan(READS_MAX);
  if (inspection.cleaned) {
    const again = await inspect(inspection.cleaned);
    expect(again.cleaned && (await bytesOf(again.cleaned))).toEqual(await bytesOf(inspection.cleaned));
    expect(again.findings).toEqual([]);
  } else expect(inspection.complete).toBe(false);
  return inspection;
}

export async function cleaned(bytes: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  const { cleaned: blob, findings } = await isSafe(bytes);
  if (!blob) throw new Error('not cleaned');
  expect(findings).not.toEqual([]);
  return Buffer.from(await blob.arrayBuffer());
}

export const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
export const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
export const box = (name: string, body: Uint8Array) =>
  Buffer.concat([u32(body.length + 8), Buffer.from(name, 'latin1'), body]);
export const chunk = (name: string, body: Uint8Array) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  return Buffer.concat([u32(body.length), named, u32(crc32(named))]);
};
export const riffChunk = (name: string, body: Uint8Array) => {
  const padded = body.length % 2 === 1 ? Buffer.concat([body, Buffer.alloc(1)]) : body;
  return Buffer.concat([Buffer.from(name, 'latin1'), u32(body.length).reverse(), padded]);
};
export const inserted = (bytes: Uint8Array, at: number, ...parts: Uint8Array[]) =>
  new Uint8Array(Buffer.concat([bytes.subarray(0, at), ...parts, bytes.subarray(at)]));
