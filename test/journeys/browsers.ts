import type { Browser } from 'puppeteer-core';
import { afterAll } from 'vitest';

import {
  launchChromium,
  launchFirefox,
  type BrowserName,
  type BrowserOptions,
  type FirefoxLevel,
} from '../../scripts/browsers.ts';

/** Browsers of this test file that run already, by what they were started with: starting one takes longer than most tests. */
const running = new Map<string, Promise<Browser>>();

afterAll(async () => {
  for (const browser of running.values()) await (await browser).close();
  running.clear();
});

export type LaunchOptions = Omit<BrowserOptions<FirefoxLevel>, 'signal'>;

/** A browser that other tests of the file use too; take a context of your own in it. One with a profile of its own is started anew. */
export async function sharedBrowser(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  const key = JSON.stringify([name, options]);
  const known = await running.get(key)?.catch(() => undefined);
  if (known?.connected === true) return known;
  const launching = launch(name, options);
  running.set(key, launching);
  return launching;
}

function launch(name: BrowserName, { level, ...rest }: LaunchOptions): Promise<Browser> {
  if (name === 'firefox') return launchFirefox({ ...rest, ...(level && { level }) });
  if (level === 'no-wasm') throw new Error('Chromium has no such level');
  return launchChromium({ ...rest, ...(level && { level }) });
}
