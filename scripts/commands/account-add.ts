import type { Command } from 'commander';

import { addAccount } from '../../server/review/accounts.ts';
import { createHasher } from '../../server/review/passphrase.ts';
import { pepperOf, withAccounts } from '../lib/accounts.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';
import { askNewPassphrase } from '../lib/passphrase.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly data: string;
}

export function accountAddCommand(): Command {
  return subcommand({
    usage: 'add',
    about: 'make a sign-in for fetching reports; AMPARO_PEPPER must be set as for the server',
    examples: ['amparo account add case-worker --data /srv/amparo'],
  })
    .argument('<NAME>', 'name to sign in with')
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .option('--passphrase-file <FILE>', 'take the new pass phrase from the first line of a file')
    .action((name: string, options: Options) => conclude(options, accountAdd(name, options)));
}

async function accountAdd(name: string, { data, passphraseFile }: Options): Promise<Outcome> {
  const hasher = createHasher(await pepperOf(data, process.env));
  await withAccounts(data, async (store) => {
    const passphrase = await askNewPassphrase({
      of: `the sign-in of ${name} (not that of the key file)`,
      file: passphraseFile,
    });
    await addAccount(store, hasher, name, passphrase);
  });
  return {
    lines: [`${inert(name)} can sign in now: amparo courier fetch URL --user NAME --out BUNDLE`],
    json: { added: name },
  };
}
