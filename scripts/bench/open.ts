import {
  concatBytes,
  newEpochKeyPair,
  sealLetter,
  systemRandom,
  toBase64,
  utf8,
  type Bytes,
  type EpochKeyPair,
} from '../../crypto/index.ts';
import { launchChromium, withBrowser } from '../browsers.ts';
import type { Bench, BenchContext } from './bench.ts';
import { OPENED_SLOTS, openLetters } from './page/open-letters.ts';
import { LETTERS_PATH } from './page/protocol.ts';
import { figure, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { askPage, openPage, startSite } from './site.ts';

const EPOCH = 82;
const LETTERS = 64;
const ROUND_MS = 1500;
const STORY = 'The guard at the crossing took the passports and let the van through. '.repeat(29).slice(0, 2048);
const CHROMIUM_BOUND = Math.ceil(10_000 / 15); // ARCHITECTURE.md, Figures: 10,000 letters in 15 s

export const openBench: Bench = {
  about: 'letters of 32 KiB and 8 slots opened on one thread, in Node and in Chromium',
  needs: ['chromium'],
  limitMinutes: 5,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  const pair = await newEpochKeyPair(EPOCH, systemRandom);
  const key = { epoch: EPOCH, secretKey: toBase64(pair.secretKey) };
  const letters = await sealLetters(pair);
  const site = await startSite(new Map([[LETTERS_PATH, letters]]));
  try {
    const speeds = await withBrowser(launchChromium({ signal }), async (browser) => {
      const page = await openPage(browser, site);
      const inNode = (slotIsKnown: boolean) => async () => {
        const { opened, milliseconds } = await openLetters(letters, key, slotIsKnown, ROUND_MS);
        return (opened / milliseconds) * 1000;
      };
      const inChromium = (slotIsKnown: boolean) => async () => {
        const answer = await askPage(page, { kind: 'open', key, slotIsKnown, milliseconds: ROUND_MS });
        return (answer.done / (answer.milliseconds[0] ?? Number.NaN)) * 1000;
      };
      return interleave(rounds, {
        nodeKnown: inNode(true),
        nodeUnknown: inNode(false),
        chromiumKnown: inChromium(true),
        chromiumUnknown: inChromium(false),
      });
    });
    const common = { bench: 'open', unit: 'letters/s' } as const;
    yield figure({ ...common, what: 'Node, slot known', ours: speeds.nodeKnown });
    yield figure({ ...common, what: 'Node, slot unknown', ours: speeds.nodeUnknown });
    yield figure({ ...common, what: 'Chromium, slot known', ours: speeds.chromiumKnown, bound: CHROMIUM_BOUND });
    yield figure({ ...common, what: 'Chromium, slot unknown', ours: speeds.chromiumUnknown });
  } finally {
    await site.close();
  }
}

/** Letters for one reader, who sits in each slot equally often. */
async function sealLetters(pair: EpochKeyPair): Promise<Bytes> {
  const letters = Array.from({ length: LETTERS }, (_, i) => {
    const recipients = new Map([[i % OPENED_SLOTS, pair.publicKey]]);
    return sealLetter(utf8(STORY), { epoch: EPOCH, slots: OPENED_SLOTS, recipients }, systemRandom);
  });
  return concatBytes(...(await Promise.all(letters)));
}
