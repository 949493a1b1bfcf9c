import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  BUNDLE_MAGIC,
  concatBytes,
  dayOf,
  encodeCellRecord,
  encodeDirectoryRecord,
  encodeEndRecord,
  encodeLetterRecord,
  encodeReport,
  identityPublicKey,
  isoDateOf,
  listEvidence,
  newCasebook,
  newCaseSecret,
  newEvidenceKey,
  openCase,
  openDirectory,
  chooseRecipients,
  sealCasebook,
  sealEvidence,
  sealKeyFile,
  sealLetter,
  signingPublicKey,
  systemRandom,
  toBase64,
  utf8,
  type Bytes,
  type Case,
  type Casebook,
  type EvidenceList,
  type Report,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import type { TestOffice } from '../server/office.ts';

/** Files as reviewers carry them to the offline machine: key files that open quickly, bundles of any reports. */
export const PASSPHRASE = 'plain lantern orbit meadow';
const QUICK = { memoryKiB: 8192, passes: 1 };

export interface SentFile {
  readonly name: string;
  readonly type?: string;
  readonly content: Uint8Array;
  readonly note?: string;
  /** It tells the story. */
  readonly story?: true;
}

/** One letter of a bundle, as its sender meant it. */
export interface Sent {
  readonly report?: Omit<Partial<Report>, 'version'>;
  /** In place of a report: any bytes, as a hostile sender seals them. */
  readonly bytes?: Bytes;
  readonly files?: readonly SentFile[];
  readonly of?: Case;
  readonly excluded?: readonly number[];
  /** Days since it was taken in. */
  readonly age?: number;
}

export interface SealedLetter {
  readonly letter: Bytes;
  readonly cells: readonly Bytes[];
  readonly day: number;
}

export function newCase(): Promise<Case> {
  return openCase(newCaseSecret(systemRandom));
}

export async function writeKeyFile(office: TestOffice, slot: number, folder: string): Promise<string> {
  const reviewer = office.reviewers[slot];
  if (!reviewer) throw new Error('no such reviewer');
  const { name, seed, epochKey } = reviewer;
  const keys = { role: 'reviewer', name, seed, epochs: [epochKey] } as const;
  const path = join(folder, `reviewer-${String(slot)}.key`);
  await writeFile(path, await sealKeyFile(keys, PASSPHRASE, QUICK, argon2id, systemRandom));
  return path;
}

/** Seals as the form does, or whatever bytes somebody else seals. */
export async function sealSent(office: TestOffice, sent: Sent): Promise<SealedLetter> {
  const { report, bytes, files = [], of, excluded = [], age = 0 } = sent;
  const opened = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  const { list, cells } = await sealFiles(files);
  const whole = { version: 1 as const, story: '', ...report, ...(list && { evidence: list }) };
  const content = bytes ?? (await encodeReport(whole, of));
  const recipients = chooseRecipients(opened, new Set(excluded));
  const letter = await sealLetter(content, recipients, systemRandom);
  return { letter, cells, day: dayOf(new Date()) - age };
}

async function sealFiles(files: readonly SentFile[]): Promise<{ list?: EvidenceList; cells: Bytes[] }> {
  if (files.length === 0) return { cells: [] };
  const key = newEvidenceKey(systemRandom);
  const list = listEvidence(
    key,
    files.map(({ name, type = '', content, note, story }) => ({
      name,
      type,
      size: content.length,
      ...(note !== undefined && { note }),
      ...(story && { story }),
    })),
  );
  const size = files.reduce((total, { content }) => total + content.length, 0);
  const cells: Bytes[] = [];
  for await (const cell of sealEvidence(key, size, contentsOf(files))) cells.push(cell);
  return { list, cells };
}

async function* contentsOf(files: readonly SentFile[]): AsyncGenerator<Uint8Array> {
  for (const { content } of files) yield await Promise.resolve(content);
}

/** The office's directory first, as the server gives it. */
export function bundleBytes(office: TestOffice | null, letters: readonly SealedLetter[]): Bytes {
  return concatBytes(
    BUNDLE_MAGIC,
    ...(office ? [encodeDirectoryRecord(utf8(JSON.stringify(office.directory)))] : []),
    ...letters.flatMap(({ letter, cells, day }, i) => [
      encodeLetterRecord({ cursor: i + 1, day, cells: cells.length, letter }),
      ...cells.map(encodeCellRecord),
    ]),
    encodeEndRecord({ cursor: letters.length, letters: letters.length }),
  );
}

export async function writeBundle(
  office: TestOffice,
  sent: readonly Sent[],
  folder: string,
  name = 'reports.bundle',
): Promise<string> {
  const letters: SealedLetter[] = [];
  for (const each of sent) letters.push(await sealSent(office, each));
  const path = join(folder, name);
  await writeFile(path, bundleBytes(office, letters));
  return path;
}

export interface CasebookOptions {
  readonly passphrase?: string;
  readonly generation?: number;
  /** The same casebook again, as it was saved at another time. */
  readonly casebook?: Casebook;
  readonly name?: string;
}

/** A casebook with lines of the test's own, quick to open. */
export async function writeCasebook(
  office: TestOffice,
  lines: readonly object[],
  folder: string,
  { passphrase = PASSPHRASE, generation = 1, casebook, name = 'reviewer.casebook' }: CasebookOptions = {},
): Promise<{ path: string; casebook: Casebook }> {
  const seed = office.reviewers[0]?.seed;
  if (!seed) throw new Error('no reviewer');
  const identity = identityPublicKey(await signingPublicKey(seed));
  const made = casebook ?? (await newCasebook(passphrase, identity, QUICK, argon2id, systemRandom));
  const pieces: Bytes[] = [];
  const texts = lines.map((line) => JSON.stringify(line));
  for await (const piece of sealCasebook(made, generation, texts, systemRandom)) pieces.push(piece);
  const path = join(folder, name);
  await writeFile(path, concatBytes(...pieces));
  return { path, casebook: made };
}

/** A report's line in a casebook; `number` tells it from others. */
export function reportLine(number: number, story: string, more: object = {}): object {
  const hex = number.toString(16).padStart(32, '0');
  return {
    type: 'report',
    tag: hex,
    letter: hex + hex,
    fileKey: toBase64(new Uint8Array(32).fill(number % 256)),
    day: isoDateOf(new Date(Date.UTC(2026, 0, 1 + (number % 300)))),
    cells: 0,
    bundle: 'earlier.bundle',
    report: { version: 1, story, ...more },
    caseLocator: null,
    followUp: false,
  };
}
