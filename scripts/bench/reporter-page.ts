import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser } from 'puppeteer-core';

import { LANGUAGES } from '../../client/messages/index.ts';
import { DATA } from '../../server/data-folder.ts';
import { launchChromium, withBrowser } from '../browsers.ts';
import type { Bench, BenchContext } from './bench.ts';
import { choosePhoto, type Errand } from './page/reporter.ts';
import { visit, withNewPage, type Line } from './reporter-visit.ts';
import { figure, type Result } from './result.ts';
import { interleave } from './rounds.ts';
import { withServer } from './servers/child.ts';
import type { Transfer } from './transfers.ts';

const BENCH = 'page';
const KB = 1000;

/** An old phone's mobile network; the goals are those of the issue on the form. */
const MOBILE: Line = { latencyMs: 400, bytesPerSecond: 50_000, cpuSlowdown: 1 };
const MOBILE_USABLE_MS = 2_500;
const MOBILE_SENT_MS = 8_000;
/** ARCHITECTURE.md, Figures, as are the weights. */
const DISTANT: Line = { latencyMs: 500, bytesPerSecond: 250_000, cpuSlowdown: 4 };
const DISTANT_USABLE_MS = 1_500;
const BEFORE_TYPING_KB = 35;
const BEFORE_TYPING_REQUESTS = 6;
const SENDING_KB = 180;

const WORKER = '/assets/worker.js';
const QUIET_MS = 3_000; // for what a page still fetches after what was waited for

export const pageBench: Bench = {
  about: "the reporter's form in a cold Chromium over slow lines: first step, sending, weight",
  needs: ['chromium'],
  limitMinutes: 10,
  run,
};

async function* run({ rounds, signal }: BenchContext): AsyncGenerator<Result> {
  yield* await withServer('office', signal, async ({ url }, folder) => {
    const pages = join(folder, DATA.pages);
    const site = { url, pages, tag: await heaviestLanguage(pages) };
    return withBrowser(launchChromium({ signal }), async (browser) => [
      ...(await times(browser, site, rounds)),
      ...(await weights(browser, site, signal)),
    ]);
  });
}

interface Site {
  readonly url: string;
  /** The folder of the pages that are served. */
  readonly pages: string;
  readonly tag: string;
}

async function heaviestLanguage(pages: string): Promise<string> {
  const sizes = await Promise.all(
    LANGUAGES.map(async ({ tag }) => ({ tag, bytes: (await stat(join(pages, tag, 'index.html.br'))).size })),
  );
  return sizes.reduce((most, one) => (one.bytes > most.bytes ? one : most)).tag;
}

/** Sending is held to its goal twice: from the press, and, where nobody waits for anything, from the navigation. */
async function times(browser: Browser, { url, tag }: Site, rounds: number): Promise<Result[]> {
  const go = (line: Line, errand: Errand) => () =>
    withNewPage(browser, line, ({ page }) => visit(page, `${url}/${tag}/`, errand));
  const { waited, hurried, distant } = await interleave(rounds, {
    waited: go(MOBILE, 'wait-and-send'),
    hurried: go(MOBILE, 'send'),
    distant: go(DISTANT, 'start'),
  });
  const common = { bench: BENCH, unit: 'ms' } as const;
  const mobile = '400 kbit/s, 400 ms';
  const far = '250 kB/s, 500 ms, CPU / 4';
  return [
    figure({
      ...common,
      what: `${mobile}: first step usable`,
      ours: [...waited, ...hurried].map(({ usableMs }) => usableMs),
      bound: MOBILE_USABLE_MS,
    }),
    figure({
      ...common,
      what: `${mobile}: text report, all loaded while writing, from press to receipt`,
      ours: waited.map(({ pressedMs, receivedMs }) => receivedMs - pressedMs),
      bound: MOBILE_SENT_MS,
    }),
    figure({
      ...common,
      what: `${mobile}: the same pressed at once, from navigation to receipt`,
      ours: hurried.map(({ receivedMs }) => receivedMs),
      bound: MOBILE_SENT_MS,
    }),
    figure({
      ...common,
      what: `${far}: painted`,
      ours: distant.map(({ paintedMs }) => paintedMs),
      bound: DISTANT_USABLE_MS,
    }),
    figure({
      ...common,
      what: `${far}: first step usable`,
      ours: distant.map(({ usableMs }) => usableMs),
      bound: DISTANT_USABLE_MS,
    }),
  ];
}

/** Of the heaviest language, heads of answers included. */
async function weights(browser: Browser, site: Site, signal: AbortSignal): Promise<Result[]> {
  const text = await sendText(browser, site);
  const beforeTyping = text.filter(({ by, path }) => by === 'page' && path !== WORKER);
  const fetched = text.filter(isPage);
  const photo = await sendPhoto(browser, site, signal);
  const voice = await weigh(browser, site, `/assets/${await assetNamed(site, 'disguise-')}`, signal);
  const worker = text.filter(({ path }) => path === WORKER);
  const offline = await weigh(browser, site, `/${site.tag}/write.html`, signal);
  const kb = (what: string, transfers: readonly Transfer[], bound?: number) =>
    figure({ bench: BENCH, what, unit: 'KB', ours: [kilobytes(transfers)], ...(bound !== undefined && { bound }) });
  return [
    kb(`${site.tag}, brotli: before typing`, beforeTyping, BEFORE_TYPING_KB),
    figure({
      bench: BENCH,
      what: 'the same in requests',
      unit: 'requests',
      ours: [beforeTyping.length],
      bound: BEFORE_TYPING_REQUESTS,
    }),
    kb('all pages and scripts that sending a text needs', fetched, SENDING_KB),
    kb(
      "the server's own answers to that",
      text.filter((transfer) => !isPage(transfer)),
    ),
    kb('more for a photo: looking into it', photo.looking),
    kb('more for evidence: sealing and sending it', photo.sending),
    kb('more for a voice: disguising it', [...worker, voice]),
    kb('the page that works offline', [offline]),
  ];
}

async function sendText(browser: Browser, { url, tag }: Site): Promise<readonly Transfer[]> {
  return withNewPage(browser, null, async ({ page, transfers }) => {
    await visit(page, `${url}/${tag}/`, 'wait-and-send');
    await quiet();
    return transfers.all;
  });
}

interface Photo {
  readonly looking: readonly Transfer[];
  readonly sending: readonly Transfer[];
}

async function sendPhoto(browser: Browser, { url, tag }: Site, signal: AbortSignal): Promise<Photo> {
  return withNewPage(browser, null, async ({ page, transfers }) => {
    await visit(page, `${url}/${tag}/`, 'start');
    await page.waitForSelector('#readers input');
    await quiet();
    const before = transfers.all.length;
    await page.click('#next'); // from the story to the files
    await page.evaluate(choosePhoto);
    await transfers.waitFor(({ path }) => path.startsWith('/assets/metadata-'), signal);
    await quiet();
    const looked = transfers.all.length;
    await page.click('#next');
    await transfers.waitFor(({ path }) => path.startsWith('/assets/evidence-upload-'), signal);
    await quiet();
    return {
      looking: transfers.all.slice(before, looked).filter(isPage),
      sending: transfers.all.slice(looked).filter(isPage),
    };
  });
}

async function weigh(browser: Browser, { url, tag }: Site, path: string, signal: AbortSignal): Promise<Transfer> {
  return withNewPage(browser, null, async ({ page, transfers }) => {
    await visit(page, `${url}/${tag}/`, 'start');
    await page.evaluate(async (wanted) => {
      await (await fetch(wanted)).arrayBuffer();
    }, path);
    return transfers.waitFor((transfer) => transfer.path === path, signal);
  });
}

async function assetNamed({ pages }: Site, prefix: string): Promise<string> {
  const name = (await readdir(join(pages, 'assets'))).find((file) => file.startsWith(prefix) && file.endsWith('.js'));
  if (name === undefined) throw new Error(`no asset is called ${prefix}...`);
  return name;
}

function isPage({ path }: Transfer): boolean {
  return !path.startsWith('/api/');
}

function kilobytes(transfers: readonly Transfer[]): number {
  return transfers.reduce((sum, { bytes }) => sum + bytes, 0) / KB;
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, QUIET_MS));
}
