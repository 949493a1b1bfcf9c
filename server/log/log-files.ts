import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { tilePath, TILE_WIDTH, type Tile } from '../../crypto/index.ts';

/** Where the published log lies: static files, as anybody may copy and serve them. */
export interface LogFiles {
  /** The signed note, or `null` before the first. */
  checkpoint(): Promise<string | null>;
  /** `null` where there is no such tile. */
  tile(tile: Tile): Promise<Buffer | null>;
  writeTile(tile: Tile, bytes: Uint8Array): Promise<void>;
  /** After this, every tile that was written survives a loss of power. */
  settle(): Promise<void>;
  /** Replaces it at once and for good. */
  writeCheckpoint(text: string): Promise<void>;
  /** Removes the narrower ones that a full tile replaces. */
  removePartial(full: Tile): Promise<void>;
}

const CHECKPOINT = 'checkpoint';
const NEW = '.new';

export class LogFolder implements LogFiles {
  readonly #path: string;
  readonly #unsettled = new Set<string>();

  constructor(path: string) {
    this.#path = path;
  }

  async checkpoint(): Promise<string | null> {
    return (await orNull(readFile(join(this.#path, CHECKPOINT), 'utf8'))) ?? null;
  }

  async tile(tile: Tile): Promise<Buffer | null> {
    return orNull(readFile(this.#pathOf(tile)));
  }

  async writeTile(tile: Tile, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(tile);
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, bytes);
    for (let at = dirname(path); at.length >= this.#path.length; at = dirname(at)) this.#unsettled.add(at);
  }

  async settle(): Promise<void> {
    for (const folder of this.#unsettled) await sync(folder);
    this.#unsettled.clear();
  }

  async writeCheckpoint(text: string): Promise<void> {
    await mkdir(this.#path, { recursive: true });
    await writeWhole(join(this.#path, CHECKPOINT), text);
    await sync(this.#path);
    await sync(dirname(this.#path)); // where the folder itself is new
  }

  async removePartial(full: Tile): Promise<void> {
    const partial = this.#pathOf({ ...full, width: 1 });
    await rm(dirname(partial), { recursive: true, force: true });
  }

  /** From the numbers of a tile alone: no text of a request gets here. */
  #pathOf(tile: Tile): string {
    if (tile.width < 1 || tile.width > TILE_WIDTH) throw new RangeError('width: must be 1 to 256');
    return join(this.#path, tilePath(tile));
  }
}

/** Whole or not at all. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path + NEW, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(path + NEW, path);
}

async function sync(folder: string): Promise<void> {
  const file = await open(folder, 'r');
  await file.sync().finally(() => file.close());
}

async function orNull<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
