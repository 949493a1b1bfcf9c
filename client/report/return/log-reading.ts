import {
  AmparoError,
  fromUtf8,
  LOG_ENTRY_BYTES,
  openCheckpoint,
  PATHS,
  TILE_WIDTH,
  tilePath,
  TileReader,
  TREE_HASH_BYTES,
  type Bytes,
  type NoteKey,
  type Tile,
} from '../../../crypto/index.ts';

import { fetchPatiently, jsonOf } from '../fetch-patiently.ts';

/** 10,240 entries at once: 2.2 MB at the most, and years of most offices. */
export const BUNDLES_AT_ONCE = 40;

const SIDE_BY_SIDE = 4;
const LENGTH_BYTES = 2;

/** Gives what lies under a path of the log; `null` where there is nothing. */
export type LoadLog = (path: string) => Promise<Bytes | null>;

/**
 * The newest entries of a log, as far back as they were asked for. Nothing is taken that its checkpoint does not vouch for. How far back
 * is read depends on what was asked for alone, never on what was found: the server sees it.
 */
export class LogReading {
  readonly #tiles: TileReader;
  /** Bundles before this one were not read. */
  #begin: number;
  readonly #entries: Bytes[] = [];

  private constructor(tiles: TileReader, bundles: number) {
    this.#tiles = tiles;
    this.#begin = bundles;
  }

  /** Throws as `openCheckpoint` and `TileReader.open`, and `log-incomplete`. */
  static async open(log: NoteKey, load: LoadLog): Promise<LogReading> {
    const note = fromUtf8((await load('checkpoint')) ?? incomplete());
    const checkpoint = await openCheckpoint(note ?? '', log);
    const tiles = await TileReader.open(checkpoint, (tile) => loadTile(tile, load));
    return new LogReading(tiles, Math.ceil(checkpoint.size / TILE_WIDTH));
  }

  /** All that were read, in no order that means anything. */
  get entries(): readonly Bytes[] {
    return this.#entries;
  }

  /** Whether there are entries that were not read: all of them older. */
  get isPartial(): boolean {
    return this.#begin > 0;
  }

  /** Reads so many bundles of 256 more. What was read stays, where a later one does not come. Throws as `TileReader`, and `log-incomplete`. */
  async readBack(bundles: number, onRead: (share: number) => void): Promise<void> {
    const from = this.#begin;
    const end = Math.max(0, from - bundles);
    while (this.#begin > end) {
      const first = Math.max(end, this.#begin - SIDE_BY_SIDE);
      const indexes = Array.from({ length: this.#begin - first }, (_, i) => first + i);
      const read = await Promise.all(indexes.map((index) => this.#tiles.entries(index)));
      this.#entries.push(...read.flat());
      this.#begin = first;
      onRead((from - first) / (from - end));
    }
  }
}

/** From our own server. Throws `SendError`. */
export function logLoader(onWaiting: () => void): LoadLog {
  return async (path) => {
    const response = await fetchPatiently(PATHS.log + path, {}, onWaiting);
    if (response.status === 404) return null;
    if (!response.ok) await jsonOf(response);
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** A tile that was not full may have grown since the checkpoint was signed; the full one begins with it. */
async function loadTile(tile: Tile, load: LoadLog): Promise<Bytes> {
  const bytes = await load(tilePath(tile));
  if (bytes !== null) return bytes;
  const whole = tile.width < TILE_WIDTH ? await load(tilePath({ ...tile, width: TILE_WIDTH })) : null;
  const itemBytes = tile.level === 'entries' ? LENGTH_BYTES + LOG_ENTRY_BYTES : TREE_HASH_BYTES;
  return (whole ?? incomplete()).subarray(0, tile.width * itemBytes);
}

function incomplete(): never {
  throw new AmparoError('log-incomplete');
}
