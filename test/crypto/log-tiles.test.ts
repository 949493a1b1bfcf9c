import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  decodeEntries,
  encodeEntries,
  encodeTile,
  leafHash,
  makeInclusionProof,
  parseTilePath,
  partialTiles,
  tilePath,
  toBytes,
  toHex,
  TileReader,
  TreeEdge,
  verifyInclusion,
  type Bytes,
  type Tile,
  type TreeHash,
} from '../../crypto/index.ts';
import { edgeOf, nodeSha256, nth } from './log-trees.ts';

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
