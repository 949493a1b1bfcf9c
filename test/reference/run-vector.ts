import { sha256 } from '@noble/hashes/sha2.js';
import { openBuild } from './build.ts';
import { readBundle } from './bundle.ts';
import { fromBase64, fromHex, fromUtf8, hex, toBase64 } from './bytes.ts';
import { openCasebook } from './casebook.ts';
import { judgeChains } from './chains.ts';
import { openDirectory } from './directory.ts';
import { evidenceDigest, openCell, sealEvidence } from './evidence.ts';
import { fingerprint } from './fingerprint.ts';
import { openGrant } from './grant.ts';
import { openEntry } from './journal.ts';
import { readContents } from './journal-letter.ts';
import { openKeyFile } from './key-file.ts';
import { openLetter, openLetterWith, openTogether } from './letter.ts';
import { openCheckpoint, openProof, type LogKey } from './log.ts';
import { readOutbound } from './outbound.ts';
import { readParcel } from './parcel.ts';
import { Refusal } from './refusal.ts';
import { openRelease } from './release.ts';
import { askCode, waitingKeys } from './reader-key.ts';
import { readReport } from './report.ts';
import { openRoster, readRoster } from './roster.ts';
import { openStatement } from './statement.ts';
import {
  applyEdits,
  binary,
  type BundleVector,
  type CasebookVector,
  type EvidenceVector,
  type GrantVector,
  type KeyFileVector,
  type LetterVector,
  type ReleaseVector,
  type RosterVector,
  type TogetherVector,
  type Vector,
  type Vectors,
} from './vectors.ts';

type Values = Readonly<Record<string, unknown>>;

export interface Opened {
  readonly opens: Values;
  readonly intermediate?: Values;
}

export type Outcome = Opened | 'not for this key' | { readonly error: string };

/** What the reference makes of a vector, in the words of SPEC, Vectors. Faults that are no refusals are thrown on. */
export function runVector(vector: Vector, all: Vectors): Outcome {
  try {
    return open(vector, all);
  } catch (error) {
    if (error instanceof Refusal) return { error: error.code };
    throw error;
  }
}

function open(vector: Vector, all: Vectors): Outcome {
  switch (vector.kind) {
    case 'letter':
      return runLetter(vector, all);
    case 'letter-together':
      return runTogether(vector, all);
    case 'release':
      return runRelease(vector);
    case 'reader-key': {
      const readerKey = fromHex(vector.readerKey);
      return {
        opens: {
          ...waitingKeys(readerKey, fromHex(vector.letter)),
          code: askCode(readerKey, fromHex(vector.identity)),
        },
      };
    }
    case 'casebook':
      return runCasebook(vector, all);
    case 'evidence':
      return runEvidence(vector);
    case 'report':
      return { opens: { report: readReport(binary('bytes', vector.bytes, all)) } };
    case 'statement': {
      const { payload } = openStatement(vector.envelope, vector.statementKind, fromHex(vector.publicKey));
      return { opens: { payload } };
    }
    case 'roster':
      return runRoster(vector);
    case 'directory':
      return { opens: { ...openDirectory(vector.directory, fromHex(vector.charter), vector.today) } };
    case 'key-file':
      return runKeyFile(vector);
    case 'fingerprint':
      return { opens: { fingerprint: fingerprint(fromHex(vector.publicKey)) } };
    case 'bundle':
      return runBundle(vector, all);
    case 'parcel':
      return { opens: { ...readParcel(binary('parcel', vector.parcel, all)) } };
    case 'build':
      return { opens: { build: openBuild(vector.envelope, fromHex(vector.charter)) } };
    case 'checkpoint': {
      const { size, root } = openCheckpoint(vector.checkpoint, logKeyOf(vector));
      return { opens: { size, root: hex(root) } };
    }
    case 'journal':
      return {
        opens: {
          ...openEntry(
            vector.envelope,
            vector.reviewers.map(hexed),
            vector.letters.map(({ id, fileKey }) => ({ id: fromHex(id), fileKey: fromHex(fileKey) })),
          ),
        },
      };
    case 'grant':
      return runGrant(vector);
    case 'letter-with-key':
      return {
        opens: { report: fromUtf8(openLetterWith(binary('letter', vector.letter, all), fromHex(vector.fileKey))) },
      };
    case 'journal-letter':
      return { opens: readContents(binary('bytes', vector.bytes, all)) };
    case 'chains':
      return { opens: { chains: judgeChains(vector.entries) } };
    case 'outbound':
      return { opens: { ...readOutbound(binary('outbound', vector.outbound, all)) } };
    case 'log-proof':
      return { opens: { ...openProof(vector.proof, fromHex(vector.entry), logKeyOf(vector)) } };
  }
}

function runLetter({ letter, key }: LetterVector, all: Vectors): Outcome {
  const opened = openLetter(binary('letter', letter, all), {
    epoch: key.epoch,
    secretKey: fromHex(key.secretKey),
    publicKey: fromBase64(key.publicKey),
  });
  if (opened === null) return 'not for this key';
  if ('k' in opened) {
    const { slot, k: threshold, wrapKey, readerKey } = opened;
    return { opens: { slot, threshold, wrapKey: hex(wrapKey), readerKey: hex(readerKey) } };
  }
  const intermediate = Object.fromEntries(
    Object.entries(opened.intermediate).map(([name, value]) => [name, hex(value)]),
  );
  return { opens: { slot: opened.slot, ...content(opened.report) }, intermediate };
}

function content(bytes: Uint8Array): Values {
  const report = fromUtf8(bytes);
  return report === null ? { reportHex: hex(bytes) } : { report };
}

function runTogether({ letter, releases }: TogetherVector, all: Vectors): Outcome {
  const given = releases.map(({ slot, wrapKey, from }) => ({ slot, wrapKey: fromHex(wrapKey), from }));
  const together = openTogether(binary('letter', letter, all), given);
  const found = 'report' in together ? content(together.report) : { missing: together.missing };
  return { opens: { false: together.false, ...found } };
}

function runRelease({ envelope, reviewers, to }: ReleaseVector): Outcome {
  const release = openRelease(
    envelope,
    reviewers.map((text) => fromHex(text)),
    fromHex(to),
  );
  return release === null ? 'not for this key' : { opens: { ...release, from: toBase64(release.from) } };
}

function runCasebook({ casebook, passphrase, given }: CasebookVector, all: Vectors): Outcome {
  const { isDamaged, ...opens } = openCasebook(binary('casebook', casebook, all), passphrase);
  if (!isDamaged) return { opens };
  if (opens.lines.length !== given) throw new Error(`${String(opens.lines.length)} lines before the damage`);
  return { error: 'casebook-damaged' };
}

/** Seals by the recipe, holds the cells to the vector's hashes, edits, opens. */
function runEvidence(vector: EvidenceVector): Outcome {
  const evidenceKey = fromHex(vector.evidenceKey);
  const sealed = sealEvidence(evidenceKey, vector.files.map(fileOf));
  const hashes = sealed.map((cell) => hex(sha256(cell)));
  if (hashes.join() !== vector.cellHashes.join()) throw new Error('sealing gives other cells than the vector names');
  let cells = sealed;
  let total = vector.files.reduce((sum, { size }) => sum + size, 0);
  const { edit } = vector;
  if (edit !== undefined) {
    if ('cell' in edit) cells = cells.map((cell, c) => (c === edit.cell ? applyEdits(cell, edit.edits) : cell));
    else if ('swapCells' in edit) cells = swapCells(cells, edit.swapCells);
    else if ('cells' in edit) cells = cells.slice(0, edit.cells);
    else total = edit.size;
  }
  cells.forEach((cell, c) => openCell(evidenceKey, cell, c, cells.length, total));
  return { opens: { cells: cells.length, digest: hex(evidenceDigest(cells)) } };
}

function fileOf({ size, seed }: { size: number; seed: number }): Uint8Array {
  return new Uint8Array(size).map((_, i) => (seed + 7 * i + Math.floor(i / 256)) % 256);
}

function swapCells(cells: Uint8Array[], [a, b]: readonly [number, number]): Uint8Array[] {
  return cells.map((cell, c) => (c === a ? cells[b] : c === b ? cells[a] : cell) ?? cell);
}

function logKeyOf({ origin, publicKey }: { origin: string; publicKey: string }): LogKey {
  return { origin, publicKey: fromHex(publicKey) };
}

function runRoster(vector: RosterVector): Outcome {
  const charter = fromHex(vector.charter);
  const seen = vector.seen === undefined ? undefined : readRoster(vector.seen, charter);
  return { opens: { version: openRoster(vector.envelope, charter, vector.today, seen).version } };
}

function runKeyFile({ file, passphrase }: KeyFileVector): Outcome {
  const { role, name, publicKey, epochs } = openKeyFile(file, passphrase);
  return { opens: { role, name, publicKey: hex(publicKey), epochs: epochs.map(({ epoch }) => epoch) } };
}

function runGrant({ envelope, reviewers, to }: GrantVector): Outcome {
  const grant = openGrant(envelope, reviewers.map(hexed), fromHex(to));
  if (grant === null) return 'not for this key';
  return { opens: { letter: grant.letter, fileKey: hex(grant.fileKey), from: toBase64(grant.from) } };
}

function hexed(text: string): Uint8Array {
  return fromHex(text);
}

function runBundle({ bundle }: BundleVector, all: Vectors): Outcome {
  const letters: Values[] = [];
  let cursor = 0;
  let directory: unknown;
  for (const record of readBundle(binary('bundle', bundle, all))) {
    if (record.type === 'letter') {
      letters.push({ cursor: Number(record.cursor), day: record.day, cells: record.cells });
    }
    if (record.type === 'directory') ({ directory } = record);
    if (record.type === 'end') cursor = Number(record.cursor);
  }
  return { opens: { letters, cursor, ...(directory !== undefined && { directory }) } };
}
