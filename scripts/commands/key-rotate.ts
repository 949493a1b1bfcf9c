import type { Command } from 'commander';

import { isoDateOf, monthOf, systemRandom } from '../../crypto/index.ts';
import { MONTHS_DEFAULT, withMonths } from '../../client/shared/office/months.ts';
import {
  conclude,
  subcommand,
  wholeNumber,
  type CommonOptions,
  type Outcome,
  type PassphraseOptions,
} from '../lib/command.ts';
import { checkRole, MONTHS_MAX, openKeys, writeReviewer } from '../lib/key-ring.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { quoted } from '../lib/shell.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly months: number;
}

export function keyRotateCommand(): Command {
  return subcommand({
    usage: 'rotate',
    about: 'add the months that a key file lacks, and write its public file anew',
    examples: ['amparo key rotate case-worker.key'],
  })
    .argument('<FILE.key>')
    .option('--months <N>', 'for how many months, from this one on', wholeNumber(1, MONTHS_MAX), MONTHS_DEFAULT)
    .option('--passphrase-file <FILE>', 'take the pass phrase from the first line of a file')
    .action((path: string, options: Options) => conclude(options, keyRotate(path, options)));
}

async function keyRotate(path: string, { months, passphraseFile }: Options): Promise<Outcome> {
  await checkRole(path, 'reviewer');
  const passphrase = await askPassphrase({ of: path, file: passphraseFile });
  const before = await openKeys(path, passphrase);
  const today = isoDateOf(new Date());
  const keys = await withMonths(before, today, months, systemRandom);
  const publicFile = await writeReviewer(path, keys, passphrase, { today, random: systemRandom, replace: true });
  const old = new Set(before.epochs.map(({ epoch }) => epoch));
  const added = keys.epochs.filter(({ epoch }) => !old.has(epoch)).map(({ epoch }) => monthOf(epoch));
  const held = keys.epochs.map(({ epoch }) => monthOf(epoch));
  return {
    lines: [
      added.length > 0 ? `Added: ${added.join(', ')}.` : 'No month was missing.',
      `Months held: ${held.join(', ')}.`,
      `Public file: ${publicFile}. Give it to whoever publishes the roster:`,
      `  amparo roster publish office --data DATA ${quoted(publicFile)}`,
    ],
    json: { keyFile: path, publicFile, added, months: held },
  };
}
