import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  AmparoError,
  charterPublicKey,
  checkStamp,
  decodeReport,
  epochPublicKey,
  CellCipher,
  epochSecretKey,
  evidenceDigest,
  evidenceKey,
  fingerprint,
  fromBase64,
  fromHex,
  openBuild,
  openCheckpoint,
  openDirectory,
  openEvidence,
  openKeyFile,
  openLetter,
  openRoster,
  openStatement,
  openTlogProof,
  parseTlogProof,
  readBundle,
  readParcel,
  sealEvidence,
  sha256,
  signingPublicKey,
  toHex,
  type Bytes,
  type Directory,
  type Envelope,
  type StatementKind,
} from '../../crypto/index.ts';
import * as z from 'zod/mini';

import type { EvidenceEdit, FileRecipe } from '../../scripts/vectors/evidence.ts';
import type { Vector } from '../../scripts/vectors/vector.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { DESK_RUNNERS } from './run-desk-vector.ts';
import { flow } from './flow.ts';
import { runCasebook, runReaderKey, runRelease, runTogether } from './run-shared-vector.ts';
import { applyEdits, bytesOf, reportMember } from './vector-bytes.ts';

export { collect, flow } from './flow.ts';

export const VECTORS_DIRECTORY = join(import.meta.dirname, '../vectors');

export function readVectors(): Map<string, Vector> {
  const files = readdirSync(VECTORS_DIRECTORY).sort();
  return new Map(
    files.map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(VECTORS_DIRECTORY, file), 'utf8')) as Vector,
    ]),
  );
}

export interface Outcome {
  readonly expect: Vector['expect'];
  readonly opens?: unknown;
}

/** Runs one vector through `crypto/` and says what came of it, in the vector's own terms. */
export async function runVector(vector: Vector, all: ReadonlyMap<string, Vector>): Promise<Outcome> {
  const run = RUNNERS[vector.kind];
  if (!run) throw new Error(`no runner for ${vector.kind}`);
  try {
    const opens = await run(vector, all);
    return opens === null ? { expect: 'not for this key' } : { expect: 'opens', opens };
  } catch (error) {
    if (error instanceof AmparoError) return { expect: { error: error.code } };
    throw error;
  }
}

type Runner = (vector: Vector, all: ReadonlyMap<string, Vector>) => Promise<unknown>;

const RUNNERS: Readonly<Record<string, Runner>> = {
  letter: runLetter,
  'letter-together': runTogether,
  release: runRelease,
  'reader-key': runReaderKey,
  casebook: runCasebook,
  evidence: runEvidence,
  report: (vector, all) => Promise.resolve({ report: decodeReport(bytesOf(vector, 'bytes', all)) }),
  statement: runStatement,
  roster: runRoster,
  directory: runDirectory,
  'key-file': runKeyFile,
  fingerprint: async (vector) => ({ fingerprint: await fingerprint(charterOf(vector, 'publicKey')) }),
  bundle: runBundle,
  parcel: runParcel,
  checkpoint: runCheckpoint,
  'log-proof': runLogProof,
  journal: DESK_RUNNERS.journal,
  grant: DESK_RUNNERS.grant,
  'letter-with-key': (vector, all) => DESK_RUNNERS['letter-with-key'](vector, bytesOf(vector, 'letter', all)),
  'journal-letter': (vector, all) => DESK_RUNNERS['journal-letter'](vector, bytesOf(vector, 'bytes', all)),
  chains: DESK_RUNNERS.chains,
  outbound: (vector, all) => DESK_RUNNERS.outbound(vector, bytesOf(vector, 'outbound', all)),
  build: async (vector) => ({ build: await openBuild(vector['envelope'], charterOf(vector, 'charter')) }),
};

async function runLetter(vector: Vector, all: ReadonlyMap<string, Vector>): Promise<unknown> {
  const key = vector['key'] as { epoch: number; secretKey: string; publicKey: string };
  const opened = await openLetter(bytesOf(vector, 'letter', all), {
    epoch: key.epoch,
    secretKey: epochSecretKey(fromHex(key.secretKey)),
    publicKey: epochPublicKey(fromBase64(key.publicKey)),
  });
  if (opened === null) return null;
  const { slot } = opened;
  if (opened.kind === 'share')
    return { slot, threshold: opened.threshold, wrapKey: toHex(opened.wrapKey), readerKey: toHex(opened.readerKey) };
  return { slot, ...reportMember(opened.report) };
}

async function runEvidence(vector: Vector): Promise<unknown> {
  const key = evidenceKey(fromHex(vector['evidenceKey'] as string));
  const files = vector['files'] as FileRecipe[];
  const edit = vector['edit'] as EvidenceEdit | undefined;
  const contents = files.map(({ size, seed }) =>
    Uint8Array.from({ length: size }, (_, i) => (seed + 7 * i + Math.floor(i / 256)) % 256),
  );
  const total = contents.reduce((sum, content) => sum + content.length, 0);

  const cells: Bytes[] = [];
  for await (const cell of sealEvidence(key, total, flow(contents))) cells.push(cell);
  const hashes = await Promise.all(cells.map(async (cell) => toHex(await sha256(cell))));
  if (hashes.join() !== (vector['cellHashes'] as string[]).join()) throw new Error('cells differ from the vector');

  if (edit && 'cell' in edit) cells[edit.cell] = applyEdits(cells[edit.cell] ?? new Uint8Array(), edit.edits);
  if (edit && 'swapCells' in edit) swap(cells, ...edit.swapCells);
  if (edit && 'cells' in edit) {
    const cipher = await CellCipher.derive(key);
    await cipher.openCell(edit.cells - 1, true, cells[edit.cells - 1] ?? new Uint8Array());
  }
  const opened: Bytes[] = [];
  const told = edit && 'size' in edit ? edit.size : total;
  for await (const piece of openEvidence(key, told, flow(cells))) opened.push(piece);
  if (Buffer.compare(Buffer.concat(opened), Buffer.concat(contents)) !== 0) throw new Error('contents differ');
  return { cells: cells.length, digest: toHex(await evidenceDigest(cells)) };
}

async function runStatement(vector: Vector): Promise<unknown> {
  const kind = vector['statementKind'] as StatementKind;
  const signer = charterOf(vector, 'publicKey');
  return { payload: await openStatement(kind, vector['envelope'], signer, z.unknown(), 'statement-malformed') };
}

async function runRoster(vector: Vector): Promise<unknown> {
  const today = vector['today'] as string;
  const charter = charterOf(vector, 'charter');
  const seen = vector['seen'] as Envelope | undefined;
  const before = seen && { version: (await openRoster(seen, charter, today)).version, payload: seen.payload };
  return { version: (await openRoster(vector['envelope'] as Envelope, charter, today, before)).version };
}

async function runDirectory(vector: Vector): Promise<unknown> {
  const directory = vector['directory'] as Directory;
  const office = await openDirectory(directory, charterOf(vector, 'charter'), vector['today'] as string);
  return { epoch: office.epoch, slots: office.addressable.map((key) => key.reviewer.slot).sort((a, b) => a - b) };
}

async function runKeyFile(vector: Vector): Promise<unknown> {
  const keys = await openKeyFile(vector['file'] as string, vector['passphrase'] as string, argon2id);
  return {
    role: keys.role,
    name: keys.name,
    publicKey: toHex(await signingPublicKey(keys.seed)),
    epochs: keys.epochs.map(({ epoch }) => epoch),
  };
}

async function runBundle(vector: Vector, all: ReadonlyMap<string, Vector>): Promise<unknown> {
  const letters: object[] = [];
  let directory: unknown;
  for await (const record of readBundle(flow([bytesOf(vector, 'bundle', all)]))) {
    if (record.type === 'letter') letters.push({ cursor: record.cursor, day: record.day, cells: record.cells });
    if (record.type === 'directory') directory = record.directory;
    if (record.type === 'end') return { letters, cursor: record.cursor, ...(directory !== undefined && { directory }) };
  }
  throw new Error('a bundle ended without an end record and without an error');
}

async function runParcel(vector: Vector, all: ReadonlyMap<string, Vector>): Promise<unknown> {
  let opened: { id: string; counter: number; cells: number } | undefined;
  for await (const part of readParcel(flow([bytesOf(vector, 'parcel', all)]))) {
    if (part.type !== 'letter') continue;
    const id = await sha256(part.letter);
    await checkStamp(id, part.stamp);
    opened = { id: toHex(id), counter: part.stamp.counter, cells: part.cells };
  }
  return opened;
}

function logOf(vector: Vector) {
  return { name: vector['origin'] as string, publicKey: fromHex(vector['publicKey'] as string) };
}

async function runCheckpoint(vector: Vector): Promise<unknown> {
  const { size, root } = await openCheckpoint(vector['checkpoint'] as string, logOf(vector));
  return { size, root: toHex(root) };
}

async function runLogProof(vector: Vector): Promise<unknown> {
  const text = vector['proof'] as string;
  const { size } = await openTlogProof(text, fromHex(vector['entry'] as string), logOf(vector));
  return { index: parseTlogProof(text).index, size };
}

function charterOf(vector: Vector, member: string) {
  return charterPublicKey(fromHex(vector[member] as string));
}

function swap(items: Bytes[], a: number, b: number): void {
  const [first, second] = [items[a], items[b]];
  if (first === undefined || second === undefined) throw new RangeError('nothing to swap');
  items[a] = second;
  items[b] = first;
}
