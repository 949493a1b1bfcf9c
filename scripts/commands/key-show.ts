import type { Command } from 'commander';

import {
  charterPublicKey,
  fingerprint,
  fingerprintWords,
  fromBase64,
  monthOf,
  openKeyFile,
  readKeyFileHeader,
} from '../../crypto/index.ts';
import { WORD_LISTS } from '../../client/shared/word-lists.ts';
import { argon2id } from '../lib/argon2id.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { readText } from '../lib/files.ts';
import { inert } from '../lib/inert.ts';
import { askPassphrase } from '../lib/passphrase.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly months?: true;
}

export function keyShowCommand(): Command {
  return subcommand({
    usage: 'show',
    about: 'show whose key file it is; with its pass phrase, the months it holds',
    examples: ['amparo key show case-worker.key', 'amparo key show case-worker.key --months'],
  })
    .argument('<FILE.key>')
    .option('--months', 'ask for the pass phrase and list the months')
    .option('--passphrase-file <FILE>', 'take the pass phrase from the first line of a file; implies --months')
    .action((path: string, options: Options) => conclude(options, keyShow(path, options)));
}

async function keyShow(path: string, options: Options): Promise<Outcome> {
  const text = await readText(path);
  const header = readKeyFileHeader(text);
  const publicKey = charterPublicKey(fromBase64(header.publicKey));
  const shown = await fingerprint(publicKey);
  const words = await fingerprintWords(publicKey, WORD_LISTS.en);
  const months = await monthsIn(text, path, options);
  return {
    lines: [
      `Name: ${inert(header.name)}`,
      `Role: ${header.role}`,
      `Fingerprint: ${shown}`,
      `To read out: ${words.join(' ')}`,
      ...(months ? [`Months: ${months.join(', ') || 'none'}`] : []),
    ],
    json: { name: header.name, role: header.role, fingerprint: shown, words, ...(months && { months }) },
  };
}

async function monthsIn(
  text: string,
  path: string,
  { months, passphraseFile }: Options,
): Promise<string[] | undefined> {
  if (!months && passphraseFile === undefined) return undefined;
  const passphrase = await askPassphrase({ of: path, file: passphraseFile });
  const keys = await openKeyFile(text, passphrase, argon2id);
  return keys.epochs.map(({ epoch }) => monthOf(epoch));
}
