import type { Command } from 'commander';

import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';
import { readLogFile } from '../lib/log-file.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { quoted } from '../lib/shell.ts';

export function rosterLogCommand(): Command {
  return subcommand({
    usage: 'log',
    about: "put the server's public log on the draft of the roster, so that the office vouches for it",
    examples: ['amparo roster log office log.json'],
  })
    .argument('<DIR>', 'the folder of the office')
    .argument('<LOG.json>', 'what `amparo log show` prints; "witnesses": [{"name", "publicKey"}] may be added')
    .action((path: string, file: string, options: CommonOptions) => conclude(options, rosterLog(path, file)));
}

async function rosterLog(path: string, logPath: string): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  const log = await readLogFile(logPath);
  await folder.writeDraft({ ...(await folder.readDraft()), log });
  const witnesses = (log.witnesses ?? []).map(({ name }) => name);
  return {
    lines: [
      `The log ${inert(log.origin)} is on the draft, ${witnesses.length === 0 ? 'without witnesses' : `watched by ${witnesses.map(inert).join(', ')}`}.`,
      '',
      'Next, when everybody is there:',
      `  amparo roster sign ${quoted(path)}`,
    ],
    json: { origin: log.origin, publicKey: log.publicKey, witnesses },
  };
}
