import type { Command } from 'commander';

import { THRESHOLD_MAX } from '../../crypto/index.ts';
import { conclude, subcommand, wholeNumber, type CommonOptions, type Outcome } from '../lib/command.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { quoted } from '../lib/shell.ts';
import { several } from '../lib/terminal.ts';

export function rosterThresholdCommand(): Command {
  return subcommand({
    usage: 'threshold',
    about: 'set how many reviewers must open a report together, on the draft of the roster',
    examples: ['amparo roster threshold office 2'],
  })
    .argument('<DIR>', 'the folder of the office')
    .argument('<K>', 'how many; 1 lets each reviewer open alone', wholeNumber(1, THRESHOLD_MAX))
    .action((path: string, threshold: number, options: CommonOptions) =>
      conclude(options, rosterThreshold(path, threshold)),
    );
}

async function rosterThreshold(path: string, threshold: number): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  const draft = await folder.readDraft();
  await folder.writeDraft({ ...draft, threshold });
  const reviewers = draft.reviewers.length;
  return {
    lines: [
      threshold === 1
        ? 'Each reviewer opens reports alone, once this is signed. Reports that are there keep what they were sealed with.'
        : `${String(threshold)} reviewers open a report together, once this is signed. Reports that are there keep what they were sealed with.`,
      ...(reviewers < threshold
        ? [
            `There are ${several(reviewers, 'reviewer')} on the draft: it cannot be signed before there are ${String(threshold)}.`,
          ]
        : []),
      '',
      'Next, when everybody is there:',
      `  amparo roster sign ${quoted(path)}`,
    ],
    json: { threshold, reviewers },
  };
}
