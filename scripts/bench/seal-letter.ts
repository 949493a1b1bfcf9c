import type { Page } from 'puppeteer-core';

import { launchChromium, launchFirefox, withBrowser } from '../browsers.ts';
import type { Bench, BenchContext } from './bench.ts';
import type { Answer, ReaderKeys, SealerName } from './page/protocol.ts';
import { newReaders } from './readers.ts';
import { compare, figure, type Result } from './result.ts';
import { interleave, median } from './rounds.ts';
import { askPage, openPage, startSite, type Site } from './site.ts';

const BENCH = 'seal-letter';
const REPORT = 'The guard at the crossing took the passports and let the van through. '.repeat(29).slice(0, 2048);
const FIRST_LETTER_BOUND_MS = 3000; // ARCHITECTURE.md, Figures: a text report at "Safer"

export const sealLetterBench: Bench = {
  about: 'a report of 2 KB sealed into 8 slots, beside OpenPGP.js and typage for 3 readers',
  needs: ['chromium', 'firefox'],
  limitMinutes: 10,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const keys = await newReaders();
  const site = await startSite();
  try {
    const settings: Setting[] = [
      { name: 'Chromium', launch: () => launchChromium({ signal }), times: 20 },
      { name: 'Chromium safer', launch: () => launchChromium({ signal, level: 'safer' }), times: 3 },
      { name: 'Firefox no-wasm', launch: () => launchFirefox({ signal, level: 'no-wasm' }), times: 10 },
      { name: 'Firefox safer', launch: () => launchFirefox({ signal, level: 'safer' }), times: 3 },
    ];
    for (const setting of settings) yield* runIn(setting, site, keys, rounds);
  } finally {
    await site.close();
  }
}

interface Setting {
  readonly name: string;
  readonly launch: () => ReturnType<typeof launchChromium>;
  /** Letters a round; fewer where script is slow. */
  readonly times: number;
}

async function* runIn(
  { name, launch, times }: Setting,
  site: Site,
  keys: ReaderKeys,
  rounds: number,
): AsyncGenerator<Result> {
  const { amparo, ...rivals } = await withBrowser(launch(), async (browser) => {
    const page = await openPage(browser, site);
    const seal = (sealer: SealerName) => () => sealOn(page, sealer, keys, times);
    return interleave(rounds, {
      amparo: seal('amparo'),
      'OpenPGP.js': seal('openpgp'),
      typage: seal('age'),
      'typage, post-quantum': seal('age-hybrid'),
    });
  });
  const first = (answers: readonly Answer[]) => answers.map((answer) => answer.firstMs);
  const next = (answers: readonly Answer[]) => answers.map((answer) => median(answer.milliseconds.slice(1)));
  const common = { bench: BENCH, unit: 'ms' } as const;
  const bound = name.endsWith('safer') ? { bound: FIRST_LETTER_BOUND_MS } : {};
  yield figure({ ...common, what: `${name}, first, with loading`, ours: first(amparo), ...bound });
  for (const [beside, theirs] of Object.entries(rivals)) {
    yield compare({
      ...common,
      what: `${name}, first, with loading`,
      ours: first(amparo),
      beside,
      theirs: first(theirs),
    });
    yield compare({ ...common, what: `${name}, then`, ours: next(amparo), beside, theirs: next(theirs) });
  }
}

function sealOn(page: Page, sealer: SealerName, keys: ReaderKeys, times: number): Promise<Answer> {
  return askPage(page, { kind: 'text', sealer, keys, text: REPORT, times: times + 1 });
}
