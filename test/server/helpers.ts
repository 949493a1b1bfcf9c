import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterEach } from 'vitest';

import {
  challengeSchema,
  EVIDENCE_HEADER,
  LETTER_TYPE,
  PATHS,
  problemSchema,
  systemRandom,
  toBase64,
  utf8,
  WORK_HEADER,
  type Bytes,
  type Challenge,
  type Problem,
  type Work,
} from '../../crypto/index.ts';
import { createApp, type AppDeps } from '../../server/app.ts';
import { DiskBlobs } from '../../server/blobs/disk.ts';
import { systemClock } from '../../server/clock.ts';
import { DirectoryFile } from '../../server/directory-file.ts';
import { createHeaders } from '../../server/headers.ts';
import { LogFolder } from '../../server/log/log-files.ts';
import { ensureLogKey } from '../../server/log/log-key.ts';
import { LIMITS, listen, type Limits } from '../../server/listen.ts';
import { Pages } from '../../server/pages.ts';
import type { AccountDeps } from '../../server/review/accounts.ts';
import { AuditTrail } from '../../server/review/audit.ts';
import { createHasher, PassphraseChecker } from '../../server/review/passphrase.ts';
import { FactorVault } from '../../server/review/second-factor.ts';
import { DATA } from '../../server/data-folder.ts';
import { serve, type Surroundings } from '../../server/serve.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { createWorkGate } from '../../server/work.ts';
import { EASY } from './easy.ts';
import { makeOffice, type TestOffice } from './office.ts';

export { EASY };
export { sendRaw, type RawAnswer } from './raw.ts';
export { makeOffice, sealStory, someLetter, type TestOffice, type TestReviewer } from './office.ts';

/** A page of a site, with the siblings that a build makes. */
export const STYLE = 'p { color: black; }';
export const PAGES: Readonly<Record<string, string>> = {
  'en/index.html': `<!doctype html><title>Report</title><style>${STYLE}</style><p>${'Tell us what happened. '.repeat(40)}`,
  'es/index.html': `<!doctype html><title>Denuncia</title><p>${'Cuente lo que pasó. '.repeat(40)}`,
  'assets/form.js': `export const form = ${JSON.stringify('x'.repeat(2000))};`,
};

export async function writePages(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(PAGES)) {
    const file = join(folder, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
    await writeFile(`${file}.br`, brotliCompressSync(text));
    await writeFile(`${file}.gz`, gzipSync(text));
  }
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly database: string;
  readonly office: TestOffice;
  /** Every line that it logged. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
  /** Stops it, and starts one on the same folder. */
  restart(): Promise<TestServer>;
}

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Has something undone after the test. */
export function afterTest(cleanup: () => Promise<void>): void {
  cleanups.push(cleanup);
}

export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'amparo-test-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder with an office and pages, as `amparo office init` leaves it. */
export async function makeDataFolder(office: TestOffice): Promise<string> {
  const folder = await tempFolder();
  await writeFile(join(folder, 'directory.json'), JSON.stringify(office.directory));
  await writePages(join(folder, 'pages'));
  return folder;
}

/** A whole server on a free port, as `serve` starts it, stopped after the test. */
export async function startServer(surroundings: Partial<Surroundings> = {}): Promise<TestServer> {
  const office = await makeOffice();
  return startOn(await makeDataFolder(office), office, surroundings);
}

async function startOn(folder: string, office: TestOffice, surroundings: Partial<Surroundings>): Promise<TestServer> {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const listening = await serve(
    { host: '127.0.0.1', port: 0, data: folder, pepper: PEPPER },
    { log, difficulty: EASY, ...surroundings },
  );
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= listening.stop());
  afterTest(stop);
  return {
    url: listening.url,
    port: Number(new URL(listening.url).port),
    folder,
    database: join(folder, 'amparo.sqlite'),
    office,
    lines,
    stop,
    async restart() {
      await stop();
      return startOn(folder, office, surroundings);
    },
  };
}

export interface TestApp {
  readonly url: string;
  readonly deps: AppDeps;
  readonly lines: readonly string[];
}

/** The app with some of its parts exchanged, for what cannot be had from outside: a disk that fails, a fault of our own. */
export async function startApp(
  exchange: (deps: AppDeps) => Partial<AppDeps>,
  limits: Partial<Limits> = {},
): Promise<TestApp> {
  const folder = await makeDataFolder(await makeOffice());
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const pages = await Pages.load(join(folder, DATA.pages));
  const usual: AppDeps = {
    store: openSqliteStore(join(folder, DATA.database)),
    blobs: new DiskBlobs(join(folder, DATA.evidence)),
    work: createWorkGate({ clock: systemClock, random: systemRandom, base: EASY }),
    checker: new PassphraseChecker(createHasher(PEPPER), systemRandom),
    vault: new FactorVault(PEPPER, systemRandom),
    directory: await DirectoryFile.open(join(folder, DATA.directory), log),
    pages,
    setHeaders: createHeaders(pages.styles),
    logFiles: new LogFolder(join(folder, DATA.log)),
    logKey: await ensureLogKey(join(folder, DATA.logKey), systemRandom),
    clock: systemClock,
    random: systemRandom,
    log,
  };
  const deps = { ...usual, ...exchange(usual) };
  const listening = await listen(
    createApp(deps),
    deps.setHeaders,
    { host: '127.0.0.1', port: 0 },
    { ...LIMITS, ...limits },
  );
  afterTest(() => usual.store.close());
  afterTest(() => listening.stop());
  return { url: listening.url, deps, lines };
}

export async function fetchChallenge(url: string): Promise<Challenge> {
  return challengeSchema.parse(await (await fetch(url + PATHS.work)).json());
}

export async function solve(challenge: Challenge): Promise<Work> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('no solution in time');
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
}

export function workHeader(work: Work): string {
  return toBase64(utf8(JSON.stringify(work)));
}

/** A new challenge, solved, as a header's value. */
export async function freshWork(url: string): Promise<string> {
  return workHeader(await solve(await fetchChallenge(url)));
}

export interface PostOptions {
  readonly work?: string;
  readonly evidence?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function postLetter(url: string, letter: Bytes, options: PostOptions = {}): Promise<Response> {
  return fetch(url + PATHS.reports, {
    method: 'POST',
    headers: {
      'Content-Type': LETTER_TYPE,
      [WORK_HEADER]: options.work ?? (await freshWork(url)),
      ...(options.evidence !== undefined && { [EVIDENCE_HEADER]: options.evidence }),
      ...options.headers,
    },
    body: letter,
  });
}

export async function problemIn(response: Response): Promise<Problem> {
  return problemSchema.parse(await response.json());
}

/** One for all servers of a test file, so that a pass phrase is hashed once. */
const PEPPER = systemRandom(32);
const digests = new Map<string, Promise<string>>();

export const ACCOUNT = { name: 'Intake officer', passphrase: 'plain lantern orbit meadow' } as const;

/** Makes an account beside the running server, as the command line does. */
export async function makeAccount(
  server: TestServer,
  account: { name: string; passphrase: string } = ACCOUNT,
): Promise<void> {
  const store = openSqliteStore(server.database);
  const digest = digests.get(account.passphrase) ?? createHasher(PEPPER).hash(account.passphrase);
  digests.set(account.passphrase, digest);
  await store.accounts.add(account.name, await digest);
  await store.close();
}

/** What the command line works on. */
export function accountDeps({ accounts, audit }: Pick<Store, 'accounts' | 'audit'>): AccountDeps {
  return { accounts, trail: new AuditTrail(audit, systemClock) };
}

export function postSession(
  server: TestServer,
  account: unknown = ACCOUNT,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(server.url + PATHS.session, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(account),
  });
}

/** Signs in and gives the Cookie header. */
export async function signIn(server: TestServer, account: unknown = ACCOUNT): Promise<string> {
  const response = await postSession(server, account);
  if (response.status !== 204) throw new Error(`sign-in: ${String(response.status)}`);
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** A server with an account, and a clock that the test moves. */
export async function startAt(): Promise<{ server: TestServer; pass: (ms: number) => void }> {
  let nowMs = Date.now();
  const server = await startServer({ clock: () => new Date(nowMs) });
  await makeAccount(server);
  return { server, pass: (ms) => (nowMs += ms) };
}

export async function bundleStatus(
  server: TestServer,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const response = await fetch(server.url + PATHS.bundle, { headers: { Cookie: cookie, ...headers } });
  await response.arrayBuffer();
  return response.status;
}
