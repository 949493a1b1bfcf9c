import type { Command } from 'commander';

import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { EXIT } from '../lib/failure.ts';
import { checkCoverFile } from '../lib/cover-file.ts';
import { checkFormFiles } from '../lib/form-files.ts';
import { inert } from '../lib/inert.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { quoted } from '../lib/shell.ts';

export function officeCheckCommand(): Command {
  return subcommand({
    usage: 'check',
    about:
      'check what the office asks (questionnaire.json), its emergency numbers (emergency.json) and its cover letters (cover.json)',
    examples: ['amparo office check office'],
  })
    .argument('<DIR>', 'the folder of the office')
    .action((folder: string, options: CommonOptions) => conclude(options, officeCheck(folder)));
}

async function officeCheck(path: string): Promise<Outcome> {
  const { languages } = await new OfficeFolder(path).readDraft();
  const { files, mistakes: ofForm } = await checkFormFiles(path, languages);
  const cover = await checkCoverFile(path);
  const mistakes = [...ofForm, ...cover.mistakes];
  if (mistakes.length > 0) {
    return {
      lines: ['Correct these, and check again:', ...mistakes.map((mistake) => `  ${inert(mistake)}`)],
      json: { mistakes },
      exit: EXIT.partial,
    };
  }
  const questions = files.questionnaire.steps.flatMap((step) => step.questions);
  return {
    lines: [
      `All is well: ${String(questions.length)} questions on ${String(files.questionnaire.steps.length)} screens, ${String(files.emergency.length)} emergency numbers.`,
      cover.value === null
        ? 'No cover letters are sent.'
        : `Cover letters: ${String(cover.value.perDay)} a day on average, by \`amparo cover\` on a machine that has a network.`,
      `Next: amparo roster publish ${quoted(path)} --data DATA`,
    ],
    json: {
      mistakes: [],
      questions: questions.map(({ id }) => id),
      emergency: files.emergency.length,
      coverPerDay: cover.value?.perDay ?? null,
    },
  };
}
