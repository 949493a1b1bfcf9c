import { concatBytes, sized, toBytes, type Branded, type Bytes } from '../bytes.ts';
import { sha256 } from '../evidence.ts';

/** SPEC.md, Log: a node of the Merkle tree of RFC 6962, section 2.1; 32 bytes. */
export type TreeHash = Branded<'TreeHash'>;

export const TREE_HASH_BYTES = 32;

/** SHA-256, at once or later: a server passes its own, fast one for millions of nodes; a browser's few go by WebCrypto. */
export type Sha256 = (bytes: Bytes) => Uint8Array | Promise<Uint8Array>;

/** Leaves and nodes are hashed under different prefixes, so that neither can stand for the other. */
const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = 1;

export function treeHash(value: Uint8Array): TreeHash {
  return sized<'TreeHash'>('tree hash', TREE_HASH_BYTES)(value);
}

export async function leafHash(entry: Uint8Array, hash: Sha256 = sha256): Promise<TreeHash> {
  return toBytes(await hash(concatBytes(LEAF_PREFIX, entry))) as TreeHash;
}

export async function nodeHash(left: TreeHash, right: TreeHash, hash: Sha256 = sha256): Promise<TreeHash> {
  const node = new Uint8Array(1 + 2 * TREE_HASH_BYTES);
  node[0] = NODE_PREFIX;
  node.set(left, 1);
  node.set(right, 1 + TREE_HASH_BYTES);
  return toBytes(await hash(node)) as TreeHash;
}

/** The root of subtrees that lie side by side, each smaller than the one to its left: joined from the right. */
export async function joined(subtrees: readonly TreeHash[], hash: Sha256 = sha256): Promise<TreeHash> {
  const [last, ...rest] = subtrees.toReversed();
  if (last === undefined) return toBytes(await hash(new Uint8Array(0))) as TreeHash; // the tree without leaves
  let root = last;
  for (const left of rest) root = await nodeHash(left, root, hash);
  return root;
}

export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]); // public values: time tells nothing
}
