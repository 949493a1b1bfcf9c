import { InvalidArgumentError, type Command } from 'commander';

import { epochOf, isoDateOf, monthOf, systemRandom, type IsoDate } from '../../crypto/index.ts';
import { firstMonthKept, isMonthInUse, withoutMonthsBefore } from '../../client/shared/office/months.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { checkRole, openKeys, writeReviewer } from '../lib/key-ring.ts';
import { askConfirmation, askPassphrase } from '../lib/passphrase.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly before?: number;
  readonly yes?: true;
  readonly force?: true;
}

export function keyForgetCommand(): Command {
  return subcommand({
    usage: 'forget',
    about: 'destroy the keys of past months, so that nobody can ever open what was sealed to them',
    examples: ['amparo key forget case-worker.key', 'amparo key forget case-worker.key --before 2026-09'],
  })
    .argument('<FILE.key>')
    .option('--before <YYYY-MM>', 'forget every month before this one (default: two months ago)', monthOption)
    .option('--yes', 'do not ask')
    .option('--force', 'forget even months to which reports can still be sealed')
    .option('--passphrase-file <FILE>', 'take the pass phrase from the first line of a file')
    .action((path: string, options: Options) => conclude(options, keyForget(path, options)));
}

async function keyForget(path: string, options: Options): Promise<Outcome> {
  const today = isoDateOf(new Date());
  const before = options.before ?? firstMonthKept(today);
  refuseMonthsInUse(before, today, options);
  await checkRole(path, 'reviewer');
  const passphrase = await askPassphrase({ of: path, file: options.passphraseFile });
  const keys = await openKeys(path, passphrase);
  const kept = withoutMonthsBefore(keys, before);
  const forgotten = keys.epochs.filter((key) => !kept.epochs.includes(key)).map(({ epoch }) => monthOf(epoch));
  const held = kept.epochs.map(({ epoch }) => monthOf(epoch));
  if (forgotten.length === 0) {
    return {
      lines: [`There is nothing to forget. Months held: ${held.join(', ') || 'none'}.`],
      json: { forgotten, months: held },
    };
  }
  if (!options.yes)
    await askConfirmation(`Forget ${forgotten.join(', ')}? Letters of these months can then never be opened.`);
  await writeReviewer(path, kept, passphrase, { today, random: systemRandom, replace: true });
  return {
    lines: [
      `Forgotten: ${forgotten.join(', ')}. Letters of these months can no longer be opened with this key file.`,
      `Months held: ${held.join(', ') || 'none'}.`,
      'Copies of the key file, and backups, still hold what was forgotten: destroy or rewrite them too.',
    ],
    json: { keyFile: path, forgotten, months: held },
  };
}

/** A month is in use if anything before the limit can still be sealed to. */
function refuseMonthsInUse(before: number, today: IsoDate, { force }: Options): void {
  if (!force && isMonthInUse(before - 1, today)) throw new Failure('months-in-use', monthOf(before - 1));
}

function monthOption(text: string): number {
  if (/^20[2-9]\d-(?:0[1-9]|1[0-2])$/.test(text)) return epochOf(`${text}-01`);
  throw new InvalidArgumentError('Give a month such as 2026-09.');
}
