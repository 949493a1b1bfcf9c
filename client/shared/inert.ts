/** Joiners that Persian, Indic scripts and emoji need; they cannot reorder or hide a line. */
const JOINERS = new Set([0x200c, 0x200d]);

/** What a terminal or editor would obey or hide: controls, direction and other format characters, odd separators, half characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** One line of text from outside, with every character that could act or hide made visible as ⟨U+202E⟩. */
export function inert(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return JOINERS.has(code) ? character : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** The same for text of several lines; tabs stay. */
export function inertLines(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\t').map(inert).join('\t'));
}
