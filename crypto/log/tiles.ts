import { concatBytes } from '../bytes.ts';
import { AmparoError } from '../errors.ts';
import { sha256 } from '../evidence.ts';
import { nodeHash, TREE_HASH_BYTES, treeHash, type Sha256, type TreeHash } from './tree-hash.ts';

/** SPEC.md, Log: the tree in files, by C2SP tlog-tiles. A tile of level l holds nodes of height 8 l. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;
const LEVEL_MAX = 6; // 256^7 leaves exceed what a number counts exactly

/** `width` nodes or entries from `index` * 256 on; 256 in a full one. */
export interface Tile {
  /** `entries`: the leaves themselves, not their hashes. */
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** Where a tile lies, from the log's own address on: `tile/0/x001/234.p/56`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`${groups.length > 0 ? 'x' : ''}${String(rest % 1000).padStart(3, '0')}`);
  }
  const partial = width === TILE_WIDTH ? '' : `.p/${String(width)}`;
  return `tile/${String(level)}/${groups.join('/')}${partial}`;
}

const TILE_PATH = /^tile\/(entries|\d)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that a path names, or `null`; every tile has one path only. */
export function parseTilePath(path: string): Tile | null {
  const [, level = '', groups = '', width] = TILE_PATH.exec(path) ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const isKnown = tile.level === 'entries' || tile.level <= LEVEL_MAX;
  return isKnown && Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : null;
}

/** The tiles at the right edge of a tree that are not full, lowest level first. */
export function partialTiles(size: number): (Tile & { readonly level: number })[] {
  const tiles: (Tile & { readonly level: number })[] = [];
  for (let level = 0, nodes = size; nodes > 0; level += 1, nodes = Math.floor(nodes / TILE_WIDTH)) {
    const width = nodes % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(nodes / TILE_WIDTH), width });
  }
  return tiles;
}

/** The tile of a tree of `size` leaves with this number on this level. */
export function tileOf(level: Tile['level'], index: number, size: number): Tile {
  const nodes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return { level, index, width: Math.min(TILE_WIDTH, nodes - index * TILE_WIDTH) };
}

export function encodeTile(hashes: readonly TreeHash[]): Uint8Array {
  return concatBytes(...hashes);
}

/** Throws `log-tile-altered` where these are not `width` hashes. */
export function decodeTile(bytes: Uint8Array, width: number): TreeHash[] {
  if (bytes.length !== width * TREE_HASH_BYTES) throw new AmparoError('log-tile-altered');
  return Array.from({ length: width }, (_, i) =>
    treeHash(bytes.subarray(i * TREE_HASH_BYTES, (i + 1) * TREE_HASH_BYTES)),
  );
}

/** The root of 2^n nodes that stand side by side, n at least 0. */
export async function rootOfRow(row: readonly TreeHash[], hash: Sha256 = sha256): Promise<TreeHash> {
  const first = row[0];
  if (first === undefined) throw new RangeError('row: must not be empty');
  if (row.length === 1) return first;
  const parents: TreeHash[] = [];
  let left: TreeHash | undefined;
  for (const node of row) {
    if (left !== undefined) parents.push(await nodeHash(left, node, hash));
    left = left === undefined ? node : undefined;
  }
  return rootOfRow(parents, hash);
}
