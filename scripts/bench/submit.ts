import { randomBytes } from 'node:crypto';

import { concatBytes, LETTER_MAGIC, LETTER_SIZES } from '../../crypto/index.ts';
import type { Bench, BenchContext } from './bench.ts';
import { compare, figure, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { withServer, type ServerName } from './servers/child.ts';
import { sendLetters, type Throughput } from './wrk.ts';

const BENCH = 'submit';
const CONNECTIONS = 64;
const WARM_UP_SECONDS = 1;
const SECONDS = 5;
const GOAL_RATIO = 0.7; // ARCHITECTURE.md, Figures
const P99_BOUND_MS = 250;

export const submitBench: Bench = {
  about: 'letters of 32 KiB taken in durably over 64 connections, beside bare node:http and SQLite',
  needs: ['wrk'],
  limitMinutes: 5,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const letter = concatBytes(LETTER_MAGIC, randomBytes(LETTER_SIZES[0] - LETTER_MAGIC.length));
  const measure = (name: ServerName) => () => throughput(name, letter, signal);
  const { amparo, bare } = await interleave(rounds, { amparo: measure('amparo'), bare: measure('bare') });
  const speed = (runs: readonly Throughput[]) => runs.map((one) => one.requestsPerSecond);
  const p99 = (runs: readonly Throughput[]) => runs.map((one) => one.p99Ms);
  const beside = 'bare node:http + SQLite';
  const what = `32 KiB letters, ${String(CONNECTIONS)} connections`;
  const common = { bench: BENCH, what, beside } as const;
  yield compare({ ...common, unit: 'requests/s', ours: speed(amparo), theirs: speed(bare), goalRatio: GOAL_RATIO });
  yield compare({ ...common, what: `${what}, p99`, unit: 'ms', ours: p99(amparo), theirs: p99(bare) });
  yield figure({ bench: BENCH, what: `${what}, p99`, unit: 'ms', ours: p99(amparo), bound: P99_BOUND_MS });
}

function throughput(name: ServerName, letter: Uint8Array, signal: AbortSignal): Promise<Throughput> {
  return withServer(name, signal, async ({ url }, folder) => {
    const load = { url, letter, connections: CONNECTIONS, folder, signal };
    await sendLetters({ ...load, seconds: WARM_UP_SECONDS, mark: 'warm-up' });
    return sendLetters({ ...load, seconds: SECONDS, mark: 'measured' });
  });
}
