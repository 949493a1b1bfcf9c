import type { Command } from 'commander';

import { toHex } from '../../crypto/index.ts';
import { auditEntryOf, verifyAudit, type AuditEntry } from '../../server/review/audit.ts';
import type { AuditRow, AuditStore } from '../../server/store/store.ts';
import { withAccounts } from '../lib/accounts.ts';
import { foundLines, isGood } from '../lib/audit.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { EXIT } from '../lib/failure.ts';
import { inert } from '../lib/inert.ts';

interface Options extends CommonOptions {
  readonly data: string;
}

export function auditShowCommand(): Command {
  return subcommand({
    usage: 'show',
    about: 'print what reviewers did: signed in, fetched, delivered',
    examples: ['amparo audit show --data /srv/amparo'],
  })
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .action((options: Options) => conclude(options, auditShow(options)));
}

async function auditShow({ data }: Options): Promise<Outcome> {
  return withAccounts(data, async ({ audit }) => {
    const rows = await allRows(audit);
    const found = await verifyAudit(audit, null);
    const refused = (await audit.refused()).reduce((sum, { count }) => sum + count, 0);
    return {
      lines: [
        ...rows.map(lineOf),
        ...(refused > 0 ? [`Sign-ins refused that are in no row yet: ${String(refused)}`] : []),
        ...foundLines(found),
      ],
      json: {
        rows: rows.map((row) => ({ ...(auditEntryOf(row) ?? { entry: row.entry }), hash: toHex(row.hash) })),
        refused,
      },
      exit: isGood(found) ? EXIT.ok : EXIT.partial,
    };
  });
}

async function allRows(audit: AuditStore): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = [];
  for (;;) {
    const page = await audit.rowsAfter(rows.at(-1)?.number ?? 0);
    if (page.length === 0) return rows;
    rows.push(...page);
  }
}

function lineOf(row: AuditRow): string {
  const entry = auditEntryOf(row);
  if (entry === null) return `${String(row.number)}  (not an entry)`;
  const { number, at, who, act, ...rest } = entry;
  return inert(`${String(number)}  ${at}  ${who ?? '-'}  ${act}${detailOf(rest)}`);
}

function detailOf(rest: Omit<AuditEntry, 'number' | 'at' | 'who' | 'act'>): string {
  return Object.entries(rest)
    .map(([name, value]) => `  ${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('');
}
