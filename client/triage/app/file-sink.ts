import { canPickFiles, FileHandle } from './file-handle.ts';
import { saveBlob } from './save-blob.ts';

/** Takes a file in pieces. It is there once it is closed, whole; abandoned, it never was. */
export interface FileSink {
  readonly name: string;
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abandon(): Promise<void>;
}

/** Straight to the disk where the browser lets a page write there. `null` where the reviewer chose no place. */
export async function openFileSink(suggestedName: string): Promise<FileSink | null> {
  if (!canPickFiles()) return new BlobSink(suggestedName);
  const handle = await FileHandle.pick(suggestedName, '.zip', 'application/zip');
  return handle ? handle.sink() : null;
}

/** The browser keeps the pieces out of the script's memory, and on disk when they grow; all are saved at the end. */
class BlobSink implements FileSink {
  readonly name: string;
  #parts: Blob[] = [];

  constructor(name: string) {
    this.name = name;
  }

  write(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#parts.push(new Blob([piece]));
    return Promise.resolve();
  }

  close(): Promise<void> {
    saveBlob(new Blob(this.#parts, { type: 'application/zip' }), this.name);
    this.#parts = [];
    return Promise.resolve();
  }

  abandon(): Promise<void> {
    this.#parts = [];
    return Promise.resolve();
  }
}
