import { AmparoError } from '../errors.ts';
import { sha256 } from '../evidence.ts';
import { decodeEntries } from './entry-bundle.ts';
import { rootOfRange, type ReadSubtree } from './proofs.ts';
import type { Subtree } from './ranges.ts';
import { decodeTile, rootOfRow, TILE_HEIGHT, TILE_WIDTH, tileOf, type Tile } from './tiles.ts';
import { TreeEdge } from './tree-edge.ts';
import { isSameHash, leafHash, type Sha256, type TreeHash } from './tree-hash.ts';
import type { Bytes } from '../bytes.ts';

const HELD_TILES_MAX = 64; // half a megabyte; whoever reads in order needs a few

interface Tree {
  readonly size: number;
  readonly root: TreeHash;
}

/** Reads a tree from tiles that anybody may have altered: nothing is given out that the root does not vouch for. */
export class TileReader {
  readonly #tree: Tree;
  readonly #load: (tile: Tile) => Promise<Uint8Array>;
  readonly #hash: Sha256;
  readonly #edge = new Map<number, readonly TreeHash[]>();
  readonly #held = new Map<string, Promise<readonly TreeHash[]>>();

  private constructor(tree: Tree, load: (tile: Tile) => Promise<Uint8Array>, hash: Sha256) {
    this.#tree = tree;
    this.#load = load;
    this.#hash = hash;
  }

  /** Fetches the tiles of the right edge, which together give the root. Throws `log-tile-altered`. */
  static async open(tree: Tree, load: (tile: Tile) => Promise<Uint8Array>, hash: Sha256 = sha256): Promise<TileReader> {
    const reader = new TileReader(tree, load, hash);
    const edge = await TreeEdge.load(tree.size, async (tile) => decodeTile(await load(tile), tile.width), hash);
    if (!isSameHash(await edge.root(), tree.root)) throw new AmparoError('log-tile-altered');
    for (const { tile, hashes } of edge.partial()) reader.#edge.set(Number(tile.level), hashes);
    return reader;
  }

  /** The root of a subtree, for proofs. Throws `log-tile-altered`. */
  readonly subtree: ReadSubtree = async ({ height, index }: Subtree) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const width = 2 ** (height % TILE_HEIGHT);
    const begin = index * width;
    const nodes = await this.#tile(level, Math.floor(begin / TILE_WIDTH));
    return rootOfRow(nodes.slice(begin % TILE_WIDTH, (begin % TILE_WIDTH) + width), this.#hash);
  };

  /** The root that the tree had at an earlier size. Throws `log-tile-altered`. */
  rootAt(size: number): Promise<TreeHash> {
    return rootOfRange({ begin: 0, end: size }, this.subtree, this.#hash);
  }

  /** Entries `index` * 256 and on, up to 256. Throws `log-tile-altered`, `log-entries-altered`. */
  async entries(index: number): Promise<readonly Bytes[]> {
    const tile = tileOf('entries', index, this.#tree.size);
    const [bytes, hashes] = await Promise.all([this.#load(tile), this.#tile(0, index)]);
    const entries = decodeEntries(bytes, tile.width);
    for (const [i, entry] of entries.entries()) {
      const expected = hashes[i];
      const isSame = expected !== undefined && isSameHash(await leafHash(entry, this.#hash), expected);
      if (!isSame) throw new AmparoError('log-entries-altered');
    }
    return entries;
  }

  /** A tile that is full is vouched for by its node on the level above. */
  #tile(level: number, index: number): Promise<readonly TreeHash[]> {
    const tile = tileOf(level, index, this.#tree.size);
    if (tile.width < TILE_WIDTH) return Promise.resolve(this.#edge.get(level) ?? []);
    const key = `${String(level)}/${String(index)}`;
    const held = this.#held.get(key) ?? this.#verified(tile, level);
    this.#held.delete(key); // so that the one used last goes last
    this.#held.set(key, held);
    // What did not come is asked for anew the next time.
    held.catch(() => {
      if (this.#held.get(key) === held) this.#held.delete(key);
    });
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= HELD_TILES_MAX) break;
      this.#held.delete(oldest);
    }
    return held;
  }

  async #verified(tile: Tile, level: number): Promise<readonly TreeHash[]> {
    const [bytes, above] = await Promise.all([
      this.#load(tile),
      this.#tile(level + 1, Math.floor(tile.index / TILE_WIDTH)),
    ]);
    const hashes = decodeTile(bytes, TILE_WIDTH);
    const expected = above[tile.index % TILE_WIDTH];
    const root = await rootOfRow(hashes, this.#hash);
    if (expected === undefined || !isSameHash(root, expected)) throw new AmparoError('log-tile-altered');
    return hashes;
  }
}
