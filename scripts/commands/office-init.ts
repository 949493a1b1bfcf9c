import type { Command } from 'commander';

import { isoDateOf, SLOT_COUNTS, systemRandom, THRESHOLD_MAX, type SlotCount } from '../../crypto/index.ts';
import { type Draft } from '../../client/shared/office/draft.ts';
import {
  conclude,
  languageList,
  oneOf,
  subcommand,
  wholeNumber,
  type CommonOptions,
  type Outcome,
  type PassphraseOptions,
} from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { DEFAULT_FORM, writeFormFiles } from '../lib/form-files.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { growingRosterOf, makeOffice } from '../lib/office.ts';
import { askNewPassphrase } from '../lib/passphrase.ts';
import { quoted } from '../lib/shell.ts';

interface Options extends CommonOptions, PassphraseOptions {
  readonly name: string;
  readonly contact: string;
  readonly languages: readonly string[];
  readonly slots: SlotCount;
  readonly threshold: number;
  readonly demo?: true;
  readonly force?: true;
}

const SLOTS_DEFAULT = SLOT_COUNTS[0];

export function officeInitCommand(): Command {
  return subcommand({
    usage: 'init',
    about: 'make an office: its charter key and the draft of its roster',
    examples: ['amparo office init office --name "Example Office" --languages en,es'],
  })
    .argument('<DIR>', 'the folder to make; keep it on the offline machine')
    .requiredOption('--name <NAME>', 'name of the office as reporters see it')
    .option('--contact <TEXT>', 'how to reach the office otherwise', '')
    .option('--languages <TAGS>', 'languages that the office reads', languageList, ['en'])
    .option('--slots <N>', 'room for reviewers: 4, 8, 16 or 32', oneOf(SLOT_COUNTS), SLOTS_DEFAULT)
    .option('--threshold <K>', 'how many reviewers must open a report together', wholeNumber(1, THRESHOLD_MAX), 1)
    .option('--demo', 'mark it as a demo on every page')
    .option('--passphrase-file <FILE>', 'take the new pass phrase from the first line of a file')
    .option('--force', 'replace the office that is there, its charter key included')
    .action((folder: string, options: Options) => conclude(options, officeInit(folder, options)));
}

async function officeInit(path: string, options: Options): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  if ((await folder.hasDraft()) && !options.force) throw new Failure('file-exists', path);
  const draft = draftOf(options);
  const passphrase = await askNewPassphrase({ of: 'the charter key', file: options.passphraseFile });
  const shown = await makeOffice(folder, draft, passphrase, { random: systemRandom, replace: options.force === true });
  await writeFormFiles(path, DEFAULT_FORM);
  return {
    lines: [
      `The office "${draft.office}" is in ${path}. Its charter key is in ${folder.charterKey}: keep both offline, with a copy.`,
      '',
      `Fingerprint, for posters and cards:`,
      `  ${shown}`,
      '',
      'What the form asks is in questionnaire.json, emergency numbers go into emergency.json: edit them, then `amparo office check`.',
      '',
      'Next:',
      '  amparo key new --name "Case worker" --out case-worker.key       (each reviewer, on their own machine)',
      `  amparo roster add ${quoted(path)} case-worker.pub.json --role "reads reports" --languages ${draft.languages.join(',')}`,
      `  amparo roster sign ${quoted(path)}`,
    ],
    json: { folder: path, charterKey: folder.charterKey, fingerprint: shown },
  };
}

function draftOf({ name, contact, languages, slots, threshold, demo }: Options): Draft {
  const draft: Draft = {
    office: name,
    contact,
    languages: [...languages],
    slots,
    threshold,
    demo: demo === true,
    reviewers: [],
  };
  const today = isoDateOf(new Date());
  // A roster needs somebody on it: with a stand-in, all the rest of the draft is checked before a key is made for it.
  const standIn = { slot: 0, name: 'x', role: 'x', languages: ['en'], identity: `${'A'.repeat(43)}=` };
  growingRosterOf({ ...draft, reviewers: [standIn] }, today);
  return draft;
}
