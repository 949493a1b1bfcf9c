import { readdir, stat } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { CELL_BYTES, PATHS, WORK_HEADER } from '../../crypto/index.ts';
import { DiskBlobs } from '../../server/blobs/disk.ts';
import { EvidenceRoom } from '../../server/blobs/room.ts';
import { freshWork, postLetter, someLetter, startApp, type TestApp } from './helpers.ts';
import { cellBytes, codeOf, createUpload, deferUpload, deleteUpload, idIn, patch, TUS, uploadCell } from './uploads.ts';

const ROOM_CELLS = 12;
const HALF = ROOM_CELLS / 2;
const LATER_MS = 31_000;

/** A disk that holds twelve cells. */
class SmallDisk extends DiskBlobs {
  override async room(): Promise<number> {
    let used = 0;
    for (const name of await readdir(this.folder)) used += (await stat(join(this.folder, name))).size;
    return Math.max(0, ROOM_CELLS * CELL_BYTES - used);
  }
}

async function startSmall(): Promise<{ server: TestApp; folder: string; pass: (ms: number) => void }> {
  let aheadMs = 0;
  let folder = '';
  const server = await startApp(({ blobs }) => {
    ({ folder } = blobs);
    return { blobs: new SmallDisk(folder), clock: () => new Date(Date.now() + aheadMs) };
  });
  return { server, folder, pass: (ms) => (aheadMs += ms) };
}

describe('a flood of uploads that no letter names', () => {
  test('fills half of the room and no more; letters still come in', async () => {
    const { server } = await startSmall();
    for (let i = 0; i < HALF; i += 1) await uploadCell(server);
    expect(await codeOf(await createUpload(server))).toBe('evidence-no-room');
    expect(await codeOf(await deferUpload(server))).toBe('evidence-no-room');
    expect(await codeOf(await postLetter(server.url, someLetter()))).toBe('201');
  });

  test('that was begun while there was room is refused when it goes on', async () => {
    const { server, folder } = await startSmall();
    const ids: string[] = [];
    for (let i = 0; i < 2 * HALF; i += 1) ids.push(idIn(await deferUpload(server)));
    const codes: string[] = [];
    for (const id of ids) codes.push(await codeOf(await patch(server, id, 0, cellBytes(1))));
    expect(codes).toEqual(Array.from(ids, (_, i) => (i < HALF ? '204' : 'evidence-no-room')));
    expect(await bytesIn(folder)).toBe(HALF * CELL_BYTES);
  });

  test('that comes all at once gets no more than that', async () => {
    const { server, folder } = await startSmall();
    const ids = await Promise.all(Array.from({ length: 2 * HALF }, async () => idIn(await deferUpload(server))));
    const codes = await Promise.all(ids.map(async (id) => codeOf(await patch(server, id, 0, cellBytes(1)))));
    expect(codes.filter((code) => code !== '204' && code !== 'evidence-no-room')).toEqual([]);
    expect(codes.filter((code) => code === '204').length).toBeGreaterThan(0);
    expect(await bytesIn(folder)).toBeLessThanOrEqual(HALF * CELL_BYTES);
  });

  test('one upload of which the length is known cannot take more than half', async () => {
    const { server } = await startSmall();
    const begin = async (cells: number) =>
      codeOf(await createUpload(server, { 'Upload-Length': String(cells * CELL_BYTES) }));
    expect(await begin(HALF + 1)).toBe('evidence-no-room');
    expect(await begin(HALF)).toBe('201');
  });

  test('chunks of unknown number stop where the room ends', async () => {
    const { server, folder } = await startSmall();
    const id = idIn(await deferUpload(server));
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(cellBytes(1));
      },
    });
    expect(await codeOf(await patch(server, id, 0, body))).toBe('evidence-no-room');
    expect(await bytesIn(folder)).toBeLessThanOrEqual(HALF * CELL_BYTES);
  });

  test('a request that stalls holds its room only for as long as it is there', async () => {
    const { server } = await startSmall();
    const idle = idIn(await deferUpload(server));
    const stuck = httpRequest(`${server.url}${PATHS.evidence}/${idle}`, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': 0,
        'Content-Length': 5 * CELL_BYTES,
      },
    });
    stuck.on('error', () => undefined);
    stuck.write(new Uint8Array(16));
    await sleep(100);
    expect(await codeOf(await createUpload(server, { 'Upload-Length': String(2 * CELL_BYTES) }))).toBe(
      'evidence-no-room',
    );
    stuck.destroy();
    await sleep(100);
    expect(await codeOf(await createUpload(server, { 'Upload-Length': String(2 * CELL_BYTES) }))).toBe('201');
  });

  test('makes way again as its uploads are named or deleted', async () => {
    const { server, pass } = await startSmall();
    const ids: string[] = [];
    for (let i = 0; i < HALF; i += 1) ids.push(await uploadCell(server));
    const [named = '', deleted = ''] = ids;
    expect(await codeOf(await createUpload(server))).toBe('evidence-no-room');
    expect(await codeOf(await deleteUpload(server, deleted))).toBe('204');
    await uploadCell(server);
    expect(await codeOf(await createUpload(server))).toBe('evidence-no-room');
    expect(await codeOf(await postLetter(server.url, someLetter(), { evidence: named }))).toBe('201');
    pass(LATER_MS);
    // Eleven cells are left for uploads that nobody names: five lie there, so none fits into half of them.
    expect(await codeOf(await createUpload(server))).toBe('evidence-no-room');
    expect(await codeOf(await deleteUpload(server, ids[2] ?? ''))).toBe('204');
    expect(await codeOf(await createUpload(server))).toBe('201');
  });

  test('is counted from the disk by a server that starts', async () => {
    const { server } = await startSmall();
    for (let i = 0; i < HALF; i += 1) await uploadCell(server);
    const { store, blobs, clock } = server.deps;
    expect(await new EvidenceRoom({ store, blobs, clock }).has(1)).toBe(false);
  });

  test('work that was shown for an upload that found no room is not spent', async () => {
    const { server } = await startSmall();
    const work = await freshWork(server.url);
    const begin = async (cells: number) =>
      codeOf(await createUpload(server, { 'Upload-Length': String(cells * CELL_BYTES), [WORK_HEADER]: work }));
    expect(await begin(HALF + 1)).toBe('evidence-no-room');
    expect(await begin(1)).toBe('201');
  });
});

async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
