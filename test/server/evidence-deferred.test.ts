import { readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { CELL_BYTES, EVIDENCE_BYTES_MAX, EVIDENCE_BYTES_PER_WORK, PATHS, WORK_HEADER } from '../../crypto/index.ts';
import { freshWork, postLetter, sendRaw, someLetter, startServer } from './helpers.ts';
import {
  cellBytes,
  codeOf,
  createUpload,
  deferUpload,
  deleteUpload,
  headOf,
  idIn,
  offsetOf,
  patch,
  TUS,
  uploadCell,
} from './uploads.ts';

const told = (bytes: number) => ({ 'Upload-Length': String(bytes) });

describe('evidence whose length is told at its end', () => {
  test('is uploaded cell by cell and can then be named', async () => {
    const server = await startServer();
    const id = idIn(await deferUpload(server));
    const cells = [cellBytes(1), cellBytes(1), cellBytes(1)] as const;
    expect((await headOf(server, id)).get('Upload-Defer-Length')).toBe('1');
    expect(await codeOf(await patch(server, id, 0, cells[0]))).toBe('204');
    expect(await codeOf(await patch(server, id, CELL_BYTES, cells[1]))).toBe('204');
    expect(await codeOf(await patch(server, id, 2 * CELL_BYTES, cells[2], told(3 * CELL_BYTES)))).toBe('204');
    const headers = await headOf(server, id);
    expect([headers.get('Upload-Length'), headers.get('Upload-Defer-Length')]).toEqual([String(3 * CELL_BYTES), null]);
    expect((await readFile(join(server.folder, 'evidence', id))).equals(Buffer.concat(cells))).toBe(true);
    expect(await codeOf(await postLetter(server.url, someLetter(), { evidence: id }))).toBe('201');
  });

  test('may end with a request that brings nothing but the length', async () => {
    const server = await startServer();
    const id = idIn(await deferUpload(server));
    await patch(server, id, 0, cellBytes(1));
    expect(await codeOf(await patch(server, id, CELL_BYTES, new Uint8Array(0), told(CELL_BYTES)))).toBe('204');
    expect(await codeOf(await postLetter(server.url, someLetter(), { evidence: id }))).toBe('201');
  });

  test('cannot be named before its length is told, nor before it is all there', async () => {
    const server = await startServer();
    const id = idIn(await deferUpload(server));
    const [letter, work, cell] = [someLetter(), await freshWork(server.url), cellBytes(1)];
    const post = async () => codeOf(await postLetter(server.url, letter, { evidence: id, work }));
    expect(await post()).toBe('evidence-incomplete'); // nothing lies there
    await patch(server, id, 0, cell);
    expect(await post()).toBe('evidence-incomplete'); // whole cells, and nobody said that they are all
    await patch(server, id, CELL_BYTES, cell.subarray(0, 1_000), told(2 * CELL_BYTES));
    expect(await post()).toBe('evidence-incomplete');
    await patch(server, id, CELL_BYTES + 1_000, cell.subarray(1_000));
    expect(await post()).toBe('201');
  });

  test('is not told lies about its length', async () => {
    const server = await startServer();
    const id = idIn(await deferUpload(server));
    const cell = cellBytes(1);
    await patch(server, id, 0, cellBytes(2));
    const tell = async (length: string, body = cell) =>
      codeOf(await patch(server, id, 2 * CELL_BYTES, body, { 'Upload-Length': length }));
    expect(await tell(String(CELL_BYTES))).toBe('evidence-length'); // less than lies there
    expect(await tell(String(2 * CELL_BYTES))).toBe('evidence-too-large'); // less than this brings
    for (const length of ['0', '-1', '1e6', String(3 * CELL_BYTES + 1), '']) {
      expect([length, await tell(length)]).toEqual([length, 'evidence-length']);
    }
    expect(await tell(String(EVIDENCE_BYTES_MAX + CELL_BYTES))).toBe('evidence-too-large');
    expect(await offsetOf(server, id)).toBe(String(2 * CELL_BYTES));

    expect(await tell(String(4 * CELL_BYTES))).toBe('204');
    const again = (length: number) => patch(server, id, 3 * CELL_BYTES, cell, told(length));
    expect(await codeOf(await again(5 * CELL_BYTES))).toBe('evidence-length'); // another one than before
    expect(await codeOf(await again(4 * CELL_BYTES))).toBe('204'); // the same, since the answer was lost
  });

  test('an upload whose length is known is told no other', async () => {
    const server = await startServer();
    const id = idIn(await createUpload(server));
    expect(await codeOf(await patch(server, id, 0, cellBytes(1), told(2 * CELL_BYTES)))).toBe('evidence-length');
    expect(await codeOf(await patch(server, id, 0, cellBytes(1), told(CELL_BYTES)))).toBe('204');
  });

  test.each(['', '0', '2', 'yes'])('is not begun with Upload-Defer-Length: "%s"', async (value) => {
    const server = await startServer();
    expect(await codeOf(await deferUpload(server, { 'Upload-Defer-Length': value }))).toBe('evidence-malformed');
  });
});

describe('one proof of work pays for 1 GiB', () => {
  test.each([
    ['whose length is told at its end', deferUpload],
    [
      'whose length is known',
      (server: { readonly url: string }) =>
        createUpload(server, { 'Upload-Length': String(EVIDENCE_BYTES_PER_WORK + CELL_BYTES) }),
    ],
  ])('an upload %s goes beyond it with another one only', async (_what, create) => {
    const server = await startServer();
    const id = idIn(await create(server));
    const cell = cellBytes(1);
    // A gibibyte that takes no room: the server goes by what lies there.
    await truncate(join(server.folder, 'evidence', id), EVIDENCE_BYTES_PER_WORK - 16);
    expect(await codeOf(await patch(server, id, EVIDENCE_BYTES_PER_WORK - 16, cell))).toBe('evidence-work-due');
    expect(await codeOf(await patch(server, id, EVIDENCE_BYTES_PER_WORK - 16, cell.subarray(0, 16)))).toBe('204');
    const goOn = async (work?: string) =>
      codeOf(await patch(server, id, EVIDENCE_BYTES_PER_WORK, cell, work === undefined ? {} : { [WORK_HEADER]: work }));
    expect(await goOn()).toBe('evidence-work-due');
    expect(await goOn('')).toBe('evidence-work-due');
    expect(await goOn('bm8=')).toBe('work-invalid');
    expect(await offsetOf(server, id)).toBe(String(EVIDENCE_BYTES_PER_WORK));
    const work = await freshWork(server.url);
    expect(await goOn(work)).toBe('204');
    expect(await codeOf(await createUpload(server, { [WORK_HEADER]: work }))).toBe('work-spent');
  });

  test('one request cannot take more than one more pays for', async () => {
    const server = await startServer();
    const id = idIn(await deferUpload(server));
    const headers = {
      Host: '127.0.0.1',
      ...TUS,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': '0',
      'Content-Length': String(2 * EVIDENCE_BYTES_PER_WORK + 1),
      [WORK_HEADER]: await freshWork(server.url),
    };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const answer = await sendRaw(server.port, `PATCH ${PATHS.evidence}/${id} HTTP/1.1\r\n${head.join('')}\r\n`);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 403, code: 'evidence-work-due' });
    expect(await offsetOf(server, id)).toBe('0');
  });

  test('chunks of unknown number stop where what was paid for ends', async () => {
    const server = await startServer();
    const id = idIn(await deferUpload(server));
    await truncate(join(server.folder, 'evidence', id), EVIDENCE_BYTES_PER_WORK - 65_536);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 8; i += 1) controller.enqueue(cellBytes(1).subarray(0, 16_384 * 2));
        controller.close();
      },
    });
    const response = await patch(server, id, EVIDENCE_BYTES_PER_WORK - 65_536, body);
    expect(await codeOf(response)).toBe('evidence-work-due');
    expect(Number(await offsetOf(server, id))).toBeLessThanOrEqual(EVIDENCE_BYTES_PER_WORK);
  });
});

describe('deleting an upload', () => {
  test('takes it from the disk and out of the database, finished or not', async () => {
    const server = await startServer();
    const begun = idIn(await deferUpload(server));
    await patch(server, begun, 0, cellBytes(1));
    const whole = await uploadCell(server);
    for (const id of [begun, whole]) {
      expect(await codeOf(await deleteUpload(server, id))).toBe('204');
      expect(await codeOf(await deleteUpload(server, id))).toBe('evidence-not-found');
      expect(await codeOf(await patch(server, id, 0, cellBytes(1)))).toBe('evidence-not-found');
    }
    expect(await codeOf(await postLetter(server.url, someLetter(), { evidence: whole }))).toBe('evidence-not-found');
    expect(await readdir(join(server.folder, 'evidence'))).toEqual([]);
    const database = new Database(server.database, { readonly: true });
    expect(database.prepare('SELECT count(*) FROM uploads').pluck().get()).toBe(0);
    database.close();
  });

  test('is refused once a letter names it, to whoever knows the id', async () => {
    const server = await startServer();
    const id = await uploadCell(server);
    expect(await codeOf(await postLetter(server.url, someLetter(), { evidence: id }))).toBe('201');
    expect(await codeOf(await deleteUpload(server, id))).toBe('evidence-named');
    expect(await readdir(join(server.folder, 'evidence'))).toEqual([id]);
  });

  test('never leaves a letter without the evidence that it names, whoever is first', async () => {
    const server = await startServer();
    for (let waitMs = 0; waitMs < 60; waitMs += 5) {
      const id = await uploadCell(server);
      const work = await freshWork(server.url);
      const [deleted, posted] = await Promise.all([
        sleep(waitMs).then(async () => codeOf(await deleteUpload(server, id))),
        postLetter(server.url, someLetter(), { evidence: id, work }).then(codeOf),
      ]);
      const isThere = (await readdir(join(server.folder, 'evidence'))).includes(id);
      // A letter that came too late finds no upload: in the database, or no more on the disk while it was looked for.
      if (isThere) expect([deleted, posted]).toEqual(['evidence-named', '201']);
      else
        expect([
          deleted,
          ['evidence-not-found', 'evidence-incomplete', 'storage-unavailable'].includes(posted),
        ]).toEqual(['204', true]);
    }
  });

  test('needs a whole id, and tus 1.0', async () => {
    const server = await startServer();
    const id = await uploadCell(server);
    for (const other of [id.slice(1), `${id}0`, '0'.repeat(32), '..%2famparo.sqlite']) {
      expect(await codeOf(await deleteUpload(server, other))).toBe('evidence-not-found');
    }
    expect(await codeOf(await deleteUpload(server, id, { 'Tus-Resumable': '0.2' }))).toBe('tus-version');
    expect(await readdir(join(server.folder, 'evidence'))).toEqual([id]);
  });
});
