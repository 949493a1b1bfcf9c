import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

import { LETTER_TYPE, PATHS } from '../../crypto/index.ts';

const CONNECTING_MS = 500;

/** No two letters are the same, as the server keeps equal ones once: the last bytes count. */
const SCRIPT = `
local counter, connected = 0, 0
local head, mark, connections
local headers = { ["Content-Type"] = "${LETTER_TYPE}" }

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  local letter = file:read("*a")
  file:close()
  mark = arguments[2]
  connections = tonumber(arguments[3])
  head = letter:sub(1, #letter - 16 - #mark)
end

-- Node accepts one connection a turn: all are made before the load begins.
function delay()
  connected = connected + 1
  return connected <= connections and ${String(CONNECTING_MS)} or 0
end

function request()
  counter = counter + 1
  return wrk.format("POST", "${PATHS.reports}", headers, head .. mark .. string.format("%016d", counter))
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('{"requests":%d,"microseconds":%d,"p99":%d,"failed":%d}',
    summary.requests, summary.duration, latency:percentile(99), failed))
end
`;

const summarySchema = z.strictObject({
  requests: z.int(),
  microseconds: z.int(),
  p99: z.int(),
  failed: z.int(),
});

export interface Load {
  readonly url: string;
  readonly letter: Uint8Array;
  readonly connections: number;
  readonly seconds: number;
  /** Tells the letters of one load from those of another. */
  readonly mark: string;
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface Throughput {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
}

/** Sends letters over many connections at once, each as soon as the one before it is answered. One failure fails the run. */
export async function sendLetters(load: Load): Promise<Throughput> {
  const script = join(load.folder, 'load.lua');
  const letter = join(load.folder, 'letter.bin');
  await writeFile(script, SCRIPT);
  await writeFile(letter, load.letter);
  const options = [
    '--threads',
    '1',
    '--connections',
    String(load.connections),
    '--duration',
    `${String(load.seconds)}s`,
    '--timeout',
    '20s',
  ];
  const { stdout } = await promisify(execFile)(
    'wrk',
    [...options, '--script', script, load.url, '--', letter, load.mark, String(load.connections)],
    { signal: load.signal },
  );
  const { requests, microseconds, p99, failed } = summarySchema.parse(
    JSON.parse(stdout.trim().split('\n').at(-1) ?? ''),
  );
  if (failed > 0) throw new Error(`${String(failed)} of ${String(requests)} letters were not taken in`);
  return { requestsPerSecond: requests / (microseconds / 1e6 - CONNECTING_MS / 1000), p99Ms: p99 / 1000 };
}
