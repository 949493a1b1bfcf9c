import type { Command } from 'commander';

import { fromHex, toHex, type Bytes } from '../../crypto/index.ts';
import { verifyAudit } from '../../server/review/audit.ts';
import { withAccounts } from '../lib/accounts.ts';
import { foundLines, isGood } from '../lib/audit.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { EXIT, Failure } from '../lib/failure.ts';

interface Options extends CommonOptions {
  readonly data: string;
  readonly head?: string;
}

export function auditVerifyCommand(): Command {
  return subcommand({
    usage: 'verify',
    about: 'check that no row of the trail was altered, removed or reordered; exits 1 and names the first that was',
    examples: [
      'amparo audit verify --data /srv/amparo',
      'amparo audit verify --data /srv/amparo --head 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',
    ],
  })
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .option('--head <HASH>', 'a head that was noted earlier: shows as well that nothing was cut off the end')
    .action((options: Options) => conclude(options, auditVerify(options)));
}

async function auditVerify({ data, head }: Options): Promise<Outcome> {
  const noted = head === undefined ? null : headOf(head);
  const found = await withAccounts(data, ({ audit }) => verifyAudit(audit, noted));
  return {
    lines: foundLines(found),
    json: {
      found: found.is,
      ...(found.is === 'broken' ? { row: found.row } : { rows: found.head.rows, head: toHex(found.head.hash) }),
    },
    exit: isGood(found) ? EXIT.ok : EXIT.partial,
  };
}

function headOf(text: string): Bytes {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Failure('audit-head-invalid');
  return fromHex(text.toLowerCase());
}
