import { Option, type Command } from 'commander';

import { fingerprint, identityPublicKey, paperKeyWords, signingPublicKey } from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { SECRET_MODE, writeWhole } from '../lib/files.ts';
import { checkRole, openKeys } from '../lib/key-ring.ts';
import { paperKeyPage } from '../lib/paper-key-page.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { quoted } from '../lib/shell.ts';
import { WORD_LANGUAGES, WORD_LISTS, type WordLanguage } from '../../client/shared/word-lists.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly words: WordLanguage;
  readonly out: string;
  readonly force?: true;
}

export function keyPaperCommand(): Command {
  return subcommand({
    usage: 'paper',
    about: 'write the charter key as a page to print: 24 words and a code for a camera',
    examples: ['amparo key paper office/charter.key --out charter-paper.html'],
  })
    .argument('<FILE.key>', 'the charter key file of the office')
    .requiredOption('--out <FILE.html>', 'page to write; print it, and destroy the file')
    .addOption(
      new Option('--words <LANGUAGE>', 'language of the 24 words').choices(WORD_LANGUAGES).default('en' as const),
    )
    .option('--passphrase-file <FILE>', 'take the pass phrase from the first line of a file')
    .option('--force', 'replace the page that is there')
    .action((path: string, options: Options) => conclude(options, keyPaper(path, options)));
}

async function keyPaper(path: string, { words: language, out, passphraseFile, force }: Options): Promise<Outcome> {
  await checkRole(path, 'charter');
  const { name, seed } = await openKeys(path, await askPassphrase({ of: path, file: passphraseFile }));
  const shown = await fingerprint(identityPublicKey(await signingPublicKey(seed)));
  const words = paperKeyWords(seed, WORD_LISTS[language]);
  await writeWhole(out, paperKeyPage({ office: name, fingerprint: shown, language, words }), {
    mode: SECRET_MODE,
    replace: force === true,
  });
  return {
    lines: [
      `Page: ${out}. Whoever has it is the office: it has no pass phrase.`,
      'Open it in a browser on the offline machine, print it on a printer without a network, and destroy the file:',
      `  shred -u ${quoted(out)}`,
      'Then see that it can be read back, into a file that you destroy as well:',
      '  amparo key restore --words - --name "Drill" --out drill.key',
      `The fingerprint must be: ${shown}`,
    ],
    json: { page: out, fingerprint: shown },
  };
}
