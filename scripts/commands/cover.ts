import { InvalidArgumentError, type Command } from 'commander';

import { AmparoError, emptyNote, fingerprint, requireWebCrypto, sealCover, systemRandom } from '../../crypto/index.ts';
import { claimedCharter } from '../../client/shared/office/draft.ts';
import { conclude, subcommand, wholeNumber, type CommonOptions, type Outcome } from '../lib/command.ts';
import { PER_DAY_MAX, readCoverFile } from '../lib/cover-file.ts';
import { coverSize, drawUniform, nextGapMs } from '../lib/cover.ts';
import { Failure } from '../lib/failure.ts';
import { exists } from '../lib/files.ts';
import { inert } from '../lib/inert.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { postLetter } from '../lib/post-letter.ts';
import {
  checkFingerprint,
  openOffice,
  trustedOffice,
  withOfficeOptions,
  type OfficeOptions,
} from '../lib/report-sealing.ts';
import { ServerClient, serverUrl, wait } from '../lib/server.ts';
import { several, warn } from '../lib/terminal.ts';

const TIMER_MS_MAX = 2 ** 31 - 1; // timers wait no longer at once

interface Options extends CommonOptions, OfficeOptions {
  readonly perDay?: number;
  readonly count?: number;
}

export function coverCommand(): Command {
  return withOfficeOptions(
    subcommand({
      usage: 'cover',
      about:
        'send letters to nobody at random times, so that neither a letter nor its absence shows that somebody reported',
      examples: [
        'amparo cover https://example.org --per-day 12 --fingerprint "12345 67890 ..."',
        'amparo cover https://example.org --per-day 0.5 --count 10',
        'amparo cover office',
      ],
    })
      .argument(
        '<URL or DIR>',
        'address of the server, or a folder with the cover.json and directory.json of an office',
      )
      .option('--per-day <N>', 'how many letters a day on average; needed with an address', rate)
      .option('--count <M>', 'stop after so many (default: go on until stopped)', wholeNumber(1, 1_000_000)),
  ).action((where: string, options: Options) => conclude(options, cover(where, options)));
}

interface Destination {
  readonly url: string;
  readonly perDay: number;
  /** The fingerprint that is expected, where one is known. */
  readonly charter: string | undefined;
}

/** From the command line, or from the folder of an office: its own signed directory says whom to send to. */
async function destination(where: string, { perDay, charter }: Options): Promise<Destination> {
  if (/^[a-z]+:\/\//i.test(where)) {
    if (perDay === undefined) throw new Failure('cover-missing');
    return { url: where, perDay, charter };
  }
  const settings = await readCoverFile(where);
  const folder = new OfficeFolder(where);
  const directory = await folder.readDirectory();
  if (directory === null) throw new Failure('office-unsigned', where);
  if (await exists(folder.charterKey)) {
    warn(
      'the charter key lies in this folder, on a machine with a network. Copy only cover.json and directory.json here.',
    );
  }
  const own = await fingerprint(claimedCharter(directory));
  if (charter !== undefined) checkFingerprint(own, charter);
  return { url: settings.server, perDay: perDay ?? settings.perDay, charter: own };
}

/** Says nothing of a letter that was sent: a list of their times, in some log, would tell them from the others. */
async function cover(where: string, options: Options): Promise<Outcome> {
  requireWebCrypto();
  const { count = Infinity } = options;
  const { url, perDay, charter } = await destination(where, options);
  const server = new ServerClient(serverUrl(url));
  const { shown } = await trustedOffice(await server.directory(), charter); // what cannot work is told at once
  let failed = 0;
  let sent = 0;
  for (let dueMs = Date.now(); sent < count;) {
    // From when the last was due, not from when it had gone: how long sending takes changes nothing about the times.
    dueMs += nextGapMs(perDay, drawUniform(systemRandom));
    await waitUntil(dueMs);
    try {
      await sendCover(server, shown);
      sent += 1;
    } catch (error) {
      failed += 1;
      if (!(error instanceof Failure || error instanceof AmparoError)) throw error;
      warn(`a cover letter was not sent. ${inert(error.message)}`);
    }
  }
  return {
    lines: [`${several(sent, 'cover letter')} sent, ${several(failed, 'failure')}.`],
    json: { sent, failed },
  };
}

/** To the office of today: its epoch must be that of other letters. */
async function sendCover(server: ServerClient, charter: string): Promise<void> {
  const { office } = await openOffice(await server.directory(), charter);
  const size = coverSize(office.roster.slots, drawUniform(systemRandom));
  const letter = await sealCover(office, size, systemRandom);
  await postLetter(server, letter, { evidence: null, note: emptyNote(systemRandom) });
}

async function waitUntil(dueMs: number): Promise<void> {
  for (let leftMs = dueMs - Date.now(); leftMs > 0; leftMs = dueMs - Date.now()) {
    await wait(Math.min(leftMs, TIMER_MS_MAX));
  }
}

function rate(text: string): number {
  const value = Number(text);
  if (/^\d{1,6}(?:\.\d{1,6})?$/.test(text) && value > 0 && value <= PER_DAY_MAX) return value;
  throw new InvalidArgumentError(`Give a number above 0, and up to ${String(PER_DAY_MAX)}.`);
}
