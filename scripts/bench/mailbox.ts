import { join } from 'node:path';

import {
  concatBytes,
  locator,
  MAILBOX_BYTES,
  MAILBOX_REPLIES,
  mailboxOf,
  REPLY_BYTES,
  REPLY_MAGIC,
  systemRandom,
  type Locator,
} from '../../crypto/index.ts';
import { DATA } from '../../server/data-folder.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Bench, BenchContext } from './bench.ts';
import { compare, figure, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { withServer, type ServerName } from './servers/child.ts';
import { pollMailboxes, type Throughput } from './wrk.ts';

const BENCH = 'mailbox';
/** Every answer waits 100 ms, so that 64 connections could ask for 640 a second at the most, however fast the server is; so many, for 2,560. */
const CONNECTIONS = 256;
/** As few as leave the server idle: what is measured then is how long somebody waits. */
const CALM_CONNECTIONS = 16;
const WARM_UP_SECONDS = 2;
const SECONDS = 5;
const DAY = 20_600;

export const mailboxBench: Bench = {
  about: `mailboxes asked for over ${String(CONNECTIONS)} connections, beside bare node:http with answers of the same size`,
  needs: ['wrk'],
  limitMinutes: 5,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const { amparo, bare, calm } = await interleave(rounds, {
    amparo: () => throughput('amparo', CONNECTIONS, signal),
    bare: () => throughput('bare-mailbox', CONNECTIONS, signal),
    calm: () => throughput('amparo', CALM_CONNECTIONS, signal),
  });
  const speed = (runs: readonly Throughput[]) => runs.map((one) => one.requestsPerSecond);
  const what = `64 KiB answers, ${String(CONNECTIONS)} connections`;
  const beside = 'bare node:http, the same bytes at once';
  yield compare({ bench: BENCH, what, unit: 'requests/s', ours: speed(amparo), beside, theirs: speed(bare) });
  const p99 = calm.map((one) => one.p99Ms);
  yield figure({ bench: BENCH, what: `the same, ${String(CALM_CONNECTIONS)} connections, p99`, unit: 'ms', ours: p99 });
}

function throughput(name: ServerName, connections: number, signal: AbortSignal): Promise<Throughput> {
  return withServer(name, signal, async ({ url }, folder) => {
    const of = locator(systemRandom(32));
    if (name === 'amparo') await fill(folder, of);
    const load = { url, locator: of, connections, folder, signal };
    await pollMailboxes({ ...load, seconds: WARM_UP_SECONDS });
    const measured = await pollMailboxes({ ...load, seconds: SECONDS });
    if (measured.bytesPerAnswer < MAILBOX_BYTES) throw new Error(`${name} did not answer with mailboxes`);
    return measured;
  });
}

/** A full page of what looks like replies: the server cannot tell. */
async function fill(folder: string, of: Locator): Promise<void> {
  const store = openSqliteStore(join(folder, DATA.database));
  const mailbox = await mailboxOf(of);
  const replies = Array.from({ length: MAILBOX_REPLIES }, () => ({
    id: systemRandom(32),
    mailbox,
    body: concatBytes(REPLY_MAGIC, systemRandom(REPLY_BYTES - REPLY_MAGIC.length)),
  }));
  await store.mailboxes.takeDelivery({ replies, marks: [], letters: [] }, DAY);
  await store.close();
}
