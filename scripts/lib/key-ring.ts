import {
  AmparoError,
  asLetter,
  epochOf,
  KEY_FILE_COSTS,
  letterEpoch,
  monthOf,
  newEpochKeyPair,
  openKeyFile,
  readKeyFileHeader,
  sealKeyFile,
  signEpochKey,
  signingPublicKey,
  signingSeed,
  toBase64,
  type Bytes,
  type EpochKeyPair,
  type IsoDate,
  type KeyFileHeader,
  type KeyFileRole,
  type Keys,
  type RandomBytes,
} from '../../crypto/index.ts';
import { argon2id } from './argon2id.ts';
import { Failure } from './failure.ts';
import { PUBLIC_MODE, readText, SECRET_MODE, writeWhole } from './files.ts';
import type { PublicFile } from './public-file.ts';

/** Months whose letters may still be on their way: the last two and this one (SPEC.md: a key seals until the end of the next month). */
const MONTHS_KEPT = 2;

export const MONTHS_DEFAULT = 3;
export const MONTHS_MAX = 24; // a directory has room for that many from each of 32 reviewers
const SEED_BYTES = 32;

/** A new reviewer's keys, for this month and those that follow. */
export async function newReviewerKeys(
  name: string,
  today: IsoDate,
  months: number,
  random: RandomBytes,
): Promise<Keys> {
  return withMonths(
    { role: 'reviewer', name, seed: signingSeed(random(SEED_BYTES)), epochs: [] },
    today,
    months,
    random,
  );
}

/** A key file with the months from this one on that it does not hold yet. */
export async function withMonths(keys: Keys, today: IsoDate, months: number, random: RandomBytes): Promise<Keys> {
  const held = new Set(keys.epochs.map(({ epoch }) => epoch));
  const wanted = Array.from({ length: months }, (_, i) => epochOf(today) + i);
  const added = await Promise.all(
    wanted.filter((epoch) => !held.has(epoch)).map((epoch) => newEpochKeyPair(epoch, random)),
  );
  return { ...keys, epochs: [...keys.epochs, ...added].sort((a, b) => a.epoch - b.epoch) };
}

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

/** A key file without the months before `epoch`. */
export function withoutMonthsBefore(keys: Keys, epoch: number): Keys {
  return { ...keys, epochs: keys.epochs.filter((key) => key.epoch >= epoch) };
}

/** The first month that `key forget` keeps unless told otherwise. */
export function firstMonthKept(today: IsoDate): number {
  return epochOf(today) - MONTHS_KEPT;
}

/** Whether sealers may still choose this month: it is not before last month (SPEC.md, Choice of epoch). */
export function isMonthInUse(epoch: number, today: IsoDate): boolean {
  return epoch >= epochOf(today) - 1;
}

/** What others need to know of a reviewer: the identity, and the months that can still be sealed to. */
export async function publicFileOf(keys: Keys, today: IsoDate): Promise<PublicFile> {
  const current = keys.epochs.filter(({ epoch }) => isMonthInUse(epoch, today));
  return {
    name: keys.name,
    identity: toBase64(await signingPublicKey(keys.seed)),
    epochKeys: await Promise.all(current.map((key) => signEpochKey(key, keys.seed))),
  };
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
  await writeWhole(publicPath, `${JSON.stringify(publicFile, null, 2)}\n`, { mode: PUBLIC_MODE, replace: true });
  return publicPath;
}
