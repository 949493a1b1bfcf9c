import { createHash } from 'node:crypto';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { CELL_PLAINTEXT_BYTES, type Bytes, type EvidenceFile } from '../../crypto/index.ts';
import type { FileNames, SafeName } from '../../client/shared/file-names.ts';
import { SECRET_MODE } from './files.ts';
import type { SavedFile } from './outcome.ts';

/** One file of a report, written in order as the cells come. */
export class FileWriter {
  readonly #folder: string;
  readonly #file: EvidenceFile;
  readonly #name: SafeName;
  readonly #names: FileNames;
  readonly #hash = createHash('sha256');
  #handle: FileHandle | null = null;
  #saved = 0;
  /** Where zeros stand for what did not open. */
  firstDamaged: number | undefined;

  constructor(folder: string, file: EvidenceFile, name: SafeName, names: FileNames) {
    this.#folder = folder;
    this.#file = file;
    this.#name = name;
    this.#names = names;
  }

  /** Whether the cell that starts at `start` of the stream holds bytes of this file. */
  isWithin(start: number): boolean {
    const { from, to } = this.#part(start);
    return from < to;
  }

  /** Writes what belongs to this file of a cell; zeros where it did not open. */
  async take(cell: Bytes | null, start: number): Promise<void> {
    const { from, to } = this.#part(start);
    if (cell === null) this.firstDamaged ??= from - this.#file.offset;
    await this.#write(cell === null ? new Uint8Array(to - from) : cell.subarray(from - start, to - start));
    if (this.#saved === this.#file.size) await this.#close();
  }

  async finish(): Promise<SavedFile> {
    const { name: sent, size, note, story } = this.#file;
    if (size === 0) await this.#write(new Uint8Array(0));
    await this.#close();
    const whole = this.#saved === size && this.firstDamaged === undefined;
    const { renamed } = this.#name;
    return {
      sent,
      name: whole || this.#saved === 0 ? this.#name.name : await this.#markDamaged(),
      size,
      saved: this.#saved,
      sha256: this.#hash.digest('hex'),
      whole,
      ...(renamed !== undefined && { renamed }),
      ...(note !== undefined && { note }),
      ...(story && { story }),
    };
  }

  #part(start: number): { from: number; to: number } {
    const { offset, size } = this.#file;
    return { from: Math.max(start, offset), to: Math.min(start + CELL_PLAINTEXT_BYTES, offset + size) };
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#handle ??= await open(join(this.#folder, this.#name.name), 'wx', SECRET_MODE);
    this.#hash.update(bytes);
    this.#saved += bytes.length;
    await this.#handle.writeFile(bytes);
  }

  async #close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = null;
  }

  async #markDamaged(): Promise<string> {
    const damaged = this.#names.takeDamaged(this.#name.name);
    await rename(join(this.#folder, this.#name.name), join(this.#folder, damaged));
    return damaged;
  }
}
