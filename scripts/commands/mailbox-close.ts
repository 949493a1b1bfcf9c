import type { Command } from 'commander';

import { CLOSING_TYPE, PATHS, signClosing } from '../../crypto/index.ts';
import { CODE_OPTION, readCase } from '../lib/case-code.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { askConfirmation } from '../lib/passphrase.ts';
import { postWithWork } from '../lib/post-with-work.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';

interface Options extends CommonOptions {
  readonly code: string;
  readonly yes?: true;
}

export function mailboxCloseCommand(): Command {
  return subcommand({
    usage: 'close',
    about: 'delete the replies to a case from the server, for good; nobody can answer it afterwards',
    examples: ['amparo mailbox close https://example.org --code case.code'],
  })
    .argument('<URL>', 'address of the server')
    .requiredOption(...CODE_OPTION)
    .option('--yes', 'do not ask')
    .action((url: string, options: Options) => conclude(options, mailboxClose(url, options)));
}

async function mailboxClose(url: string, options: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const of = await readCase(options.code);
  if (!options.yes) {
    await askConfirmation(
      'Close this mailbox? Its replies are deleted, and the office can never answer this case again.',
    );
  }
  await postWithWork(server, PATHS.closedMailboxes, await signClosing(of), { 'Content-Type': CLOSING_TYPE });
  return {
    lines: [
      'The mailbox is closed: its replies are deleted on the server, and it takes no more.',
      'Reports that were sent stay with the office. The case code still sends further ones.',
    ],
    json: { closed: true },
  };
}
