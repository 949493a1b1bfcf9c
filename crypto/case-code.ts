import { concatBytes, readU32, sized, utf8, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { sodium } from './sodium.ts';
import type { Slip } from './words.ts';

/** The 16 random bytes that a reporter keeps, as digits or words (SPEC.md, Case code). */
export type CaseSecret = Branded<'CaseSecret'>;

export const CASE_SECRET_BYTES = 16;
export const caseSecret = sized<'CaseSecret'>('case secret', CASE_SECRET_BYTES);

export function newCaseSecret(random: RandomBytes): CaseSecret {
  return caseSecret(random(CASE_SECRET_BYTES));
}

export const CODE_GROUPS = 10;
/** Four digits of the number, and one that checks them. */
export const CODE_GROUP_DIGITS = 5;

/** What was typed, read: the secret, or where the slip is. Places count from 1. */
export type CaseCodeReading = { readonly secret: CaseSecret } | Slip;

const DATA_DIGITS = CODE_GROUPS * (CODE_GROUP_DIGITS - 1);
/** The largest factor by which every 128-bit number still fits 40 digits. */
const CHECK_MODULUS = 29n;
const SECRET_LIMIT = 1n << 128n;

/** The ten groups of five digits of a secret. */
export async function codeDigits(secret: CaseSecret): Promise<readonly string[]> {
  const number = toNumber(secret) * CHECK_MODULUS + (await check(secret));
  const digits = number.toString().padStart(DATA_DIGITS, '0');
  return Array.from({ length: CODE_GROUPS }, (_, place) => {
    const data = digits.slice(place * (CODE_GROUP_DIGITS - 1), (place + 1) * (CODE_GROUP_DIGITS - 1));
    return data + String(damm(place, data));
  });
}

/** Reads digits of any script, in any spacing. */
export async function readCodeDigits(text: string): Promise<CaseCodeReading> {
  const digits = digitsIn(text);
  const given = Math.ceil(digits.length / CODE_GROUP_DIGITS);
  if (digits.length !== CODE_GROUPS * CODE_GROUP_DIGITS) return { slip: 'count', given, expected: CODE_GROUPS };
  const groups = Array.from({ length: CODE_GROUPS }, (_, place) =>
    digits.slice(place * CODE_GROUP_DIGITS, (place + 1) * CODE_GROUP_DIGITS),
  );
  const places = groups.flatMap((group, place) => (damm(place, group) === 0 ? [] : [place + 1]));
  if (places.length > 0) return { slip: 'places', places };

  const number = BigInt(groups.map((group) => group.slice(0, -1)).join(''));
  const secret = fromNumber(number / CHECK_MODULUS);
  if (secret === null || (await check(secret)) !== number % CHECK_MODULUS) return { slip: 'together', suspects: [] };
  return { secret };
}

/** As many as stand in the numbers from 1 to 12, by which a list of words may be numbered. */
const NUMBERING_DIGITS = 15;

/** Whether the text is a code in digits rather than in words. */
export function hasDigits(text: string): boolean {
  const digits = digitsIn(text).length;
  return digits > NUMBERING_DIGITS || (digits > 0 && !/\p{L}/u.test(text));
}

/** The decimal digits in a text, of whatever script, as ASCII. All else is passed over. */
export function digitsIn(text: string): string {
  return (text.match(/\p{Nd}/gu) ?? []).map((digit) => String(digitValue(digit))).join('');
}

/** Unicode assigns decimal digits in whole runs of ten, zero first (Unicode Standard, 4.6): a digit's value is its place in its run. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

/**
 * Damm's check (Total anti-symmetrische Quasigruppen, 2004): finds every changed digit and every two neighbours exchanged. It begins with
 * the group's place, so that a whole group in the wrong place is found too. A group with its check digit gives 0.
 */
const QUASIGROUP = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

function damm(place: number, digits: string): number {
  let interim = place;
  for (const digit of digits) interim = QUASIGROUP[interim]?.[Number(digit)] ?? 0;
  return interim;
}

/** Finds what the groups' own checks let through, 28 times out of 29. */
async function check(secret: CaseSecret): Promise<bigint> {
  const { crypto_generichash } = await sodium();
  const hash = crypto_generichash(32, concatBytes(utf8('amparo/v1/case-check'), secret), null);
  return BigInt(readU32(hash, 0)) % CHECK_MODULUS;
}

function toNumber(bytes: Bytes): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function fromNumber(number: bigint): CaseSecret | null {
  if (number >= SECRET_LIMIT) return null;
  const bytes = new Uint8Array(CASE_SECRET_BYTES);
  for (let i = CASE_SECRET_BYTES - 1, rest = number; i >= 0; i -= 1, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return caseSecret(bytes);
}
