import type { Command } from 'commander';

import {
  fingerprint,
  identityPublicKey,
  readPaperKeyWords,
  signingPublicKey,
  systemRandom,
} from '../../crypto/index.ts';
import { failureOf } from '../lib/case-code.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { exists } from '../lib/files.ts';
import { writeKeys } from '../lib/key-ring.ts';
import { askNewPassphrase } from '../lib/passphrase.ts';
import { readWords } from '../lib/standard-input.ts';
import { WORD_LISTS } from '../../client/shared/word-lists.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly words: string;
  readonly name: string;
  readonly out: string;
  readonly force?: true;
}

export function keyRestoreCommand(): Command {
  return subcommand({
    usage: 'restore',
    about: 'make the charter key file again from the 24 words on paper',
    examples: ['amparo key restore --words - --name "Example Office" --out office/charter.key'],
  })
    .requiredOption('--words <FILE|->', 'the words, in any spacing; their numbers may stand before them')
    .requiredOption('--name <NAME>', 'name of the office')
    .requiredOption('--out <FILE.key>', 'key file to write')
    .option('--passphrase-file <FILE>', 'take the new pass phrase from the first line of a file')
    .option('--force', 'replace the key file that is there')
    .action((options: Options) => conclude(options, keyRestore(options)));
}

async function keyRestore({ words, name, out, passphraseFile, force }: Options): Promise<Outcome> {
  if (name.length < 1 || name.length > 100) throw new Failure('option-invalid', '--name: 1 to 100 characters');
  if (!force && (await exists(out))) throw new Failure('file-exists', out);
  const reading = readPaperKeyWords(await readWords(words), Object.values(WORD_LISTS));
  if (!('seed' in reading)) throw failureOf(reading, 'word');
  const { seed } = reading;
  const passphrase = await askNewPassphrase({ of: out, file: passphraseFile });
  await writeKeys(out, { role: 'charter', name, seed, epochs: [] }, passphrase, systemRandom, force === true);
  const shown = await fingerprint(identityPublicKey(await signingPublicKey(seed)));
  return {
    lines: [
      `Key file: ${out}.`,
      'Compare the fingerprint, group by group, with that on your posters. If it differs, this is the key of another office:',
      `  ${shown}`,
    ],
    json: { keyFile: out, fingerprint: shown },
  };
}
