import { sha256 } from '../evidence.ts';
import { subtreesOf } from './ranges.ts';
import { partialTiles, rootOfRow, TILE_WIDTH, type Tile } from './tiles.ts';
import { joined, type Sha256, type TreeHash } from './tree-hash.ts';

export interface FilledTile {
  readonly tile: Tile;
  readonly hashes: readonly TreeHash[];
}

/**
 * The right edge of a tree: the tiles that are not full. All that a log needs in memory in order to grow; 8 KiB for each level,
 * of which a million leaves have three.
 */
export class TreeEdge {
  readonly #hash: Sha256;
  /** Of each level, the nodes of its last tile. */
  readonly #levels: TreeHash[][];
  #size: number;

  private constructor(hash: Sha256, levels: TreeHash[][], size: number) {
    this.#hash = hash;
    this.#levels = levels;
    this.#size = size;
  }

  static empty(hash: Sha256 = sha256): TreeEdge {
    return new TreeEdge(hash, [], 0);
  }

  /** The edge of a tree of `size` leaves from its partial tiles. What they hold is not checked: compare the root. */
  static async load(
    size: number,
    read: (tile: Tile) => Promise<readonly TreeHash[]>,
    hash: Sha256 = sha256,
  ): Promise<TreeEdge> {
    const levels: TreeHash[][] = [];
    for (const tile of partialTiles(size)) {
      while (levels.length < tile.level) levels.push([]);
      levels.push([...(await read(tile))]);
    }
    return new TreeEdge(hash, levels, size);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf; gives the tiles that this fills, lowest level first. */
  async append(leaf: TreeHash): Promise<readonly FilledTile[]> {
    this.#size += 1;
    const filled: FilledTile[] = [];
    let node = leaf;
    for (let level = 0, nodes = this.#size; ; level += 1) {
      const row = (this.#levels[level] ??= []);
      row.push(node);
      if (row.length < TILE_WIDTH) return filled;
      nodes /= TILE_WIDTH;
      filled.push({ tile: { level, index: nodes - 1, width: TILE_WIDTH }, hashes: row });
      this.#levels[level] = [];
      node = await rootOfRow(row, this.#hash);
    }
  }

  partial(): readonly FilledTile[] {
    return partialTiles(this.#size).map((tile) => ({ tile, hashes: this.#levels[tile.level] ?? [] }));
  }

  async root(): Promise<TreeHash> {
    const subtrees: TreeHash[] = [];
    for (const row of this.#levels.toReversed()) {
      for (const { height, index } of subtreesOf({ begin: 0, end: row.length })) {
        subtrees.push(await rootOfRow(row.slice(index * 2 ** height, (index + 1) * 2 ** height), this.#hash));
      }
    }
    return joined(subtrees, this.#hash);
  }
}
