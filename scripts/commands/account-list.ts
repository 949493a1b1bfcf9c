import type { Command } from 'commander';

import { listAccounts } from '../../server/review/accounts.ts';
import { withAccounts } from '../lib/accounts.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';

interface Options extends CommonOptions {
  readonly data: string;
}

export function accountListCommand(): Command {
  return subcommand({
    usage: 'list',
    about: 'list who can sign in',
    examples: ['amparo account list --data /srv/amparo'],
  })
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .action((options: Options) => conclude(options, accountList(options)));
}

async function accountList({ data }: Options): Promise<Outcome> {
  const names = await withAccounts(data, listAccounts);
  return { lines: names.length > 0 ? names.map(inert) : ['Nobody can sign in yet.'], json: { accounts: names } };
}
