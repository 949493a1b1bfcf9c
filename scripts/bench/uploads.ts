import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

import { PATHS } from '../../crypto/index.ts';
import type { Bench, BenchContext } from './bench.ts';
import { peakMemoryMiB } from './process-memory.ts';
import { MIB } from './random-file.ts';
import { figure, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { withServer } from './servers/child.ts';

const UPLOADS = 200;
const SMALL_MIB = 2;
const LARGE_MIB = 8;
const ROUNDS_MAX = 2; // two gigabytes go to disk in each
const MEMORY_BOUND_MIB = 300; // ARCHITECTURE.md, Figures
const GROWTH_BOUND_MIB = 32;
const PIECE = Buffer.alloc(65_536, 0x5a);

export const uploadsBench: Bench = {
  about: 'memory of the server with 200 uploads in flight',
  needs: [],
  limitMinutes: 5,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const peak = (sizeMiB: number) => () =>
    withServer('amparo', signal, ({ url, pid }) =>
      peakMemoryMiB(pid, 'resident', () => uploadTogether(url, sizeMiB * MIB)),
    );
  const measured = await interleave(Math.min(rounds, ROUNDS_MAX), { small: peak(SMALL_MIB), large: peak(LARGE_MIB) });
  const growth = measured.large.map((large, round) => large - (measured.small[round] ?? Number.NaN));
  const common = { bench: 'uploads', unit: 'MiB' } as const;
  const what = (sizeMiB: number) => `server's memory, ${String(UPLOADS)} uploads of ${String(sizeMiB)} MiB`;
  yield figure({ ...common, what: what(SMALL_MIB), ours: measured.small, bound: MEMORY_BOUND_MIB });
  yield figure({ ...common, what: what(LARGE_MIB), ours: measured.large, bound: MEMORY_BOUND_MIB });
  yield figure({ ...common, what: 'growth between the two', ours: growth, bound: GROWTH_BOUND_MIB });
}

/** All uploads begin before any goes on, and go on side by side. */
async function uploadTogether(url: string, bytes: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: UPLOADS });
  try {
    const all = Array.from({ length: UPLOADS });
    const places = await Promise.all(all.map(() => create(url, bytes, agent)));
    await Promise.all(places.map((place) => send(new URL(place, url), bytes, agent)));
  } finally {
    agent.destroy();
  }
}

async function create(url: string, bytes: number, agent: Agent): Promise<string> {
  const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': bytes, 'Content-Length': 0 };
  const creation = request(new URL(PATHS.evidence, url), { method: 'POST', headers, agent });
  creation.end();
  const { location } = (await answer(creation, 201)).headers;
  if (location === undefined) throw new Error('the server did not say where to upload');
  return location;
}

async function send(place: URL, bytes: number, agent: Agent): Promise<void> {
  const headers = {
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': 0,
    'Content-Type': 'application/offset+octet-stream',
    'Content-Length': bytes,
  };
  const upload = request(place, { method: 'PATCH', headers, agent });
  const answered = answer(upload, 204);
  for (let sent = 0; sent < bytes; sent += PIECE.length) {
    if (!upload.write(PIECE)) await Promise.race([once(upload, 'drain'), answered]);
  }
  upload.end();
  await answered;
}

async function answer(sent: ClientRequest, expected: number): Promise<IncomingMessage> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== expected) throw new Error(`the server answered ${String(response.statusCode)}`);
  return response;
}
