import { soundsOf, type Sound } from './sounds.ts';

/** How alike two names are: the same, or the same in a part that names share by chance now and then. */
export type Likeness = 'same' | 'part';

const WORDS_MAX = 5;
/** A word of fewer consonants says too little on its own. */
const TELLING_CONSONANTS = 3;

/**
 * Keys under which a name is found. Two that share none are not compared. Pairs of words come first, as they find the same name in another
 * order or with a patronymic more; words alone find a family name that somebody else gave without the first name.
 */
export function nameKeys(name: string): string[] {
  const words = soundsOf(name).slice(0, WORDS_MAX);
  const pairs = words.flatMap((one, i) => words.slice(i + 1).flatMap((other) => pairKeys(one, other)));
  const single = words.flatMap(({ skeletons }) =>
    skeletons.filter((skeleton) => words.length === 1 || skeleton.length >= TELLING_CONSONANTS),
  );
  return [...new Set([...pairs, ...single, ...joinedKeys(words)])];
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
  if (shared.length === 0) return null;
  if (ones.length === 1 && others.length === 1) return 'same';
  return shared.some(({ skeletons: [likeliest = ''] }) => likeliest.length >= TELLING_CONSONANTS) ? 'part' : null;
}

function pairKeys(one: Sound, other: Sound): string[] {
  return one.skeletons.flatMap((a) => other.skeletons.map((b) => (a < b ? `${a} ${b}` : `${b} ${a}`)));
}

const JOINED_MAX = 8;

/** Scripts differ in what they write as one word: `عبد الله` is two, `Abdullah` is one. */
function joinedKeys(words: readonly Sound[]): string[] {
  return words.length < 2 ? [] : joined(words);
}

function joined(words: readonly Sound[]): string[] {
  const all = words.reduce<string[]>(
    (before, { skeletons }) =>
      skeletons.flatMap((skeleton) => before.map((each) => each + skeleton)).slice(0, JOINED_MAX),
    [''],
  );
  return all.filter((skeleton) => skeleton.length >= TELLING_CONSONANTS);
}

function areSameJoined(ones: readonly Sound[], others: readonly Sound[]): boolean {
  if (ones.length === others.length) return false; // then words are compared one by one, vowels too
  const theirs = new Set(joined(others));
  if (!joined(ones).some((skeleton) => theirs.has(skeleton))) return false;
  if ([...ones, ...others].some(({ isLoose }) => isLoose)) return true;
  return isNear(wholeOf(ones), wholeOf(others));
}

function wholeOf(words: readonly Sound[]): string {
  return words.map(({ whole }) => whole).join('');
}

function areAlike(a: Sound, b: Sound): boolean {
  const share = a.skeletons.some((skeleton) => b.skeletons.includes(skeleton));
  if (a.isLoose || b.isLoose) return share;
  return share && isNear(a.whole, b.whole);
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
