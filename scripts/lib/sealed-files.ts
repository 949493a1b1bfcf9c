import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

import {
  AmparoError,
  FILE_NAME_CHARACTERS_MAX,
  FILES_MAX,
  GrowingEvidence,
  listEvidence,
  totalSize,
  type Bytes,
  type Cell,
  type EvidenceKey,
  type EvidenceList,
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
  readonly #stream: GrowingEvidence;

  private constructor(files: readonly OpenFile[], list: EvidenceList, stream: GrowingEvidence) {
    this.#files = files;
    this.list = list;
    this.#stream = stream;
  }

  /** Throws `attachment-invalid`, `file-unreadable`, and `evidence-too-large`. */
  static async open(paths: readonly string[], key: EvidenceKey): Promise<SealedFiles> {
    if (paths.length > FILES_MAX) throw new Failure('attachment-invalid', String(paths.length));
    const files: OpenFile[] = [];
    try {
      for (const path of paths) files.push(await openFile(path));
      const list = listEvidence(
        key,
        files.map(({ name, size }) => ({ name, size, type: TYPE })),
      );
      const stream = await GrowingEvidence.begin(key);
      stream.resize(totalSize(files));
      stream.finish();
      return new SealedFiles(files, list, stream);
    } catch (error) {
      await closeAll(files);
      throw error;
    }
  }

  get count(): number {
    return this.list.cells;
  }

  /** Throws `evidence-changed`: one place of the stream must never be sealed to two contents. */
  async cell(index: number): Promise<Cell> {
    return this.#stream.sealCell(index, await this.#content(index));
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

  async #content(index: number): Promise<Bytes> {
    const { start, end } = this.#stream.rangeOf(index);
    const content = new Uint8Array(end - start);
    let offset = 0;
    for (const file of this.#files) {
      const from = Math.max(start, offset);
      const to = Math.min(end, offset + file.size);
      if (from < to) await readExactly(file.handle, content.subarray(from - start, to - start), from - offset);
      offset += file.size;
    }
    return content;
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
