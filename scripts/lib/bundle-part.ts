import { createReadStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import * as z from 'zod/mini';

import {
  AmparoError,
  BUNDLE_MAGIC,
  encodeCellRecord,
  encodeDirectoryRecord,
  encodeEndRecord,
  encodeLetterRecord,
  readBundle,
  utf8,
  type BundleRecord,
  type EndRecord,
  type StampRecord,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { exists, isCode, PUBLIC_MODE, readTextIfThere, SECRET_MODE, syncFolder, writeWhole } from './files.ts';
import { parseJsonOrNull } from './public-file.ts';

/** Which fetch a part belongs to: another one must not be glued to it. */
const originSchema = z.strictObject({ url: z.string(), after: z.int() });
export type Origin = z.infer<typeof originSchema>;

interface Kept {
  readonly bytes: number;
  readonly cursor: number;
  readonly letters: number;
}

/** What is written down; a stamp is of use to nobody behind the server. */
type Content = Exclude<BundleRecord, EndRecord | StampRecord>;

/** A bundle on its way: `BUNDLE.part`, which becomes `BUNDLE` once its end has come and is on the disk. */
export class BundlePart {
  readonly #out: string;
  readonly #file: FileHandle;
  #bytes: number;
  #cursor: number;
  #letters: number;

  private constructor(out: string, file: FileHandle, { bytes, cursor, letters }: Kept) {
    this.#out = out;
    this.#file = file;
    this.#bytes = bytes;
    this.#cursor = cursor;
    this.#letters = letters;
  }

  /** Goes on with what an earlier transfer left, down to its last whole report. Throws `part-of-other`. */
  static async open(out: string, origin: Origin): Promise<BundlePart> {
    const path = partOf(out);
    const isContinued = await exists(path);
    if (isContinued) await checkOrigin(out, origin);
    else await writeWhole(originPathOf(out), JSON.stringify(origin), { mode: PUBLIC_MODE, replace: true });
    const kept = isContinued ? await whatIsWhole(path, origin) : { bytes: 0, cursor: origin.after, letters: 0 };
    const file = await writing(path, () => open(path, isContinued ? 'r+' : 'wx', SECRET_MODE));
    await writing(path, () => file.truncate(kept.bytes));
    const part = new BundlePart(out, file, kept);
    if (kept.bytes === 0) await part.#append(BUNDLE_MAGIC);
    return part;
  }

  /** From where the server should go on. */
  get cursor(): number {
    return this.#cursor;
  }

  get letters(): number {
    return this.#letters;
  }

  /** What goes on where an earlier transfer stopped keeps the directory with which it began: a bundle has one. */
  async add(record: Content): Promise<void> {
    if (record.type === 'directory' && this.#bytes > BUNDLE_MAGIC.length) return;
    await this.#append(encode(record));
    if (record.type !== 'letter') return;
    this.#letters += 1;
    this.#cursor = record.cursor;
  }

  /** Writes the end and puts the bundle into its place. */
  async finish(cursor: number): Promise<void> {
    await this.#append(encodeEndRecord({ cursor, letters: this.#letters }));
    await writing(this.#out, async () => {
      await this.#file.sync();
      await this.#file.close();
      await rename(partOf(this.#out), this.#out);
      await syncFolder(dirname(this.#out));
      await rm(originPathOf(this.#out), { force: true });
    });
  }

  /** Leaves what came for a later run, if anything did. */
  async keep(): Promise<void> {
    await this.#file.sync().catch(() => undefined);
    await this.#file.close().catch(() => undefined);
    if (this.#letters > 0) return;
    await rm(partOf(this.#out), { force: true });
    await rm(originPathOf(this.#out), { force: true });
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await writing(partOf(this.#out), async () => {
      for (let written = 0; written < bytes.length;) {
        const left = bytes.length - written;
        const { bytesWritten } = await this.#file.write(bytes, written, left, this.#bytes);
        written += bytesWritten;
        this.#bytes += bytesWritten;
      }
    });
  }
}

export function partOf(out: string): string {
  return `${out}.part`;
}

function originPathOf(out: string): string {
  return `${out}.part.json`;
}

async function checkOrigin(out: string, origin: Origin): Promise<void> {
  const text = await readTextIfThere(originPathOf(out));
  const found = originSchema.safeParse(parseJsonOrNull(text ?? ''));
  const isSame = found.success && found.data.url === origin.url && found.data.after === origin.after;
  if (!isSame) throw new Failure('part-of-other', partOf(out));
}

/** How far a part goes in whole reports, each with all its cells. */
async function whatIsWhole(path: string, origin: Origin): Promise<Kept> {
  let kept: Kept = { bytes: 0, cursor: origin.after, letters: 0 };
  let bytes = BUNDLE_MAGIC.length;
  let cellsDue = 0;
  let { cursor, letters } = kept;
  try {
    for await (const record of readBundle(createReadStream(path))) {
      if (record.type === 'end') break;
      if (record.type === 'stamp') continue;
      bytes += encode(record).length;
      if (record.type === 'letter') {
        cursor = record.cursor;
        letters += 1;
        cellsDue = record.cells;
      } else if (record.type === 'cell') {
        cellsDue -= 1;
      }
      if (cellsDue === 0) kept = { bytes, cursor, letters };
    }
  } catch (error) {
    if (!(error instanceof AmparoError)) throw error; // it ends somewhere within a record, as it must
  }
  return kept;
}

function encode(record: Content): Uint8Array {
  switch (record.type) {
    case 'letter':
      return encodeLetterRecord(record);
    case 'cell':
      return encodeCellRecord(record.cell);
    case 'directory':
      return encodeDirectoryRecord(utf8(JSON.stringify(record.directory)));
  }
}

async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = ['ENOSPC', 'EACCES', 'EROFS', 'ENOENT'].find((code) => isCode(error, code));
    throw new Failure('file-unwritable', reason === undefined ? path : `${path}: ${reason}`);
  }
}
