import { CallError } from '../calls/line.ts';
import type { FileSink } from './file-sink.ts';

/** The File System Access interface, as far as it is used; TypeScript has no types for it, and Firefox has not got it. */
interface Writable {
  write(data: Blob | Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}
interface SystemHandle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<Writable>;
  remove?(): Promise<void>;
}
interface PickerOptions {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}
interface Picker {
  showSaveFilePicker?(options: PickerOptions): Promise<SystemHandle>;
}

export const CASEBOOK_SUFFIX = '.casebook';
/** What goes to the server, as the command line calls it too. */
export const OUTBOUND_SUFFIX = '.outbound';
const picker = globalThis as Picker;

export function canPickFiles(): boolean {
  return picker.showSaveFilePicker !== undefined;
}

/** A file that the reviewer let the page write to, and how it was when the page wrote or read it last. */
export class FileHandle {
  readonly #handle: SystemHandle;
  #seen: { readonly size: number; readonly lastModified: number } | null = null;

  private constructor(handle: SystemHandle) {
    this.#handle = handle;
  }

  /** Asks where to save. `null` where the reviewer chose nothing. */
  static async pick(
    suggestedName: string,
    suffix = CASEBOOK_SUFFIX,
    type = 'application/octet-stream',
  ): Promise<FileHandle | null> {
    try {
      const types = [{ accept: { [type]: [suffix] } }];
      const handle = await picker.showSaveFilePicker?.({ suggestedName, types });
      return handle ? new FileHandle(handle) : null;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      throw error;
    }
  }

  get name(): string {
    return this.#handle.name;
  }

  /** The file, where somebody else has written to it since this page last did; `null` where nobody has, or it is gone. */
  async changedFile(): Promise<File | null> {
    if (!this.#seen) return null;
    const file = await this.#handle.getFile().catch(() => null);
    if (!file || file.size === 0) return null;
    return file.size === this.#seen.size && file.lastModified === this.#seen.lastModified ? null : file;
  }

  /** For what is too large to be one piece: the browser writes beside the file, and puts it in its place when it is closed. */
  async sink(): Promise<FileSink> {
    const handle = this.#handle;
    const writable = await handle.createWritable();
    let bytes = 0;
    return {
      name: handle.name,
      async write(piece) {
        await writable.write(piece).catch(notWritten);
        bytes += piece.length;
      },
      async close() {
        await writable.close().catch(notWritten);
        const { size } = await handle.getFile();
        if (size !== bytes) throw new CallError({ code: 'export-unwritten' });
      },
      async abandon() {
        await writable.abort().catch(() => undefined);
        // Choosing the place made an empty file there; one that was there before stays as it was.
        const { size } = await handle.getFile().catch(() => ({ size: null }));
        if (size === 0) await handle.remove?.().catch(() => undefined);
      },
    };
  }

  /** The browser writes beside the old file and puts the new one in its place once it is whole. Gives whether it is really there. */
  async write(data: Blob): Promise<boolean> {
    const writable = await this.#handle.createWritable();
    await writable.write(data);
    await writable.close();
    const { size, lastModified } = await this.#handle.getFile();
    this.#seen = { size, lastModified };
    return size === data.size;
  }
}

/** The disk is full, or the stick was taken out. */
function notWritten(): never {
  throw new CallError({ code: 'export-unwritten' });
}
