import type { Command } from 'commander';

import { PATHS } from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { refusalOf, ServerClient, serverUrl } from '../lib/server.ts';
import { askSignIn, signingIn, withSession, type SignInOptions } from '../lib/session.ts';

interface Options extends CommonOptions, SignInOptions {
  readonly everywhere: true;
}

export function courierSignOutCommand(): Command {
  const command = subcommand({
    usage: 'sign-out',
    about: 'end the sessions of an account on every machine; the other commands end their own',
    examples: ['amparo courier sign-out https://example.org --user case-worker --everywhere'],
  })
    .argument('<URL>', 'address of the server')
    .requiredOption('--everywhere', 'all sessions of the account')
    .action((url: string, options: Options) => conclude(options, courierSignOut(url, options)));
  return signingIn(command);
}

async function courierSignOut(url: string, options: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  await withSession(server, await askSignIn(options), async (cookie) => {
    const response = await server.request(PATHS.sessions, { method: 'DELETE', headers: { Cookie: cookie } });
    if (!response.ok) throw await refusalOf(response);
  });
  return { lines: ['Signed out everywhere: no session of this account is left.'], json: { signedOut: true } };
}
