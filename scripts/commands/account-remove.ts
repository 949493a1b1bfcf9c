import type { Command } from 'commander';

import { removeAccount } from '../../server/review/accounts.ts';
import { withAccounts } from '../lib/accounts.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';

interface Options extends CommonOptions {
  readonly data: string;
}

export function accountRemoveCommand(): Command {
  return subcommand({
    usage: 'remove',
    about: 'remove a sign-in and end its sessions',
    examples: ['amparo account remove case-worker --data /srv/amparo'],
  })
    .argument('<NAME>')
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .action((name: string, options: Options) => conclude(options, accountRemove(name, options)));
}

async function accountRemove(name: string, { data }: Options): Promise<Outcome> {
  await withAccounts(data, (deps) => removeAccount(deps, name));
  return {
    lines: [`${inert(name)} can no longer sign in. What they can open is decided by the roster: amparo roster remove.`],
    json: { removed: name },
  };
}
