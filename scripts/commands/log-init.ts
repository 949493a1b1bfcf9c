import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { InvalidArgumentError, type Command } from 'commander';

import { isKeyName, systemRandom } from '../../crypto/index.ts';
import { ensureLogKey, readLogKey } from '../../server/log/log-key.ts';
import { DATA } from '../../server/data-folder.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { publicHalf } from '../lib/log-file.ts';
import { quoted } from '../lib/shell.ts';

interface Options extends CommonOptions {
  readonly data: string;
  readonly origin: string;
}

export function logInitCommand(): Command {
  return subcommand({
    usage: 'init',
    about: "make the key of a server's public log; without this, a server makes one at its first start",
    examples: ['amparo log init --data /srv/amparo --origin example.org/log'],
  })
    .requiredOption('--data <DATA>', 'the data folder of the server')
    .requiredOption('--origin <NAME>', 'name of the log, best its address without https://', originName)
    .action((options: Options) => conclude(options, logInit(options)));
}

async function logInit({ data, origin }: Options): Promise<Outcome> {
  const path = join(data, DATA.logKey);
  const known = await readLogKey(path);
  if (known !== null && known.origin !== origin) throw new Failure('log-key-exists', `${path}: ${known.origin}`);
  await mkdir(data, { recursive: true });
  const key = await ensureLogKey(path, systemRandom, origin);
  return {
    lines: [
      `The key of the log ${key.origin} is in ${path}. Keep a copy: another key is another log.`,
      '',
      'Next, so that the office vouches for it:',
      `  amparo log show --data ${quoted(data)} > log.json`,
      '  amparo roster log OFFICE log.json',
    ],
    json: { key: path, ...publicHalf(key) },
  };
}

function originName(text: string): string {
  if (isKeyName(text)) return text;
  throw new InvalidArgumentError('Give 1 to 255 characters without spaces and plus signs, such as example.org/log.');
}
