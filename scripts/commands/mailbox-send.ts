import type { Command } from 'commander';

import { requireWebCrypto, type Report } from '../../crypto/index.ts';
import { readersOf } from '../../client/shared/office/draft.ts';
import { CODE_OPTION, readCase } from '../lib/case-code.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { readersLine } from '../lib/office.ts';
import { concludeReceipt, RECEIPT_OPTION, requireReceiptPlace } from '../lib/receipt.ts';
import {
  excludedSlots,
  readReport,
  REPORT_FILE,
  trustedOffice,
  withAddressingOptions,
  type AddressingOptions,
} from '../lib/report-sealing.ts';
import { sendReport } from '../lib/send-report.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';
import { readWords, requireOneStdin } from '../lib/standard-input.ts';

interface Options extends CommonOptions, AddressingOptions {
  readonly code: string;
  readonly file?: string;
  readonly story?: string;
  readonly receiptOut?: string;
}

export function mailboxSendCommand(): Command {
  return withAddressingOptions(
    subcommand({
      usage: 'send',
      about: 'add to a report that was sent before, with its case code',
      examples: [
        'amparo mailbox send https://example.org --code case.code --file report.json',
        'echo "They moved again." | amparo mailbox send https://example.org --code case.code --story - --attach photo.jpg',
      ],
    })
      .argument('<URL>', 'address of the server')
      .requiredOption(...CODE_OPTION)
      .option('--file <FILE>', REPORT_FILE)
      .option('--story <FILE|->', 'what to add, as plain text'),
  )
    .option(...RECEIPT_OPTION)
    .action((url: string, options: Options) => conclude(options, mailboxSend(url, options)));
}

async function mailboxSend(url: string, options: Options): Promise<Outcome> {
  requireWebCrypto();
  requireOneStdin(options.code, options.story);
  await requireReceiptPlace(options.receiptOut);
  const server = new ServerClient(serverUrl(url));
  const report = await reportIn(options);
  const of = await readCase(options.code);
  const { office, shown } = await trustedOffice(await server.directory(), options.charter);
  const excluded = excludedSlots(office, options.exclude);
  const attach = options.attach ?? [];
  const { id, receipt } = await sendReport(server, { report, office, excluded, attach, of });
  const readers = readersOf(office, excluded);
  const received = await concludeReceipt(receipt, options.receiptOut);
  return {
    exit: received.exit,
    lines: [
      `The report is stored, as a further one of the same case. Its number is ${id}.`,
      readersLine(office, readers),
      ...received.lines,
    ],
    json: {
      id,
      office: office.roster.office,
      fingerprint: shown,
      verified: options.charter !== undefined,
      readers,
      ...received.json,
    },
  };
}

/** Throws `story-or-file`. */
async function reportIn({ file, story }: Options): Promise<Report> {
  if (story !== undefined && file === undefined) return { version: 1, story: await readWords(story), followUp: true };
  if (file !== undefined && story === undefined) return { ...(await readReport(file)), followUp: true };
  throw new Failure('story-or-file');
}
