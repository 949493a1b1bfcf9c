import { join } from 'node:path';

import { dayOf, systemRandom } from '../crypto/index.ts';

import { createApp } from './app.ts';
import { DiskBlobs } from './blobs/disk.ts';
import { sweepOrphans } from './blobs/sweep.ts';
import { systemClock, type Clock, type Log } from './clock.ts';
import type { Config } from './config.ts';
import type { Difficulty } from './difficulty.ts';
import { DirectoryFile } from './directory-file.ts';
import { LIMITS, listen, type Limits, type Listening } from './listen.ts';
import { Pages } from './pages.ts';
import { createHasher, PassphraseChecker } from './review/passphrase.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { createWorkGate } from './work.ts';

/** Where things lie in the data folder. */
export const DATA = {
  database: 'amparo.sqlite',
  directory: 'directory.json',
  evidence: 'evidence',
  pages: 'pages',
} as const;

const SWEEP_EVERY_MS = 86_400_000;
/** How long a reply waits for its reporter, and a closed mailbox stays closed: a year. Whoever needs longer is answered again. */
const MAILBOX_DAYS = 365;

/** A mistake in the data folder; the message says what to do. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

export interface Surroundings {
  readonly log: Log;
  readonly clock?: Clock;
  readonly limits?: Limits;
  /** The proof of work that a calm server asks for. */
  readonly difficulty?: Difficulty;
  readonly letterTimeoutMs?: number;
  /** Room on the disk that evidence leaves to letters. */
  readonly reserveBytes?: number;
}

/** Starts a server on a data folder. Throws {@link DataError} and `StorageUnavailable`; leaves nothing open then. */
export async function serve(config: Config, surroundings: Surroundings): Promise<Listening> {
  const { log, clock = systemClock, limits = LIMITS, difficulty, letterTimeoutMs, reserveBytes } = surroundings;
  const directory = await openDirectory(join(config.data, DATA.directory), log);
  const pages = await loadPages(join(config.data, DATA.pages));
  const checker = await PassphraseChecker.create(createHasher(config.pepper), systemRandom);
  const blobs = new DiskBlobs(join(config.data, DATA.evidence), reserveBytes);
  const work = createWorkGate({ clock, random: systemRandom, ...(difficulty && { base: difficulty }) });
  const store = openSqliteStore(join(config.data, DATA.database));

  const sweep = async () => {
    await sweepOrphans(store, blobs, clock).catch(() => {
      log('uploads that nobody named could not be swept; the next try is tomorrow');
    });
    await store.mailboxes.expireMailboxes(dayOf(clock()) - MAILBOX_DAYS).catch(() => {
      log('old replies could not be deleted; the next try is tomorrow');
    });
  };
  const app = createApp({
    store,
    blobs,
    work,
    checker,
    directory,
    pages,
    clock,
    random: systemRandom,
    log,
    ...(letterTimeoutMs !== undefined && { letterTimeoutMs }),
  });

  await sweep();
  const listening = await listen(app, config, limits).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const sweeping = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  sweeping.unref();
  return {
    url: listening.url,
    async stop() {
      clearInterval(sweeping);
      await listening.stop();
      await store.close();
    },
  };
}

async function openDirectory(path: string, log: Log): Promise<DirectoryFile> {
  try {
    return await DirectoryFile.open(path, log);
  } catch {
    throw new DataError(
      `${path} is missing or is not an office's directory. Put one there with \`amparo roster publish\`.`,
    );
  }
}

async function loadPages(folder: string): Promise<Pages> {
  const pages = await Pages.load(folder).catch(() => null);
  if (pages && pages.languages.length > 0) return pages;
  throw new DataError(`${folder} holds no pages. Make them with \`npm run build\` and \`amparo roster publish\`.`);
}
