import type { Command } from 'commander';

import { dayOf, isoDateOfDay, PATHS, statusSchema, type ReviewStatus } from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { jsonOf, refusalOf, ServerClient, serverUrl } from '../lib/server.ts';
import { askSignIn, signingIn, withSession, type SignInOptions } from '../lib/session.ts';
import { count, several } from '../lib/terminal.ts';

type Options = CommonOptions & SignInOptions;

export function courierStatusCommand(): Command {
  const command = subcommand({
    usage: 'status',
    about: 'say what waits on the server since the last fetch of the account, and where the audit trail stands',
    examples: ['amparo courier status https://example.org --user case-worker'],
  })
    .argument('<URL>', 'address of the server')
    .action((url: string, options: Options) => conclude(options, courierStatus(url, options)));
  return signingIn(command);
}

async function courierStatus(url: string, options: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const status = await withSession(server, await askSignIn(options), (cookie) => fetchStatus(server, cookie));
  const { letters, waiting, oldestDay, audit } = status;
  return {
    lines: [
      `${several(letters, 'letter')} on the server, ${count(waiting)} of them since the last fetch of this account.`,
      ...(oldestDay === null ? [] : [`The oldest of those came on ${isoDateOfDay(oldestDay)}: ${ageOf(oldestDay)}.`]),
      `The audit trail has ${several(audit.rows, 'row')}. Note its head; \`amparo audit verify --head\` compares it:`,
      audit.head,
    ],
    json: { ...status, oldestDay: oldestDay === null ? null : isoDateOfDay(oldestDay) },
  };
}

async function fetchStatus(server: ServerClient, cookie: string): Promise<ReviewStatus> {
  const response = await server.requestPatiently(PATHS.status, { headers: { Cookie: cookie } });
  if (!response.ok) throw await refusalOf(response);
  const parsed = statusSchema.safeParse(await jsonOf(response));
  if (!parsed.success) throw new Failure('answer-malformed');
  return parsed.data;
}

function ageOf(day: number): string {
  const days = dayOf(new Date()) - day;
  return days <= 0 ? 'today' : `${several(days, 'day')} ago`;
}
