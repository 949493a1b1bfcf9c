import type { Command } from 'commander';

import { requireWebCrypto } from '../../crypto/index.ts';
import { readersOf } from '../../client/shared/office/draft.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { codeJson, codeLines, keepCode, newCase, withNewCaseOptions, type NewCaseOptions } from '../lib/new-case.ts';
import { readersLine } from '../lib/office.ts';
import { concludeReceipt, RECEIPT_OPTION, requireReceiptPlace } from '../lib/receipt.ts';
import {
  excludedSlots,
  readReport,
  trustedOffice,
  withSealingOptions,
  type SealingOptions,
} from '../lib/report-sealing.ts';
import { sendReport } from '../lib/send-report.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';

interface Options extends CommonOptions, SealingOptions, NewCaseOptions {
  readonly receiptOut?: string;
}

export function reportSendCommand(): Command {
  return withNewCaseOptions(
    withSealingOptions(
      subcommand({
        usage: 'send',
        about: 'seal a report exactly as the form does, and send it; gives a case code to come back with',
        examples: [
          'amparo report send https://example.org --file report.json --charter "12345 67890 ..."',
          'amparo report send https://example.org --file report.json --attach photo.jpg --exclude "Case worker"',
          'amparo report send https://example.org --file report.json --code-out case.code --receipt-out receipt.json',
          '',
          'The smallest report.json: {"version": 1, "story": "What happened"}',
        ],
      }).argument('<URL>', 'address of the server'),
    ),
  )
    .option(...RECEIPT_OPTION)
    .action((url: string, options: Options) => conclude(options, reportSend(url, options)));
}

async function reportSend(url: string, options: Options): Promise<Outcome> {
  requireWebCrypto();
  await requireReceiptPlace(options.receiptOut);
  const server = new ServerClient(serverUrl(url));
  const report = await readReport(options.file);
  const { office, shown } = await trustedOffice(await server.directory(), options.charter);
  const excluded = excludedSlots(office, options.exclude);
  const made = await newCase(options);
  const { id, receipt } = await sendReport(server, {
    report,
    office,
    excluded,
    attach: options.attach ?? [],
    of: made?.of ?? null,
    beforePosting: () => keepCode(made),
  });
  const readers = readersOf(office, excluded);
  const received = await concludeReceipt(receipt, options.receiptOut);
  return {
    exit: received.exit,
    lines: [
      `The report is stored. Its number is ${id}.`,
      readersLine(office, readers),
      ...received.lines,
      ...codeLines(made),
    ],
    json: {
      id,
      office: office.roster.office,
      fingerprint: shown,
      verified: options.charter !== undefined,
      readers,
      ...received.json,
      ...codeJson(made),
    },
  };
}
