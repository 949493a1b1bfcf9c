import { FILE_NAME_CHARACTERS_MAX } from '../limits.ts';

/** Controls, and marks that turn or hide what follows: a name shown with them can pass for another one. */
const MISLEADING = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu;
const NAMELESS = '?';
const SUFFIX_CHARACTERS_MAX = 10;

/** A name as it is shown and sent: well-formed, on one line, with nothing that acts on what stands around it. */
export function plainName(name: string): string {
  const plain = name.toWellFormed().replace(MISLEADING, '').trim();
  return plain === '' ? NAMELESS : shortened(plain);
}

/** Cameras and messengers name what they make by its time: six digits and more, or a date. */
const TELLING = /\d{6}|\d{4}[-_.]\d{2}[-_.]\d{2}/;

/** The name of a file of which nothing shall be known but what it shows: another one where its own tells when it was made. */
export function untellingName(name: string, number: number): string {
  return TELLING.test(name) ? `${String(number)}${suffixOf(name)}` : name;
}

/** The end stays: it says what kind of file it is. */
function shortened(name: string): string {
  if (name.length <= FILE_NAME_CHARACTERS_MAX) return name;
  const suffix = suffixOf(name);
  return `${name.slice(0, FILE_NAME_CHARACTERS_MAX - suffix.length - 1)}…${suffix}`.toWellFormed();
}

function suffixOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= SUFFIX_CHARACTERS_MAX ? name.slice(dot) : '';
}
