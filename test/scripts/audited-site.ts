import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  encodeLogEntry,
  fingerprint,
  fromBase64,
  receiptOf,
  signReceipt,
  systemRandom,
  toBase64,
  type RosterLog,
} from '../../crypto/index.ts';
import { ensureLogKey, type LogKey } from '../../server/log/log-key.ts';
import { serve } from '../../server/serve.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { afterTest, EASY, makeOffice, tempFolder, writePages, type TestOffice } from '../server/helpers.ts';
import { amparo, jsonIn, type Ran } from './cli.ts';

const DAY_MS = 86_400_000;

export interface AuditedSite {
  readonly folder: string;
  readonly office: TestOffice;
  readonly key: LogKey;
  readonly url: () => string;
  readonly digits: string;
  /** Puts a letter's entry where the next batch takes it, and writes the receipt; gives its path. */
  receive(promise: { readonly dueInDays: number; readonly kept: boolean }): Promise<string>;
  /** Lets days pass: the server publishes what is due. */
  pass(days: number): Promise<void>;
  /** Another server with the same key and office, whose log goes its own way from now on. */
  twin(): Promise<AuditedSite>;
}

/** A server whose office vouches for its log. */
export async function auditedSite(witnesses?: RosterLog['witnesses']): Promise<AuditedSite> {
  const folder = await tempFolder();
  const key = await ensureLogKey(join(folder, 'log.key'), systemRandom, 'log.example/audited');
  const log = { origin: key.origin, publicKey: toBase64(key.publicKey), ...(witnesses && { witnesses }) };
  const office = await makeOffice(undefined, log);
  await writeFile(join(folder, 'directory.json'), JSON.stringify(office.directory));
  await writePages(join(folder, 'pages'));
  return run(folder, office, key);
}

async function run(folder: string, office: TestOffice, key: LogKey): Promise<AuditedSite> {
  let aheadMs = 0;
  let receipts = 0;
  let url = '';
  let stop = () => Promise.resolve();
  const start = async () => {
    const listening = await serve(
      { host: '127.0.0.1', port: 0, data: folder, pepper: systemRandom(32) },
      { log: () => undefined, difficulty: EASY, clock: () => new Date(Date.now() + aheadMs) },
    );
    url = listening.url;
    stop = () => listening.stop();
  };
  await start();
  afterTest(() => stop());
  return {
    folder,
    office,
    key,
    url: () => url,
    digits: await fingerprint(office.charter),
    async receive({ dueInDays, kept }) {
      const day = Math.floor(Date.now() / DAY_MS) + dueInDays - 1; // a receipt promises the day after
      const note = systemRandom(104);
      const contents = { report: systemRandom(32), evidence: null };
      const envelope = await signReceipt(receiptOf(contents, note, day), key.seed);
      const signature = fromBase64(envelope.signatures[0].sig);
      const store = openSqliteStore(join(folder, 'amparo.sqlite'));
      if (kept) await store.addPending(encodeLogEntry({ kind: 'received', day, note, signature }));
      await store.close();
      const path = join(folder, `receipt-${String((receipts += 1))}.json`);
      await writeFile(path, JSON.stringify(envelope));
      return path;
    },
    async pass(days) {
      await stop();
      aheadMs += days * DAY_MS;
      await start();
    },
    async twin() {
      const other = await tempFolder();
      for (const name of ['log.key', 'directory.json']) await copyFile(join(folder, name), join(other, name));
      await writePages(join(other, 'pages'));
      await mkdir(other, { recursive: true });
      return run(other, office, key);
    },
  };
}

export interface AuditResult extends Ran {
  /** The codes of what was found, without repetition. */
  readonly codes: readonly string[];
}

export async function audit(site: AuditedSite, ...more: readonly string[]): Promise<AuditResult> {
  const ran = await amparo(['log', 'audit', site.url(), '--fingerprint', site.digits, '--json', ...more]);
  const { findings = [] } = jsonIn(ran) as { findings?: { code: string }[] };
  return { ...ran, codes: [...new Set(findings.map(({ code }) => code))] };
}
