import { readFile, stat } from 'node:fs/promises';

import { directorySchema, parse, parseJson, type Bytes } from '../crypto/index.ts';

import type { Log } from './clock.ts';

/** The office's directory as it lies in the data folder; read anew when the file changes. */
export class DirectoryFile {
  readonly #path: string;
  readonly #log: Log;
  #seen: string;
  #bytes: Bytes;

  private constructor(path: string, log: Log, seen: string, bytes: Bytes) {
    this.#path = path;
    this.#log = log;
    this.#seen = seen;
    this.#bytes = bytes;
  }

  /** Throws where the file is missing or is no directory: a server without one could take no report. */
  static async open(path: string, log: Log): Promise<DirectoryFile> {
    return new DirectoryFile(path, log, await stamp(path), await load(path));
  }

  /** The last good one, where somebody is just now spoiling the file. */
  async read(): Promise<Bytes> {
    const seen = await stamp(this.#path).catch(() => 'missing');
    if (seen !== this.#seen) {
      this.#seen = seen;
      await this.#reload();
    }
    return this.#bytes;
  }

  async #reload(): Promise<void> {
    try {
      this.#bytes = await load(this.#path);
    } catch {
      this.#log('directory.json changed and is not a directory; the one before it stays in use');
    }
  }
}

async function stamp(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path);
  return [mtimeMs, size, ino].join(' ');
}

async function load(path: string): Promise<Bytes> {
  const bytes = new Uint8Array(await readFile(path));
  parse(directorySchema, parseJson(bytes, 'encoding-invalid'), 'encoding-invalid');
  return bytes;
}
