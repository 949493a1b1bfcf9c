import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  decodeEntries,
  encodeEntries,
  encodeTile,
  fromHex,
  leafHash,
  makeConsistencyProof,
  makeInclusionProof,
  nodeHash,
  parseTilePath,
  partialTiles,
  sha256,
  tilePath,
  toBytes,
  toHex,
  treeHash,
  TileReader,
  TreeEdge,
  verifyConsistency,
  verifyInclusion,
  type Bytes,
  type ReadSubtree,
  type Sha256,
  type Tile,
  type TreeHash,
} from '../../crypto/index.ts';

const nodeSha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError('no such item');
  return item;
}

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

async function edgeOf(leaves: readonly TreeHash[], hash: Sha256 = nodeSha256): Promise<TreeEdge> {
  const edge = TreeEdge.empty(hash);
  for (const leaf of leaves) await edge.append(leaf);
  return edge;
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

describe('tiles', () => {
  test('have one path each, as the specification shows it', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 0, width: 7 })).toBe('tile/entries/000.p/7');
    expect(partialTiles(70_000).map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect(partialTiles(256).map(tilePath)).toEqual(['tile/1/000.p/1']);
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant('entries' as const)),
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          const tile: Tile = { level, index, width };
          expect(parseTilePath(tilePath(tile))).toEqual(tile);
        },
      ),
    );
  });

  test.each([
    'tile/0/1',
    'tile/0/0001',
    'tile/0/x000/001',
    'tile/00/001',
    'tile/7/000',
    'tile/64/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/1/',
    'tile/0/../0/000',
    'tile/0/%30%30%30',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/x001',
    'tile/entry/000',
    'TILE/0/000',
    '',
  ])('%j names none', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  test('hold what a reader needs, and it believes nothing that the root does not vouch for', async () => {
    const log = await tiledLog(70_000);
    const reader = await TileReader.open(log.tree, log.fetch, nodeSha256);
    for (const size of [0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 69_999, 70_000]) {
      const root = await (await edgeOf(log.leaves.slice(0, size))).root();
      expect(toHex(await reader.rootAt(size)), String(size)).toBe(toHex(root));
    }
    for (const index of [0, 100, 255, 256, 65_536, 69_999]) {
      const proof = await makeInclusionProof(index, 70_000, reader.subtree, nodeSha256);
      await verifyInclusion(nth(log.leaves, index), { index, ...log.tree }, proof);
    }
    expect(await reader.entries(273)).toHaveLength(112);
    expect(toHex(nth(await reader.entries(1), 3))).toBe(toHex(entryOf(259)));
  });

  test.each(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1', 'tile/1/000', 'tile/0/007'])(
    'with one bit of %s altered are refused',
    async (path) => {
      const log = await tiledLog(70_000);
      const altered = log.files.get(path);
      if (!altered) throw new Error('no such tile');
      log.files.set(
        path,
        altered.map((byte, i) => (i === 20 ? byte ^ 1 : byte)),
      );
      const read = async () => {
        const reader = await TileReader.open(log.tree, log.fetch, nodeSha256);
        await reader.entries(7);
      };
      await expect(read()).rejects.toMatchObject({ code: 'log-tile-altered' });
      log.files.set(path, altered.subarray(0, -1));
      await expect(read()).rejects.toMatchObject({ code: 'log-tile-altered' });
    },
  );

  test('entries that are altered, cut, lengthened or exchanged are refused', async () => {
    const log = await tiledLog(600);
    const good = toBytes(log.files.get('tile/entries/000') ?? new Uint8Array());
    const [first, second] = [good.subarray(0, 5), good.subarray(5, 10)];
    const faults = [
      good.map((byte, i) => (i === 4 ? byte ^ 1 : byte)),
      good.subarray(0, -1),
      good.subarray(0, -5),
      toBytes(Buffer.concat([good, Uint8Array.of(0)])),
      toBytes(Buffer.concat([good, Uint8Array.of(0, 0)])),
      toBytes(Buffer.concat([second, first, good.subarray(10)])),
    ];
    for (const fault of faults) {
      log.files.set('tile/entries/000', fault);
      const reader = await TileReader.open(log.tree, log.fetch, nodeSha256);
      await expect(reader.entries(0)).rejects.toMatchObject({ code: 'log-entries-altered' });
    }
  });
});

function entryOf(i: number): Bytes {
  return Uint8Array.of(i % 256, (i >> 8) % 256, i >> 16);
}

async function tiledLog(size: number) {
  const files = new Map<string, Uint8Array>();
  const edge = TreeEdge.empty(nodeSha256);
  const leaves: TreeHash[] = [];
  let bundle: Bytes[] = [];
  for (let i = 0; i < size; i += 1) {
    bundle.push(entryOf(i));
    const leaf = await leafHash(entryOf(i), nodeSha256);
    leaves.push(leaf);
    for (const { tile, hashes } of await edge.append(leaf)) files.set(tilePath(tile), encodeTile(hashes));
    if (bundle.length < 256 && i < size - 1) continue;
    files.set(tilePath({ level: 'entries', index: Math.floor(i / 256), width: bundle.length }), encodeEntries(bundle));
    bundle = [];
  }
  for (const { tile, hashes } of edge.partial()) files.set(tilePath(tile), encodeTile(hashes));
  const fetch = (tile: Tile) => Promise.resolve(files.get(tilePath(tile)) ?? new Uint8Array());
  return { files, leaves, fetch, tree: { size, root: await edge.root() } };
}

test('entry bundles come back as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 }), (entries) => {
      const bytes = encodeEntries(entries.map(toBytes));
      expect(decodeEntries(bytes, entries.length).map(toHex)).toEqual(entries.map(toHex));
    }),
  );
});
