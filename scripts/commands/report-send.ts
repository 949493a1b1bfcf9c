import type { Command } from 'commander';

import {
  fingerprint,
  isoDateOf,
  newFileKey,
  openDirectory,
  parse,
  parseJson,
  reportSchema,
  requireWebCrypto,
  sealReport,
  systemRandom,
  type FileKey,
  type Office,
  type Report,
} from '../../crypto/index.ts';
import { collect, conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { readWhole } from '../lib/files.ts';
import { inert } from '../lib/inert.ts';
import { claimedCharter } from '../lib/office-folder.ts';
import { findReviewer, readersOf } from '../lib/office.ts';
import { postLetter } from '../lib/post-letter.ts';
import { SealedFiles } from '../lib/sealed-files.ts';
import { ServerClient, serverUrl } from '../lib/server.ts';
import { note, warn } from '../lib/terminal.ts';
import { uploadEvidence } from '../lib/upload-evidence.ts';

interface Options extends CommonOptions {
  readonly file: string;
  readonly attach?: readonly string[];
  readonly exclude?: readonly string[];
  readonly charter?: string;
}

export function reportSendCommand(): Command {
  return subcommand({
    usage: 'send',
    about: 'seal a report exactly as the form does, and send it',
    examples: [
      'amparo report send https://example.org --file report.json --charter "12345 67890 ..."',
      'amparo report send https://example.org --file report.json --attach photo.jpg --exclude "Case worker"',
      '',
      'The smallest report.json: {"version": 1, "story": "What happened"}',
    ],
  })
    .argument('<URL>', 'address of the server')
    .requiredOption('--file <FILE>', 'the report as JSON, in the form that crypto/SPEC.md gives')
    .option('--attach <FILE>', 'a file to send with it; may be given again', collect)
    .option('--exclude <NAME>', 'a reviewer who must not be able to read it; may be given again', collect)
    .option('--charter <FINGERPRINT>', "the office's fingerprint, from a poster or card; refuses any other office")
    .action((url: string, options: Options) => conclude(options, reportSend(url, options)));
}

async function reportSend(url: string, options: Options): Promise<Outcome> {
  requireWebCrypto();
  const server = new ServerClient(serverUrl(url));
  const report = await readReport(options.file);
  const { office, shown } = await trustedOffice(server, options.charter);
  const excluded = new Set((options.exclude ?? []).map((name) => findReviewer(office.roster.reviewers, name).slot));
  const key = newFileKey(systemRandom);
  const id = await sendAll(server, report, key, office, excluded, options.attach ?? []);
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

async function readReport(path: string): Promise<Report> {
  const report = parse(reportSchema, jsonIn(await readWhole(path), path), 'report-invalid');
  if (report.evidence) throw new Failure('evidence-in-report');
  return report;
}

function jsonIn(bytes: Uint8Array, path: string): unknown {
  try {
    return parseJson(bytes, 'report-not-json');
  } catch {
    throw new Failure('report-file-invalid', path);
  }
}

/** Opens the office that the server names; held against the fingerprint, where there is one. Throws `charter-differs`. */
async function trustedOffice(
  server: ServerClient,
  expected: string | undefined,
): Promise<{ office: Office; shown: string }> {
  const directory = await server.directory();
  const charter = claimedCharter(directory);
  const shown = await fingerprint(charter);
  if (expected !== undefined && digitsOf(expected) !== digitsOf(shown))
    throw new Failure('charter-differs', `this one is ${shown}`);
  const office = await openDirectory(directory, charter, isoDateOf(new Date()));
  note(`Office: ${inert(office.roster.office)}${office.roster.demo ? ' (DEMO: nothing real belongs here)' : ''}`);
  note(`Fingerprint: ${shown}`);
  if (expected === undefined) {
    warn('the office was not verified: whoever runs the server could have put themselves in its place.');
    warn('Compare the fingerprint with a poster or card, or give it with --charter.');
  }
  return { office, shown };
}

function digitsOf(text: string): string {
  return text.replace(/\s/g, '');
}

async function sendAll(
  server: ServerClient,
  report: Report,
  key: FileKey,
  office: Office,
  excluded: ReadonlySet<number>,
  paths: readonly string[],
): Promise<string> {
  if (paths.length === 0)
    return postLetter(server, await sealReport(report, key, office, excluded, systemRandom), null);
  const files = await SealedFiles.open(paths, key);
  try {
    // Sealed first: a report that is too long should be known before gigabytes are sent.
    const letter = await sealReport({ ...report, evidence: files.list }, key, office, excluded, systemRandom);
    const evidence = await uploadEvidence(server, files);
    await files.checkUnchanged();
    return await postLetter(server, letter, evidence);
  } finally {
    await files.close();
  }
}
