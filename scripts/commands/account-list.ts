import type { Command } from 'commander';

import { isoDateOf } from '../../crypto/index.ts';
import { hourOf } from '../../server/review/sessions.ts';
import { withAccounts } from '../lib/accounts.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';

const HOUR_MS = 3_600_000;

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
  const [accounts, invitations] = await withAccounts(data, async (deps) =>
    Promise.all([deps.accounts.list(), deps.accounts.invitations(hourOf(new Date()))]),
  );
  const invited = invitations.map(({ name, expiresHour }) => ({
    name,
    until: isoDateOf(new Date(expiresHour * HOUR_MS)),
  }));
  const lines = [
    ...accounts.map(
      ({ name, hasSecondFactor }) => inert(name) + (hasSecondFactor ? '' : '  (without a second factor)'),
    ),
    ...invited.map(({ name, until }) => `${inert(name)}  (invited until ${until})`),
  ];
  return { lines: lines.length > 0 ? lines : ['Nobody can sign in yet.'], json: { accounts, invited } };
}
