import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { Browser, Page } from 'puppeteer-core';
import { rolldown, type OutputChunk } from 'rolldown';

import { createHeaders } from '../../server/headers.ts';
import type { Answer, Job } from './page/protocol.ts';

/** The bench's pages on loopback, under the headers of the real server. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

interface File {
  readonly type: string;
  readonly body: string | Uint8Array;
}
const setHeaders = createHeaders();

type Files = ReadonlyMap<string, File>;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<input type="file"><script type="module" src="/page.js"></script></html>`;

/** Builds and serves the pages; `more` are files to serve beside them, by path. */
export async function startSite(more: ReadonlyMap<string, Uint8Array> = new Map()): Promise<Site> {
  const files = new Map<string, File>([['/', { type: 'text/html', body: PAGE }]]);
  for (const [path, body] of more) files.set(path, { type: 'application/octet-stream', body });
  for (const { fileName, code } of await bundlePages())
    files.set(`/${fileName}`, { type: 'text/javascript', body: code });
  const server = createServer((request, response) => {
    answer(files, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(files: Files, request: IncomingMessage, response: ServerResponse): void {
  setHeaders(response);
  const file = files.get(request.url ?? '');
  if (file === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'Content-Type': file.type }).end(file.body);
}

async function bundlePages(): Promise<readonly OutputChunk[]> {
  const entry = (name: string) => join(import.meta.dirname, 'page', `${name}.js`);
  const bundle = await rolldown({
    input: { page: entry('page'), worker: entry('worker') },
    platform: 'browser',
    external: [/^node:/],
  });
  try {
    const { output } = await bundle.generate({ format: 'esm', minify: true, entryFileNames: '[name].js' });
    return output.filter((file) => file.type === 'chunk');
  } finally {
    await bundle.close();
  }
}

/** Opens the bench's page; gives it the file, if any. */
export async function openPage(browser: Browser, site: Site, filePath?: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'bench' in globalThis);
  if (filePath !== undefined) {
    const input = await page.waitForSelector<'input'>('input');
    if (input === null) throw new Error('the page has no file input');
    await input.uploadFile(filePath);
  }
  return page;
}

export function askPage(page: Page, job: Job): Promise<Answer> {
  return page.evaluate((asked) => globalThis.bench(asked), job);
}
