import { join } from 'node:path';

import type { Command } from 'commander';

import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { EXIT, Failure } from '../lib/failure.ts';
import { exists } from '../lib/files.ts';
import { inert } from '../lib/inert.ts';
import { checkRole, openKeys } from '../lib/key-ring.ts';
import { openBundle, type OpenedBundle } from '../lib/open-bundle.ts';
import type { LetterOutcome, OpeningProblem } from '../lib/outcome.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { count, several, withProgress } from '../lib/terminal.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly key: string;
  readonly out: string;
}

export function bundleOpenCommand(): Command {
  return subcommand({
    usage: 'open',
    about: 'open a bundle with a key file, offline: one folder for each report',
    examples: ['amparo bundle open reports.bundle --key case-worker.key --out opened'],
  })
    .argument('<BUNDLE>', 'bundle that `amparo courier fetch` wrote')
    .requiredOption('--key <FILE.key>', "the reviewer's key file")
    .requiredOption('--out <DIR>', 'folder for the opened reports; made where it is missing')
    .option('--passphrase-file <FILE>', 'take the pass phrase of the key file from the first line of a file')
    .action((bundle: string, options: Options) => conclude(options, bundleOpen(bundle, options)));
}

async function bundleOpen(bundle: string, { key, out, passphraseFile }: Options): Promise<Outcome> {
  if (!(await exists(bundle))) throw new Failure('file-unreadable', bundle);
  await checkRole(key, 'reviewer');
  const keys = await openKeys(key, await askPassphrase({ of: key, file: passphraseFile }));
  const opened = await withProgress((progress) =>
    openBundle(bundle, keys, out, (letters) => {
      progress.show(
        (seconds) => `Opening: ${count(letters)} letters, ${count(Math.round(letters / seconds))} per second`,
      );
    }),
  );
  return summary(out, opened);
}

function summary(out: string, { letters, failure }: OpenedBundle): Outcome {
  const withOutcome = (wanted: LetterOutcome['outcome']) => letters.filter(({ outcome }) => outcome === wanted);
  const faulty = letters.filter(({ problems }) => problems.length > 0);
  const renamed = letters.flatMap(({ folder = '', files }) =>
    files.filter((file) => file.renamed === 'escapes').map((file) => ({ folder, file })),
  );
  const counts = {
    letters: letters.length,
    opened: withOutcome('opened').length,
    damaged: withOutcome('damaged').length,
    failed: withOutcome('failed').length,
    notForThisKey: withOutcome('not-for-this-key').length,
  };
  return {
    exit: faulty.length > 0 || failure !== null ? EXIT.partial : EXIT.ok,
    lines: [
      `${several(counts.letters, 'letter')}: ${count(counts.opened)} opened, ${count(counts.damaged)} opened in part, ${count(counts.failed)} not opened, ${count(counts.notForThisKey)} not for this key.`,
      ...faulty.flatMap(faultLines),
      ...(failure === null ? [] : [`The bundle: ${failure.message} [${failure.code}]`]),
      ...renamed.map(
        ({ folder, file }) =>
          `${folder}: a file name tried to leave its folder and was replaced: ${inert(file.sent)} is files/${file.name}`,
      ),
      `The reports are in ${out}; ${join(out, 'bundle.json')} lists every letter.`,
    ],
    json: {
      out,
      ...counts,
      failure,
      problems: faulty.map(({ id, cursor, folder, problems }) => ({ id, cursor, folder: folder ?? null, problems })),
      renamed: renamed.map(({ folder, file }) => ({ folder, sent: file.sent, name: file.name })),
    },
  };
}

function faultLines({ id, day, folder, problems }: LetterOutcome): string[] {
  const where = folder ?? `${day}-${id.slice(0, 8)}`;
  return problems.map((fault) => `${where}: ${faultText(fault)}`);
}

function faultText({ code, message, file }: OpeningProblem): string {
  return `${file === undefined ? '' : `${file}: `}${message} [${code}]`;
}
