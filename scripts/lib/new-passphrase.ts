import type { RandomBytes } from '../../crypto/index.ts';

/** No 0, 1, i, l, o, u: what is read from a screen and typed must not be mistaken. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 6;
const GROUP_CHARACTERS = 4; // 24 characters of 30: 117 bits

/** A pass phrase for a machine to make and a person to type: six groups of four. */
export function newPassphrase(random: RandomBytes): string {
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
