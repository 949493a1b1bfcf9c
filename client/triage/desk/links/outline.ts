import anyAscii from 'any-ascii';

import { ARABIC_ARTICLE, EAST_ASIAN, type Sound } from './sounds.ts';

/**
 * What no reading of a word changes: its consonants in six classes, each run of one class once. Words with other outlines cannot sound alike,
 * and to see that costs a hundredth of hearing them. `null`: there is a letter whose readings differ too much to tell.
 */
export function outlineOf(word: string): string | null {
  if (EAST_ASIAN.test(word)) return null; // family name and given name
  let ascii = '';
  for (const letter of word.normalize('NFC').toLowerCase().replace(ARABIC_ARTICLE, '')) ascii += asciiOf(letter);
  return UNCERTAIN.test(ascii) ? null : outline(ascii);
}

/** The outlines of every reading. */
export function outlinesOf({ readings }: Sound): string[] {
  return [...new Set(readings.map(({ skeleton }) => outline(skeleton)))];
}

/** May be a consonant, or none. */
const UNCERTAIN = /[kc]h|j|w|ng/;

function outline(ascii: string): string {
  let classes = '';
  for (const letter of ascii) {
    const each = CLASSES[letter];
    if (each !== undefined && !classes.endsWith(each)) classes += each;
  }
  return classes;
}

const CLASSES: Readonly<Record<string, string>> = {
  ...{ l: 'l', m: 'm', n: 'n', r: 'r' },
  ...{ b: 'b', p: 'b', f: 'b', v: 'b' },
  ...{ s: 's', z: 's', t: 's', d: 's', k: 's', g: 's', q: 's', c: 's', x: 's' },
};

const known = new Map<string, string>();

function asciiOf(letter: string): string {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const ascii = anyAscii(letter).toLowerCase();
  known.set(letter, ascii);
  return ascii;
}
