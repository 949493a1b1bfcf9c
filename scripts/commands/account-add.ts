import type { Command } from 'commander';

import { addAccount } from '../../server/review/accounts.ts';
import { createHasher } from '../../server/review/passphrase.ts';
import { pepperOf, withAccounts } from '../lib/accounts.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { inert } from '../lib/inert.ts';
import { askNewPassphrase } from '../lib/passphrase.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly data: string;
  readonly withoutSecondFactor?: true;
}

export function accountAddCommand(): Command {
  return subcommand({
    usage: 'add',
    about:
      'make a sign-in with a pass phrase alone, for machines and for trying things; AMPARO_PEPPER must be set as for the server',
    examples: ['amparo account add night-fetch --data /srv/amparo --without-second-factor'],
  })
    .argument('<NAME>', 'name to sign in with')
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .option('--without-second-factor', 'say that this is meant: whoever learns the pass phrase can sign in')
    .option('--passphrase-file <FILE>', 'take the new pass phrase from the first line of a file')
    .action((name: string, options: Options) => conclude(options, accountAdd(name, options)));
}

async function accountAdd(name: string, { data, passphraseFile, withoutSecondFactor }: Options): Promise<Outcome> {
  if (!withoutSecondFactor) throw new Failure('second-factor-wanted');
  const hasher = createHasher(await pepperOf(data, process.env));
  await withAccounts(data, async (deps) => {
    const passphrase = await askNewPassphrase({
      of: `the sign-in of ${name} (not that of the key file)`,
      file: passphraseFile,
    });
    await addAccount(deps, hasher, name, passphrase);
  });
  return {
    lines: [
      `${inert(name)} can sign in now, without a second factor: amparo courier fetch URL --user NAME --out BUNDLE`,
    ],
    json: { added: name },
  };
}
