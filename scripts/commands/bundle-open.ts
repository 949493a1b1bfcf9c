import { join } from 'node:path';

import type { Command } from 'commander';

import type { Keys } from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { EXIT } from '../lib/failure.ts';
import { inert } from '../lib/inert.ts';
import { checkRole, openKeys } from '../lib/key-ring.ts';
import { openBundle, type OpenedBundle } from '../lib/open-bundle.ts';
import type { LetterOutcome, OpeningProblem } from '../lib/outcome.ts';
import { startsAsBundle } from '../lib/parcel-file.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { count, several, withProgress, type Progress } from '../lib/terminal.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly key: string;
  readonly out: string;
}

export function bundleOpenCommand(): Command {
  return subcommand({
    usage: 'open',
    about: 'open bundles and sealed reports with a key file, offline: one folder for each report',
    examples: [
      'amparo bundle open reports.bundle --key case-worker.key --out opened',
      'amparo bundle open reports.bundle brought-1.amparo brought-2.amparo --key case-worker.key --out opened',
    ],
  })
    .argument('<BUNDLE...>', 'bundles that `amparo courier fetch` wrote, and sealed reports (*.amparo)')
    .requiredOption('--key <FILE.key>', "the reviewer's key file")
    .requiredOption('--out <DIR>', 'folder for the opened reports; made where it is missing')
    .option('--passphrase-file <FILE>', 'take the pass phrase of the key file from the first line of a file')
    .action((bundles: string[], options: Options) => conclude(options, bundleOpen(bundles, options)));
}

async function bundleOpen(paths: readonly string[], { key, out, passphraseFile }: Options): Promise<Outcome> {
  for (const path of paths) await startsAsBundle(path); // what cannot be read is told before the pass phrase is asked for
  await checkRole(key, 'reviewer');
  const keys = await openKeys(key, await askPassphrase({ of: key, file: passphraseFile }));
  const bundles = await withProgress((progress) => openAll(paths, keys, out, progress));
  return summary(out, bundles);
}

/** One that is damaged keeps none of the others from opening. */
async function openAll(
  paths: readonly string[],
  keys: Keys,
  out: string,
  progress: Progress,
): Promise<readonly OpenedBundle[]> {
  const bundles: OpenedBundle[] = [];
  let before = 0;
  for (const path of paths) {
    const opened = await openBundle(path, keys, out, (letters) => {
      progress.show(
        (seconds) =>
          `Opening: ${count(before + letters)} letters, ${count(Math.round((before + letters) / seconds))} per second`,
      );
    });
    before += opened.letters.length;
    bundles.push(opened);
  }
  return bundles;
}

function summary(out: string, bundles: readonly OpenedBundle[]): Outcome {
  const letters = bundles.flatMap((bundle) => bundle.letters);
  const failures = bundles.flatMap(({ path, failure }) => (failure === null ? [] : [{ ...failure, bundle: path }]));
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
    exit: faulty.length > 0 || failures.length > 0 ? EXIT.partial : EXIT.ok,
    lines: [
      `${several(counts.letters, 'letter')}: ${count(counts.opened)} opened, ${count(counts.damaged)} opened in part, ${count(counts.failed)} not opened, ${count(counts.notForThisKey)} not for this key.`,
      ...faulty.flatMap(faultLines),
      ...failures.map(({ bundle, message, code }) => `${inert(bundle)}: ${message} [${code}]`),
      ...renamed.map(
        ({ folder, file }) =>
          `${folder}: a file name tried to leave its folder and was replaced: ${inert(file.sent)} is files/${file.name}`,
      ),
      `The reports are in ${out}; ${join(out, 'bundle.json')} lists every letter.`,
    ],
    json: {
      out,
      ...counts,
      failure: failures[0] ?? null,
      bundles: bundles.map(({ path, letters: opened, failure }) => ({ path, letters: opened.length, failure })),
      problems: faulty.map(({ id, cursor, folder, problems }) => ({ id, cursor, folder: folder ?? null, problems })),
      renamed: renamed.map(({ folder, file }) => ({ folder, sent: file.sent, name: file.name })),
    },
  };
}

function faultLines({ id, day, folder, problems }: LetterOutcome): string[] {
  const where = folder ?? `${day ?? 'undated'}-${id.slice(0, 8)}`;
  return problems.map((fault) => `${where}: ${faultText(fault)}`);
}

function faultText({ code, message, file }: OpeningProblem): string {
  return `${file === undefined ? '' : `${file}: `}${message} [${code}]`;
}
