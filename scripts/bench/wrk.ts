import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

import { LETTER_TYPE, PATHS, POLL_TYPE, toHex, type Bytes } from '../../crypto/index.ts';

const CONNECTING_MS = 500;

/** What is common to all loads. */
const AROUND = `
local counter, connected = 0, 0
local connections

-- Node accepts one connection a turn: all are made before the load begins.
function delay()
  connected = connected + 1
  return connected <= connections and ${String(CONNECTING_MS)} or 0
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('{"requests":%d,"microseconds":%d,"bytes":%d,"p99":%d,"failed":%d}',
    summary.requests, summary.duration, summary.bytes, latency:percentile(99), failed))
end
`;

/** No two letters are the same, as the server keeps equal ones once: the last bytes count. */
const LETTERS = `${AROUND}
local head, mark
local headers = { ["Content-Type"] = "${LETTER_TYPE}" }

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  local letter = file:read("*a")
  file:close()
  mark = arguments[2]
  connections = tonumber(arguments[3])
  head = letter:sub(1, #letter - 16 - #mark)
end

function request()
  counter = counter + 1
  return wrk.format("POST", "${PATHS.reports}", headers, head .. mark .. string.format("%016d", counter))
end
`;

/** By turns for a mailbox that holds something and for one that nobody knows. */
const POLLS = `${AROUND}
local locator
local headers = { ["Content-Type"] = "${POLL_TYPE}" }
local newest = string.rep("\\0", 4)

function init(arguments)
  locator = arguments[1]:gsub("%x%x", function(pair) return string.char(tonumber(pair, 16)) end)
  connections = tonumber(arguments[2])
end

function request()
  counter = counter + 1
  local of = counter % 2 == 0 and locator or string.format("%032d", counter)
  return wrk.format("POST", "${PATHS.mailboxes}", headers, of .. newest)
end
`;

const summarySchema = z.strictObject({
  requests: z.int(),
  microseconds: z.int(),
  bytes: z.int(),
  p99: z.int(),
  failed: z.int(),
});

interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface LetterLoad extends Load {
  readonly letter: Uint8Array;
  /** Tells the letters of one load from those of another. */
  readonly mark: string;
}

export interface PollLoad extends Load {
  /** Of a mailbox that holds something. */
  readonly locator: Bytes;
}

export interface Throughput {
  readonly requestsPerSecond: number;
  /** With the head of each answer. */
  readonly bytesPerAnswer: number;
  readonly p99Ms: number;
}

/** Sends letters over many connections at once, each as soon as the one before it is answered. One failure fails the run. */
export async function sendLetters(load: LetterLoad): Promise<Throughput> {
  const letter = join(load.folder, 'letter.bin');
  await writeFile(letter, load.letter);
  return run(load, LETTERS, [letter, load.mark, String(load.connections)]);
}

/** Asks for mailboxes in the same way. */
export function pollMailboxes(load: PollLoad): Promise<Throughput> {
  return run(load, POLLS, [toHex(load.locator), String(load.connections)]);
}

async function run(load: Load, script: string, given: readonly string[]): Promise<Throughput> {
  const path = join(load.folder, 'load.lua');
  await writeFile(path, script);
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
  const { stdout } = await promisify(execFile)('wrk', [...options, '--script', path, load.url, '--', ...given], {
    signal: load.signal,
  });
  const { requests, microseconds, bytes, p99, failed } = summarySchema.parse(
    JSON.parse(stdout.trim().split('\n').at(-1) ?? ''),
  );
  if (failed > 0 || requests === 0) throw new Error(`${String(failed)} of ${String(requests)} requests failed`);
  return {
    requestsPerSecond: requests / (microseconds / 1e6 - CONNECTING_MS / 1000),
    bytesPerAnswer: bytes / requests,
    p99Ms: p99 / 1000,
  };
}
