import {
  AmparoError,
  decodeTile,
  encodeEntries,
  encodeTile,
  isSameHash,
  leafHash,
  openCheckpoint,
  signCheckpoint,
  TILE_WIDTH,
  tileOf,
  TreeEdge,
  type SignedCheckpoint,
  type Tile,
  type TreeHash,
} from '../../crypto/index.ts';

import type { LogStore } from '../store/store.ts';
import type { LogFiles } from './log-files.ts';
import type { LogKey } from './log-key.ts';
import { nodeSha256 } from './sha256.ts';

/** What is published and what is stored contradict each other; nothing more is signed, as that would prove us liars. */
export class LogContradiction extends Error {
  override readonly name = 'LogContradiction';
}

/**
 * Publishes every leaf of the store: tiles and entries first, each whole and on disk, then the checkpoint that vouches for them. It
 * starts from what is published, so that after a crash anywhere on the way the next call finishes the work. Throws
 * {@link LogContradiction}.
 */
export async function publishTree(store: LogStore, files: LogFiles, key: LogKey): Promise<SignedCheckpoint> {
  const before = await openPublished(files, key);
  const size = await store.logSize();
  if (before && before.size > size) {
    throw new LogContradiction('The published log is longer than the database. Restore the newer database.');
  }
  const edge = await loadEdge(store, files, before);
  if (before?.size === size) return before;

  const full: Tile[] = [];
  await growTo(size, edge, store, async (tile, bytes) => {
    await files.writeTile(tile, bytes);
    if (tile.width === TILE_WIDTH) full.push(tile);
  });
  await files.settle();
  const text = await signCheckpoint({ origin: key.origin, size, root: await edge.root() }, key.seed);
  await files.writeCheckpoint(text);
  for (const tile of full) await files.removePartial(tile);
  return openCheckpoint(text, noteKeyOf(key));
}

export function noteKeyOf({ origin, publicKey }: LogKey) {
  return { name: origin, publicKey };
}

async function openPublished(files: LogFiles, key: LogKey): Promise<SignedCheckpoint | null> {
  const text = await files.checkpoint();
  if (text === null) return null;
  try {
    return await openCheckpoint(text, noteKeyOf(key));
  } catch (error) {
    if (!(error instanceof AmparoError)) throw error;
    throw new LogContradiction('The published checkpoint is not of the log key that is here. Restore the key.');
  }
}

/** The edge of what is published; made anew from the store, files and all, where a file is missing or damaged. */
async function loadEdge(store: LogStore, files: LogFiles, published: SignedCheckpoint | null): Promise<TreeEdge> {
  if (published === null || published.size === 0) return TreeEdge.empty(nodeSha256);
  const loaded = await loadPublished(store, files, published);
  if (loaded) return loaded;
  const tried = TreeEdge.empty(nodeSha256);
  await growTo(published.size, tried, store, () => Promise.resolve());
  if (!isSameHash(await tried.root(), published.root)) {
    throw new LogContradiction('The database does not hold the entries that were published. Restore the right one.');
  }
  const rebuilt = TreeEdge.empty(nodeSha256); // the files are replaced only now that it is known by what
  await growTo(published.size, rebuilt, store, (tile, bytes) => files.writeTile(tile, bytes));
  await files.settle();
  return rebuilt;
}

async function loadPublished(
  store: LogStore,
  files: LogFiles,
  { size, root }: SignedCheckpoint,
): Promise<TreeEdge | null> {
  const read = async (tile: Tile) => decodeTile((await files.tile(tile)) ?? new Uint8Array(0), tile.width);
  try {
    const edge = await TreeEdge.load(size, read, nodeSha256);
    const last = tileOf(0, Math.floor((size - 1) / TILE_WIDTH), size);
    const isGood = isSameHash(await edge.root(), root) && (await holdsLeaves(store, last, await read(last)));
    return isGood ? edge : null;
  } catch (error) {
    if (error instanceof AmparoError) return null;
    throw error;
  }
}

/** Entries are random: a database that holds the last ones that were published holds all of them. */
async function holdsLeaves(store: LogStore, { index, width }: Tile, hashes: readonly TreeHash[]): Promise<boolean> {
  const entries = await store.logLeaves(index * TILE_WIDTH, width);
  for (const [i, hash] of hashes.entries()) {
    const entry = entries[i];
    if (entry === undefined || !isSameHash(await leafHash(entry, nodeSha256), hash)) return false;
  }
  return true;
}

type Write = (tile: Tile, bytes: Uint8Array) => Promise<void>;

/** Holds one bundle of entries at a time, however many there are. */
async function growTo(size: number, edge: TreeEdge, store: LogStore, write: Write): Promise<void> {
  while (edge.size < size) {
    const index = Math.floor(edge.size / TILE_WIDTH);
    const begin = index * TILE_WIDTH;
    const bundle = tileOf('entries', index, size);
    const entries = await store.logLeaves(begin, bundle.width);
    if (entries.length < bundle.width) throw new LogContradiction('Entries are missing from the database. Restore it.');
    await write(bundle, encodeEntries(entries));
    for (const entry of entries.slice(edge.size - begin)) {
      for (const { tile, hashes } of await edge.append(await leafHash(entry, nodeSha256))) {
        await write(tile, encodeTile(hashes));
      }
    }
  }
  for (const { tile, hashes } of edge.partial()) await write(tile, encodeTile(hashes));
}
