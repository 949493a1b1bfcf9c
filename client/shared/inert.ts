/** Joiners that Persian, Indic scripts and emoji need; they cannot reorder or hide a line. */
const JOINERS = new Set([0x200c, 0x200d]);

/** What a terminal or editor would obey or hide: controls, direction and other format characters, odd separators, half characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** One line of text from outside, with every character that could act or hide made visible as ⟨U+202E⟩. */
export function inert(text: string): string {
  return text.replace(UNSAFE, (character) => (isJoiner(character) ? character : `⟨${codePointOf(character)}⟩`));
}

/** A character that could act or hide, named as U+202E. */
export interface Named {
  readonly named: string;
}

/** The same in parts, so that what stands for a character can be told from a text that only looks so. */
export function inertParts(text: string): (string | Named)[] {
  const parts: (string | Named)[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(UNSAFE)) {
    if (isJoiner(character)) continue;
    if (index > from) parts.push(text.slice(from, index));
    parts.push({ named: codePointOf(character) });
    from = index + character.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function isJoiner(character: string): boolean {
  return JOINERS.has(character.codePointAt(0) ?? 0);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The same for text of several lines; tabs stay. */
export function inertLines(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\t').map(inert).join('\t'));
}
