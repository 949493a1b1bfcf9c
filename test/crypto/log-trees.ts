import { createHash } from 'node:crypto';

import { TreeEdge, type Sha256, type TreeHash } from '../../crypto/index.ts';

export const nodeSha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

export function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError('no such item');
  return item;
}

export async function edgeOf(leaves: readonly TreeHash[], hash: Sha256 = nodeSha256): Promise<TreeEdge> {
  const edge = TreeEdge.empty(hash);
  for (const leaf of leaves) await edge.append(leaf);
  return edge;
}
