import type { Command } from 'commander';

import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { findReviewer } from '../lib/office.ts';
import { quoted } from '../lib/shell.ts';

export function rosterRemoveCommand(): Command {
  return subcommand({
    usage: 'remove',
    about: 'take a reviewer off the draft of the roster',
    examples: ['amparo roster remove office "Case worker"'],
  })
    .argument('<DIR>', 'the folder of the office')
    .argument('<NAME>', 'name of the reviewer as it stands on the roster')
    .action((path: string, name: string, options: CommonOptions) => conclude(options, rosterRemove(path, name)));
}

async function rosterRemove(path: string, name: string): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  const draft = await folder.readDraft();
  const removed = findReviewer(draft.reviewers, name);
  await folder.writeDraft({ ...draft, reviewers: draft.reviewers.filter((reviewer) => reviewer !== removed) });
  await folder.dropPublicFile(removed);
  return {
    lines: [
      `${inert(name)} is off the draft. Until a new roster is signed and published, reports are still sealed to them:`,
      `  amparo roster sign ${quoted(path)}`,
    ],
    json: { removed: name, slot: removed.slot },
  };
}
