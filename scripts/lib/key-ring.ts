import {
  AmparoError,
  asLetter,
  KEY_FILE_COSTS,
  letterEpoch,
  monthOf,
  openKeyFile,
  readKeyFileHeader,
  sealKeyFile,
  type Bytes,
  type EpochKeyPair,
  type IsoDate,
  type KeyFileHeader,
  type KeyFileRole,
  type Keys,
  type RandomBytes,
} from '../../crypto/index.ts';
import { publicFileOf } from '../../client/shared/office/months.ts';
import { publicFileText } from '../../client/shared/office/public-file.ts';
import { argon2id } from './argon2id.ts';
import { Failure } from './failure.ts';
import { PUBLIC_MODE, readText, SECRET_MODE, writeWhole } from './files.ts';

export const MONTHS_MAX = 24; // a directory has room for that many from each of 32 reviewers

/** The key for the month of a letter. Throws `letter-malformed`, `letter-size`, `epoch-key-missing`. */
export function epochKeyFor(keys: readonly EpochKeyPair[], letter: Bytes): EpochKeyPair {
  const epoch = letterEpoch(asLetter(letter));
  const key = keys.find((each) => each.epoch === epoch);
  if (!key) throw new AmparoError('epoch-key-missing', monthIn(epoch));
  return key;
}

/** Months of a crafted letter may lie beyond the calendar. */
function monthIn(epoch: number): string {
  return epoch < 12_000 ? monthOf(epoch) : `month ${String(epoch)}`;
}

/** `case-worker.key` has `case-worker.pub.json` beside it. */
export function publicPathOf(keyPath: string): string {
  return `${keyPath.replace(/\.key$/, '')}.pub.json`;
}

export async function readHeader(path: string): Promise<KeyFileHeader> {
  return readKeyFileHeader(await readText(path));
}

/** Throws `key-role`, before anybody is asked for a pass phrase. */
export async function checkRole(path: string, role: KeyFileRole): Promise<void> {
  if ((await readHeader(path)).role !== role) throw new Failure('key-role', `${path} is not a ${role} key`);
}

/** Opens a key file. Throws as `openKeyFile`. */
export async function openKeys(path: string, passphrase: string): Promise<Keys> {
  return openKeyFile(await readText(path), passphrase, argon2id);
}

/** Seals and writes a key file. `replace` destroys the one that is there. */
export async function writeKeys(
  path: string,
  keys: Keys,
  passphrase: string,
  random: RandomBytes,
  replace: boolean,
): Promise<void> {
  const text = await sealKeyFile(keys, passphrase, KEY_FILE_COSTS, argon2id, random);
  await writeWhole(path, text, { mode: SECRET_MODE, replace });
}

/** Writes a reviewer's key file and the public file beside it. */
export async function writeReviewer(
  path: string,
  keys: Keys,
  passphrase: string,
  { today, random, replace }: { today: IsoDate; random: RandomBytes; replace: boolean },
): Promise<string> {
  const publicPath = publicPathOf(path);
  const publicFile = await publicFileOf(keys, today);
  await writeKeys(path, keys, passphrase, random, replace);
  await writeWhole(publicPath, publicFileText(publicFile), { mode: PUBLIC_MODE, replace: true });
  return publicPath;
}
