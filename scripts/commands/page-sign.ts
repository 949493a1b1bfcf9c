import type { Command } from 'commander';

import { charterPublicKey, fingerprint, signingPublicKey } from '../../crypto/index.ts';
import { claimedCharter, readRoster } from '../../client/shared/office/draft.ts';
import { pagesIn, signPages } from '../lib/build-file.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { readFormFiles } from '../lib/form-files.ts';
import { checkRole, openKeys } from '../lib/key-ring.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { makeOfflinePages } from '../lib/offline-site.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { quoted } from '../lib/shell.ts';
import { several } from '../lib/terminal.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly pages?: string;
}

export function pageSignCommand(): Command {
  return subcommand({
    usage: 'sign',
    about: 'make the pages that seal reports without a network, and sign them, so that people can check a copy',
    examples: ['amparo page sign office', 'amparo page sign office --pages made-elsewhere'],
  })
    .argument('<DIR>', 'the folder of the office')
    .option('--pages <FOLDER>', 'sign the pages (*.html) of this folder in place of making them')
    .option('--passphrase-file <FILE>', 'take the pass phrase of the charter key from the first line of a file')
    .action((path: string, options: Options) => conclude(options, pageSign(path, options)));
}

async function pageSign(path: string, { pages, passphraseFile }: Options): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  if (!(await folder.hasDraft())) throw new Failure('office-missing', path);
  const now = new Date();
  const files = await pagesIn(pages ?? (await makePages(folder, now)));
  await checkRole(folder.charterKey, 'charter');
  const charter = await openKeys(
    folder.charterKey,
    await askPassphrase({ of: folder.charterKey, file: passphraseFile }),
  );
  const build = await signPages(folder, files, charter, now);
  const shown = await fingerprint(charterPublicKey(await signingPublicKey(charter.seed)));
  return {
    lines: [
      `${several(build.files.length, 'page')} of version ${build.version} signed, in ${folder.build}.`,
      ...build.files.map(({ name, sha256 }) => `  ${sha256}  ${name}`),
      'Next, where the data folder of the server is:',
      `  amparo roster publish ${quoted(path)} --data DATA`,
      'Whoever has a page and build.json can check them:',
      `  amparo page verify ${build.files[0]?.name ?? 'PAGE.html'} --build build.json --fingerprint "${shown}"`,
    ],
    json: { build: folder.build, ...build, fingerprint: shown },
  };
}

async function makePages(folder: OfficeFolder, now: Date): Promise<string> {
  const directory = await folder.readDirectory();
  if (directory === null) throw new Failure('office-unsigned', folder.path);
  const { languages } = await readRoster(directory.roster, claimedCharter(directory));
  await makeOfflinePages(folder.offline, directory, await readFormFiles(folder.path, languages), now);
  return folder.offline;
}
