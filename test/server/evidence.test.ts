import { readdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  CELL_BYTES,
  concatBytes,
  EVIDENCE_BYTES_MAX,
  decodeReport,
  evidenceKeyIn,
  listEvidence,
  newEvidenceKey,
  openEvidence,
  PATHS,
  readBundle,
  sealEvidence,
  systemRandom,
  WORK_HEADER,
  type Bytes,
} from '../../crypto/index.ts';
import { openAlone } from '../open-alone.ts';
import {
  freshWork,
  makeAccount,
  postLetter,
  problemIn,
  sealStory,
  signIn,
  someLetter,
  startServer,
} from './helpers.ts';
import {
  TUS,
  createUpload,
  patch,
  idIn,
  uploadCell,
  offsetOf,
  codeOf,
  inOrder,
  cellBytes,
  uploadWithTus,
} from './uploads.ts';

describe('evidence', () => {
  test('is uploaded by a common tus client, interrupted and resumed, and opens again with the letter that names it', async () => {
    const server = await startServer();
    const key = newEvidenceKey(systemRandom);
    const plaintext = systemRandom(40_000);
    const files = concatBytes(...Array.from({ length: 60 }, () => plaintext)); // 2.4 MB: three cells
    const cells: Bytes[] = [];
    for await (const cell of sealEvidence(key, files.length, inOrder([files]))) cells.push(cell);
    const sealed = concatBytes(...cells);
    expect(sealed.length).toBe(3 * CELL_BYTES);
    const list = listEvidence(key, [{ name: 'ledger.jpg', type: 'image/jpeg', size: files.length }]);

    const created = await createUpload(server, { 'Upload-Length': String(sealed.length) });
    expect(created.status).toBe(201);
    const location = created.headers.get('Location') ?? '';
    expect(location).toMatch(/^\/api\/evidence\/[0-9a-f]{32}$/);
    const id = idIn(created);

    // The connection breaks in the middle of the second cell.
    await new Promise<void>((resolve) => {
      const request = httpRequest(server.url + location, {
        method: 'PATCH',
        headers: {
          ...TUS,
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': 0,
          'Content-Length': sealed.length,
        },
      });
      request.on('error', () => {
        resolve();
      });
      request.write(sealed.subarray(0, 1_500_000), () => {
        setTimeout(() => request.destroy(), 100);
      });
    });
    const offset = Number(await offsetOf(server, id));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(1_500_000);

    await uploadWithTus(server, sealed, 'unused', { uploadUrl: server.url + location });
    expect(await offsetOf(server, id)).toBe(String(sealed.length));
    expect((await readFile(join(server.folder, 'evidence', id))).equals(sealed)).toBe(true);

    const letter = await sealStory(server.office, 'A photograph of the ledger.', list);
    expect((await postLetter(server.url, letter, { evidence: id })).status).toBe(201);

    await makeAccount(server);
    const bundle = await fetch(server.url + PATHS.bundle, { headers: { Cookie: await signIn(server) } });
    const records = [];
    for await (const record of readBundle(bundle.body as unknown as AsyncIterable<Uint8Array>)) records.push(record);
    expect(records.map(({ type }) => type)).toEqual(['directory', 'letter', 'cell', 'cell', 'cell', 'end']);
    const [, first] = records;
    const reader = server.office.reviewers[1];
    if (first?.type !== 'letter' || !reader) throw new Error('no letter');
    const opened = await openAlone(first.letter, reader.epochKey);
    if (!opened) throw new Error('not for this reviewer');
    const listed = decodeReport(opened.report).evidence;
    if (!listed) throw new Error('no evidence in the report');
    const cellsOut = records.flatMap((record) => (record.type === 'cell' ? [record.cell] : []));
    const pieces: Bytes[] = [];
    for await (const piece of openEvidence(evidenceKeyIn(listed), files.length, inOrder(cellsOut))) pieces.push(piece);
    expect(Buffer.from(concatBytes(...pieces)).equals(files)).toBe(true);
  });

  test('is created by a common tus client as well', async () => {
    const server = await startServer();
    const bytes = cellBytes(2);
    const url = await uploadWithTus(server, bytes, await freshWork(server.url));
    const id = url.split('/').at(-1) ?? '';
    expect((await readFile(join(server.folder, 'evidence', id))).equals(bytes)).toBe(true);
  });

  test('leaves its size and the day behind, and no finer time', async () => {
    const server = await startServer();
    const id = await uploadCell(server);
    expect(await readdir(join(server.folder, 'evidence'))).toEqual([id]);
    const database = new Database(server.database, { readonly: true });
    const rows = database.prepare('SELECT * FROM uploads').all();
    database.close();
    expect(rows).toEqual([{ id, bytes: CELL_BYTES, works: 1, day: Math.floor(Date.now() / 86_400_000) }]);
  });

  const refusedAtCreation: [name: string, code: string, headers: Record<string, string>][] = [
    ['no length', 'evidence-length', { 'Upload-Length': '' }],
    ['no bytes', 'evidence-length', { 'Upload-Length': '0' }],
    ['half a cell', 'evidence-length', { 'Upload-Length': '524288' }],
    ['a negative length', 'evidence-length', { 'Upload-Length': '-1048576' }],
    ['a length in other words', 'evidence-length', { 'Upload-Length': '1048576.0' }],
    ['one cell too many', 'evidence-too-large', { 'Upload-Length': String(EVIDENCE_BYTES_MAX + CELL_BYTES) }],
    ['metadata', 'evidence-malformed', { 'Upload-Metadata': 'filename cGhvdG8uanBn' }],
    ['two lengths', 'evidence-malformed', { 'Upload-Defer-Length': '1' }],
    ['parts', 'evidence-malformed', { 'Upload-Concat': 'partial' }],
    ['no work', 'work-required', { [WORK_HEADER]: '' }],
    ['another version', 'tus-version', { 'Tus-Resumable': '0.2.2' }],
  ];

  test('is not begun with a wrong or talkative request', async () => {
    const server = await startServer();
    for (const [name, code, headers] of refusedAtCreation) {
      expect([name, await codeOf(await createUpload(server, headers))]).toEqual([name, code]);
    }
    expect(await readdir(join(server.folder, 'evidence'))).toEqual([]);
  });

  test('costs one proof of work each', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    expect((await createUpload(server, { [WORK_HEADER]: work })).status).toBe(201);
    expect(await codeOf(await createUpload(server, { [WORK_HEADER]: work }))).toBe('work-spent');
    expect(await codeOf(await postLetter(server.url, someLetter(), { work }))).toBe('work-spent');
  });

  test('is not gone on with by a wrong request', async () => {
    const server = await startServer();
    const id = idIn(await createUpload(server));
    const url = `${server.url}${PATHS.evidence}/${id}`;
    const type = { 'Content-Type': 'application/offset+octet-stream' };
    const send = async (headers: Record<string, string>, length = 16, to = url) =>
      codeOf(await fetch(to, { method: 'PATCH', headers: { ...TUS, ...headers }, body: new Uint8Array(length) }));
    expect(await send({ 'Upload-Offset': '0' })).toBe('type-unsupported');
    expect(await send(type)).toBe('evidence-malformed');
    expect(await send({ ...type, 'Upload-Offset': '-1' })).toBe('evidence-malformed');
    expect(await send({ ...type, 'Upload-Offset': '16' })).toBe('evidence-offset');
    expect(await send({ ...type, 'Upload-Offset': '0' }, CELL_BYTES + 1)).toBe('evidence-too-large');
    expect(await send({ ...type, 'Upload-Offset': '0', 'Tus-Resumable': '2' })).toBe('tus-version');
    for (const other of ['0'.repeat(32), 'x', '..%2f..%2famparo.sqlite', `${id}.json`]) {
      expect(await send({ ...type, 'Upload-Offset': '0' }, 16, `${server.url}${PATHS.evidence}/${other}`)).toBe(
        'evidence-not-found',
      );
    }
    for (const method of ['GET', 'PUT', 'POST', 'OPTIONS']) {
      expect(await codeOf(await fetch(url, { method, headers: TUS }))).toBe('method-not-allowed');
    }
    expect(await offsetOf(server, id)).toBe('0');
    expect(server.lines).toEqual([]);
  });

  test('more than was announced, in chunks, is not stored', async () => {
    const server = await startServer();
    const id = idIn(await createUpload(server));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 20; i += 1) controller.enqueue(systemRandom(65_536));
        controller.close();
      },
    });
    const init = {
      method: 'PATCH',
      headers: { ...TUS, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' },
      body,
      duplex: 'half',
    };
    expect(await codeOf(await fetch(`${server.url}${PATHS.evidence}/${id}`, init))).toBe('evidence-too-large');
    expect(Number(await offsetOf(server, id))).toBeLessThanOrEqual(CELL_BYTES);
  });

  test('a client that comes back takes over from its own dead connection', async () => {
    const server = await startServer();
    const id = idIn(await createUpload(server));
    const stuck = httpRequest(`${server.url}${PATHS.evidence}/${id}`, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': 0,
        'Content-Length': CELL_BYTES,
      },
    });
    stuck.on('error', () => undefined);
    stuck.write(systemRandom(65_536));
    await sleep(100);
    const offset = Number(await offsetOf(server, id)); // waits for the lock
    expect(offset).toBe(65_536);
    expect((await patch(server, id, offset, systemRandom(65_536))).status).toBe(204);
    stuck.destroy();
    expect(await offsetOf(server, id)).toBe('131072');
  });

  test('is refused where it would take the room that letters need', async () => {
    const server = await startServer({ reserveBytes: Number.MAX_SAFE_INTEGER });
    const response = await createUpload(server);
    expect(response.status).toBe(507);
    expect((await problemIn(response)).code).toBe('evidence-no-room');
    expect(await codeOf(await postLetter(server.url, someLetter()))).toBe('201');
  });
});
