import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  fromHex,
  leafHash,
  makeConsistencyProof,
  makeInclusionProof,
  nodeHash,
  sha256,
  toHex,
  treeHash,
  TreeEdge,
  verifyConsistency,
  verifyInclusion,
  type ReadSubtree,
  type TreeHash,
} from '../../crypto/index.ts';
import { edgeOf, nodeSha256, nth } from './log-trees.ts';

/** MTH of RFC 6962, section 2.1, word by word. */
async function rootByDefinition(leaves: readonly TreeHash[]): Promise<TreeHash> {
  if (leaves.length === 0) return treeHash(await sha256(new Uint8Array()));
  if (leaves.length === 1) return nth(leaves, 0);
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(
    await rootByDefinition(leaves.slice(0, half)),
    await rootByDefinition(leaves.slice(half)),
    nodeSha256,
  );
}

function readFrom(leaves: readonly TreeHash[]): ReadSubtree {
  return ({ height, index }) => rootByDefinition(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
}

function numbered(count: number): Promise<TreeHash[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => leafHash(Uint8Array.of(i % 256, i >> 8), nodeSha256)));
}

/** The leaves and roots that Certificate Transparency's own tests have (RFC 6962). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree', () => {
  test.each(ROOTS.map((root, size) => ({ size, root })))(
    'of $size published leaves has the published root',
    async ({ size, root }) => {
      const leaves = await Promise.all(LEAVES.slice(0, size).map((leaf) => leafHash(fromHex(leaf))));
      expect(toHex(await (await edgeOf(leaves)).root())).toBe(root);
      expect(toHex(await (await edgeOf(leaves, sha256)).root())).toBe(root);
      if (size > 0) {
        const read = readFrom(leaves);
        for (let index = 0; index < size; index += 1) {
          const proof = await makeInclusionProof(index, size, read);
          await verifyInclusion(nth(leaves, index), { index, size, root: treeHash(fromHex(root)) }, proof);
        }
      }
    },
  );

  test('has the published proofs', async () => {
    const leaves = await Promise.all(LEAVES.map((leaf) => leafHash(fromHex(leaf))));
    const read = readFrom(leaves);
    expect((await makeInclusionProof(5, 8, read)).map(toHex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect((await makeConsistencyProof(6, 8, read)).map(toHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  test('grows by its edge alone to the root of the definition, at every size', async () => {
    const leaves = await numbered(600);
    const edge = TreeEdge.empty(nodeSha256);
    for (const [i, leaf] of leaves.entries()) {
      await edge.append(leaf);
      if (i < 20 || i % 37 === 0 || Math.abs((i % 256) - 255) < 3) {
        expect(toHex(await edge.root())).toBe(toHex(await rootByDefinition(leaves.slice(0, i + 1))));
      }
    }
  });
});

const sizes = fc.integer({ min: 1, max: 300 });

describe('proofs', () => {
  test('of inclusion verify for every leaf, and for no other leaf, place, size, root or way', async () => {
    const leaves = await numbered(301);
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, anyIndex, anyFault) => {
        const index = anyIndex % size;
        const root = await rootByDefinition(leaves.slice(0, size));
        const leaf = nth(leaves, index);
        const proof = await makeInclusionProof(index, size, readFrom(leaves.slice(0, size)), nodeSha256);
        await verifyInclusion(leaf, { index, size, root }, proof);
        const bent = proof.map((node, i) => (i === anyFault % proof.length ? flipped(node) : node));
        const faults: [TreeHash, { index: number; size: number; root: TreeHash }, TreeHash[]][] = [
          [nth(leaves, index + 1), { index, size, root }, proof],
          [leaf, { index, size, root: flipped(root) }, proof],
          [leaf, { index, size, root }, [...proof, leaf]],
          [leaf, { index: size, size, root }, proof],
          ...(proof.length === 0
            ? []
            : (
                [
                  [leaf, { index, size, root }, bent],
                  [leaf, { index, size, root }, proof.slice(0, -1)],
                  [leaf, { index: (index + 1) % size, size, root }, proof],
                ] as const
              ).map((fault) => [...fault] as [TreeHash, { index: number; size: number; root: TreeHash }, TreeHash[]])),
        ];
        for (const fault of faults) await expect(verifyInclusion(...fault)).rejects.toThrow('does not show');
      }),
      { numRuns: 60 },
    );
  });

  test('of consistency verify for every earlier size, and for nothing altered', async () => {
    const leaves = await numbered(300);
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, anyOld, anyFault) => {
        const old = anyOld % (size + 1);
        const tree = { size, root: await rootByDefinition(leaves.slice(0, size)) };
        const before = { size: old, root: await rootByDefinition(leaves.slice(0, old)) };
        const proof = await makeConsistencyProof(old, size, readFrom(leaves.slice(0, size)), nodeSha256);
        await verifyConsistency(before, tree, proof);
        if (old === 0) return;
        const refused = (...args: Parameters<typeof verifyConsistency>) =>
          expect(verifyConsistency(...args)).rejects.toThrow('does not show');
        await refused({ size: old, root: flipped(before.root) }, tree, proof);
        await refused(before, { size, root: flipped(tree.root) }, proof);
        await refused(before, tree, [...proof, tree.root]);
        await refused({ size: size + 1, root: before.root }, tree, proof);
        if (proof.length === 0) return;
        const bent = proof.map((node, i) => (i === anyFault % proof.length ? flipped(node) : node));
        await refused(before, tree, bent);
        await refused(before, tree, proof.slice(1));
      }),
      { numRuns: 60 },
    );
  });
});

function flipped(node: TreeHash): TreeHash {
  return treeHash(node.map((byte, i) => (i === 7 ? byte ^ 1 : byte)));
}
