import { mkdirSync } from 'node:fs';
import { open, readdir, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { CELL_BYTES, evidenceIdSchema, type Bytes } from '../../crypto/index.ts';

import { StorageUnavailable } from '../store/store.ts';
import type { Blobs, CellReader } from './blobs.ts';

/** Kept free for letters, which must go through when a flood of evidence has filled the rest. */
export const RESERVE_BYTES = 1_073_741_824;
const PRIVATE_FOLDER_MODE = 0o700;
const PRIVATE_FILE_MODE = 0o600;

/** One file for each upload, named by its id. */
export class DiskBlobs implements Blobs {
  readonly folder: string;
  readonly #reserveBytes: number;

  constructor(folder: string, reserveBytes = RESERVE_BYTES) {
    mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER_MODE });
    this.folder = folder;
    this.#reserveBytes = reserveBytes;
  }

  async room(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return Math.max(0, bavail * bsize - this.#reserveBytes);
  }

  async size(id: string): Promise<number | null> {
    return (await orNull(stat(this.#path(id))))?.size ?? null;
  }

  async append(id: string, cell: Bytes): Promise<void> {
    const file = await open(this.#path(id), 'a', PRIVATE_FILE_MODE);
    try {
      await file.writeFile(cell);
    } finally {
      await file.close();
    }
  }

  async settle(id: string): Promise<void> {
    await sync(this.#path(id));
    await sync(this.folder);
  }

  async open(id: string, cells: number): Promise<CellReader | null> {
    const file = await orNull(open(this.#path(id), 'r'));
    if (file === null) return null;
    if ((await file.stat()).size === cells * CELL_BYTES) return new DiskCellReader(file);
    await file.close();
    return null;
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  async writtenBefore(before: Date): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const name of await readdir(this.folder)) {
      if (!evidenceIdSchema.safeParse(name).success) continue;
      const written = await orNull(stat(this.#path(name)));
      if (written && written.mtimeMs < before.getTime()) ids.push(name);
    }
    return ids;
  }

  #path(id: string): string {
    return join(this.folder, evidenceIdSchema.parse(id));
  }
}

class DiskCellReader implements CellReader {
  readonly #file: FileHandle;
  #position = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async next() {
    const cell = new Uint8Array(CELL_BYTES);
    let filled = 0;
    while (filled < cell.length) {
      const { bytesRead } = await this.#file.read(cell, filled, cell.length - filled, this.#position + filled);
      if (bytesRead === 0) throw new StorageUnavailable('evidence ended early');
      filled += bytesRead;
    }
    this.#position += filled;
    return cell;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function orNull<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
