import {
  AmparoError,
  checkHistory,
  decodeLogEntry,
  isDue,
  isoDateOf,
  logPublicKey,
  openCheckpoint,
  openCosignatures,
  TILE_WIDTH,
  TileReader,
  toHex,
  type Cosignature,
  type ErrorCode,
  type NoteKey,
  type SignedCheckpoint,
} from '../../crypto/index.ts';
import { nodeSha256 } from '../../server/log/sha256.ts';
import { readText } from './files.ts';
import type { LogClient } from './log-client.ts';
import { readReceipt, type ReceiptFile } from './receipt-file.ts';
import { count, ofTotal } from './terminal.ts';

const BUNDLES_AT_ONCE = 8;

/** What is wrong with a log; `about` names the file or the part of the log. `log-witnesses-few`: fewer cosigned than the reader asks for. */
export interface Finding {
  readonly code: ErrorCode | 'log-witnesses-few';
  readonly message: string;
  readonly about: string;
}

export interface AuditRequest {
  readonly client: LogClient;
  readonly log: NoteKey;
  readonly witnesses: readonly NoteKey[];
  /** How many of them must have cosigned. */
  readonly quorum: number;
  /** Files with checkpoints seen before, here or by others. */
  readonly seen: readonly string[];
  readonly receipts: readonly string[];
  /** Which of these files is this visitor's own: entries before it were checked by an earlier audit. */
  readonly state: string | null;
  readonly now: Date;
  readonly progress: (checked: number, total: number) => void;
}

export interface Audit {
  /** `null` where it could not be opened. */
  readonly text: string | null;
  readonly checkpoint: SignedCheckpoint | null;
  readonly cosignatures: readonly Cosignature[];
  readonly checked: number;
  readonly receipts: readonly { readonly path: string; readonly state: 'shown' | 'due' | 'missing' }[];
  readonly findings: readonly Finding[];
}

/** Checks all that a visitor can check, and goes on where one part is bad. Throws `network` and what the disk throws. */
export async function auditLog(request: AuditRequest): Promise<Audit> {
  const findings: Finding[] = [];
  const attempt = async <T>(about: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AmparoError)) throw error;
      findings.push({ code: error.code, message: error.message, about });
      return null;
    }
  };

  const earlier = await openSeen(request, attempt);
  const receipts = await openReceipts(request, attempt);
  const text = await attempt('checkpoint', () => request.client.checkpoint());
  const checkpoint = text === null ? null : await attempt('checkpoint', () => openCheckpoint(text, request.log));
  const nothing = { text: null, checkpoint: null, cosignatures: [], checked: 0, receipts: [], findings };
  if (checkpoint === null) return nothing;

  const cosignatures = await attempt('witnesses', () => openCosignatures(checkpoint.note, request.witnesses));
  const cosigners = distinctKeys(request.witnesses, cosignatures ?? []);
  if (cosigners < request.quorum) findings.push(tooFew(cosigners, request));
  for (const { path, before } of earlier) {
    // What is shorter needs no tiles to be proven so.
    if (before.size > checkpoint.size) findings.push(findingOf('log-rolled-back', path));
  }
  const tiles = await attempt('tiles', () => TileReader.open(checkpoint, request.client.tile, nodeSha256));
  if (tiles === null) return { ...nothing, text, checkpoint, cosignatures: cosignatures ?? [] };
  for (const { path, before } of earlier) {
    if (before.size <= checkpoint.size) await attempt(path, () => checkHistory(checkpoint, before, tiles));
  }

  const known = earlier.find(({ path }) => path === request.state)?.before.size ?? 0;
  const from = receipts.length > 0 || known > checkpoint.size ? 0 : Math.floor(known / TILE_WIDTH);
  const promised = new Set(receipts.map(({ entry }) => entry));
  const found = await attempt('entries', () => scan(tiles, checkpoint.size, from, promised, request.progress));
  const states = receipts.map((receipt) => ({ path: receipt.path, state: stateOf(receipt, found, request.now) }));
  for (const { path, state } of states) if (state === 'missing') findings.push(findingOf('log-entry-missing', path));
  return {
    text,
    checkpoint,
    cosignatures: cosignatures ?? [],
    checked: found === null ? 0 : checkpoint.size - from * TILE_WIDTH,
    receipts: states,
    findings,
  };
}

type Attempt = <T>(about: string, work: () => Promise<T>) => Promise<T | null>;

/** A checkpoint that the log did not sign says nothing against the log, and is told as such. */
async function openSeen({ seen, log }: AuditRequest, attempt: Attempt) {
  const opened: { path: string; before: SignedCheckpoint }[] = [];
  for (const path of seen) {
    const text = await readText(path);
    const before = await attempt(path, () => openCheckpoint(text, log));
    if (before) opened.push({ path, before });
  }
  return opened;
}

async function openReceipts({ receipts, log }: AuditRequest, attempt: Attempt): Promise<ReceiptFile[]> {
  const opened: ReceiptFile[] = [];
  for (const path of receipts) {
    const receipt = await attempt(path, () => readReceipt(path, logPublicKey(log.publicKey)));
    if (receipt) opened.push(receipt);
  }
  return opened;
}

/** Reads every entry from a bundle on; gives those of the `promised` that were there. Throws `log-entry-malformed`. */
async function scan(
  tiles: TileReader,
  size: number,
  from: number,
  promised: ReadonlySet<string>,
  progress: (checked: number, total: number) => void,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const bundles = Math.ceil(size / TILE_WIDTH);
  for (let next = from; next < bundles; next += BUNDLES_AT_ONCE) {
    const indexes = Array.from({ length: Math.min(BUNDLES_AT_ONCE, bundles - next) }, (_, i) => next + i);
    const entries = (await Promise.all(indexes.map((index) => tiles.entries(index)))).flat();
    for (const entry of entries) {
      decodeLogEntry(entry);
      const shown = toHex(entry);
      if (promised.has(shown)) found.add(shown);
    }
    progress((next + indexes.length - from) * TILE_WIDTH, (bundles - from) * TILE_WIDTH);
  }
  return found;
}

function stateOf(
  { receipt, entry }: ReceiptFile,
  found: ReadonlySet<string> | null,
  now: Date,
): 'shown' | 'due' | 'missing' {
  if (found?.has(entry)) return 'shown';
  return found !== null && isDue(receipt, isoDateOf(now)) ? 'missing' : 'due';
}

/** One key under several names is one witness. */
function distinctKeys(witnesses: readonly NoteKey[], cosignatures: readonly Cosignature[]): number {
  const names = new Set(cosignatures.map(({ name }) => name));
  return new Set(witnesses.filter(({ name }) => names.has(name)).map(({ publicKey }) => toHex(publicKey))).size;
}

function tooFew(cosigners: number, { quorum, witnesses }: AuditRequest): Finding {
  const named = new Set(witnesses.map(({ publicKey }) => toHex(publicKey))).size;
  const message =
    named < quorum
      ? `The office names ${count(named)} of the ${count(quorum)} witnesses that you ask for. Ask for fewer, or have the office name more.`
      : `${ofTotal(cosigners, quorum)} witnesses that you ask for have cosigned this checkpoint. Some may be late: audit again in a few hours. If it stays so, others may be shown another log.`;
  return { code: 'log-witnesses-few', message, about: 'witnesses' };
}

function findingOf(code: ErrorCode, about: string): Finding {
  return { code, message: new AmparoError(code).message, about };
}
