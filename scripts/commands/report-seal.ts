import type { Command } from 'commander';

import {
  newEvidenceKey,
  PARCEL_SUFFIX,
  requireWebCrypto,
  sealReport,
  systemRandom,
  writeParcel,
  type Bytes,
  type Letter,
  type Office,
  type Report,
} from '../../crypto/index.ts';
import { readersOf } from '../../client/shared/office/draft.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { Failure } from '../lib/failure.ts';
import { exists, SECRET_MODE, writeWhole } from '../lib/files.ts';
import {
  codeJson,
  codeLines,
  keepCode,
  newCase,
  withNewCaseOptions,
  type NewCase,
  type NewCaseOptions,
} from '../lib/new-case.ts';
import { readDirectoryFile } from '../lib/office-folder.ts';
import { readersLine } from '../lib/office.ts';
import { sha256Of } from '../lib/report-folders.ts';
import {
  excludedSlots,
  readReport,
  trustedOffice,
  withSealingOptions,
  type SealingOptions,
} from '../lib/report-sealing.ts';
import { SealedFiles } from '../lib/sealed-files.ts';
import { quoted } from '../lib/shell.ts';
import { note } from '../lib/terminal.ts';
import { makeStamp } from '../lib/work.ts';

interface Options extends CommonOptions, SealingOptions, NewCaseOptions {
  readonly out: string;
  readonly force?: true;
}

export function reportSealCommand(): Command {
  return withNewCaseOptions(
    withSealingOptions(
      subcommand({
        usage: 'seal',
        about:
          'seal a report into one file, without a network, for somebody else to deliver; gives a case code to come back with',
        examples: [
          'amparo report seal directory.json --file report.json --out report.amparo --charter "12345 67890 ..."',
          'amparo report seal directory.json --file report.json --out report.amparo --attach photo.jpg',
          '',
          'directory.json is what the server gives at /api/directory; any copy will do that is not too old.',
        ],
      })
        .argument('<DIRECTORY.json>', 'the directory of the office')
        .requiredOption(`--out <FILE${PARCEL_SUFFIX}>`, 'the file to write'),
    ),
  )
    .option('--force', 'replace the file that is there')
    .action((directory: string, options: Options) => conclude(options, reportSeal(directory, options)));
}

async function reportSeal(directoryPath: string, options: Options): Promise<Outcome> {
  requireWebCrypto();
  const { out } = options;
  if (!options.force && (await exists(out))) throw new Failure('file-exists', out);
  const directory = await readDirectoryFile(directoryPath);
  if (directory === null) throw new Failure('file-unreadable', directoryPath);
  const report = await readReport(options.file);
  const { office, shown } = await trustedOffice(directory, options.charter);
  const excluded = excludedSlots(office, options.exclude);
  const made = await newCase(options);
  const letter = await sealInto(out, report, office, excluded, made, options);
  const readers = readersOf(office, excluded);
  const id = sha256Of(letter);
  return {
    lines: [
      `The sealed report is in ${out}. Its number is ${id}.`,
      readersLine(office, readers),
      'Anybody can deliver it and nobody can read it on the way: with the form for sealed reports on the site of the office, by USB stick or e-mail to',
      'the office, or with',
      `  amparo report deliver ${quoted(out)} URL`,
      ...codeLines(made),
    ],
    json: {
      parcel: out,
      id,
      office: office.roster.office,
      fingerprint: shown,
      verified: options.charter !== undefined,
      readers,
      ...codeJson(made),
    },
  };
}

async function sealInto(
  out: string,
  report: Report,
  office: Office,
  excluded: ReadonlySet<number>,
  made: NewCase | null,
  { attach = [], force }: Options,
): Promise<Letter> {
  const files = attach.length === 0 ? null : await SealedFiles.open(attach, newEvidenceKey(systemRandom));
  try {
    const whole = files === null ? report : { ...report, evidence: files.list };
    const letter = await sealReport(whole, office, excluded, systemRandom, made?.of);
    note('Working for the right to be delivered; this takes some seconds ...');
    const stamp = await makeStamp(letter);
    const count = files?.list.cells ?? 0;
    const parcel = writeParcel({ letter, stamp, count, cells: files === null ? [] : cellsOf(files) });
    await keepCode(made);
    await writeWhole(out, parcel, { mode: SECRET_MODE, replace: force === true });
    return letter;
  } finally {
    await files?.close();
  }
}

async function* cellsOf(files: SealedFiles): AsyncGenerator<Bytes> {
  for (let index = 0; index < files.list.cells; index += 1) yield await files.cell(index);
  await files.checkUnchanged();
}
