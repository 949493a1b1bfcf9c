import type { Command } from 'commander';

import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { logKeyIn, publicHalf } from '../lib/log-file.ts';

interface Options extends CommonOptions {
  readonly data: string;
}

export function logShowCommand(): Command {
  return subcommand({
    usage: 'show',
    about: 'print the public half of the log key as JSON, for the office to vouch for',
    examples: ['amparo log show --data /srv/amparo > log.json'],
  })
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .action((options: Options) => conclude(options, logShow(options)));
}

async function logShow({ data }: Options): Promise<Outcome> {
  const half = publicHalf(await logKeyIn(data));
  return { lines: [JSON.stringify(half)], json: half };
}
