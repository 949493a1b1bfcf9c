import { AmparoError } from '../errors.ts';
import { sha256 } from '../evidence.ts';
import { consistencyRanges, inclusionRanges, subtreesOf, type Range, type Subtree } from './ranges.ts';
import { isSameHash, joined, nodeHash, type Sha256, type TreeHash } from './tree-hash.ts';

/** SPEC.md, Log: proofs of RFC 6962. No tree of up to 2^53 leaves needs more nodes than this. */
export const PROOF_NODES_MAX = 63;

/** Gives the root of a subtree that has all its leaves. */
export type ReadSubtree = (subtree: Subtree) => TreeHash | Promise<TreeHash>;

/** Shows that leaf `index` is in the tree of `size` leaves. */
export function makeInclusionProof(
  index: number,
  size: number,
  read: ReadSubtree,
  hash: Sha256 = sha256,
): Promise<TreeHash[]> {
  if (index >= size) throw new RangeError('index: must be below the size');
  return Promise.all(inclusionRanges(index, size).map((range) => rootOfRange(range, read, hash)));
}

/** Shows that the tree of `size` leaves begins with that of `old` leaves. */
export function makeConsistencyProof(
  old: number,
  size: number,
  read: ReadSubtree,
  hash: Sha256 = sha256,
): Promise<TreeHash[]> {
  if (old > size) throw new RangeError('old: must not be above the size');
  return Promise.all(consistencyRanges(old, size).map((range) => rootOfRange(range, read, hash)));
}

/** The root of a range as {@link subtreesOf} cuts it; of all leaves from 0 on: the root of that tree. */
export async function rootOfRange(range: Range, read: ReadSubtree, hash: Sha256 = sha256): Promise<TreeHash> {
  return joined(await Promise.all(subtreesOf(range).map(async (subtree) => read(subtree))), hash);
}

interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly root: TreeHash;
}

/** Throws `log-proof-invalid` unless the leaf is at `index` of the tree (RFC 9162, section 2.1.3.2). */
export async function verifyInclusion(
  leaf: TreeHash,
  { index, size, root }: Inclusion,
  proof: readonly TreeHash[],
  hash: Sha256 = sha256,
): Promise<void> {
  if (index >= size) throw new AmparoError('log-proof-invalid');
  const way = new Way(index, size - 1);
  let node = leaf;
  for (const beside of proof) {
    if (way.isAtRoot) throw new AmparoError('log-proof-invalid');
    node = way.isRight() ? await nodeHash(beside, node, hash) : await nodeHash(node, beside, hash);
    way.rise();
  }
  if (!way.isAtRoot || !isSameHash(node, root)) throw new AmparoError('log-proof-invalid');
}

interface Tree {
  readonly size: number;
  readonly root: TreeHash;
}

/** Throws `log-proof-invalid` unless `tree` begins with `old` (RFC 9162, section 2.1.4.2). */
export async function verifyConsistency(
  old: Tree,
  tree: Tree,
  proof: readonly TreeHash[],
  hash: Sha256 = sha256,
): Promise<void> {
  if (old.size === 0 || old.size >= tree.size) {
    const isGood = old.size === 0 || (old.size === tree.size && isSameHash(old.root, tree.root));
    if (!isGood || proof.length > 0) throw new AmparoError('log-proof-invalid');
    return;
  }
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...proof] : proof;
  if (first === undefined) throw new AmparoError('log-proof-invalid');
  const way = new Way(old.size - 1, tree.size - 1);
  way.skipRight();
  let [oldRoot, root] = [first, first];
  for (const beside of rest) {
    if (way.isAtRoot) throw new AmparoError('log-proof-invalid');
    if (way.isRight()) {
      oldRoot = await nodeHash(beside, oldRoot, hash);
      root = await nodeHash(beside, root, hash);
    } else {
      root = await nodeHash(root, beside, hash);
    }
    way.rise();
  }
  const isGood = way.isAtRoot && isSameHash(oldRoot, old.root) && isSameHash(root, tree.root);
  if (!isGood) throw new AmparoError('log-proof-invalid');
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size)) && 2 ** Math.log2(size) === size;
}

/** The way from a node up to the root, along the numbers of this node and of the last one at its height. */
class Way {
  #node: number;
  #last: number;

  constructor(node: number, last: number) {
    this.#node = node;
    this.#last = last;
  }

  get isAtRoot(): boolean {
    return this.#last === 0;
  }

  /** Whether what stands beside this node stands to its left. */
  isRight(): boolean {
    return this.#node % 2 === 1 || this.#node === this.#last;
  }

  rise(): void {
    if (this.#node % 2 === 0 && this.#node === this.#last) {
      // The last node of an odd row has nobody beside it and rises as it is.
      while (this.#node % 2 === 0 && this.#node !== 0) this.#halve();
    }
    this.#halve();
  }

  skipRight(): void {
    while (this.#node % 2 === 1) this.#halve();
  }

  #halve(): void {
    this.#node = Math.floor(this.#node / 2);
    this.#last = Math.floor(this.#last / 2);
  }
}
