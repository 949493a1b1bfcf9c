import { soundsOf, type Reading, type Sound } from './sounds.ts';

/** How alike two names are: the same, or the same in a part that names share by chance now and then. */
export type Likeness = 'same' | 'part';

const WORDS_MAX = 5;
/** A word of fewer says too little on its own. */
const TELLING_CONSONANTS = 2;
const TELLING_SOUNDS = 4;

/**
 * Keys under which a name is found. Two that share none are not compared. Pairs of words come first, as they find the same name in another
 * order or with a patronymic more; words alone find a family name that somebody else gave without the first name.
 */
export function nameKeys(name: string): string[] {
  const words = soundsOf(name).slice(0, WORDS_MAX);
  const pairs = words.flatMap((one, i) => words.slice(i + 1).flatMap((other) => pairKeys(one, other)));
  const single = words.flatMap((word) => (words.length === 1 || isTelling(word) ? skeletonsOf(word) : []));
  const joined = words.length < 2 ? [] : joinedReadings(words).map(({ skeleton }) => skeleton);
  return [...new Set([...pairs, ...single, ...joined])];
}

/** Whether two names may be one, however they are written. `null`: they are not alike. */
export function likeness(a: string, b: string): Likeness | null {
  const [ones, others] = [soundsOf(a), soundsOf(b)];
  if (ones.length === 0 || others.length === 0) return null;
  if (areSameJoined(ones, others)) return 'same';
  const left = [...others];
  const shared = ones.filter((one) => {
    const place = left.findIndex((other) => areAlike(one, other));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
  if (shared.length >= 2) return 'same';
  const [only] = shared;
  if (!only || (ones.length > 1 && others.length > 1)) return null; // two people may well be called Ivan
  if (ones.length === others.length) return 'same';
  return isTelling(only) ? 'part' : null;
}

function isTelling({ readings, isLoose }: Sound): boolean {
  const [likeliest] = readings;
  if (!likeliest || likeliest.skeleton.length < TELLING_CONSONANTS) return false;
  return isLoose ? likeliest.skeleton.length > TELLING_CONSONANTS : likeliest.whole.length >= TELLING_SOUNDS;
}

function pairKeys(one: Sound, other: Sound): string[] {
  return skeletonsOf(one).flatMap((a) => skeletonsOf(other).map((b) => (a < b ? `${a} ${b}` : `${b} ${a}`)));
}

function skeletonsOf({ readings }: Sound): string[] {
  return readings.map(({ skeleton }) => skeleton);
}

const JOINED_MAX = 8;

/** Scripts differ in what they write as one word: `عبد الله` is two, `Abdullah` is one. */
function joinedReadings(words: readonly Sound[]): Reading[] {
  const all = words.reduce<Reading[]>(
    (before, { readings }) => readings.flatMap((next) => before.map((each) => joined(each, next))).slice(0, JOINED_MAX),
    [{ skeleton: '', whole: '' }],
  );
  return all.filter(({ skeleton }) => skeleton.length > TELLING_CONSONANTS);
}

function joined(a: Reading, b: Reading): Reading {
  return { skeleton: a.skeleton + b.skeleton, whole: a.whole + b.whole };
}

function areSameJoined(ones: readonly Sound[], others: readonly Sound[]): boolean {
  if (ones.length === others.length) return false; // then words are compared one by one
  const isLoose = [...ones, ...others].some((each) => each.isLoose);
  return areAlike({ readings: joinedReadings(ones), isLoose }, { readings: joinedReadings(others), isLoose });
}

/** Whether two words of names may be one. */
export function areAlike(a: Sound, b: Sound): boolean {
  const isLoose = a.isLoose || b.isLoose;
  return a.readings.some((one) =>
    b.readings.some((other) => one.skeleton === other.skeleton && (isLoose || isNear(one.whole, other.whole))),
  );
}

const ONE_SLIP_CHARACTERS = 7;

/** One letter more, less or other; two in long words. */
function isNear(a: string, b: string): boolean {
  const slips = Math.max(a.length, b.length) <= ONE_SLIP_CHARACTERS ? 1 : 2;
  return Math.abs(a.length - b.length) <= slips && distance(a, b) <= slips;
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const exchanged = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
