import type { Command } from 'commander';

import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { ParcelFile } from '../lib/parcel-file.ts';
import { postLetter } from '../lib/post-letter.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';
import { uploadEvidence } from '../lib/upload-evidence.ts';

export function reportDeliverCommand(): Command {
  return subcommand({
    usage: 'deliver',
    about: 'deliver a report that somebody sealed into a file; whoever delivers it cannot read it',
    examples: ['amparo report deliver report.amparo https://example.org'],
  })
    .argument('<FILE.amparo>', 'the sealed report')
    .argument('<URL>', 'address of the server of the office that it was sealed for')
    .action((path: string, url: string, options: CommonOptions) => conclude(options, reportDeliver(path, url)));
}

async function reportDeliver(path: string, url: string): Promise<Outcome> {
  const server = new ServerClient(serverUrl(url));
  const parcel = await ParcelFile.open(path);
  try {
    const evidence = parcel.count === 0 ? null : await uploadEvidence(server, parcel);
    const { id } = await postLetter(server, parcel.letter, { evidence, note: null });
    return {
      lines: [
        `The report is stored. Its number is ${id}.`,
        'The file is no longer needed for it; delete it if it is a danger.',
      ],
      json: { id },
    };
  } finally {
    await parcel.close();
  }
}
