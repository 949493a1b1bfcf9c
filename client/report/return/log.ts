import {
  AmparoError,
  decodeLogEntry,
  fromUtf8,
  isoDateOfDay,
  logOf,
  logPublicKey,
  openCheckpoint,
  openNote,
  openOpened,
  PATHS,
  rebuildReceipt,
  TILE_WIDTH,
  tilePath,
  TileReader,
  toHex,
  type Bytes,
  type Case,
  type LogPublicKey,
  type Roster,
} from '../../../crypto/index.ts';

import { fetchPatiently, jsonOf } from '../fetch-patiently.ts';
import type { LogFindings } from './log-state.ts';

/** 10,240 entries, newest first: 1.8 MB at the most, and years of most offices. */
const ENTRY_BUNDLES_MAX = 40;

interface Found {
  readonly letters: LogFindings['letters'][number][];
  readonly opened: LogFindings['opened'][number][];
}

/**
 * What the public log shows of a case. The server learns that somebody reads its log, as everybody may, and not for which report.
 * `null` where the office has no log; `checked: false` where what is served is not what the log's key vouches for. Throws `SendError`.
 */
export async function findInLog(of: Case, roster: Roster, onWaiting: () => void): Promise<LogFindings | null> {
  const log = logOf(roster)?.log;
  if (log === undefined) return null;
  const found: Found = { letters: [], opened: [] };
  try {
    const checkpoint = await openCheckpoint(fromUtf8(await load('checkpoint', onWaiting)) ?? '', log);
    const tiles = await TileReader.open(checkpoint, (tile) => load(tilePath(tile), onWaiting));
    const bundles = Math.ceil(checkpoint.size / TILE_WIDTH);
    for (let index = bundles - 1; index >= Math.max(0, bundles - ENTRY_BUNDLES_MAX); index -= 1) {
      for (const entry of await tiles.entries(index)) await look(entry, of, roster, logPublicKey(log.publicKey), found);
    }
    return { ...found, checked: true };
  } catch (error) {
    if (error instanceof AmparoError) return { letters: [], opened: [], checked: false };
    throw error;
  }
}

async function look(
  bytes: Bytes,
  of: Case,
  roster: Roster,
  log: LogPublicKey,
  { letters, opened }: Found,
): Promise<void> {
  const entry = decodeLogEntry(bytes);
  const day = isoDateOfDay(entry.day);
  if (entry.kind === 'received') {
    const contents = await openNote(entry.note, of.noteKey);
    if (contents === null) return;
    const { receipt } = await rebuildReceipt(contents, entry, log);
    letters.push({ report: receipt.report, day });
    return;
  }
  const mark = await openOpened(entry.mark, entry.day, of.openedKey, roster).catch((error: unknown) => {
    if (error instanceof AmparoError) return null; // a mark by nobody on the roster says nothing
    throw error;
  });
  if (mark !== null) opened.push({ report: toHex(mark.report), reviewer: mark.reviewer.name, day });
}

async function load(path: string, onWaiting: () => void): Promise<Bytes> {
  const response = await fetchPatiently(PATHS.log + path, {}, onWaiting);
  if (!response.ok) await jsonOf(response);
  return new Uint8Array(await response.arrayBuffer());
}
