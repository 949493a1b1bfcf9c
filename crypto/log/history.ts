import { AmparoError } from '../errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { TileReader } from './tile-reader.ts';
import { isSameHash } from './tree-hash.ts';

/**
 * Whether a log still stands by a checkpoint that it once signed, seen here or by somebody else. Both must have been opened. Throws
 * `log-rolled-back`, `log-split-view`, and `log-tile-altered`.
 */
export async function checkHistory(now: Checkpoint, before: Checkpoint, tiles: TileReader): Promise<void> {
  if (before.size > now.size) throw new AmparoError('log-rolled-back');
  const root = await tiles.rootAt(before.size);
  if (!isSameHash(root, before.root)) throw new AmparoError('log-split-view');
}
