import { createInterface } from 'node:readline/promises';

import type { Command } from 'commander';
import { encodeQR } from 'qr';

import { invitationAnswerSchema, PATHS, totpCodeSchema, type InvitationAnswer } from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { inert } from '../lib/inert.ts';
import { askLine, askNewPassphrase, askPassphrase, hasTerminal } from '../lib/passphrase.ts';
import { jsonOf, refusalOf, ServerClient, serverUrl } from '../lib/server.ts';
import { endSession, postJson } from '../lib/session.ts';
import { note } from '../lib/terminal.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly invitationFile?: string;
}

const ASK_CODE = 'Code that the app shows now';

export function courierEnrolCommand(): Command {
  return subcommand({
    usage: 'enrol',
    about:
      'sign in for the first time with an invitation: set a pass phrase, and an authenticator app as second factor',
    examples: ['amparo courier enrol https://example.org'],
  })
    .argument('<URL>', 'address of the server')
    .option('--invitation-file <FILE>', 'take the code of the invitation from the first line of a file')
    .option('--passphrase-file <FILE>', 'take the new sign-in pass phrase from the first line of a file')
    .action((url: string, options: Options) => conclude(options, courierEnrol(url, options)));
}

async function courierEnrol(url: string, { invitationFile, passphraseFile }: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const code = await askPassphrase({ of: 'the invitation', file: invitationFile });
  const { name, totp } = await readInvitation(server, code);
  const of = `the sign-in of ${inert(name)} (not that of the key file)`;
  const passphrase = await askNewPassphrase({ of, file: passphraseFile });
  for (const line of appLines(totp)) note(line);
  const second = { kind: 'totp', secret: totp.secret, code: await askCode() };
  const response = await postJson(server, PATHS.enrolment, { code, passphrase, second });
  if (!response.ok) throw await refusalOf(response);
  await endSession(server, response);
  return {
    lines: [
      `${inert(name)} can sign in now, with pass phrase and code. Keep the app: if it is lost, ask for a new invitation.`,
    ],
    json: { enrolled: name },
  };
}

async function readInvitation(server: ServerClient, code: string): Promise<InvitationAnswer> {
  const response = await postJson(server, PATHS.invitation, { code });
  if (!response.ok) throw await refusalOf(response);
  const parsed = invitationAnswerSchema.safeParse(await jsonOf(response));
  if (!parsed.success) throw new Failure('answer-malformed');
  return parsed.data;
}

function appLines({ secret, uri }: InvitationAnswer['totp']): string[] {
  return [
    ...(hasTerminal() ? [encodeQR(inert(uri), 'term')] : []),
    'Add this to an authenticator app, by the picture or by hand:',
    `  ${inert(uri)}`,
    `  secret: ${inert(secret)}`,
  ];
}

/** From the terminal, or the next line of standard input. */
async function askCode(): Promise<string> {
  if (hasTerminal()) return (await askLine(ASK_CODE, checkCode)).replace(/\s/g, '');
  const lines = createInterface({ input: process.stdin });
  const first = (await lines[Symbol.asyncIterator]().next()) as IteratorResult<string, undefined>;
  const line = first.value ?? '';
  lines.close();
  process.stdin.destroy();
  if (checkCode(line) !== undefined) throw new Failure('option-invalid', 'no code of six digits on standard input');
  return line.replace(/\s/g, '');
}

function checkCode(typed: string): string | undefined {
  return totpCodeSchema.safeParse(typed.replace(/\s/g, '')).success ? undefined : 'A code has six digits.';
}
