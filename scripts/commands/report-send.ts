import type { Command } from 'commander';

import {
  newEvidenceKey,
  requireWebCrypto,
  sealReport,
  systemRandom,
  type Office,
  type Report,
} from '../../crypto/index.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';
import { readersOf } from '../lib/office.ts';
import { postLetter } from '../lib/post-letter.ts';
import {
  excludedSlots,
  readReport,
  trustedOffice,
  withSealingOptions,
  type SealingOptions,
} from '../lib/report-sealing.ts';
import { SealedFiles } from '../lib/sealed-files.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';
import { uploadEvidence } from '../lib/upload-evidence.ts';

type Options = CommonOptions & SealingOptions;

export function reportSendCommand(): Command {
  return withSealingOptions(
    subcommand({
      usage: 'send',
      about: 'seal a report exactly as the form does, and send it',
      examples: [
        'amparo report send https://example.org --file report.json --charter "12345 67890 ..."',
        'amparo report send https://example.org --file report.json --attach photo.jpg --exclude "Case worker"',
        '',
        'The smallest report.json: {"version": 1, "story": "What happened"}',
      ],
    }).argument('<URL>', 'address of the server'),
  ).action((url: string, options: Options) => conclude(options, reportSend(url, options)));
}

async function reportSend(url: string, options: Options): Promise<Outcome> {
  requireWebCrypto();
  const server = new ServerClient(serverUrl(url));
  const report = await readReport(options.file);
  const { office, shown } = await trustedOffice(await server.directory(), options.charter);
  const excluded = excludedSlots(office, options.exclude);
  const id = await sendAll(server, report, office, excluded, options.attach ?? []);
  const readers = readersOf(office, excluded);
  return {
    lines: [`The report is stored. Its number is ${id}.`, `It can be opened by: ${readers.map(inert).join(', ')}.`],
    json: {
      id,
      office: office.roster.office,
      fingerprint: shown,
      verified: options.charter !== undefined,
      readers,
    },
  };
}

async function sendAll(
  server: ServerClient,
  report: Report,
  office: Office,
  excluded: ReadonlySet<number>,
  paths: readonly string[],
): Promise<string> {
  if (paths.length === 0) return postLetter(server, await sealReport(report, office, excluded, systemRandom), null);
  const files = await SealedFiles.open(paths, newEvidenceKey(systemRandom));
  try {
    // Sealed first: a report that is too long should be known before gigabytes are sent.
    const letter = await sealReport({ ...report, evidence: files.list }, office, excluded, systemRandom);
    const evidence = await uploadEvidence(server, files);
    await files.checkUnchanged();
    return await postLetter(server, letter, evidence);
  } finally {
    await files.close();
  }
}
