import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  coverEntry,
  decodeLogEntry,
  encodeLogEntry,
  openCheckpoint,
  systemRandom,
  TileReader,
  type Bytes,
  type SignedCheckpoint,
  type Tile,
} from '../../crypto/index.ts';
import { LogFolder, type LogFiles } from '../../server/log/log-files.ts';
import { noteKeyOf } from '../../server/log/grow.ts';
import { ensureLogKey, type LogKey } from '../../server/log/log-key.ts';
import { LogPublisher, type PublisherDeps } from '../../server/log/publisher.ts';
import { openSqliteStore, type SqliteStore } from '../../server/store/sqlite.ts';
import { afterTest, tempFolder } from './helpers.ts';

export const NOON = Date.UTC(2026, 10, 24, 12);
export const DAY_MS = 86_400_000;
export const DAY = NOON / DAY_MS - 0.5;

export interface TestLog {
  readonly folder: string;
  readonly store: SqliteStore;
  readonly key: LogKey;
  readonly files: LogFolder;
  readonly lines: string[];
  publisher(exchange?: Partial<PublisherDeps>): LogPublisher;
  /** Moves the clock. */
  pass(ms: number): void;
  receive(count: number, day?: number): Promise<Bytes[]>;
}

/** A log in a folder of its own, without a server around it. */
export async function makeLog(existing?: string, key?: LogKey): Promise<TestLog> {
  const folder = existing ?? (await tempFolder());
  await mkdir(folder, { recursive: true });
  const store = openSqliteStore(join(folder, 'amparo.sqlite'));
  afterTest(() => store.close().catch(() => undefined));
  const logKey = key ?? (await ensureLogKey(join(folder, 'log.key'), systemRandom, 'log.example/test'));
  const files = new LogFolder(join(folder, 'log'));
  const lines: string[] = [];
  let now = NOON;
  return {
    folder,
    store,
    key: logKey,
    files,
    lines,
    publisher: (exchange = {}) =>
      new LogPublisher({
        store,
        files,
        key: logKey,
        clock: () => new Date(now),
        random: systemRandom,
        log: (line) => void lines.push(line),
        minutes: 1_440,
        witnesses: [],
        ...exchange,
      }),
    pass: (ms) => (now += ms),
    async receive(count, day = DAY) {
      const entries = await Promise.all(Array.from({ length: count }, () => coverEntry(systemRandom, day)));
      for (const entry of entries) await store.addPending(entry);
      return entries;
    },
  };
}

export function openedEntry(day: number): Bytes {
  return encodeLogEntry({ kind: 'opened', day, mark: systemRandom(168) });
}

/** All entries as anybody reads them: from the files, vouched for by the checkpoint. */
export async function readLog(
  files: LogFiles,
  key: LogKey,
): Promise<{ checkpoint: SignedCheckpoint; entries: Bytes[] }> {
  const checkpoint = await openCheckpoint((await files.checkpoint()) ?? '', noteKeyOf(key));
  const fetchTile = async (tile: Tile) => (await files.tile(tile)) ?? new Uint8Array();
  const reader = await TileReader.open(checkpoint, fetchTile);
  const entries: Bytes[] = [];
  for (let i = 0; i * 256 < checkpoint.size; i += 1) entries.push(...(await reader.entries(i)));
  return { checkpoint, entries };
}

/** How many entries of each kind and day: `received 20781`. */
export function tally(entries: readonly Bytes[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of entries) {
    const { kind, day } = decodeLogEntry(entry);
    counts[`${kind} ${String(day)}`] = (counts[`${kind} ${String(day)}`] ?? 0) + 1;
  }
  return counts;
}
