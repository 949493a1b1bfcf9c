import type { Command } from 'commander';

import {
  fingerprint,
  identityPublicKey,
  isoDateOf,
  monthOf,
  signingPublicKey,
  systemRandom,
} from '../../crypto/index.ts';
import { MONTHS_DEFAULT, newReviewerKeys } from '../../client/shared/office/months.ts';
import {
  conclude,
  subcommand,
  wholeNumber,
  type CommonOptions,
  type Outcome,
  type PassphraseOptions,
} from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { exists } from '../lib/files.ts';
import { MONTHS_MAX, publicPathOf, writeReviewer } from '../lib/key-ring.ts';
import { askNewPassphrase } from '../lib/passphrase.ts';
import { quoted } from '../lib/shell.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly name: string;
  readonly out: string;
  readonly months: number;
  readonly force?: true;
}

export function keyNewCommand(): Command {
  return subcommand({
    usage: 'new',
    about: 'make the key file of a reviewer, and the public file for the office',
    examples: ['amparo key new --name "Case worker" --out case-worker.key'],
  })
    .requiredOption('--name <NAME>', 'name of the reviewer as reporters see it')
    .requiredOption('--out <FILE.key>', 'key file to write; FILE.pub.json is written beside it')
    .option('--months <N>', 'for how many months, from this one on', wholeNumber(1, MONTHS_MAX), MONTHS_DEFAULT)
    .option('--passphrase-file <FILE>', 'take the new pass phrase from the first line of a file')
    .option('--force', 'replace the key file that is there; what was sealed to it can then never be opened')
    .action((options: Options) => conclude(options, keyNew(options)));
}

async function keyNew({ name, out, months, passphraseFile, force }: Options): Promise<Outcome> {
  if (name.length < 1 || name.length > 100) throw new Failure('option-invalid', '--name: 1 to 100 characters');
  if (!force)
    for (const path of [out, publicPathOf(out)]) if (await exists(path)) throw new Failure('file-exists', path);
  const passphrase = await askNewPassphrase({ of: out, file: passphraseFile });
  const today = isoDateOf(new Date());
  const keys = await newReviewerKeys(name, today, months, systemRandom);
  const publicFile = await writeReviewer(out, keys, passphrase, {
    today,
    random: systemRandom,
    replace: force === true,
  });
  const shown = await fingerprint(identityPublicKey(await signingPublicKey(keys.seed)));
  const held = keys.epochs.map(({ epoch }) => monthOf(epoch));
  return {
    lines: [
      `Key file: ${out}. Keep it offline, with a copy. Without it, or its pass phrase, nothing can be opened.`,
      `Public file: ${publicFile}. Give it to whoever keeps the roster, and read out the fingerprint:`,
      `  ${shown}`,
      `Months: ${held.join(', ')}.`,
      '',
      'Next, where the office is kept:',
      `  amparo roster add office ${quoted(publicFile)} --role "reads reports" --languages en`,
    ],
    json: { keyFile: out, publicFile, fingerprint: shown, months: held },
  };
}
