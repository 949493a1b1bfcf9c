import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { request as httpRequest, type ClientRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { CELL_BYTES, LETTER_TYPE, PATHS, systemRandom, toBase64, WORK_HEADER } from '../../crypto/index.ts';
import {
  afterTest,
  freshWork,
  makeDataFolder,
  makeOffice,
  postLetter,
  sendRaw,
  someLetter,
  startServer,
} from './helpers.ts';

const DIST = join(import.meta.dirname, '../../dist');
const PEPPER = toBase64(systemRandom(32));

interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly folder: string;
  readonly url: string;
  readonly errors: () => string;
  nextLine(): Promise<string>;
}

/** Runs what was built, in a process of its own. */
async function startChild(script: 'server/main.js' | 'test/server/child-server.js', folder?: string): Promise<Child> {
  const data = folder ?? (await makeDataFolder(await makeOffice()));
  const child = spawn(process.execPath, [join(DIST, script)], {
    env: { PORT: '0', AMPARO_DATA: data, AMPARO_PEPPER: PEPPER },
  });
  afterTest(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => ((await lines.next()).value as string | undefined) ?? '';
  const first = await nextLine();
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(first)?.[0] ?? '';
  if (url === '') throw new Error(`no address: ${first} ${errors}`);
  return { process: child, folder: data, url, errors: () => errors, nextLine };
}

function lettersIn(folder: string): number {
  const database = new Database(join(folder, 'amparo.sqlite'), { readonly: true });
  try {
    return database.prepare('SELECT count(*) FROM letters').pluck().get() as number;
  } finally {
    database.close();
  }
}

async function stopped(child: Child): Promise<number | null> {
  const exit = once(child.process, 'exit');
  child.process.kill('SIGTERM');
  const [code] = (await exit) as [number | null];
  return code;
}

function begin(url: string, method: string, path: string, headers: Record<string, string | number>): ClientRequest {
  const request = httpRequest(url + path, { method, headers, agent: false });
  request.on('error', () => undefined);
  return request;
}

describe('the process', () => {
  test('names every mistake in its settings and starts nothing', async () => {
    const child = spawn(process.execPath, [join(DIST, 'server/main.js')], { env: { PORT: 'x' } });
    let errors = '';
    child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(78);
    expect(errors).toMatch(/^Amparo cannot start.*\n {2}PORT: .*\n {2}AMPARO_PEPPER: .*\n$/);
  });

  test('keeps every letter that it acknowledged, though it is killed the next moment', async () => {
    const child = await startChild('test/server/child-server.js');
    const works = await Promise.all(Array.from({ length: 30 }, () => freshWork(child.url)));
    let acknowledged = 0;
    const posts = works.map(async (work) => {
      const { status } = await postLetter(child.url, someLetter(), { work });
      expect(status).toBe(201);
      acknowledged += 1;
      if (acknowledged === 20) child.process.kill('SIGKILL');
    });
    await Promise.allSettled(posts);
    expect(acknowledged).toBeGreaterThanOrEqual(20);
    expect(lettersIn(child.folder)).toBeGreaterThanOrEqual(acknowledged);
    expect(child.errors()).toBe('');
  });

  test('finishes what is under way when it is asked to stop, then leaves nothing open', async () => {
    const child = await startChild('server/main.js');
    const letter = someLetter();
    const work = await freshWork(child.url);
    const request = begin(child.url, 'POST', PATHS.reports, {
      'Content-Type': LETTER_TYPE,
      'Content-Length': letter.length,
      [WORK_HEADER]: work,
      Connection: 'keep-alive',
    });
    await new Promise((resolve) => request.write(letter.subarray(0, 1_000), resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const exit = once(child.process, 'exit');
    child.process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(sendRaw(Number(new URL(child.url).port), 'GET / HTTP/1.0\r\n\r\n')).rejects.toThrow('ECONNREFUSED');
    const answered = once(request, 'response');
    request.end(letter.subarray(1_000));
    const [response] = (await answered) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBe(201);
    expect((await exit)[0]).toBe(0);
    expect(existsSync(join(child.folder, 'amparo.sqlite-wal'))).toBe(false);
    expect(lettersIn(child.folder)).toBe(1);
    expect(child.errors()).toBe('');
  });

  test('does not wait for connections that ask nothing', async () => {
    const server = await startServer();
    const sockets = [connect(server.port, '127.0.0.1'), connect(server.port, '127.0.0.1')];
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    sockets[0]?.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    if (sockets[0]) await once(sockets[0], 'data');
    const start = performance.now();
    await server.stop();
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('stays small with 200 slow uploads and 50 slow letters in flight, whatever their size', async () => {
    const child = await startChild('test/server/child-server.js');
    const tus = { 'Tus-Resumable': '1.0.0' };
    const piece = systemRandom(65_536);
    const open: ClientRequest[] = [];
    const under = async (start: () => Promise<ClientRequest>, total: number, pieces: number) => {
      for (let i = 0; i < total; i += 1) {
        const request = await start();
        open.push(request);
        for (let j = 0; j < pieces; j += 1) await new Promise((resolve) => request.write(piece, resolve));
      }
    };
    await under(
      async () => {
        const created = await fetch(child.url + PATHS.evidence, {
          method: 'POST',
          headers: { ...tus, 'Upload-Length': String(1_024 * CELL_BYTES), [WORK_HEADER]: await freshWork(child.url) },
        });
        return begin(child.url, 'PATCH', created.headers.get('Location') ?? '', {
          ...tus,
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': 0,
          'Content-Length': 1_024 * CELL_BYTES,
        });
      },
      200,
      16,
    );
    await under(
      async () =>
        begin(child.url, 'POST', PATHS.reports, {
          'Content-Type': LETTER_TYPE,
          'Content-Length': 524_288,
          [WORK_HEADER]: await freshWork(child.url),
        }),
      50,
      7,
    );
    child.process.stdin.write('\n');
    const rss = Number(await child.nextLine());
    expect(rss).toBeGreaterThan(0);
    expect(rss).toBeLessThan(300 * 1_048_576);
    // While they dawdle, others are served.
    expect((await postLetter(child.url, someLetter())).status).toBe(201);
    for (const request of open) request.destroy();
    expect(child.errors()).toBe('');
    expect(await stopped(child)).toBe(null);
  });
});
