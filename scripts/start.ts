import { chmod } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  AmparoError,
  fingerprint,
  isoDateOf,
  openDirectory,
  toBase64,
  type Directory,
  type ErrorCode,
  type Office,
} from '../crypto/index.ts';
import { claimedCharter } from '../client/shared/office/draft.ts';
import { ConfigError, readConfig } from '../server/config.ts';
import { DATA } from '../server/data-folder.ts';
import { DataError, serve } from '../server/serve.ts';
import { StorageUnavailable } from '../server/store/store.ts';
import { DEMO_USERS, demoKeyPath, isSetUp, makeDemo, type MadePassphrase } from './demo.ts';
import { pepperOf } from './lib/accounts.ts';
import { demoPepperPath } from './lib/demo-paths.ts';
import { EXIT, Failure } from './lib/failure.ts';
import { exists } from './lib/files.ts';
import { inert } from './lib/inert.ts';
import { readDirectoryFile } from './lib/office-folder.ts';
import { TRIAGE_PAGE } from './lib/paths.ts';
import { render } from './lib/publish.ts';
import { quoted } from './lib/shell.ts';

/** What only a new office mends: a demo cannot be renewed without the pass phrases that were shown once. */
const TOO_OLD: readonly ErrorCode[] = ['roster-expired', 'no-epoch-key'];
const EXECUTABLE = 0o755;
const ANY_PEPPER = toBase64(new Uint8Array(32)); // stands in while the other settings are read

try {
  await start();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = error instanceof Failure ? error.exit : error instanceof ConfigError ? EXIT.usage : EXIT.partial;
}

/** `npm start`: makes a demo where there is no office, renders the pages, serves. */
async function start(): Promise<void> {
  const { data } = readConfig({ ...process.env, AMPARO_PEPPER: ANY_PEPPER });
  const now = new Date();
  const made = (await isSetUp(data)) ? [] : await newDemo(data, now);
  const directory = await readDirectoryFile(join(data, DATA.directory));
  if (directory === null) throw new Failure('office-unsigned', data);
  const office = await openOffice(directory, data, now);
  await render(directory, data, now);

  const pepper = toBase64(await pepperOf(data, process.env));
  await chmod(join(import.meta.dirname, 'amparo.js'), EXECUTABLE); // npx does so once, and not again after a new build
  const listening = await serve(readConfig({ ...process.env, AMPARO_PEPPER: pepper }), { log: console.error });
  stopOnSignals(listening.stop.bind(listening));
  for (const line of await welcome(listening.url, directory, office, data, made)) console.log(line);
}

async function newDemo(data: string, now: Date): Promise<MadePassphrase[]> {
  console.log(`Making a demo office in ${data} ...`);
  return makeDemo(data, now);
}

/** Throws `demo-too-old`. */
async function openOffice(directory: Directory, data: string, now: Date): Promise<Office> {
  try {
    return await openDirectory(directory, claimedCharter(directory), isoDateOf(now));
  } catch (error) {
    const isDemo = await exists(demoPepperPath(data));
    if (isDemo && error instanceof AmparoError && TOO_OLD.includes(error.code)) throw new Failure('demo-too-old', data);
    throw error;
  }
}

function stopOnSignals(stop: () => Promise<void>): void {
  const stopOnce = () => {
    void stop().catch((error: unknown) => {
      console.error(reasonOf(error));
      process.exitCode = EXIT.partial;
    });
  };
  process.once('SIGTERM', stopOnce).once('SIGINT', stopOnce);
}

async function welcome(
  url: string,
  directory: Directory,
  { roster }: Office,
  data: string,
  made: readonly MadePassphrase[],
): Promise<string[]> {
  return [
    ...(made.length > 0 ? passphraseTable(made) : []),
    '',
    `Office:       ${inert(roster.office)}`,
    `Fingerprint:  ${await fingerprint(claimedCharter(directory))}`,
    `Form:         ${url}/`,
    `Courier:      ${url}/courier/`,
    `Desk:         ${pathToFileURL(TRIAGE_PAGE).href} (open it in Firefox or Chromium)`,
    ...(roster.demo ? ['This is a DEMO: its keys lie beside its data. Nothing real belongs here.'] : []),
    ...(roster.demo ? nextCommands(url, data) : []),
    '',
    'Stop with Ctrl-C.',
  ];
}

function passphraseTable(made: readonly MadePassphrase[]): string[] {
  const width = Math.max(...made.map(({ of }) => of.length));
  return [
    '',
    'Pass phrases. They are shown this once and kept nowhere: copy them now.',
    '',
    ...made.map(({ of, passphrase }) => `  ${of.padEnd(width)}  ${passphrase}`),
  ];
}

/** The README's commands, to the letter where nothing was configured. */
function nextCommands(url: string, data: string): string[] {
  const [user = ''] = DEMO_USERS;
  const key = relative('.', resolve(demoKeyPath(data, user)));
  const shownKey = key.startsWith('..') ? resolve(key) : key;
  return [
    '',
    'Write a report in the form and send it. Then, in another terminal, fetch what the server holds and open it:',
    '',
    `  npx amparo courier fetch ${quoted(url)} --user ${quoted(user)} --out reports.bundle`,
    `  npx amparo bundle open reports.bundle --key ${quoted(shownKey)} --out opened`,
    '',
    `Or open reports.bundle on the desk, with the key file ${inert(shownKey)}.`,
    `The first asks for the pass phrase of the sign-in, and for a code, which the demo has none of (press Enter); the second for the pass phrase of the key file. Others: ${DEMO_USERS.slice(1).join(', ')}.`,
  ];
}

function reasonOf(error: unknown): string {
  if (error instanceof StorageUnavailable) return `The database cannot be opened or closed: ${error.reason}.`;
  if (error instanceof ConfigError || error instanceof DataError || error instanceof Failure) return error.message;
  return error instanceof Error ? inert(error.message) : 'Amparo stopped for an unknown reason.';
}
