import {
  epochOf,
  newEpochKeyPair,
  signEpochKey,
  signingPublicKey,
  signingSeed,
  toBase64,
  type IsoDate,
  type Keys,
  type RandomBytes,
} from '../../../crypto/index.ts';
import type { PublicFile } from './public-file.ts';

/** Months whose letters may still be on their way: the last two and this one (SPEC.md: a key seals until the end of the next month). */
const MONTHS_KEPT = 2;

export const MONTHS_DEFAULT = 3;
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
  const added = await Promise.all(monthsMissing(keys, today, months).map((epoch) => newEpochKeyPair(epoch, random)));
  return { ...keys, epochs: [...keys.epochs, ...added].sort((a, b) => a.epoch - b.epoch) };
}

/** Which of the months from this one on it does not hold. */
export function monthsMissing(keys: Keys, today: IsoDate, months: number): number[] {
  const held = new Set(keys.epochs.map(({ epoch }) => epoch));
  const wanted = Array.from({ length: months }, (_, i) => epochOf(today) + i);
  return wanted.filter((epoch) => !held.has(epoch));
}

/** A key file without the months before `epoch`. */
export function withoutMonthsBefore(keys: Keys, epoch: number): Keys {
  return { ...keys, epochs: keys.epochs.filter((key) => key.epoch >= epoch) };
}

/** The first month that forgetting keeps unless told otherwise. */
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
