import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  LETTER_SIZES,
  LETTER_TYPE,
  PATHS,
  reportAnswerSchema,
  sha256,
  toHex,
  WORK_HEADER,
} from '../../crypto/index.ts';
import {
  freshWork,
  postLetter,
  problemIn,
  sealStory,
  sendRaw,
  someLetter,
  startServer,
  type TestServer,
} from './helpers.ts';

interface Row {
  readonly seq: number;
  readonly id: Buffer;
  readonly day: number;
  readonly evidence: string | null;
  readonly cells: number;
  readonly body: Buffer;
}

function lettersIn(server: TestServer): Row[] {
  const database = new Database(server.database, { readonly: true });
  try {
    return database.prepare('SELECT * FROM letters ORDER BY seq').all() as Row[];
  } finally {
    database.close();
  }
}

function head(work: string, more: Readonly<Record<string, string>> = {}): string {
  const headers = { Host: 'localhost', 'Content-Type': LETTER_TYPE, [WORK_HEADER]: work, ...more };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${PATHS.reports} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

describe('a letter', () => {
  test('is stored as it came, with the day and nothing finer', async () => {
    const server = await startServer();
    const letter = await sealStory(server.office, 'The officer at the gate let the van through.');
    const response = await postLetter(server.url, letter);
    expect(response.status).toBe(201);
    const { id } = reportAnswerSchema.parse(await response.json());
    expect(id).toBe(toHex(await sha256(letter)));

    const rows = lettersIn(server);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ day: Math.floor(Date.now() / 86_400_000), evidence: null, cells: 0 });
    expect(toHex(rows[0]?.id ?? new Uint8Array())).toBe(id);
    expect(rows[0]?.body.equals(letter)).toBe(true);
    expect(server.lines).toEqual([]);
  });

  test.each(LETTER_SIZES)('of %i bytes is taken', async (size) => {
    const server = await startServer();
    expect((await postLetter(server.url, someLetter(size))).status).toBe(201);
  });

  test('that comes again is known, and stored once', async () => {
    const server = await startServer();
    const letter = someLetter();
    const first = await postLetter(server.url, letter);
    const second = await postLetter(server.url, letter);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await second.json()).toEqual(await first.json());
    expect(lettersIn(server)).toHaveLength(1);
  });

  test('that comes many times at once is stored once', async () => {
    const server = await startServer();
    const letter = someLetter();
    const responses = await Promise.all(Array.from({ length: 8 }, () => postLetter(server.url, letter)));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(lettersIn(server)).toHaveLength(1);
  });

  test('survives a restart', async () => {
    const server = await startServer();
    await postLetter(server.url, someLetter());
    const again = await server.restart();
    await postLetter(again.url, someLetter());
    expect(lettersIn(again).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('bad input is refused with its code, and nothing is stored', () => {
  const letter = someLetter();
  const wrong: readonly [
    name: string,
    status: number,
    code: string,
    send: (server: TestServer) => Promise<Response>,
  ][] = [
    ['one byte short', 413, 'letter-size', (server) => postLetter(server.url, letter.subarray(1))],
    ['one byte long', 413, 'letter-size', (server) => postLetter(server.url, new Uint8Array(32_769))],
    ['empty', 413, 'letter-size', (server) => postLetter(server.url, new Uint8Array())],
    ['wrong magic', 400, 'letter-malformed', (server) => postLetter(server.url, new Uint8Array(32_768))],
    [
      'wrong type',
      415,
      'type-unsupported',
      (server) => postLetter(server.url, letter, { headers: { 'Content-Type': 'application/octet-stream' } }),
    ],
    ['no work', 403, 'work-required', (server) => postLetter(server.url, letter, { work: '' })],
    [
      'evidence that is no id',
      400,
      'evidence-id-invalid',
      (server) => postLetter(server.url, letter, { evidence: '../../../etc/passwd' }),
    ],
    [
      'evidence that nobody uploaded',
      404,
      'evidence-not-found',
      (server) => postLetter(server.url, letter, { evidence: '0'.repeat(32) }),
    ],
  ];

  test.each(wrong)('%s', async (_name, status, code, send) => {
    const server = await startServer();
    const response = await send(server);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = await problemIn(response);
    expect(problem).toMatchObject({ type: 'about:blank', status, code });
    expect(lettersIn(server)).toEqual([]);
    expect(server.lines).toEqual([]);
    // The server stands: what comes next is taken.
    expect((await postLetter(server.url, letter)).status).toBe(201);
  });

  test('a body of unknown length is refused before it is read', async () => {
    const server = await startServer();
    const answer = await sendRaw(server.port, head(await freshWork(server.url), { 'Transfer-Encoding': 'chunked' }));
    expect(answer).toMatchObject({ status: 411 });
    expect(answer.body).toContain('"length-required"');
  });

  test('a wrong size is refused before the body is sent', async () => {
    const server = await startServer();
    const answer = await sendRaw(server.port, head('x', { 'Content-Length': '99999999999' }));
    expect(answer.status).toBe(413);
  });

  test('whoever goes on sending after a refusal is cut off', async () => {
    const server = await startServer();
    const total = 100 * 1_048_576;
    const piece = new Uint8Array(1_048_576);
    const sent = await new Promise<number>((resolve) => {
      const socket = connect(server.port, '127.0.0.1');
      const send = () => {
        if (!socket.destroyed && socket.bytesWritten < total) socket.write(piece, send);
      };
      socket.write(head('x', { 'Content-Length': String(total) }), send);
      socket.resume();
      socket.on('error', () => undefined);
      socket.once('close', () => {
        resolve(socket.bytesWritten);
      });
      setTimeout(() => socket.destroy(), 5_000).unref();
    });
    expect(sent).toBeLessThan(total / 4);
    expect((await postLetter(server.url, letter)).status).toBe(201);
  });

  test('work is checked before the body is sent', async () => {
    const server = await startServer();
    const answer = await sendRaw(server.port, head('x', { 'Content-Length': '32768' }));
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('"work-invalid"');
  });

  test('a client that asks first is told to go on only when its body is wanted', async () => {
    const server = await startServer();
    const asked = { 'Content-Length': '32768', Expect: '100-continue' };
    const refused = await sendRaw(server.port, head('x', asked));
    expect(refused).toMatchObject({ status: 403, headers: { connection: 'close' } });

    const work = await freshWork(server.url);
    let continued = 0;
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(server.url + PATHS.reports, {
        method: 'POST',
        headers: { 'Content-Type': LETTER_TYPE, [WORK_HEADER]: work, ...asked },
      });
      request.on('continue', () => {
        continued += 1;
        request.end(letter);
      });
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.flushHeaders();
    });
    expect([continued, status]).toEqual([1, 201]);
  });

  test('half a body is not stored, is not logged, and leaves the work unspent', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    await expect(
      new Promise((_resolve, reject) => {
        const request = httpRequest(server.url + PATHS.reports, {
          method: 'POST',
          headers: { 'Content-Type': LETTER_TYPE, [WORK_HEADER]: work, 'Content-Length': '32768' },
        });
        request.on('error', reject);
        request.write(letter.subarray(0, 16_384), () => {
          setTimeout(() => request.destroy(new Error('cut')), 50);
        });
      }),
    ).rejects.toThrow('cut');
    await sleep(100);
    expect(lettersIn(server)).toEqual([]);
    expect(server.lines).toEqual([]);
    expect((await postLetter(server.url, letter, { work })).status).toBe(201);
  });

  test('a body that ends early is told so', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    const text = await new Promise<string>((resolve) => {
      let got = '';
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(head(work, { 'Content-Length': '32768' }));
        socket.end(letter.subarray(0, 100));
      });
      socket.on('data', (piece: Buffer | string) => (got += String(piece)));
      socket.on('close', () => {
        resolve(got);
      });
    });
    expect(text).toContain('HTTP/1.1 400');
    expect(text).toContain('"body-incomplete"');
    expect(lettersIn(server)).toEqual([]);
  });

  test('a slow body is given up, and the work can be used again', async () => {
    const server = await startServer({ letterTimeoutMs: 200 });
    const work = await freshWork(server.url);
    const answer = await sendRaw(server.port, head(work, { 'Content-Length': '32768' }), letter.subarray(0, 100));
    expect(answer.status).toBe(408);
    expect(answer.body).toContain('"body-timeout"');
    expect(lettersIn(server)).toEqual([]);
    expect((await postLetter(server.url, letter, { work })).status).toBe(201);
  });

  test('more letters at once than fit in memory are put off before their bodies are read', async () => {
    const server = await startServer();
    const sockets: Socket[] = [];
    for (let i = 0; i < 256; i += 1) {
      const socket = connect(server.port, '127.0.0.1');
      sockets.push(socket);
      socket.write(head(await freshWork(server.url), { 'Content-Length': '524288' }));
    }
    await sleep(200);
    const put = await postLetter(server.url, letter);
    expect([put.status, put.headers.get('Retry-After')]).toEqual([503, '30']);
    expect((await problemIn(put)).code).toBe('busy');
    for (const socket of sockets) socket.destroy();
    await sleep(200);
    expect((await postLetter(server.url, letter)).status).toBe(201);
  });

  test('a locked database is told apart, and the client can try again with the same work', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    const other = new Database(server.database);
    other.exec('BEGIN IMMEDIATE');
    const refused = await postLetter(server.url, letter, { work });
    other.exec('ROLLBACK');
    other.close();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect((await problemIn(refused)).code).toBe('storage-unavailable');
    expect(server.lines).toEqual(['storage unavailable: SQLITE_BUSY']);
    expect((await postLetter(server.url, letter, { work })).status).toBe(201);
  });
});
