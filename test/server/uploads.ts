import { Upload } from 'tus-js-client';
import { expect } from 'vitest';

import { CELL_BYTES, concatBytes, PATHS, systemRandom, WORK_HEADER, type Bytes } from '../../crypto/index.ts';

import { freshWork, problemIn, type TestServer } from './helpers.ts';

export const TUS = { 'Tus-Resumable': '1.0.0' };

export async function createUpload(
  server: Pick<TestServer, 'url'>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(server.url + PATHS.evidence, {
    method: 'POST',
    headers: { ...TUS, 'Upload-Length': String(CELL_BYTES), [WORK_HEADER]: await freshWork(server.url), ...headers },
  });
}

/** An upload whose length is told later. */
export async function deferUpload(
  server: Pick<TestServer, 'url'>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(server.url + PATHS.evidence, {
    method: 'POST',
    headers: { ...TUS, 'Upload-Defer-Length': '1', [WORK_HEADER]: await freshWork(server.url), ...headers },
  });
}

/** A stream is sent in chunks, without its length. */
export function patch(
  server: Pick<TestServer, 'url'>,
  id: string,
  offset: number,
  body: Bytes | ReadableStream<Uint8Array>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const init = {
    method: 'PATCH',
    headers: { ...TUS, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset), ...headers },
    body,
    duplex: 'half',
  };
  return fetch(`${server.url}${PATHS.evidence}/${id}`, init);
}

export function deleteUpload(
  server: Pick<TestServer, 'url'>,
  id: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${server.url}${PATHS.evidence}/${id}`, { method: 'DELETE', headers: { ...TUS, ...headers } });
}

export async function headOf(server: Pick<TestServer, 'url'>, id: string): Promise<Headers> {
  return (await fetch(`${server.url}${PATHS.evidence}/${id}`, { method: 'HEAD', headers: TUS })).headers;
}

export function idIn(response: Response): string {
  return response.headers.get('Location')?.split('/').at(-1) ?? '';
}

/** A whole upload of one cell. */
export async function uploadCell(server: Pick<TestServer, 'url'>, cell: Bytes = cellBytes(1)): Promise<string> {
  const id = idIn(await createUpload(server));
  expect((await patch(server, id, 0, cell)).status).toBe(204);
  return id;
}

export async function offsetOf(server: Pick<TestServer, 'url'>, id: string): Promise<string | null> {
  return (await headOf(server, id)).get('Upload-Offset');
}

export async function codeOf(response: Response): Promise<string> {
  return response.ok ? String(response.status) : (await problemIn(response)).code;
}

export async function* inOrder(pieces: readonly Bytes[]): AsyncGenerator<Bytes> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

export function cellBytes(cells: number): Bytes {
  return concatBytes(...Array.from({ length: cells * 16 }, () => systemRandom(65_536)));
}

export function uploadWithTus(
  server: TestServer,
  bytes: Bytes,
  work: string,
  options: { uploadUrl?: string } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(Buffer.from(bytes), {
      endpoint: server.url + PATHS.evidence,
      headers: { [WORK_HEADER]: work },
      chunkSize: CELL_BYTES,
      retryDelays: [],
      onError: reject,
      onSuccess: () => {
        resolve(upload.url ?? '');
      },
      ...options,
    });
    upload.start();
  });
}
