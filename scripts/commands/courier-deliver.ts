import type { Command } from 'commander';

import {
  decodeOutbound,
  OUTBOUND_TYPE,
  PATHS,
  repliesAnswerSchema,
  type Bytes,
  type RepliesAnswer,
} from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { readWhole } from '../lib/files.ts';
import { jsonOf, refusalOf, ServerClient, serverUrl } from '../lib/server.ts';
import { askSignIn, signingIn, withSession, type SignInOptions } from '../lib/session.ts';
import { count } from '../lib/terminal.ts';

type Options = CommonOptions & SignInOptions;

export function courierDeliverCommand(): Command {
  const command = subcommand({
    usage: 'deliver',
    about:
      'take to the server what the offline machine wrote: replies, the word that reports were opened, letters to other reviewers',
    examples: ['amparo courier deliver https://example.org to-server.outbound --user case-worker'],
  })
    .argument('<URL>', 'address of the server')
    .argument('<FILE>', 'what `amparo reply write` and `amparo bundle open --outbound` wrote')
    .action((url: string, path: string, options: Options) => conclude(options, courierDeliver(url, path, options)));
  return signingIn(command);
}

async function courierDeliver(url: string, path: string, options: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const bytes = new Uint8Array(await readWhole(path));
  const { opened, letters } = decodeOutbound(bytes); // one that is damaged is told here, and nothing of it is sent
  const account = await askSignIn(options);
  const taken = await withSession(server, account, (cookie) => deliver(server, bytes, cookie));
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
