import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Page } from 'puppeteer-core';

import { afterTest } from '../server/helpers.ts';

/** The page that anybody may have open, where a person leaves to; another site than the form's. */
export interface Elsewhere {
  readonly url: string;
  /** What browsers told it of where they came from. */
  readonly referrers: readonly (string | undefined)[];
}

export async function startElsewhere(): Promise<Elsewhere> {
  const referrers: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    referrers.push(request.headers.referer);
    // Never kept whole for the back button: Firefox tells a driver nothing of a page that it brings back so.
    response.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Weather</title><h1>Rain');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    referrers,
  };
}

/** Lets the way out lead there: the real one would ask a real site. */
export async function pointExitTo(page: Page, { url }: Elsewhere): Promise<void> {
  await page.$eval(
    '#exit',
    (exit, address) => {
      (exit as HTMLAnchorElement).href = address;
    },
    url,
  );
}

/** Moves in the history as its buttons do. */
export async function goInHistory(page: Page, steps: 1 | -1, address: string): Promise<void> {
  await page.evaluate((by) => {
    setTimeout(() => {
      history.go(by);
    });
  }, steps);
  await waitUntilAt(page, address);
}

export async function waitUntilAt(page: Page, address: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (page.url() !== address) {
    if (Date.now() > until) throw new Error(`still at ${page.url()}, not ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
