import type { Command } from 'commander';

import { fingerprint, isoDateOf, logOf, toBase64 } from '../../crypto/index.ts';
import { claimedCharter, readRoster } from '../../client/shared/office/draft.ts';
import { collect, conclude, subcommand, wholeNumber, type CommonOptions, type Outcome } from '../lib/command.ts';
import { EXIT, Failure } from '../lib/failure.ts';
import { exists, PUBLIC_MODE, writeWhole } from '../lib/files.ts';
import { inert } from '../lib/inert.ts';
import { auditLog, type Audit } from '../lib/log-audit.ts';
import { LogClient } from '../lib/log-client.ts';
import { checkFingerprint } from '../lib/report-sealing.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';
import { count, ofTotal, warn, withProgress } from '../lib/terminal.ts';

interface Options extends CommonOptions {
  readonly fingerprint: string;
  readonly state?: string;
  readonly receipt?: readonly string[];
  readonly seen?: readonly string[];
  readonly witnesses?: number;
}

export function logAuditCommand(): Command {
  return subcommand({
    usage: 'audit',
    about:
      "check a server's public log: its signatures, its history, every entry, and that it shows what receipts promise",
    examples: [
      'amparo log audit https://example.org --fingerprint "12345 67890 ..." --state seen.checkpoint --witnesses 2',
      'amparo log audit https://example.org --fingerprint "12345 67890 ..." --receipt receipt.json --seen from-a-friend.checkpoint',
    ],
  })
    .argument('<URL>', 'address of the server')
    .requiredOption('--fingerprint <FINGERPRINT>', "the office's fingerprint, from a poster or card")
    .option('--state <FILE>', 'the checkpoint of your last audit; replaced where all is well, made where it is missing')
    .option('--receipt <FILE>', 'a receipt that the log must show; may be given again', collect)
    .option('--witnesses <N>', 'how many of the witnesses that the office names must have cosigned', wholeNumber(1, 16))
    .option('--seen <FILE>', 'the checkpoint that somebody else saw; may be given again', collect)
    .action((url: string, options: Options) => conclude(options, logAudit(url, options)));
}

async function logAudit(url: string, options: Options): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const now = new Date();
  const keys = await vouchedLog(server, options.fingerprint, now);
  const { state = null, seen = [], receipt: receipts = [], witnesses: quorum = 0 } = options;
  const own = state !== null && (await exists(state)) ? [state] : [];
  const audit = await withProgress((progress) =>
    auditLog({
      ...keys,
      quorum,
      client: new LogClient(server),
      seen: [...own, ...seen],
      receipts,
      state,
      now,
      progress: (checked, total) => {
        progress.show(() => `Checking: ${ofTotal(checked, total)} entries`);
      },
    }),
  );
  const isGood = audit.findings.length === 0;
  if (isGood && state !== null && audit.text !== null) {
    await writeWhole(state, audit.text, { mode: PUBLIC_MODE, replace: true });
  }
  return summary(audit, keys.log.name, keys.witnesses.length);
}

/** The log that the office vouches for. Throws `charter-differs`, `log-none`. */
async function vouchedLog(server: ServerClient, expected: string, now: Date) {
  const directory = await server.directory();
  const charter = claimedCharter(directory);
  checkFingerprint(await fingerprint(charter), expected);
  const roster = await readRoster(directory.roster, charter);
  if (roster.expires < isoDateOf(now)) warn(`the office's roster expired on ${roster.expires}.`);
  const keys = logOf(roster);
  if (keys === null) throw new Failure('log-none');
  return keys;
}

function summary(audit: Audit, origin: string, witnesses: number): Outcome {
  const { checkpoint, cosignatures, checked, receipts, findings } = audit;
  const isGood = findings.length === 0;
  const cosigned = cosignatures.map(({ name, time }) => `${inert(name)} on ${isoDateOf(new Date(time * 1000))}`);
  return {
    exit: isGood ? EXIT.ok : EXIT.partial,
    lines: [
      ...findings.map(({ about, message, code }) => `${inert(about)}: ${inert(message)} [${code}]`),
      ...receipts.map(({ path, state }) => `${inert(path)}: ${RECEIPT_LINES[state]}`),
      ...(checkpoint === null
        ? []
        : [`The log ${inert(origin)} has ${count(checkpoint.size)} entries; ${count(checked)} were checked.`]),
      ...(witnesses === 0
        ? []
        : [
            `Cosigned by ${ofTotal(cosigned.length, witnesses)} witnesses${cosigned.length > 0 ? `: ${cosigned.join(', ')}` : ''}.`,
          ]),
      isGood ? 'All is well, as far as can be seen from here.' : 'The log is NOT as it should be.',
    ],
    json: {
      good: isGood,
      log: origin,
      size: checkpoint?.size ?? null,
      root: checkpoint && toBase64(checkpoint.root),
      checked,
      cosignatures,
      receipts,
      findings,
    },
  };
}

const RECEIPT_LINES = {
  shown: 'in the log.',
  due: 'not in the log yet; it need not be.',
  missing: 'NOT in the log, though it should be by now.',
} as const;
