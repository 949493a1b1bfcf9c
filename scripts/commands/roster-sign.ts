import type { Command } from 'commander';

import { charterPublicKey, fingerprint, signingPublicKey } from '../../crypto/index.ts';
import { readersOf, ROSTER_DAYS_DEFAULT } from '../../client/shared/office/draft.ts';
import {
  conclude,
  subcommand,
  wholeNumber,
  type CommonOptions,
  type Outcome,
  type PassphraseOptions,
} from '../lib/command.ts';
import { inert } from '../lib/inert.ts';
import { checkRole, openKeys } from '../lib/key-ring.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { rosterOf, signOffice } from '../lib/office.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { quoted } from '../lib/shell.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly days: number;
}

const DAYS_MAX = 3650;

export function rosterSignCommand(): Command {
  return subcommand({
    usage: 'sign',
    about: 'sign the draft of the roster with the charter key, as the next version',
    examples: ['amparo roster sign office'],
  })
    .argument('<DIR>', 'the folder of the office')
    .option('--days <N>', 'for how many days it holds', wholeNumber(1, DAYS_MAX), ROSTER_DAYS_DEFAULT)
    .option('--passphrase-file <FILE>', 'take the pass phrase of the charter key from the first line of a file')
    .action((path: string, options: Options) => conclude(options, rosterSign(path, options)));
}

async function rosterSign(path: string, { days, passphraseFile }: Options): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  rosterOf(await folder.readDraft(), 1, '2020-01-01', '2020-01-01'); // so that a mistake shows before the pass phrase is asked for
  await checkRole(folder.charterKey, 'charter');
  const charter = await openKeys(
    folder.charterKey,
    await askPassphrase({ of: folder.charterKey, file: passphraseFile }),
  );
  const { directory, office } = await signOffice(folder, charter, new Date(), days);
  await folder.writeDirectory(directory);
  const shown = await fingerprint(charterPublicKey(await signingPublicKey(charter.seed)));
  const { version, expires } = office.roster;
  const readers = readersOf(office);
  return {
    lines: [
      `Version ${String(version)} is signed and holds until ${expires}. Reports can be sealed to: ${readers.map(inert).join(', ')}.`,
      `Fingerprint: ${shown}`,
      '',
      'Next, where the data folder of the server is:',
      `  amparo roster publish ${quoted(path)} --data DATA`,
    ],
    json: { version, expires, readers, fingerprint: shown },
  };
}
