import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

import { utf8, type Bytes } from '../../crypto/index.ts';
import { bundleOf, makeReader, PASSPHRASE, TODAY, type Reader, type Sealed, type SentFile } from './bundles.ts';
import { amparo, jsonIn, passphraseFile, type Ran } from './cli.ts';

export interface Opening {
  readonly ran: Ran;
  readonly json: Record<string, unknown>;
  readonly out: string;
  readonly bundle: string;
}

/** A reviewer's offline machine, for one test file. */
export interface Machine {
  readonly folder: string;
  readonly secret: string;
  readonly reader: Reader;
  readonly other: Reader;
  writeBundle(pieces: readonly Uint8Array[]): Promise<string>;
  open(bundle: string, out?: string, as?: Reader): Promise<Opening>;
  openAll(all: readonly Sealed[]): Promise<Opening>;
}

/** Gives the machine once tests run. */
export function useMachine(): () => Machine {
  let machine: Machine | undefined;
  beforeAll(async () => {
    machine = await makeMachine();
  });
  afterAll(() => machine && rm(machine.folder, { recursive: true, force: true }));
  return () => {
    if (!machine) throw new Error('the machine is made before the first test');
    return machine;
  };
}

async function makeMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'amparo-open-'));
  const secret = await passphraseFile(folder, 'secret', PASSPHRASE);
  const reader = await makeReader(folder, 'Case worker');
  const other = await makeReader(folder, 'Legal adviser');
  let bundles = 0;

  const writeBundle = async (pieces: readonly Uint8Array[]) => {
    bundles += 1;
    const bundle = join(folder, `${String(bundles)}.bundle`);
    await writeFile(bundle, Buffer.concat(pieces));
    return bundle;
  };
  const open = async (bundle: string, out = `${bundle}.opened`, as = reader) => {
    const args = ['bundle', 'open', bundle, '--key', as.keyFile, '--out', out, '--passphrase-file', secret, '--json'];
    const ran = await amparo(args);
    return { ran, json: jsonIn(ran), out, bundle };
  };
  const openAll = async (all: readonly Sealed[]) => open(await writeBundle(bundleOf(all)));
  return { folder, secret, reader, other, writeBundle, open, openAll };
}

export function idOf(letter: Bytes): string {
  return createHash('sha256').update(letter).digest('hex');
}

export function folderOf({ letter }: Pick<Sealed, 'letter'>): string {
  return `${TODAY}-${idOf(letter).slice(0, 8)}`;
}

/** The first problem of each letter that has any. */
export function codesIn(json: Record<string, unknown>): (string | undefined)[] {
  const letters = json['problems'] as readonly { readonly problems: readonly { readonly code: string }[] }[];
  return letters.map(({ problems }) => problems[0]?.code);
}

/** Compared as bytes: matchers go through millions of elements one by one. */
export async function isFile(path: string, content: Uint8Array): Promise<boolean> {
  return (await readFile(path)).equals(content);
}

export function text(words: string): SentFile {
  return { name: `${words}.txt`, content: utf8(words) };
}

export function noise(length: number): Uint8Array {
  return new Uint8Array(Buffer.alloc(length, 'evidence '));
}
