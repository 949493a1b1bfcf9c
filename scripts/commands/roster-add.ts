import type { Command } from 'commander';

import { fingerprint, identityOf, isoDateOf } from '../../crypto/index.ts';
import { conclude, languageList, subcommand, wholeNumber, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { findReviewer, withReviewer } from '../lib/office.ts';
import { readPublicFile } from '../lib/public-file.ts';
import { quoted } from '../lib/shell.ts';

interface Options extends CommonOptions {
  readonly role: string;
  readonly languages: string[];
  readonly name?: string;
  readonly slot?: number;
}

const SLOT_MAX = 31;

export function rosterAddCommand(): Command {
  return subcommand({
    usage: 'add',
    about: 'put a reviewer on the draft of the roster',
    examples: ['amparo roster add office case-worker.pub.json --role "reads reports" --languages en,es'],
  })
    .argument('<DIR>', 'the folder of the office')
    .argument('<FILE.pub.json>', "the reviewer's public file")
    .requiredOption('--role <ROLE>', 'what the reviewer does, as reporters see it')
    .requiredOption('--languages <TAGS>', 'languages that the reviewer reads', languageList)
    .option('--name <NAME>', 'another name than the public file gives')
    .option('--slot <N>', 'a certain slot (default: the first free one)', wholeNumber(0, SLOT_MAX))
    .action((path: string, file: string, options: Options) => conclude(options, rosterAdd(path, file, options)));
}

async function rosterAdd(path: string, publicPath: string, options: Options): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  const file = await readPublicFile(publicPath);
  const draft = await withReviewer(await folder.readDraft(), file, options, isoDateOf(new Date()));
  await folder.keepPublicFile(file);
  await folder.writeDraft(draft);
  const added = findReviewer(draft.reviewers, options.name ?? file.name);
  const shown = await fingerprint(identityOf(added));
  return {
    lines: [
      `${inert(added.name)} is in slot ${String(added.slot)} of the draft. Compare the fingerprint with the reviewer, by voice or on paper:`,
      `  ${shown}`,
      '',
      'Next, when everybody is there:',
      `  amparo roster sign ${quoted(path)}`,
    ],
    json: { name: added.name, slot: added.slot, fingerprint: shown },
  };
}
