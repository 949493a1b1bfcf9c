import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { sealKeyFile, systemRandom, type Keys } from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { ACCOUNT, makeAccount, startServer, tempFolder, type TestServer } from '../server/helpers.ts';
import { amparo, jsonIn, passphraseFile, type Ran } from './cli.ts';

const PASSPHRASE = 'plain lantern orbit meadow';

export interface Done {
  readonly ran: Ran;
  readonly code: number;
  readonly json: Record<string, unknown>;
}

/** A server with an account, and one folder with all that a reporter, a courier and two reviewers have on their machines. */
export interface Desk {
  readonly server: TestServer;
  readonly folder: string;
  path(name: string): string;
  write(name: string, text: string): Promise<void>;
  json(args: readonly string[]): Promise<Done>;
  /** Sends a report with a new case; its code is then in `name`. */
  send(name: string, ...more: string[]): Promise<Done>;
  fetchAndOpen(bundle: string, ...more: string[]): Promise<Done>;
  open(bundle: string, ...more: string[]): Promise<Done>;
  /** The folders of opened reports, oldest first by the order in which they were opened. */
  folders(): Promise<readonly string[]>;
  reply(folder: string, text: string, ...more: string[]): Promise<Done>;
  deliver(file?: string): Promise<Done>;
  read(code: string, url?: string): Promise<Done>;
}

export const OUTBOUND = 'to-server.outbound';

export async function makeDesk(): Promise<Desk> {
  const server = await startServer();
  await makeAccount(server);
  const folder = await tempFolder();
  const signIn = await passphraseFile(folder, 'sign-in', ACCOUNT.passphrase);
  const secret = await passphraseFile(folder, 'key', PASSPHRASE);
  for (const [i, reviewer] of server.office.reviewers.entries()) {
    const keys: Keys = { role: 'reviewer', name: reviewer.name, seed: reviewer.seed, epochs: [reviewer.epochKey] };
    const sealed = await sealKeyFile(keys, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom);
    await writeFile(join(folder, `${String(i)}.key`), sealed);
  }
  const path = (name: string) => join(folder, name);
  const write = (name: string, text: string) => writeFile(path(name), text, { mode: 0o600 });
  const json = async (args: readonly string[]): Promise<Done> => {
    const ran = await amparo([...args, '--json'], { cwd: folder });
    return { ran, code: ran.code, json: ran.stdout === '' ? {} : jsonIn(ran) };
  };
  const open = (bundle: string, ...more: string[]) =>
    json(['bundle', 'open', bundle, '--key', '0.key', '--out', 'opened', '--passphrase-file', secret, ...more]);
  await write('report.json', JSON.stringify({ version: 1, story: 'The guard kept the passports.' }));
  return {
    server,
    folder,
    path,
    write,
    json,
    send: (name, ...more) => json(['report', 'send', server.url, '--file', 'report.json', '--code-out', name, ...more]),
    async fetchAndOpen(bundle, ...more) {
      const account = ['--user', ACCOUNT.name, '--passphrase-file', signIn];
      await json(['courier', 'fetch', server.url, '--out', bundle, ...account]);
      return open(bundle, ...more);
    },
    open,
    async folders() {
      const index = JSON.parse(await readFile(path('opened/bundle.json'), 'utf8')) as {
        letters: readonly { cursor: number; folder?: string }[];
      };
      const inOrder = [...index.letters].sort((a, b) => a.cursor - b.cursor);
      return inOrder.flatMap((letter) => (letter.folder === undefined ? [] : [join('opened', letter.folder)]));
    },
    async reply(of, text, ...more) {
      await write('reply.txt', text);
      const key = more.includes('--key') ? [] : ['--key', '0.key'];
      const fixed = ['--text', 'reply.txt', '--outbound', OUTBOUND, '--passphrase-file', secret];
      return json(['reply', 'write', of, ...key, ...fixed, ...more]);
    },
    deliver: (file = OUTBOUND) =>
      json(['courier', 'deliver', server.url, file, '--user', ACCOUNT.name, '--passphrase-file', signIn]),
    read: (code, url = server.url) => json(['mailbox', 'read', url, '--code', code]),
  };
}
