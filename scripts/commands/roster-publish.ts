import type { Command } from 'commander';

import { fingerprint, isoDateOf, toHex } from '../../crypto/index.ts';
import { claimedCharter, readersOf, readRoster, withNewerMonths } from '../../client/shared/office/draft.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { readFormFiles } from '../lib/form-files.ts';
import { inert } from '../lib/inert.ts';
import { readOffline } from '../lib/offline-site.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { readPublicFile } from '../lib/public-file.ts';
import { publish } from '../lib/publish.ts';

interface Options extends CommonOptions {
  readonly data: string;
}

export function rosterPublishCommand(): Command {
  return subcommand({
    usage: 'publish',
    about: "put the signed roster and the reviewers' months where the server takes them from; renders the pages",
    examples: [
      'amparo roster publish office --data /srv/amparo',
      'amparo roster publish office --data /srv/amparo case-worker.pub.json',
    ],
  })
    .argument('<DIR>', 'the folder of the office; the charter key need not be in it')
    .argument('[FILE.pub.json...]', 'newer public files of reviewers, with new months')
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .action((path: string, files: string[], options: Options) =>
      conclude(options, rosterPublish(path, files, options)),
    );
}

async function rosterPublish(path: string, publicPaths: readonly string[], { data }: Options): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  const signed = await folder.readDirectory();
  if (signed === null) throw new Failure('office-unsigned', path);
  const charter = claimedCharter(signed);
  const kept = await folder.charter();
  if (kept !== null && toHex(kept) !== toHex(charter)) throw new Failure('charter-differs', path);

  const now = new Date();
  const files = await Promise.all(publicPaths.map(readPublicFile));
  const roster = await readRoster(signed.roster, charter);
  const stranger = files.find((file) => !roster.reviewers.some(({ identity }) => identity === file.identity));
  if (stranger) throw new Failure('reviewer-unknown', `"${stranger.name}" is not on the signed roster`);
  const directory = await withNewerMonths(signed, roster, files, isoDateOf(now));

  const form = await readFormFiles(path, roster.languages);
  const offline = await readOffline(folder.build, folder.offline, charter);
  const office = await publish({ directory, form, offline }, charter, data, now);
  await folder.writeDirectory(directory);
  for (const file of files) await folder.keepPublicFile(file);

  const shown = await fingerprint(charter);
  const readers = readersOf(office);
  const without = roster.reviewers.map(({ name }) => name).filter((name) => !readers.includes(name));
  return {
    lines: [
      `Version ${String(roster.version)} is in ${data}. Reports can be sealed to: ${readers.map(inert).join(', ')}.`,
      ...(without.length > 0
        ? [`Without a key for this month, and so not addressed: ${without.map(inert).join(', ')}.`]
        : []),
      `Fingerprint: ${shown}`,
      'A server that runs sends the new directory at once, and the new pages when it is started again.',
    ],
    json: { data, version: roster.version, expires: roster.expires, readers, without, fingerprint: shown },
  };
}
