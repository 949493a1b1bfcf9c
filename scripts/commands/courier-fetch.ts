import { createReadStream } from 'node:fs';

import { Option, type Command } from 'commander';

import { AmparoError, BUNDLE_TYPE, LETTERS_HEADER, PATHS, readBundle } from '../../crypto/index.ts';
import { BundlePart, partOf } from '../lib/bundle-part.ts';
import { conclude, subcommand, wholeNumber, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { exists } from '../lib/files.ts';
import { refusalOf, ServerClient, serverUrl } from '../lib/server.ts';
import { askSignIn, postJson, signingIn, withSession, type SignInOptions } from '../lib/session.ts';
import { quoted } from '../lib/shell.ts';
import { ofTotal, several, warn, withProgress, type Progress } from '../lib/terminal.ts';

interface Options extends CommonOptions, SignInOptions {
  readonly out: string;
  readonly after?: number;
  readonly since?: string;
  readonly force?: true;
}

export function courierFetchCommand(): Command {
  const command = subcommand({
    usage: 'fetch',
    about: 'fetch letters from the server into a bundle for the offline machine',
    examples: [
      'amparo courier fetch https://example.org --user case-worker --out reports.bundle',
      'amparo courier fetch https://example.org --user case-worker --out newer.bundle --since reports.bundle',
    ],
  })
    .argument('<URL>', 'address of the server')
    .requiredOption('--out <BUNDLE>', 'bundle to write')
    .option('--since <BUNDLE>', 'fetch only what came after an earlier bundle from the same server')
    .addOption(
      new Option('--after <CURSOR>', 'fetch only what came after this cursor')
        .argParser(wholeNumber(0, Number.MAX_SAFE_INTEGER))
        .conflicts('since'),
    )
    .option('--force', 'replace the bundle that is there')
    .action((url: string, options: Options) => conclude(options, courierFetch(url, options)));
  return signingIn(command);
}

async function courierFetch(url: string, options: Options): Promise<Outcome> {
  const base = serverUrl(url);
  const { out, user } = options;
  if (!options.force && (await exists(out))) throw new Failure('file-exists', out);
  const after = options.since === undefined ? (options.after ?? 0) : await cursorOf(options.since);
  const account = await askSignIn(options);
  const server = new ServerClient(base);
  const { letters, cursor } = await withSession(server, account, async (cookie) => {
    const part = await BundlePart.open(out, { url: base.origin, after });
    try {
      const fetched = await withProgress((progress) => fetchInto(part, server, cookie, progress));
      await confirm(server, fetched.cursor, cookie);
      return fetched;
    } catch (error) {
      await part.keep();
      throw cutOff(error, out, part.letters);
    }
  });
  return {
    lines: [
      `${several(letters, 'letter')} in ${out}. The next cursor is ${String(cursor)}.`,
      ...(letters > 0
        ? ['Next, on the offline machine:', `  amparo bundle open ${quoted(out)} --key FILE.key --out opened`]
        : []),
      'To fetch only what comes after these:',
      `  amparo courier fetch ${quoted(url)} --user ${quoted(user)} --out NEWER.bundle --since ${quoted(out)}`,
    ],
    json: { bundle: out, letters, cursor },
  };
}

async function cursorOf(path: string): Promise<number> {
  if (!(await exists(path))) throw new Failure('file-unreadable', path);
  let cursor = 0;
  for await (const record of readBundle(createReadStream(path))) {
    if (record.type === 'stamp') throw new Failure('since-parcel', path); // its cursor is not the server's
    if (record.type === 'end') cursor = record.cursor;
  }
  return cursor;
}

/** Checks every record on its way to the disk, holding one at a time. */
async function fetchInto(
  part: BundlePart,
  server: ServerClient,
  cookie: string,
  progress: Progress,
): Promise<{ letters: number; cursor: number }> {
  const path = `${PATHS.bundle}?after=${String(part.cursor)}`;
  const response = await server.request(path, { headers: { Cookie: cookie } });
  if (!response.ok) throw await refusalOf(response);
  if (response.headers.get('Content-Type') !== BUNDLE_TYPE || response.body === null)
    throw new Failure('answer-malformed');
  const total = part.letters + Number(response.headers.get(LETTERS_HEADER) ?? 0);
  for await (const record of readBundle(response.body)) {
    if (record.type === 'end') {
      await part.finish(record.cursor);
      return { letters: part.letters, cursor: record.cursor };
    }
    if (record.type === 'stamp') continue;
    await part.add(record);
    progress.show((seconds) => `Fetching: ${ofTotal(part.letters, total)} letters, ${String(Math.floor(seconds))} s`);
  }
  throw new AmparoError('bundle-truncated');
}

/** Tells the server that all of it is on the disk, for `courier status`. Where that fails the letters count as new once more. */
async function confirm(server: ServerClient, cursor: number, cookie: string): Promise<void> {
  const response = await postJson(server, PATHS.fetched, { cursor }, { Cookie: cookie }).catch(() => null);
  if (!response?.ok) warn('the server could not be told that the letters were fetched; it counts them as new still.');
}

/** A connection that broke is told apart from a disk that is full and a server that sends nonsense. */
function cutOff(error: unknown, out: string, letters: number): unknown {
  const isCut = error instanceof AmparoError ? error.code === 'bundle-truncated' : error instanceof TypeError;
  return isCut ? new Failure('transfer-cut', `${several(letters, 'letter')} so far, in ${partOf(out)}`) : error;
}
