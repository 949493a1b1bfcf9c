import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod/mini';

import {
  charterPublicKey,
  directorySchema,
  fromBase64,
  parse,
  toHex,
  type CharterPublicKey,
  type Directory,
  type Reviewer,
} from '../../crypto/index.ts';
import { directoryText, draftSchema, type Draft } from '../../client/shared/office/draft.ts';
import { publicFileText, type PublicFile } from '../../client/shared/office/public-file.ts';
import { Failure } from './failure.ts';
import { exists, makeSecretFolder, PUBLIC_MODE, readTextIfThere, writeWhole } from './files.ts';
import { readHeader } from './key-ring.ts';
import { parseJsonOrNull, readPublicFile } from './public-file.ts';

/** The signed list of pages, in the office's folder and among its published pages. */
export const BUILD_FILE = 'build.json';

/** The folder of an office: its charter key, the draft of its roster, what was signed last, its reviewers' public files. */
export class OfficeFolder {
  readonly path: string;
  readonly charterKey: string;
  readonly #draft: string;
  readonly #directory: string;
  readonly #reviewers: string;

  constructor(path: string) {
    this.path = path;
    this.charterKey = join(path, 'charter.key');
    this.#draft = join(path, 'roster.json');
    this.#directory = join(path, 'directory.json');
    this.#reviewers = join(path, 'reviewers');
  }

  hasDraft(): Promise<boolean> {
    return exists(this.#draft);
  }

  /** Throws `office-missing`, `office-invalid`. */
  async readDraft(): Promise<Draft> {
    const text = await readTextIfThere(this.#draft);
    if (text === null) throw new Failure('office-missing', this.path);
    const parsed = draftSchema.safeParse(parseJsonOrNull(text));
    if (!parsed.success) throw new Failure('office-invalid', z.core.toDotPath(parsed.error.issues[0]?.path ?? []));
    return parsed.data;
  }

  async writeDraft(draft: Draft): Promise<void> {
    await makeSecretFolder(this.path);
    const text = `${JSON.stringify(draft, null, 2)}\n`;
    await writeWhole(this.#draft, text, { mode: PUBLIC_MODE, replace: true });
  }

  /** What was signed last, or `null`. Throws `statement-malformed`. */
  readDirectory(): Promise<Directory | null> {
    return readDirectoryFile(this.#directory);
  }

  async writeDirectory(directory: Directory): Promise<void> {
    await writeDirectoryFile(this.#directory, directory);
  }

  /** Where the pages for writing offline lie. */
  get offline(): string {
    return join(this.path, 'offline');
  }

  /** Where the signed list of the sealing pages lies. */
  get build(): string {
    return join(this.path, BUILD_FILE);
  }

  /** From the header of the charter's key file: needs no pass phrase. `null` where the charter is kept elsewhere. */
  async charter(): Promise<CharterPublicKey | null> {
    if (!(await exists(this.charterKey))) return null;
    const header = await readHeader(this.charterKey);
    if (header.role !== 'charter') throw new Failure('key-role', this.charterKey);
    return charterPublicKey(fromBase64(header.publicKey));
  }

  async publicFiles(): Promise<PublicFile[]> {
    const names = await readdir(this.#reviewers).catch(() => []);
    const paths = names.filter((name) => name.endsWith('.pub.json')).map((name) => join(this.#reviewers, name));
    return Promise.all(paths.sort().map(readPublicFile));
  }

  async keepPublicFile(file: PublicFile): Promise<void> {
    await makeSecretFolder(this.#reviewers);
    await writeWhole(this.#publicPath(file), publicFileText(file), { mode: PUBLIC_MODE, replace: true });
  }

  async dropPublicFile(reviewer: Pick<Reviewer, 'identity'>): Promise<void> {
    await rm(this.#publicPath(reviewer), { force: true });
  }

  /** By identity: names may differ in nothing but what a disk ignores. */
  #publicPath({ identity }: Pick<Reviewer, 'identity'>): string {
    return join(this.#reviewers, `${toHex(fromBase64(identity)).slice(0, 16)}.pub.json`);
  }
}

export async function readDirectoryFile(path: string): Promise<Directory | null> {
  const text = await readTextIfThere(path);
  return text === null ? null : parse(directorySchema, parseJsonOrNull(text), 'statement-malformed');
}

export async function writeDirectoryFile(path: string, directory: Directory): Promise<void> {
  await writeWhole(path, directoryText(directory), { mode: PUBLIC_MODE, replace: true });
}
