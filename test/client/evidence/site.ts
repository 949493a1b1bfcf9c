import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { expect } from 'vitest';

import type { FinishedEvidence } from '../../../client/report/evidence/evidence-upload.ts';
import { CELL_BYTES, evidenceKeyIn, openEvidence, systemRandom, totalSize, type Bytes } from '../../../crypto/index.ts';
import type { BrowserName } from '../../../scripts/browsers.ts';
import { FORM_PLUGINS } from '../../../scripts/bundle-plugins.ts';
import { serve, type Surroundings } from '../../../server/serve.ts';
import type { LaunchOptions } from '../../journeys/browsers.ts';
import { visit } from '../../journeys/site.ts';
import { afterTest, EASY, makeDataFolder, makeOffice, type TestOffice } from '../../server/helpers.ts';
import { inOrder } from '../../server/uploads.ts';
import type { Seen, ToWorker } from './protocol.ts';
import { waitFor } from '../../journeys/waiting.ts';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Evidence</title>
<input type="file"><script type="module" src="/assets/evidence-page.js"></script></html>`;
const SEEN_WITHIN_MS = 240_000;

export type Built = ReadonlyMap<string, string>;

/** The test's page and worker, bundled as the form's script is. */
export async function buildHarness(): Promise<Built> {
  const entry = (name: string) => join(import.meta.dirname, `${name}.ts`);
  const bundle = await rolldown({
    input: { 'evidence-page': entry('page'), 'evidence-worker': entry('worker') },
    platform: 'browser',
    plugins: FORM_PLUGINS,
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true, entryFileNames: '[name].js' });
  await bundle.close();
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])));
}

export interface EvidenceSite {
  readonly url: string;
  readonly office: TestOffice;
  /** Where the server keeps everything, and where the cells. */
  readonly folder: string;
  readonly evidence: string;
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  /** The ids of what lies there. */
  uploads(): Promise<string[]>;
  /** Keeps `bytes` of an upload, as a server does that lost power. */
  cutUpload(id: string, bytes: number): Promise<void>;
}

export async function startEvidenceSite(built: Built, surroundings: Partial<Surroundings> = {}): Promise<EvidenceSite> {
  const office = await makeOffice();
  const folder = await makeDataFolder(office);
  const pages = join(folder, 'pages');
  await rm(pages, { recursive: true });
  await mkdir(join(pages, 'en'), { recursive: true });
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'en/index.html'), PAGE);
  for (const [name, code] of built) await writeFile(join(pages, 'assets', name), code);

  const pepper = systemRandom(32);
  const serveAt = (port: number) =>
    serve(
      { host: '127.0.0.1', port, data: folder, pepper },
      { log: () => undefined, difficulty: EASY, ...surroundings },
    );
  let listening = await serveAt(0);
  const { url } = listening;
  let isUp = true;
  const stop = async () => {
    if (!isUp) return;
    isUp = false;
    await listening.stop();
  };
  afterTest(stop);
  const evidence = join(folder, 'evidence');
  return {
    url,
    office,
    folder,
    evidence,
    stop,
    async start() {
      listening = await serveAt(Number(new URL(url).port));
      isUp = true;
    },
    uploads: () => readdir(evidence),
    cutUpload: (id, bytes) => truncate(join(evidence, id), bytes),
  };
}

export interface EvidencePage {
  readonly page: Page;
  tell(message: Exclude<ToWorker, { do: 'add' }>): Promise<void>;
  addFile(id: string, path: string): Promise<void>;
  addBytes(id: string, length: number, fill: number, name?: string): Promise<void>;
  addRepeated(id: string, mebibytes: number): Promise<void>;
  seen(): Promise<Seen>;
  /** Waits until something is seen. */
  until(condition: (seen: Seen) => boolean): Promise<Seen>;
  /** Asks for the end, and waits for the answer. */
  finish(): Promise<FinishedEvidence>;
}

export async function openEvidencePage(
  browser: BrowserName,
  site: { readonly url: string },
  options: LaunchOptions = {},
): Promise<EvidencePage> {
  const { page } = await visit(browser, `${site.url}/en/`, options);
  await waitFor(page, () => 'harness' in globalThis, []);
  const seen = () => page.evaluate(() => globalThis.harness.seen());
  const until = async (condition: (seen: Seen) => boolean) => {
    const endMs = Date.now() + SEEN_WITHIN_MS;
    for (;;) {
      const now = await seen();
      if (condition(now)) return now;
      if (Date.now() > endMs)
        throw new Error(`never seen: ${JSON.stringify({ ...now, progress: now.progress.at(-1) })}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const tell = (message: Exclude<ToWorker, { do: 'add' }>) =>
    page.evaluate((told) => {
      globalThis.harness.tell(told);
    }, message);
  return {
    page,
    tell,
    seen,
    until,
    async addFile(id, path) {
      const input = await page.$('input');
      await input?.uploadFile(path);
      await page.evaluate((name) => {
        globalThis.harness.addChosen(name);
      }, id);
    },
    addBytes: (...args) =>
      page.evaluate(
        (id, length, fill, name) => {
          globalThis.harness.addBytes(id, length, fill, name);
        },
        ...args,
      ),
    addRepeated: (...args) =>
      page.evaluate(
        (id, mebibytes) => {
          globalThis.harness.addRepeated(id, mebibytes);
        },
        ...args,
      ),
    async finish() {
      const before = (await seen()).answers.length;
      await tell({ do: 'finish' });
      const answer = (await until(({ answers }) => answers.length > before)).answers.at(-1);
      if (answer?.said !== 'finished' || !answer.finished) throw new Error(`not finished: ${JSON.stringify(answer)}`);
      return answer.finished;
    },
  };
}

/** Opens what lies on the server and holds it to the files, byte for byte. */
export async function expectOnServer(
  site: EvidenceSite,
  { evidence, uploadId }: FinishedEvidence,
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): Promise<void> {
  const sealed = new Uint8Array(await readFile(join(site.evidence, uploadId)));
  expect(sealed.length).toBe(evidence.cells * CELL_BYTES);
  const cells = Array.from({ length: evidence.cells }, (_, i) => sealed.subarray(i * CELL_BYTES, (i + 1) * CELL_BYTES));
  const opened: Bytes[] = [];
  for await (const piece of openEvidence(evidenceKeyIn(evidence), totalSize(evidence.files), inOrder(cells))) {
    opened.push(piece);
  }
  const bytes = Buffer.concat(opened);
  expect(evidence.files.map(({ name, size }) => ({ name, size }))).toEqual(
    files.map(({ name, content }) => ({ name, size: content.length })),
  );
  for (const [i, { content }] of files.entries()) {
    const { offset = 0, size = 0 } = evidence.files[i] ?? {};
    expect(Buffer.compare(bytes.subarray(offset, offset + size), content)).toBe(0);
  }
}
