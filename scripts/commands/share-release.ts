import type { Command } from 'commander';

import {
  askCode,
  openLetter,
  releaseShare,
  identityOf,
  sealJournalLetters,
  signingPublicKey,
  systemRandom,
  toBase64,
  type Bytes,
  type Keys,
  type LetterShare,
  type Office,
  type Reviewer,
} from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome, type PassphraseOptions } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { exists, SECRET_MODE, writeWhole } from '../lib/files.ts';
import { findLetter } from '../lib/find-letter.ts';
import { inert } from '../lib/inert.ts';
import { checkRole, epochKeyFor, openKeys } from '../lib/key-ring.ts';
import { findReviewer } from '../lib/office.ts';
import { startsAsBundle } from '../lib/parcel-file.ts';
import { askPassphrase } from '../lib/passphrase.ts';
import { officeIn, withOfficeOptions, type OfficeOptions } from '../lib/report-sealing.ts';
import { quoted } from '../lib/shell.ts';

interface Options extends CommonOptions, PassphraseOptions, OfficeOptions {
  readonly key: string;
  readonly letter: string;
  readonly to: string;
  readonly askCode: string;
  readonly directory: string;
  readonly out: string;
  readonly force?: true;
}

export function shareReleaseCommand(): Command {
  return withOfficeOptions(
    subcommand({
      usage: 'release',
      about: 'give a colleague your share of a letter that takes several reviewers, offline: sealed to them alone',
      examples: [
        'amparo share release reports.bundle --key case-worker.key --letter 1a2b3c4d --to Counsellor --ask-code "12345 67890" --directory directory.json --out counsellor.release',
        '',
        'The colleague tells you the code, which `amparo bundle open` shows to those whom the reporter let read. Never release without it.',
      ],
    })
      .argument('<BUNDLE...>', 'bundles and sealed reports (*.amparo), one of which holds the letter')
      .requiredOption('--key <FILE.key>', 'your key file')
      .requiredOption('--letter <ID>', 'id of the letter, or how it begins; 8 characters at least')
      .requiredOption('--to <NAME>', 'name of the colleague, as it stands on the roster')
      .requiredOption('--ask-code <DIGITS>', "the colleague's code for this letter")
      .requiredOption('--directory <FILE.json>', 'the directory of the office')
      .requiredOption('--out <FILE.release>', 'the file to write'),
  )
    .option('--passphrase-file <FILE>', 'take the pass phrase of the key file from the first line of a file')
    .option('--force', 'replace the file that is there')
    .action((bundles: string[], options: Options) => conclude(options, shareRelease(bundles, options)));
}

async function shareRelease(paths: readonly string[], options: Options): Promise<Outcome> {
  const { key, out } = options;
  if (!/^[0-9a-f]{8,64}$/.test(options.letter)) throw new Failure('letter-unknown', options.letter);
  if (!options.force && (await exists(out))) throw new Failure('file-exists', out);
  for (const path of paths) await startsAsBundle(path); // what cannot be read is told before the pass phrase is asked for
  const office = await officeIn(options.directory, options.charter);
  const to = addressee(office, options.to);
  const { id, letter } = await findLetter(paths, options.letter);
  await checkRole(key, 'reviewer');
  const keys = await openKeys(key, await askPassphrase({ of: key, file: options.passphraseFile }));
  if (toBase64(await signingPublicKey(keys.seed)) === to.identity) throw new Failure('release-to-self');

  const share = await shareIn(letter, keys);
  await checkCode(share, to, options.askCode);
  const { slot, wrapKey } = share;
  const release = await releaseShare({ letter: id, slot, wrapKey, to: identityOf(to) }, keys.seed);
  const toSend = { journal: [], grants: [], releases: [release] };
  const [sealed] = await sealJournalLetters(toSend, office, new Set([to.slot]), systemRandom);
  if (!sealed) throw new Error('one release makes one letter');
  await writeWhole(out, sealed, { mode: SECRET_MODE, replace: options.force === true });
  return {
    lines: [
      `Your share of the letter ${id} is in ${out}, sealed to ${inert(to.name)}. Whoever else finds the file can do nothing with it.`,
      `${inert(to.name)} opens the report, once enough shares are there, with`,
      `  amparo bundle open ${paths.map(quoted).join(' ')} --key KEY --out DIR --directory ${quoted(options.directory)} --release ${quoted(out)}`,
    ],
    json: { release: out, letter: id, to: to.name, threshold: share.threshold },
  };
}

/** Throws `reviewer-unknown`, `reviewer-keyless`. */
function addressee({ roster, addressable }: Office, name: string): Reviewer {
  const found = findReviewer(roster.reviewers, name);
  if (!addressable.some(({ reviewer }) => reviewer.slot === found.slot)) throw new Failure('reviewer-keyless', name);
  return found;
}

/** Throws `share-none`, and as `openLetter`. */
async function shareIn(letter: Bytes, keys: Keys): Promise<LetterShare> {
  const opened = await openLetter(letter, epochKeyFor(keys.epochs, letter));
  if (opened?.kind !== 'share') throw new Failure('share-none');
  return opened;
}

/** Throws `ask-code-wrong`: the reporter excluded the colleague, or it is the code of another letter or person. */
async function checkCode({ readerKey }: LetterShare, to: Reviewer, given: string): Promise<void> {
  const expected = await askCode(readerKey, identityOf(to));
  if (given.replace(/\s/g, '') !== expected.replace(/\s/g, '')) throw new Failure('ask-code-wrong', to.name);
}
