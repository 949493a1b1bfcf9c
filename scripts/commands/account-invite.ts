import type { Command } from 'commander';

import { systemRandom } from '../../crypto/index.ts';
import { INVITATION_DAYS, invite } from '../../server/review/invitations.ts';
import { withAccounts } from '../lib/accounts.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';

interface Options extends CommonOptions {
  readonly data: string;
}

export function accountInviteCommand(): Command {
  return subcommand({
    usage: 'invite',
    about: 'print a code with which a reviewer signs in for the first time, or again after a second factor was lost',
    examples: ['amparo account invite case-worker --data /srv/amparo'],
  })
    .argument('<NAME>', 'name to sign in with')
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .action((name: string, options: Options) => conclude(options, accountInvite(name, options)));
}

async function accountInvite(name: string, { data }: Options): Promise<Outcome> {
  const { code, isThere } = await withAccounts(data, async (deps) => {
    const made = await invite(deps, name, new Date(), systemRandom);
    return { code: made, isThere: (await deps.accounts.find(name)) !== null };
  });
  return {
    lines: [
      `Invitation for ${inert(name)}: ${code}`,
      `It is good once, for ${String(INVITATION_DAYS)} days. Give it to them in person or by a call, not by e-mail. They enter it on the page /courier/ of the server.`,
      ...(isThere
        ? [
            'There is an account of that name. It stays as it is until the code is used; then its pass phrase, second factor and sessions end. If somebody else may hold them, end them now: amparo account remove, then invite again.',
          ]
        : []),
    ],
    json: { invited: name, code },
  };
}
