import type { Command } from 'commander';

import { ERROR_MESSAGES, isoDateOf } from '../../crypto/index.ts';
import { CODE_OPTION, readCase } from '../lib/case-code.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { EXIT } from '../lib/failure.ts';
import { inert, inertLines } from '../lib/inert.ts';
import { readMailbox, type Mailbox } from '../lib/mailbox.ts';
import { trustedOffice, withOfficeOptions, type OfficeOptions } from '../lib/report-sealing.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';
import { count } from '../lib/terminal.ts';

/** What can be wrong with replies that are good each for itself. */
const FAULTS = {
  'reply-missing': 'It was kept back or lost on the way. Ask again; if it stays so, tell the office.',
  'reply-missing-or-expired':
    'No older one of theirs is there either. A server deletes replies after a year: if your first report is older than that, it may be so. If not, it was kept back or lost on the way; tell the office.',
  'reply-repeated':
    'The server gave the same reply in several places of one answer; it is shown once. Tell the office.',
  'reply-number-twice': 'There are different replies with this number; all are shown. Tell the office.',
} as const;

interface Options extends CommonOptions, OfficeOptions {
  readonly code: string;
}

export function mailboxReadCommand(): Command {
  return withOfficeOptions(
    subcommand({
      usage: 'read',
      about: 'read what the office answered to a report, with its case code',
      examples: [
        'amparo mailbox read https://example.org --code case.code --fingerprint "12345 67890 ..."',
        'amparo mailbox read https://example.org --code -',
      ],
    })
      .argument('<URL>', 'address of the server')
      .requiredOption(...CODE_OPTION),
  ).action((url: string, options: Options) => conclude(options, mailboxRead(url, options)));
}

async function mailboxRead(url: string, options: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const of = await readCase(options.code);
  const { office, shown } = await trustedOffice(await server.directory(), options.charter);
  const mailbox = await readMailbox(server, of, office.roster, isoDateOf(new Date()));
  const faults = faultsOf(mailbox);
  return {
    exit: faults.length > 0 ? EXIT.partial : EXIT.ok,
    lines: [
      mailbox.replies.length === 0 ? 'No reply yet.' : `Replies: ${count(mailbox.replies.length)}`,
      ...mailbox.replies.flatMap(replyLines),
      ...faults.map(({ what, message, code }) => `Warning: ${what}${message} [${code}]`),
    ],
    json: {
      office: office.roster.office,
      fingerprint: shown,
      verified: options.charter !== undefined,
      replies: mailbox.replies.map(({ reviewer, number, day, language, text }) => ({
        reviewer: reviewer.name,
        role: reviewer.role,
        number,
        day,
        language: language ?? null,
        text,
      })),
      missing: mailbox.missing,
      refused: mailbox.refused,
      faults: faults.map(({ code, message }) => ({ code, message })),
    },
  };
}

function replyLines({ reviewer, number, day, text }: Mailbox['replies'][number]): string[] {
  return [
    '',
    `${day}, reply ${String(number)} of ${inert(reviewer.name)} (${inert(reviewer.role)}):`,
    ...inertLines(text).map((line) => `  | ${line}`.trimEnd()),
  ];
}

interface Fault {
  readonly code: string;
  /** Which one, as the beginning of the message. */
  readonly what: string;
  readonly message: string;
}

function faultsOf({ missing, refused, repeated, ambiguous }: Mailbox): Fault[] {
  const own = (code: keyof typeof FAULTS, what: string): Fault => ({ code, what, message: FAULTS[code] });
  const named = ({ name, number }: { name: string; number: number }) => `Reply ${String(number)} of ${inert(name)}: `;
  return [
    ...refused.map((code) => ({ code, what: '', message: ERROR_MESSAGES[code] })),
    ...missing.map((reply) => own(reply.mayHaveExpired ? 'reply-missing-or-expired' : 'reply-missing', named(reply))),
    ...(repeated > 0 ? [own('reply-repeated', '')] : []),
    ...ambiguous.map((reply) => own('reply-number-twice', named(reply))),
  ];
}
