import type { RandomBytes } from '../../crypto/index.ts';

/** No 0, 1, i, l, o, u: what is read and typed must not be mistaken. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 6;
const GROUP_CHARACTERS = 4; // 24 characters of 30: 117 bits

/** A secret for a machine to make and a person to type, a pass phrase or a code: six groups of four. */
export function readableSecret(random: RandomBytes): string {
  return Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_CHARACTERS }, () => pick(random)).join(''),
  ).join('-');
}

/** Each character equally likely: a byte beyond the last whole multiple is thrown away. */
function pick(random: RandomBytes): string {
  for (;;) {
    const [byte = 0] = random(1);
    if (byte < 256 - (256 % ALPHABET.length)) return ALPHABET.charAt(byte % ALPHABET.length);
  }
}
