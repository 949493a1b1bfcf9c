import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { LETTER_SIZES, toBytes, type Bytes } from '../../crypto/index.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import type { Bench, BenchContext } from './bench.ts';
import { compare, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

const BEFORE = 200_000;
const MEASURED = 1_000;
const AT_ONCE = 64;
const SMALL_BYTES = 1_024; // those before, so that few gigabytes suffice: what grows with their number is the index
const LETTER_BYTES = LETTER_SIZES[0];
const GOAL_RATIO = 0.9; // ARCHITECTURE.md, Figures: within 10 %
const DAY = 20_600;

export const growthBench: Bench = {
  about: 'a thousand letters of 32 KiB stored after 200,000 others, beside the first thousand',
  needs: [],
  limitMinutes: 5,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const { full, empty } = await withTemporaryFolder(async (folder) => {
    const grown = openSqliteStore(join(folder, 'grown.sqlite'));
    await addLetters(grown, BEFORE, SMALL_BYTES, signal);
    const measured = await interleave(rounds, {
      full: () => lettersPerSecond(grown, signal),
      empty: () => withTemporaryFolder((other) => intoEmpty(join(other, 'empty.sqlite'), signal)),
    });
    await grown.close();
    return measured;
  });
  const what = `letter ${String(BEFORE + 1)} and on`;
  yield compare({
    bench: 'growth',
    what,
    unit: 'letters/s',
    ours: full,
    beside: 'into an empty store',
    theirs: empty,
    goalRatio: GOAL_RATIO,
  });
}

async function intoEmpty(path: string, signal: AbortSignal): Promise<number> {
  const store = openSqliteStore(path);
  const speed = await lettersPerSecond(store, signal);
  await store.close();
  return speed;
}

async function lettersPerSecond(store: Store, signal: AbortSignal): Promise<number> {
  const started = performance.now();
  await addLetters(store, MEASURED, LETTER_BYTES, signal);
  return (MEASURED / (performance.now() - started)) * 1000;
}

async function addLetters(store: Store, count: number, bytes: number, signal: AbortSignal): Promise<void> {
  for (let added = 0; added < count; added += AT_ONCE) {
    signal.throwIfAborted();
    const group = Math.min(AT_ONCE, count - added);
    await Promise.all(Array.from({ length: group }, () => store.addLetter(newLetter(bytes))));
  }
}

function newLetter(bytes: number) {
  return { id: random(32), day: DAY, evidence: null, cells: 0, body: random(bytes), entry: random(173) };
}

function random(length: number): Bytes {
  return toBytes(randomBytes(length));
}
