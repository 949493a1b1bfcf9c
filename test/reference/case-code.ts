import { sha256 } from '@noble/hashes/sha2.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { bigEndian, concat, readBigEndian, utf8 } from './bytes.ts';

// SPEC, Case code. The lists are BIP-39's own data, in the order of the specification; reading them is written here.
const LISTS: readonly (readonly string[])[] = [english, spanish, french, portuguese, chinese];

export type Slip =
  | { readonly slip: 'count'; readonly given: number; readonly expected: number }
  | { readonly slip: 'places'; readonly places: readonly number[] }
  | { readonly slip: 'together'; readonly suspects: readonly number[] };

export function readCode(text: string): Uint8Array | Slip {
  const digits = digitsIn(text);
  const isInDigits = digits.length > 15 || (digits.length > 0 && !/\p{L}/u.test(text));
  return isInDigits ? readDigits(digits) : readWords(text);
}

function digitsIn(text: string): number[] {
  return Array.from(text)
    .filter((character) => /^\p{Nd}$/u.test(character))
    .map(valueOf);
}

/** Unicode keeps each script's ten digits together, from zero on: the value is how many stand before it, modulo ten. */
function valueOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  const last = zero;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (last - zero) % 10;
}

// Damm 2004: row is the interim digit, column the next one.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function readDigits(digits: number[]): Uint8Array | Slip {
  if (digits.length !== 50) return { slip: 'count', given: Math.ceil(digits.length / 5), expected: 10 };
  const groups = Array.from({ length: 10 }, (_, place) => digits.slice(5 * place, 5 * place + 5));
  const wrong = groups.flatMap((group, place) => (check(group, place) === 0 ? [] : [place + 1]));
  if (wrong.length > 0) return { slip: 'places', places: wrong };
  const number = BigInt(groups.map((group) => group.slice(0, 4).join('')).join(''));
  const [value, c] = [number / 29n, number % 29n];
  if (value >= 2n ** 128n) return { slip: 'together', suspects: [] };
  const secret = bigEndian(value, 16);
  const hash = blake2b(concat(utf8('amparo/v1/case-check'), secret), { dkLen: 32 });
  const isGood = readBigEndian(hash.slice(0, 4)) % 29n === c;
  return isGood ? secret : { slip: 'together', suspects: [] };
}

function check(group: number[], place: number): number {
  return group.reduce((interim, digit) => Number(DAMM[interim]?.[digit]), place);
}

function readWords(text: string): Uint8Array | Slip {
  const words = wordsIn(text);
  if (words.length !== 12) return { slip: 'count', given: words.length, expected: 12 };
  for (const list of LISTS) {
    const secret = secretOf(words, list);
    if (secret !== null) return secret;
  }
  const unknownIn = (list: readonly string[]) => words.flatMap((word, i) => (list.includes(word) ? [] : [i + 1]));
  const least = Math.min(...LISTS.map((list) => unknownIn(list).length));
  const list = LISTS.find((each) => unknownIn(each).length === least) ?? [];
  if (least > 0) return { slip: 'places', places: unknownIn(list) };
  const mends = (i: number) =>
    list.some((other) => isOneLetterAway(words[i] ?? '', other) && secretOf(words.with(i, other), list) !== null);
  return { slip: 'together', suspects: words.flatMap((_, i) => (mends(i) ? [i + 1] : [])) };
}

/** A Chinese character, or a run of other letters and marks. */
function wordsIn(text: string): string[] {
  const apart = Array.from(text.normalize('NFKD').toLowerCase()).map((character) => {
    if (/^\p{Script=Han}$/u.test(character)) return ` ${character} `;
    return /^[\p{L}\p{M}]$/u.test(character) ? character : ' ';
  });
  return apart
    .join('')
    .split(' ')
    .filter((word) => word !== '');
}

/** BIP-39: 11 bits a word, 128 of the secret and 4 of its SHA-256. */
function secretOf(words: readonly string[], list: readonly string[]): Uint8Array | null {
  const indexes = words.map((word) => list.indexOf(word));
  if (indexes.includes(-1)) return null;
  const bits = indexes.reduce((sum, index) => sum * 2048n + BigInt(index), 0n);
  const secret = bigEndian(bits / 16n, 16);
  return BigInt((sha256(secret)[0] ?? 0) >> 4) === bits % 16n ? secret : null;
}

/** One UTF-16 unit more, fewer or another, or two neighbours exchanged. */
function isOneLetterAway(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  for (let i = 0; i < long.length; i += 1) {
    if (long.length === short.length + 1 && long.slice(0, i) + long.slice(i + 1) === short) return true;
    if (long.length !== short.length) continue;
    if (a.slice(0, i) === b.slice(0, i) && a.slice(i + 1) === b.slice(i + 1)) return true;
    const exchanged = a.slice(0, i) + (a[i + 1] ?? '') + (a[i] ?? '') + a.slice(i + 2);
    if (i + 1 < a.length && exchanged === b) return true;
  }
  return false;
}
