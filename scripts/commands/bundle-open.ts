import { join } from 'node:path';

import type { Command } from 'commander';

import { dayOf, systemRandom, type Keys, type Office } from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { EXIT, Failure } from '../lib/failure.ts';
import { inert } from '../lib/inert.ts';
import { checkRole, openKeys } from '../lib/key-ring.ts';
import { openBundle, type OpenedBundle } from '../lib/open-bundle.ts';
import { openedMarks } from '../lib/opened-marks.ts';
import { addToOutbound, OUTBOUND_OPTION, readOutbound } from '../lib/outbound-file.ts';
import { problemLine, type LetterOutcome } from '../lib/outcome.ts';
import { startsAsBundle } from '../lib/parcel-file.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { NO_RELEASES, readReleases, type Releases } from '../lib/releases.ts';
import { officeIn, withOfficeOptions, type OfficeOptions } from '../lib/report-sealing.ts';
import { caseName } from '../lib/report-text.ts';
import { count, several, withProgress, type Progress } from '../lib/terminal.ts';

interface Options extends CommonOptions, PassphraseOptions, OfficeOptions {
  readonly key: string;
  readonly out: string;
  readonly release?: readonly string[];
  readonly directory?: string;
  readonly outbound?: string;
}

export function bundleOpenCommand(): Command {
  return withOfficeOptions(
    subcommand({
      usage: 'open',
      about: 'open bundles and sealed reports with a key file, offline: one folder for each report',
      examples: [
        'amparo bundle open reports.bundle --key case-worker.key --out opened',
        'amparo bundle open reports.bundle brought-1.amparo brought-2.amparo --key case-worker.key --out opened',
        'amparo bundle open reports.bundle --key case-worker.key --out opened --outbound to-server.outbound',
        'amparo bundle open reports.bundle --key case-worker.key --out opened --directory directory.json --release a.release b.release',
      ],
    }),
  )
    .argument('<BUNDLE...>', 'bundles that `amparo courier fetch` wrote, and sealed reports (*.amparo)')
    .requiredOption('--key <FILE.key>', "the reviewer's key file")
    .requiredOption('--out <DIR>', 'folder for the opened reports; made where it is missing')
    .option(OUTBOUND_OPTION, 'file for the server, to which the word is added that reports of a case were opened')
    .option('--release <FILE.release...>', 'shares that colleagues released to you with `amparo share release`')
    .option('--directory <FILE.json>', 'the directory of the office, by which it is known who released them')
    .option('--passphrase-file <FILE>', 'take the pass phrase of the key file from the first line of a file')
    .action((bundles: string[], options: Options) => conclude(options, bundleOpen(bundles, options)));
}

async function bundleOpen(paths: readonly string[], options: Options): Promise<Outcome> {
  const { key, out, outbound, release = [], passphraseFile } = options;
  for (const path of paths) await startsAsBundle(path); // what cannot be read is told before the pass phrase is asked for
  if (outbound !== undefined) await readOutbound(outbound);
  const office = release.length > 0 ? await officeOf(options) : null;
  await checkRole(key, 'reviewer');
  const keys = await openKeys(key, await askPassphrase({ of: key, file: passphraseFile }));
  const releases = office === null ? NO_RELEASES : await readReleases(release, keys, office.roster);
  const bundles = await withProgress((progress) => openAll(paths, keys, { out, releases }, progress));
  const marks = outbound === undefined ? null : await markAll(outbound, out, bundles, keys);
  return summary(out, bundles, outbound === undefined || marks === null ? null : { outbound, marks });
}

/** Throws `directory-needed`, and as `trustedOffice`. */
async function officeOf({ directory, charter }: Options): Promise<Office> {
  if (directory === undefined) throw new Failure('directory-needed');
  return officeIn(directory, charter);
}

/** Tells the reporters, through the server, that their reports were opened; gives how many. */
async function markAll(outbound: string, out: string, bundles: readonly OpenedBundle[], keys: Keys): Promise<number> {
  const letters = bundles.flatMap((bundle) => bundle.letters);
  const opened = await openedMarks(out, letters, keys, { day: dayOf(new Date()), random: systemRandom });
  await addToOutbound(outbound, { opened });
  return opened.length;
}

/** One that is damaged keeps none of the others from opening. */
async function openAll(
  paths: readonly string[],
  keys: Keys,
  { out, releases }: { readonly out: string; readonly releases: Releases },
  progress: Progress,
): Promise<readonly OpenedBundle[]> {
  const bundles: OpenedBundle[] = [];
  let before = 0;
  for (const path of paths) {
    const opened = await openBundle(path, keys, out, releases, (letters) => {
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

interface Marked {
  readonly outbound: string;
  readonly marks: number;
}

function summary(out: string, bundles: readonly OpenedBundle[], marked: Marked | null): Outcome {
  const letters = bundles.flatMap((bundle) => bundle.letters);
  const failures = bundles.flatMap(({ path, failure }) => (failure === null ? [] : [{ ...failure, bundle: path }]));
  const withOutcome = (wanted: LetterOutcome['outcome']) => letters.filter(({ outcome }) => outcome === wanted);
  const faulty = letters.filter(({ problems }) => problems.length > 0);
  const ofCases = letters.flatMap(({ folder = '', case: of }) => (of ? [{ folder, ...of }] : []));
  const warned = letters.filter(({ warnings = [] }) => warnings.length > 0);
  const renamed = letters.flatMap(({ folder = '', files }) =>
    files.filter((file) => file.renamed === 'escapes').map((file) => ({ folder, file })),
  );
  const counts = {
    letters: letters.length,
    opened: withOutcome('opened').length,
    damaged: withOutcome('damaged').length,
    failed: withOutcome('failed').length,
    notForThisKey: withOutcome('not-for-this-key').length,
    journal: withOutcome('journal').length,
    waiting: withOutcome('waiting').length,
  };
  return {
    exit: faulty.length > 0 || failures.length > 0 ? EXIT.partial : EXIT.ok,
    lines: [
      `${several(counts.letters, 'letter')}: ${count(counts.opened)} opened, ${count(counts.damaged)} opened in part, ${count(counts.failed)} not opened, ${count(counts.notForThisKey)} not for this key${counts.journal > 0 ? `, ${count(counts.journal)} for the desk (entries of the journal)` : ''}${counts.waiting > 0 ? `, ${count(counts.waiting)} waiting for the shares of colleagues` : ''}.`,
      ...(counts.notForThisKey > 0
        ? [
            'Not for this key are cover letters, letters that leave this reviewer out, and any that somebody damaged: no key tells one from the other.',
          ]
        : []),
      ...faulty.flatMap(faultLines),
      ...failures.map(({ bundle, message, code }) => `${inert(bundle)}: ${message} [${code}]`),
      ...warned.flatMap((letter) =>
        (letter.warnings ?? []).map((line) => `${placeOf(letter)}: Warning: ${problemLine(line)}`),
      ),
      ...withOutcome('waiting').flatMap(waitingLines),
      ...ofCases.map(
        (of) =>
          `${of.folder}: ${caseName(of.mailbox)}${of.followUp ? ', follows an earlier report of the same case' : ''}`,
      ),
      ...renamed.map(
        ({ folder, file }) =>
          `${folder}: a file name tried to leave its folder and was replaced: ${inert(file.sent)} is files/${file.name}`,
      ),
      `The reports are in ${out}; ${join(out, 'bundle.json')} lists every letter.`,
      ...(marked
        ? [
            `${marked.outbound} tells the server of ${several(marked.marks, 'opened report')}; take it there with \`amparo courier deliver\`.`,
          ]
        : []),
    ],
    json: {
      out,
      ...counts,
      failure: failures[0] ?? null,
      bundles: bundles.map(({ path, letters: opened, failure }) => ({ path, letters: opened.length, failure })),
      problems: faulty.map(({ id, cursor, folder, problems }) => ({ id, cursor, folder: folder ?? null, problems })),
      waitingFor: withOutcome('waiting').map(({ id, day, waiting }) => ({ id, day, ...waiting })),
      cases: ofCases,
      warnings: warned.map(({ id, folder, warnings }) => ({ id, folder: folder ?? null, warnings })),
      ...(marked && marked),
      renamed: renamed.map(({ folder, file }) => ({ folder, sent: file.sent, name: file.name })),
    },
  };
}

function faultLines(letter: LetterOutcome): string[] {
  return letter.problems.map((fault) => `${placeOf(letter)}: ${problemLine(fault)}`);
}

function waitingLines(letter: LetterOutcome): string[] {
  if (!letter.waiting) return [];
  const { threshold, missing, askCode } = letter.waiting;
  return [
    `${placeOf(letter)}: takes ${String(threshold)} reviewers together; ${several(missing, 'share')} more to come. Your code, for the colleagues whom you ask: ${askCode}`,
    `  amparo share release BUNDLE --key THEIR.key --letter ${letter.id} --to YOUR-NAME --ask-code "${askCode}" --directory directory.json --out yours.release`,
  ];
}

function placeOf({ id, day, folder }: LetterOutcome): string {
  return folder ?? `${day ?? 'undated'}-${id.slice(0, 8)}`;
}
