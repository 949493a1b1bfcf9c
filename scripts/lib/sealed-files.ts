import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

import {
  AmparoError,
  CELL_PLAINTEXT_BYTES,
  EvidenceKey,
  FILE_NAME_CHARACTERS_MAX,
  FILES_MAX,
  listEvidence,
  sha256,
  toHex,
  totalSize,
  type Bytes,
  type Cell,
  type EvidenceList,
  type FileKey,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';

const TYPE = 'application/octet-stream'; // a reviewer's machine must not act on what a sender claims

interface OpenFile {
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
  readonly handle: FileHandle;
}

/** The files of a report as cells, each sealed when it is asked for, from the disk: as often as an upload must go back. */
export class SealedFiles {
  readonly list: EvidenceList;
  readonly #files: readonly OpenFile[];
  readonly #key: EvidenceKey;
  readonly #sealed = new Map<number, string>();

  private constructor(files: readonly OpenFile[], list: EvidenceList, key: EvidenceKey) {
    this.#files = files;
    this.list = list;
    this.#key = key;
  }

  /** Throws `attachment-invalid`, `file-unreadable`, and `evidence-too-large`. */
  static async open(paths: readonly string[], key: FileKey): Promise<SealedFiles> {
    if (paths.length > FILES_MAX) throw new Failure('attachment-invalid', String(paths.length));
    const files: OpenFile[] = [];
    try {
      for (const path of paths) files.push(await openFile(path));
      const list = listEvidence(files.map(({ name, size }) => ({ name, size, type: TYPE })));
      return new SealedFiles(files, list, await EvidenceKey.derive(key, list.cells));
    } catch (error) {
      await closeAll(files);
      throw error;
    }
  }

  /** Throws `evidence-changed`: one place of the stream must never be sealed to two contents. */
  async cell(index: number): Promise<Cell> {
    const plaintext = await this.#plaintext(index);
    const hash = toHex(await sha256(plaintext));
    if ((this.#sealed.get(index) ?? hash) !== hash) throw new AmparoError('evidence-changed');
    this.#sealed.set(index, hash);
    return this.#key.sealCell(index, plaintext);
  }

  /** Throws `evidence-changed` where a file is not what it was at the start. */
  async checkUnchanged(): Promise<void> {
    for (const { handle, size, modifiedMs } of this.#files) {
      const now = await handle.stat();
      if (now.size !== size || now.mtimeMs !== modifiedMs) throw new AmparoError('evidence-changed');
    }
  }

  async close(): Promise<void> {
    await closeAll(this.#files);
  }

  async #plaintext(index: number): Promise<Bytes> {
    const start = index * CELL_PLAINTEXT_BYTES;
    const end = Math.max(start, Math.min(start + CELL_PLAINTEXT_BYTES, totalSize(this.#files)));
    const plaintext = new Uint8Array(end - start);
    let offset = 0;
    for (const file of this.#files) {
      const from = Math.max(start, offset);
      const to = Math.min(end, offset + file.size);
      if (from < to) await readExactly(file.handle, plaintext.subarray(from - start, to - start), from - offset);
      offset += file.size;
    }
    return plaintext;
  }
}

async function openFile(path: string): Promise<OpenFile> {
  const name = basename(path);
  if (name.length < 1 || name.length > FILE_NAME_CHARACTERS_MAX) throw new Failure('attachment-invalid', path);
  const handle = await open(path, 'r').catch(() => {
    throw new Failure('file-unreadable', path);
  });
  const stats = await handle.stat();
  if (stats.isFile()) return { name, size: stats.size, modifiedMs: stats.mtimeMs, handle };
  await handle.close();
  throw new Failure('attachment-invalid', path);
}

async function readExactly(handle: FileHandle, into: Uint8Array, position: number): Promise<void> {
  for (let filled = 0; filled < into.length;) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, position + filled);
    if (bytesRead === 0) throw new AmparoError('evidence-changed');
    filled += bytesRead;
  }
}

async function closeAll(files: readonly OpenFile[]): Promise<void> {
  for (const { handle } of files) await handle.close();
}
