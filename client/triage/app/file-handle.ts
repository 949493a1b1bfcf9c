/** The File System Access interface, as far as it is used; TypeScript has no types for it, and Firefox has not got it. */
interface Writable {
  write(data: Blob): Promise<void>;
  close(): Promise<void>;
}
interface SystemHandle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<Writable>;
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
  static async pick(suggestedName: string, suffix = CASEBOOK_SUFFIX): Promise<FileHandle | null> {
    try {
      const types = [{ accept: { 'application/octet-stream': [suffix] } }];
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
