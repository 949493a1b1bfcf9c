import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Bytes } from '../../crypto/index.ts';
import { MARKS_FILE, REPLIES_FILE } from './case-files.ts';
import { Failure } from './failure.ts';
import { exists, makeSecretFolder, SECRET_FOLDER_MODE, SECRET_MODE } from './files.ts';
import { outcomeSchema, type LetterOutcome, type SavedFile } from './outcome.ts';
import { parseJsonOrNull } from './public-file.ts';

const OPENING = '.opening-';
const OUTCOME = 'letter.json';
const ID_CHARACTERS = [8, 16, 64] as const; // longer only where somebody made two letters whose ids begin alike
const UNDATED = 'undated';
const NAME = /^(?:\d{4}-\d{2}-\d{2}|undated)-([0-9a-f]{8})[0-9a-f]*$/;

/** The folders of opened reports. Each is filled aside and put into its place whole; what is there and good is not touched again. */
export class ReportFolders {
  readonly path: string;
  /** By the first characters of their letters' ids: one letter may come by the server and as a sealed file. */
  readonly #names: Map<string, Set<string>>;

  private constructor(path: string, names: readonly string[]) {
    this.path = path;
    this.#names = new Map();
    for (const name of names) this.#remember(name);
  }

  /** Clears away what an interrupted run left half done. */
  static async open(path: string): Promise<ReportFolders> {
    await makeSecretFolder(path);
    const names = await readdir(path);
    for (const name of names) {
      if (name.startsWith(OPENING)) await rm(join(path, name), { recursive: true });
    }
    return new ReportFolders(path, names);
  }

  /** What an earlier run made of this letter, where its files are still as they were written. */
  async earlier(id: string): Promise<LetterOutcome | null> {
    for (const name of this.#names.get(id.slice(0, ID_CHARACTERS[0])) ?? []) {
      const outcome = await readOutcome(join(this.path, name));
      if (outcome?.id === id && (await isIntact(join(this.path, name), outcome))) return { ...outcome, folder: name };
    }
    return null;
  }

  /** A new empty folder, to be filled. */
  async begin(): Promise<string> {
    const path = join(this.path, `${OPENING}${randomBytes(6).toString('hex')}`);
    await mkdir(join(path, 'files'), { recursive: true, mode: SECRET_FOLDER_MODE });
    return path;
  }

  /** Puts a folder into its place, unless what is there of the same letter is at least as good. Gives the outcome that stands. */
  async settle(filled: string, outcome: LetterOutcome): Promise<LetterOutcome> {
    const earlier = await this.earlier(outcome.id);
    if (earlier !== null && wholeFiles(earlier) >= wholeFiles(outcome) && outcome.outcome !== 'opened') {
      await rm(filled, { recursive: true });
      return earlier;
    }
    const name = earlier?.folder ?? (await this.#freeName(outcome));
    const path = join(this.path, name);
    const text = `${JSON.stringify({ ...outcome, folder: name }, null, 2)}\n`;
    await writeFile(join(filled, OUTCOME), text, { mode: SECRET_MODE });
    // Somebody may have put notes there: what is replaced is moved aside, not deleted.
    for (const file of [REPLIES_FILE, MARKS_FILE]) await carryOver(join(path, file), join(filled, file));
    if (await exists(path)) await rename(path, `${path}.replaced-${randomBytes(4).toString('hex')}`);
    await rename(filled, path);
    this.#remember(name);
    return { ...outcome, folder: name };
  }

  #remember(name: string): void {
    const start = NAME.exec(name)?.[1];
    if (start === undefined) return;
    this.#names.set(start, (this.#names.get(start) ?? new Set()).add(name));
  }

  async #freeName({ id, day }: LetterOutcome): Promise<string> {
    for (const name of namesFor(id, day)) {
      const path = join(this.path, name);
      if (!(await exists(path)) || (await readOutcome(path))?.id === id) return name;
    }
    throw new Failure('file-exists', join(this.path, id));
  }
}

/** What was said to a case must be known of its report as long as there is one: no number is used twice. */
async function carryOver(from: string, to: string): Promise<void> {
  if (await exists(from)) await copyFile(from, to);
}

function namesFor(id: string, day: string | null): string[] {
  return ID_CHARACTERS.map((length) => `${day ?? UNDATED}-${id.slice(0, length)}`);
}

async function readOutcome(folder: string): Promise<LetterOutcome | null> {
  const text = await readFile(join(folder, OUTCOME), 'utf8').catch(() => '');
  const parsed = outcomeSchema.safeParse(parseJsonOrNull(text));
  return parsed.success ? parsed.data : null;
}

/** Cheap enough for thousands: the report by its hash, files by their sizes. */
async function isIntact(folder: string, outcome: LetterOutcome): Promise<boolean> {
  const sums = await readFile(join(folder, 'sha256sums.txt'), 'utf8').catch(() => '');
  const [line = ''] = sums.split('\n');
  const name = line.slice(66);
  const report = await readFile(join(folder, name || 'report.json')).catch(() => null);
  if (report === null || sha256Of(report) !== line.slice(0, 64)) return false;
  for (const file of outcome.files) if (!(await hasSize(join(folder, 'files'), file))) return false;
  return true;
}

async function hasSize(folder: string, { name, size, saved }: SavedFile): Promise<boolean> {
  if (saved === 0 && size > 0) return true;
  return (await stat(join(folder, name)).catch(() => null))?.size === saved;
}

export function sha256Of(bytes: Bytes | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function wholeFiles({ files }: LetterOutcome): number {
  return files.filter(({ whole }) => whole).length;
}
