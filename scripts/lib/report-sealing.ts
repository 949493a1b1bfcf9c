import {
  fingerprint,
  isoDateOf,
  openDirectory,
  parse,
  parseJson,
  reportSchema,
  type Directory,
  type Office,
  type Report,
} from '../../crypto/index.ts';
import { claimedCharter } from '../../client/shared/office/draft.ts';
import type { Command } from 'commander';
import { collect } from './command.ts';
import { Failure } from './failure.ts';
import { readWhole } from './files.ts';
import { inert } from './inert.ts';
import { readDirectoryFile } from './office-folder.ts';
import { findReviewer } from './office.ts';
import { note, warn } from './terminal.ts';

/** Whom a report is sealed to, and what goes with it. */
export interface AddressingOptions extends OfficeOptions {
  readonly attach?: readonly string[];
  readonly exclude?: readonly string[];
}

/** What a report is sealed from, wherever it goes then. */
export interface SealingOptions extends AddressingOptions {
  readonly file: string;
}

export interface OfficeOptions {
  readonly charter?: string;
}

export const REPORT_FILE = 'the report as JSON, in the form that crypto/SPEC.md gives';

export function withSealingOptions(command: Command): Command {
  return withAddressingOptions(command.requiredOption('--file <FILE>', REPORT_FILE));
}

export function withAddressingOptions(command: Command): Command {
  return withOfficeOptions(
    command
      .option('--attach <FILE>', 'a file to send with it; may be given again', collect)
      .option('--exclude <NAME>', 'a reviewer who must not be able to read it; may be given again', collect),
  );
}

export function withOfficeOptions(command: Command): Command {
  return command.option(
    '--fingerprint, --charter <FINGERPRINT>',
    "the office's fingerprint, from a poster or card; refuses any other office",
  );
}

export async function readReport(path: string): Promise<Report> {
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

/** Opens the office of a directory; held against the fingerprint, where there is one. Throws `charter-differs`. */
export async function trustedOffice(
  directory: Directory,
  expected: string | undefined,
): Promise<{ office: Office; shown: string }> {
  const { office, shown } = await openOffice(directory, expected);
  note(`Office: ${inert(office.roster.office)}${office.roster.demo ? ' (DEMO: nothing real belongs here)' : ''}`);
  note(`Fingerprint: ${shown}`);
  if (expected === undefined) {
    warn('the office was not verified: whoever gave you its directory could have put themselves in its place.');
    warn('Compare the fingerprint with a poster or card, or give it with --charter.');
  }
  return { office, shown };
}

/** The same without a word. */
export async function openOffice(
  directory: Directory,
  expected: string | undefined,
): Promise<{ office: Office; shown: string }> {
  const charter = claimedCharter(directory);
  const shown = await fingerprint(charter);
  if (expected !== undefined) checkFingerprint(shown, expected);
  return { office: await openDirectory(directory, charter, isoDateOf(new Date())), shown };
}

/** The office of a directory in a file. Throws as {@link trustedOffice}. */
export async function officeIn(path: string, expected: string | undefined): Promise<Office> {
  const directory = await readDirectoryFile(path);
  if (directory === null) throw new Failure('file-unreadable', path);
  return (await trustedOffice(directory, expected)).office;
}

/** Throws `charter-differs`. */
export function checkFingerprint(shown: string, expected: string): void {
  if (digitsOf(expected) !== digitsOf(shown)) throw new Failure('charter-differs', `this one is ${shown}`);
}

/** The slots of those who are named. Throws `reviewer-unknown`. */
export function excludedSlots({ roster }: Office, names: readonly string[] = []): ReadonlySet<number> {
  return new Set(names.map((name) => findReviewer(roster.reviewers, name).slot));
}

function digitsOf(text: string): string {
  return text.replace(/\s/g, '');
}
