import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterEach } from 'vitest';

import {
  challengeSchema,
  charterPublicKey,
  EVIDENCE_HEADER,
  isoDateOf,
  epochOf,
  LETTER_MAGIC,
  LETTER_SIZES,
  LETTER_TYPE,
  newEpochKeyPair,
  newFileKey,
  openDirectory,
  PATHS,
  problemSchema,
  sealReport,
  signEpochKey,
  signingPublicKey,
  signingSeed,
  signRoster,
  systemRandom,
  toBase64,
  utf8,
  WORK_HEADER,
  type Bytes,
  type Challenge,
  type CharterPublicKey,
  type Directory,
  type EpochKeyPair,
  type Letter,
  type Problem,
  type SigningSeed,
  type Work,
} from '../../crypto/index.ts';
import { addAccount } from '../../server/review/accounts.ts';
import { createHasher } from '../../server/review/passphrase.ts';
import { serve, type Surroundings } from '../../server/serve.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';

/** Little work, so that tests spend their time elsewhere; the production difficulty has tests of its own. */
export const EASY = { cost: 10, keyPrefix: '0' } as const;

export interface TestReviewer {
  readonly name: string;
  readonly seed: SigningSeed;
  readonly epochKey: EpochKeyPair;
}

export interface TestOffice {
  readonly charter: CharterPublicKey;
  readonly directory: Directory;
  readonly reviewers: readonly TestReviewer[];
}

/** An office whose reviewers, named by their roles, sit in slots 0, 1, ... of 4 and have keys for this month. */
export async function makeOffice(names: readonly string[] = ['Intake officer', 'Legal adviser']): Promise<TestOffice> {
  const now = new Date();
  const charterSeed = signingSeed(systemRandom(32));
  const reviewers = await Promise.all(
    names.map(async (name) => {
      const epochKey = await newEpochKeyPair(epochOf(isoDateOf(now)), systemRandom);
      return { name, seed: signingSeed(systemRandom(32)), epochKey };
    }),
  );
  const roster = await signRoster(
    {
      office: 'Office for Fair Borders',
      contact: '',
      languages: ['en', 'es'],
      version: 1,
      issued: isoDateOf(now),
      expires: `${String(now.getUTCFullYear() + 1)}-12-31`,
      slots: 4,
      threshold: 1,
      demo: true,
      reviewers: await Promise.all(
        reviewers.map(async ({ name, seed }, slot) => ({
          slot,
          name,
          role: 'reviewer',
          languages: ['en'],
          identity: toBase64(await signingPublicKey(seed)),
        })),
      ),
    },
    charterSeed,
  );
  const epochKeys = await Promise.all(reviewers.map(({ epochKey, seed }) => signEpochKey(epochKey, seed)));
  return {
    charter: charterPublicKey(await signingPublicKey(charterSeed)),
    directory: { roster, epochKeys },
    reviewers,
  };
}

/** Seals a story to every reviewer, as the form does. */
export async function sealStory(office: TestOffice, story: string, key = newFileKey(systemRandom)): Promise<Letter> {
  const opened = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  return sealReport({ version: 1, story }, key, opened, new Set(), systemRandom);
}

/** What a server, which can open nothing, takes for a letter; each is another one. */
export function someLetter(size: (typeof LETTER_SIZES)[number] = LETTER_SIZES[0]): Bytes {
  const letter = new Uint8Array(size);
  letter.set(LETTER_MAGIC);
  letter.set(systemRandom(32), LETTER_MAGIC.length);
  return letter;
}

/** A page of a site, with the siblings that a build makes. */
export const PAGES: Readonly<Record<string, string>> = {
  'en/index.html': `<!doctype html><title>Report</title><p>${'Tell us what happened. '.repeat(40)}`,
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
  readonly pepper: Bytes;
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
  return startOn(await makeDataFolder(office), office, systemRandom(32), surroundings);
}

async function startOn(
  folder: string,
  office: TestOffice,
  pepper: Bytes,
  surroundings: Partial<Surroundings>,
): Promise<TestServer> {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const listening = await serve(
    { host: '127.0.0.1', port: 0, data: folder, pepper },
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
    pepper,
    lines,
    stop,
    async restart() {
      await stop();
      return startOn(folder, office, pepper, surroundings);
    },
  };
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

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes as they are and gives the last whole answer that came before the connection closed. */
export function sendRaw(port: number, ...pieces: readonly (string | Uint8Array)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (piece: Buffer | string) => {
      text += String(piece);
      const answer = parseAnswer(text);
      if (!answer) return;
      socket.destroy();
      resolve(answer);
    });
    socket.once('error', reject).once('close', () => {
      reject(new Error(`closed without an answer: ${text}`));
    });
  });
}

function parseAnswer(text: string): RawAnswer | null {
  const start = text.replace(/^HTTP\/1\.1 100 [^]*?\r\n\r\n/, '');
  const end = start.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [statusLine = '', ...lines] = start.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = start.slice(end + 4);
  if (body.length < Number(headers['content-length'] ?? 0)) return null;
  return { status: Number(statusLine.split(' ')[1]), headers, body };
}

export const ACCOUNT = { name: 'Intake officer', passphrase: 'plain lantern orbit meadow' } as const;

/** Makes an account beside the running server, as the command line does. */
export async function makeAccount(
  server: TestServer,
  account: { name: string; passphrase: string } = ACCOUNT,
): Promise<void> {
  const store = openSqliteStore(server.database);
  await addAccount(store, createHasher(server.pepper), account.name, account.passphrase);
  await store.close();
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
