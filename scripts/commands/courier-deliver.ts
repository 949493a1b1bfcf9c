import type { Command } from 'commander';

import {
  decodeOutbound,
  OUTBOUND_TYPE,
  PATHS,
  repliesAnswerSchema,
  type Bytes,
  type RepliesAnswer,
} from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { readWhole } from '../lib/files.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { jsonOf, refusalOf, ServerClient, serverUrl } from '../lib/server.ts';
import { withSession } from '../lib/session.ts';
import { count } from '../lib/terminal.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly user: string;
}

export function courierDeliverCommand(): Command {
  return subcommand({
    usage: 'deliver',
    about:
      'take to the server what the offline machine wrote: replies, the word that reports were opened, letters to other reviewers',
    examples: ['amparo courier deliver https://example.org to-server.outbound --user case-worker'],
  })
    .argument('<URL>', 'address of the server')
    .argument('<FILE>', 'what `amparo reply write` and `amparo bundle open --outbound` wrote')
    .requiredOption('--user <NAME>', 'name to sign in with')
    .option('--passphrase-file <FILE>', 'take the sign-in pass phrase from the first line of a file')
    .action((url: string, path: string, options: Options) => conclude(options, courierDeliver(url, path, options)));
}

async function courierDeliver(url: string, path: string, { user, passphraseFile }: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const bytes = new Uint8Array(await readWhole(path));
  const { opened, letters } = decodeOutbound(bytes); // one that is damaged is told here, and nothing of it is sent
  const passphrase = await askPassphrase({ of: `the sign-in of ${user}`, file: passphraseFile });
  const taken = await withSession(server, { name: user, passphrase }, (cookie) => deliver(server, bytes, cookie));
  return {
    lines: [
      `Replies: ${count(taken.added)} new, ${count(taken.known)} there before, ${count(taken.closed)} for mailboxes that were closed.`,
      ...(opened.length > 0 ? [`With them went the word that reports were opened: ${count(opened.length)}.`] : []),
      ...(letters.length > 0
        ? [
            `Letters to other reviewers: ${count(taken.letters)} new, ${count(letters.length - taken.letters)} there before.`,
          ]
        : []),
      `Delivering ${path} again does no harm. Once this has gone well it is no longer needed.`,
    ],
    json: { ...taken, opened: opened.length },
  };
}

async function deliver(server: ServerClient, body: Bytes, cookie: string): Promise<RepliesAnswer> {
  const response = await server.requestPatiently(PATHS.replies, {
    method: 'POST',
    headers: { 'Content-Type': OUTBOUND_TYPE, Cookie: cookie },
    body,
  });
  if (!response.ok) throw await refusalOf(response);
  const parsed = repliesAnswerSchema.safeParse(await jsonOf(response));
  if (!parsed.success) throw new Failure('answer-malformed');
  return parsed.data;
}
