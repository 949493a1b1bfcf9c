import type { Page } from 'puppeteer-core';

import { launchChromium, withBrowser } from '../browsers.ts';
import type { Bench, BenchContext } from './bench.ts';
import type { Answer, ReaderKeys, SealerName } from './page/protocol.ts';
import { peakMemoryMiB } from './process-memory.ts';
import { newReaders } from './readers.ts';
import { compare, figure, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { askPage, openPage, startSite, type Site } from './site.ts';
import { MIB, withRandomFile } from './random-file.ts';

const BENCH = 'seal-evidence';
const STANDARD_MIB = 64;
const SAFER_MIB = 4; // typage takes some ten seconds for it
const LARGE_MIB = 1024;
const LONG_TASK_MS = 50;
const MEMORY_ROUNDS = 3;
const MEMORY_GROWTH_BOUND_MIB = (LARGE_MIB - STANDARD_MIB) / 10; // collectors leave some lying about; what is kept would all be there

type Rival = Exclude<SealerName, 'amparo' | 'age-hybrid'>;
const RIVALS: Readonly<Record<Rival, string>> = {
  openpgp: 'OpenPGP.js',
  'openpgp-gcm': 'OpenPGP.js AEAD-GCM',
  age: 'typage',
  webcrypto: 'raw WebCrypto',
};

/** ARCHITECTURE.md, Figures. */
const GOALS: Readonly<Record<'standard' | 'safer', Partial<Record<Rival, number>>>> = {
  standard: { openpgp: 5, 'openpgp-gcm': 1.3, age: 3, webcrypto: 0.9 },
  safer: { age: 50 },
};

export const sealEvidenceBench: Bench = {
  about: 'files sealed in Chromium, beside OpenPGP.js, typage and raw WebCrypto for 3 readers',
  needs: ['chromium'],
  limitMinutes: 15,
  run,
};

async function* run(context: BenchContext): AsyncGenerator<Result> {
  const keys = await newReaders();
  const site = await startSite();
  try {
    yield* throughput('standard', STANDARD_MIB, site, keys, context);
    yield* throughput('safer', SAFER_MIB, site, keys, context);
    yield* longestTasks(site, keys, context);
    yield* memory(site, keys, context);
  } finally {
    await site.close();
  }
}

async function* throughput(
  level: 'standard' | 'safer',
  sizeMiB: number,
  site: Site,
  keys: ReaderKeys,
  { rounds, signal }: BenchContext,
): AsyncGenerator<Result> {
  const speeds = await withFileOnPage({ level, sizeMiB, site, signal }, (page) => {
    const speed = (sealer: SealerName) => async () =>
      megabytesPerSecond(sizeMiB, await seal(page, sealer, keys, 'worker'));
    return interleave(rounds, {
      amparo: speed('amparo'),
      openpgp: speed('openpgp'),
      'openpgp-gcm': speed('openpgp-gcm'),
      age: speed('age'),
      webcrypto: speed('webcrypto'),
    });
  });
  for (const [rival, beside] of Object.entries(RIVALS) as [Rival, string][]) {
    const goalRatio = GOALS[level][rival];
    yield compare({
      bench: BENCH,
      what: `${level}, ${String(sizeMiB)} MiB`,
      unit: 'MB/s',
      ours: speeds.amparo,
      beside,
      theirs: speeds[rival],
      ...(goalRatio === undefined ? {} : { goalRatio }),
    });
  }
}

/** What the page's own thread suffers: ours in its worker, theirs where their manuals put them. */
async function* longestTasks(site: Site, keys: ReaderKeys, { rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const tasks = await withFileOnPage({ level: 'standard', sizeMiB: STANDARD_MIB, site, signal }, (page) => {
    const longest = (sealer: SealerName, where: 'worker' | 'page') => async () =>
      (await seal(page, sealer, keys, where)).longestTaskMs;
    return interleave(rounds, {
      amparo: longest('amparo', 'worker'),
      openpgp: longest('openpgp', 'page'),
      age: longest('age', 'page'),
    });
  });
  const common = { bench: BENCH, unit: 'ms' } as const;
  yield figure({ ...common, what: 'longest main-thread task', ours: tasks.amparo, bound: LONG_TASK_MS });
  yield figure({ ...common, what: 'the same, OpenPGP.js on the page', ours: tasks.openpgp });
  yield figure({ ...common, what: 'the same, typage on the page', ours: tasks.age });
}

/** The most that the browser's processes held, in a fresh browser each time. */
async function* memory(site: Site, keys: ReaderKeys, { rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const peak = (sizeMiB: number) => () =>
    withFileOnPage({ level: 'standard', sizeMiB, site, signal }, (page) =>
      peakMemoryMiB(page.browser().process()?.pid ?? Number.NaN, 'own', () => seal(page, 'amparo', keys, 'worker')),
    );
  const peaks = await interleave(Math.min(rounds, MEMORY_ROUNDS), {
    small: peak(STANDARD_MIB),
    large: peak(LARGE_MIB),
  });
  const growth = peaks.large.map((large, round) => large - (peaks.small[round] ?? Number.NaN));
  const common = { bench: BENCH, unit: 'MiB' } as const;
  yield figure({ ...common, what: `browser's memory, ${String(STANDARD_MIB)} MiB`, ours: peaks.small });
  yield figure({ ...common, what: `browser's memory, ${String(LARGE_MIB)} MiB`, ours: peaks.large });
  yield figure({ ...common, what: 'growth between the two', ours: growth, bound: MEMORY_GROWTH_BOUND_MIB });
}

interface FilePage {
  readonly level: 'standard' | 'safer';
  readonly sizeMiB: number;
  readonly site: Site;
  readonly signal: AbortSignal;
}

function withFileOnPage<Measured>(
  { level, sizeMiB, site, signal }: FilePage,
  use: (page: Page) => Promise<Measured>,
): Promise<Measured> {
  return withRandomFile(sizeMiB, (path) =>
    withBrowser(launchChromium({ level, signal }), async (browser) => use(await openPage(browser, site, path))),
  );
}

async function seal(page: Page, sealer: SealerName, keys: ReaderKeys, where: 'worker' | 'page'): Promise<Answer> {
  return askPage(page, { kind: 'file', sealer, keys, where });
}

function megabytesPerSecond(sizeMiB: number, { milliseconds: [milliseconds = Number.NaN], done }: Answer): number {
  const bytes = sizeMiB * MIB;
  if (done < bytes) throw new Error(`${String(done)} bytes sealed out of ${String(bytes)}`);
  return bytes / 1000 / milliseconds;
}
