import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import { AmparoError } from '../../crypto/index.ts';
import { Failure } from './failure.ts';

export const SECRET_MODE = 0o600;
export const PUBLIC_MODE = 0o644;
export const SECRET_FOLDER_MODE = 0o700;
const OTHERS = 0o077;
const OVERWRITE_BYTES = 65_536;

export interface WriteOptions {
  readonly mode: typeof SECRET_MODE | typeof PUBLIC_MODE;
  /** Whether a file that is there may be replaced. */
  readonly replace: boolean;
}

/**
 * Writes a file whole or not at all: beside its place, to the disk, then into its place. Throws `file-exists`.
 * A file with secrets that is replaced is overwritten first, for what that is worth on the disk at hand.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: WriteOptions,
): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`;
  const reserved = options.replace ? null : await reserve(path);
  const old = options.replace && options.mode === SECRET_MODE ? await openIfThere(path) : null;
  try {
    await withFile(beside, options.mode, async (file) => {
      if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content);
      else for await (const piece of content) await file.writeFile(piece);
      await file.sync();
    });
    await rename(beside, path);
    await syncFolder(dirname(path));
    await old?.overwrite();
  } catch (error) {
    await rm(beside, { force: true });
    if (reserved) await rm(path, { force: true });
    throw error instanceof AmparoError ? error : asFailure(error, 'file-unwritable', path);
  } finally {
    await old?.close();
  }
}

/** Takes the name, so that two commands at once cannot both think that it is free. */
async function reserve(path: string): Promise<true> {
  try {
    await (await open(path, 'wx', SECRET_MODE)).close();
    return true;
  } catch (error) {
    throw asFailure(error, isCode(error, 'EEXIST') ? 'file-exists' : 'file-unwritable', path);
  }
}

async function openIfThere(path: string): Promise<{ overwrite(): Promise<void>; close(): Promise<void> } | null> {
  const file = await open(path, 'r+').catch(() => null);
  if (file === null) return null;
  const { size } = await file.stat();
  return {
    async overwrite() {
      for (let at = 0; at < size; at += OVERWRITE_BYTES) {
        await file.write(randomBytes(Math.min(OVERWRITE_BYTES, size - at)), 0, null, at);
      }
      await file.sync();
    },
    close: () => file.close(),
  };
}

async function withFile(path: string, mode: number, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

/** Makes a rename last through a power cut, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Makes a folder that only its owner can look into. One that is there is left as it is. */
export async function makeSecretFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: SECRET_FOLDER_MODE }).catch((error: unknown) => {
    throw asFailure(error, 'file-unwritable', path);
  });
}

export async function readWhole(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw asFailure(error, 'file-unreadable', path);
  }
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readWhole(path));
}

/** The text, or `null` where there is no such file. */
export async function readTextIfThere(path: string): Promise<string | null> {
  return (await exists(path)) ? readText(path) : null;
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Whether other users of this machine may read it. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(path)).mode & OTHERS) !== 0;
}

function asFailure(error: unknown, code: 'file-exists' | 'file-unreadable' | 'file-unwritable', path: string): Failure {
  if (error instanceof Failure) return error;
  const reason = isSystemError(error) && code !== 'file-exists' ? `: ${error.code}` : '';
  return new Failure(code, `${path}${reason}`);
}

export function isCode(error: unknown, code: string): boolean {
  return isSystemError(error) && error.code === code;
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
