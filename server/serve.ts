import { join } from 'node:path';

import { dayOf, REPLY_DAYS, systemRandom } from '../crypto/index.ts';

import { createApp } from './app.ts';
import { DiskBlobs } from './blobs/disk.ts';
import { sweepOrphans } from './blobs/sweep.ts';
import { systemClock, type Clock, type Log } from './clock.ts';
import { LOG_MINUTES_MAX, type Config } from './config.ts';
import { DATA } from './data-folder.ts';
import type { Difficulty } from './difficulty.ts';
import { DirectoryFile } from './directory-file.ts';
import { createHeaders } from './headers.ts';
import { LogContradiction } from './log/grow.ts';
import { LogFolder } from './log/log-files.ts';
import { ensureLogKey, LogKeyError } from './log/log-key.ts';
import { LogPublisher } from './log/publisher.ts';
import { readWitnesses, WitnessesError } from './log/witness-list.ts';
import { LIMITS, listen, type Limits, type Listening } from './listen.ts';
import { Pages } from './pages.ts';
import { AuditTrail } from './review/audit.ts';
import { createHasher, PassphraseChecker } from './review/passphrase.ts';
import { FactorVault } from './review/second-factor.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { createWorkGate } from './work.ts';

const SWEEP_EVERY_MS = 86_400_000;
/** How often the clock is looked at; a batch that failed is tried again as often. */
const LOG_CHECK_EVERY_MS = 30_000;

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
  const setHeaders = createHeaders(pages.styles);
  const checker = new PassphraseChecker(createHasher(config.pepper), systemRandom);
  const blobs = new DiskBlobs(join(config.data, DATA.evidence), reserveBytes);
  const work = createWorkGate({ clock, random: systemRandom, ...(difficulty && { base: difficulty }) });
  const logFiles = new LogFolder(join(config.data, DATA.log));
  const [logKey, witnesses] = await openLog(config);
  const store = openSqliteStore(join(config.data, DATA.database));
  const publisher = new LogPublisher({
    store,
    files: logFiles,
    key: logKey,
    clock,
    random: systemRandom,
    log,
    minutes: config.logMinutes ?? LOG_MINUTES_MAX,
    witnesses,
  });

  const sweep = async () => {
    await sweepOrphans(store, blobs, clock).catch(() => {
      log('uploads that nobody named could not be swept; the next try is tomorrow');
    });
    // A closed mailbox stays closed as long as a reply waits for its reporter. Whoever needs longer is answered again.
    await store.mailboxes.expireMailboxes(dayOf(clock()) - REPLY_DAYS).catch(() => {
      log('old replies could not be deleted; the next try is tomorrow');
    });
    await trail.closeDays().catch(() => {
      log('refused sign-ins could not be written down; the next try is tomorrow');
    });
  };
  const trail = new AuditTrail(store.audit, clock);
  const app = createApp({
    store,
    blobs,
    work,
    checker,
    vault: new FactorVault(config.pepper, systemRandom),
    directory,
    pages,
    setHeaders,
    logFiles,
    logKey,
    clock,
    random: systemRandom,
    log,
    ...(letterTimeoutMs !== undefined && { letterTimeoutMs }),
  });

  await sweep();
  const listening = await startLog(publisher, log)
    .then(() => listen(app, setHeaders, config, limits))
    .catch(async (error: unknown) => {
      await publisher.stop();
      await store.close();
      throw error;
    });
  const sweeping = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  const publishing = setInterval(() => void publishLog(publisher, log), LOG_CHECK_EVERY_MS);
  sweeping.unref();
  publishing.unref();
  return {
    url: listening.url,
    async stop() {
      clearInterval(sweeping);
      clearInterval(publishing);
      await listening.stop();
      await publisher.stop();
      await store.close();
    },
  };
}

async function openLog({ data, witnesses }: Config) {
  try {
    const known = await readWitnesses(witnesses); // first: a start that is refused writes nothing
    return [await ensureLogKey(join(data, DATA.logKey), systemRandom), known] as const;
  } catch (error) {
    if (error instanceof LogKeyError || error instanceof WitnessesError) throw new DataError(error.message);
    throw error;
  }
}

/** Letters are taken in though the log cannot be written just now; not on top of a log that contradicts the database. */
async function startLog(publisher: LogPublisher, log: Log): Promise<void> {
  try {
    await publisher.start();
  } catch (error) {
    if (error instanceof LogContradiction) throw new DataError(error.message);
    tellUnpublished(error, log);
  }
}

async function publishLog(publisher: LogPublisher, log: Log): Promise<void> {
  await publisher.publish().catch((error: unknown) => {
    tellUnpublished(error, log);
  });
}

function tellUnpublished(error: unknown, log: Log): void {
  const reason =
    error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : '';
  log(`the public log could not be published: ${reason}; the next try is in half a minute`);
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
