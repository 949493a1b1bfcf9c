import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import * as z from 'zod';

import {
  fromBase64,
  isKeyName,
  signingPublicKey,
  signingSeed,
  toBase64,
  toHex,
  type Bytes,
  type RandomBytes,
  type SigningSeed,
} from '../../crypto/index.ts';

/** Signs the log's checkpoints. It cannot be kept offline, so whoever owns the server can sign with it: witnesses are the remedy. */
export interface LogKey {
  /** Names the log; the same on every checkpoint. */
  readonly origin: string;
  readonly seed: SigningSeed;
  readonly publicKey: Bytes;
}

const FORMAT = 'amparo-log-key/1';
const SEED_BYTES = 32;
const PRIVATE_FILE_MODE = 0o600;
const NAME_BYTES = 8;

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  origin: z.string().refine(isKeyName),
  seed: z.string().refine((text) => seedIn(text) !== null),
});

/** The log's key file cannot be read. */
export class LogKeyError extends Error {
  override readonly name = 'LogKeyError';
}

/** `null` where there is none. Throws {@link LogKeyError}. */
export async function readLogKey(path: string): Promise<LogKey | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = fileSchema.safeParse(jsonOrNull(text));
  const seed = parsed.success ? seedIn(parsed.data.seed) : null;
  if (!parsed.success || seed === null) {
    throw new LogKeyError(`${path} is not the key file of a log. Restore it from a copy: another key is another log.`);
  }
  return { origin: parsed.data.origin, seed, publicKey: await signingPublicKey(seed) };
}

/** Makes a key file where there is none; without an origin, the log is named after its key. */
export async function ensureLogKey(path: string, random: RandomBytes, origin?: string): Promise<LogKey> {
  const known = await readLogKey(path);
  if (known) return known;
  const seed = signingSeed(random(SEED_BYTES));
  const publicKey = await signingPublicKey(seed);
  const key = { origin: origin ?? `amparo-log/${toHex(publicKey.subarray(0, NAME_BYTES))}`, seed, publicKey };
  await writeKey(path, key);
  return key;
}

async function writeKey(path: string, { origin, seed }: LogKey): Promise<void> {
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  const file = await open(beside, 'wx', PRIVATE_FILE_MODE);
  try {
    await file.writeFile(`${JSON.stringify({ format: FORMAT, origin, seed: toBase64(seed) })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

function seedIn(text: string): SigningSeed | null {
  try {
    return signingSeed(fromBase64(text));
  } catch {
    return null;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
