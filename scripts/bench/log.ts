import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  encodeTile,
  LOG_ENTRY_BYTES,
  leafHash,
  makeConsistencyProof,
  makeInclusionProof,
  systemRandom,
  TileReader,
  tilePath,
  toBytes,
  TreeEdge,
  verifyInclusion,
  type Bytes,
  type ReadSubtree,
  type Tile,
} from '../../crypto/index.ts';
import { LogFolder } from '../../server/log/log-files.ts';
import { ensureLogKey } from '../../server/log/log-key.ts';
import { publishTree } from '../../server/log/grow.ts';
import { nodeSha256 } from '../../server/log/sha256.ts';
import type { LogStore } from '../../server/store/store.ts';
import type { Bench, BenchContext } from './bench.ts';
import { peakMemoryMiB } from './process-memory.ts';
import { compare, figure, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

const LEAVES = 1_000_000;
const PROOFS = 1_000;
const NODE_BYTES = 65; // what an inner node hashes
const PROOF_KB_MAX = 1;
const GOAL_RATIO = 0.5; // keeping tiles may cost as much again as the hashing, not more
const CHECK_EVERY = 65_536;

export const logBench: Bench = {
  about: 'the public log of a million leaves: building it, proving from it, and publishing it whole',
  needs: [],
  limitMinutes: 10,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const built = await interleave(rounds, {
    ours: () => leavesPerSecond(() => build(signal)),
    bare: () => leavesPerSecond(() => hashOnly(signal)),
  });
  yield compare({
    bench: 'log',
    what: 'a million leaves',
    unit: 'leaves/s',
    ours: built.ours,
    beside: 'bare SHA-256 of as many nodes',
    theirs: built.bare,
    goalRatio: GOAL_RATIO,
  });

  const { fetch, size, root } = await build(signal, new Map());
  const proofs: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    const reader = await TileReader.open({ size, root }, fetch, nodeSha256);
    proofs.push(await proveMany(reader.subtree, size, root));
    seconds.push(PROOFS / ((performance.now() - begun) / 1000));
  }
  yield figure({ bench: 'log', what: 'inclusion proofs made and checked', unit: 'proofs/s', ours: seconds });
  yield figure({ bench: 'log', what: 'largest proof', unit: 'KB', ours: proofs, bound: PROOF_KB_MAX });

  const published = await withTemporaryFolder((folder) => publishAll(folder));
  yield figure({ bench: 'log', what: 'published whole, each file on disk', unit: 'leaves/s', ours: [published.speed] });
  yield figure({ bench: 'log', what: 'memory meanwhile', unit: 'MiB', ours: [published.memoryMiB] });
}

async function leavesPerSecond(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return LEAVES / ((performance.now() - begun) / 1000);
}

/** Each another; the last bytes tell them apart. */
function entry(index: number): Bytes {
  const bytes = new Uint8Array(LOG_ENTRY_BYTES).fill(7);
  new DataView(bytes.buffer).setUint32(LOG_ENTRY_BYTES - 4, index);
  return bytes;
}

async function build(signal: AbortSignal, files?: Map<string, Uint8Array>) {
  const edge = TreeEdge.empty(nodeSha256);
  for (let i = 0; i < LEAVES; i += 1) {
    if (i % CHECK_EVERY === 0) signal.throwIfAborted();
    const filled = await edge.append(await leafHash(entry(i), nodeSha256));
    for (const { tile, hashes } of filled) files?.set(tilePath(tile), encodeTile(hashes));
  }
  for (const { tile, hashes } of edge.partial()) files?.set(tilePath(tile), encodeTile(hashes));
  const fetch = (tile: Tile) => Promise.resolve(files?.get(tilePath(tile)) ?? new Uint8Array(0));
  return { fetch, size: edge.size, root: await edge.root() };
}

/** As many hashes of the same lengths, and nothing else. */
function hashOnly(signal: AbortSignal): Promise<void> {
  const node = new Uint8Array(NODE_BYTES);
  for (let i = 0; i < LEAVES; i += 1) {
    if (i % CHECK_EVERY === 0) signal.throwIfAborted();
    const leaf = entry(i);
    node.set(hash('sha256', leaf, 'buffer'), 1);
    hash('sha256', node, 'buffer');
  }
  return Promise.resolve();
}

/** Gives the size of the largest in KB. */
async function proveMany(
  read: ReadSubtree,
  size: number,
  root: Parameters<typeof verifyInclusion>[1]['root'],
): Promise<number> {
  let nodesMax = 0;
  for (let i = 0; i < PROOFS; i += 1) {
    const index = Math.floor((i * size) / PROOFS);
    const proof = await makeInclusionProof(index, size, read, nodeSha256);
    await verifyInclusion(await leafHash(entry(index), nodeSha256), { index, size, root }, proof, nodeSha256);
    const consistency = await makeConsistencyProof(index, size, read, nodeSha256);
    nodesMax = Math.max(nodesMax, proof.length, consistency.length);
  }
  return (nodesMax * 32) / 1000;
}

/** As the server does it, from a store that makes its entries up. */
async function publishAll(folder: string): Promise<{ speed: number; memoryMiB: number }> {
  await mkdir(folder, { recursive: true });
  const key = await ensureLogKey(join(folder, 'log.key'), systemRandom);
  const store: LogStore = {
    addPending: () => Promise.resolve(),
    pendingLogDays: () => Promise.resolve([]),
    sequenceLog: () => Promise.resolve(),
    lastLogBatch: () => Promise.resolve(null),
    logSize: () => Promise.resolve(LEAVES),
    logLeaves: (from, count) => Promise.resolve(Array.from({ length: count }, (_, i) => toBytes(entry(from + i)))),
  };
  let speed = 0;
  const memoryMiB = await peakMemoryMiB(process.pid, 'own', async () => {
    speed = await leavesPerSecond(() => publishTree(store, new LogFolder(join(folder, 'log')), key));
  });
  return { speed, memoryMiB };
}
