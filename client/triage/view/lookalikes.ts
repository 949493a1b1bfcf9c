/** Alphabets that have letters in common by their looks. */
const SCRIPTS = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  Coptic: /\p{Script=Coptic}/u,
} as const;

const WORD = /[\p{L}\p{M}]{2,}/gu;
const ASCII_ONLY = /^[\0-\x7f]*$/;

export interface MixedWord {
  readonly mixed: string;
  readonly scripts: readonly string[];
}

/** Words whose letters come from several alphabets: a name written so can pass for another. */
export function lookalikeParts(text: string): (string | MixedWord)[] {
  if (ASCII_ONLY.test(text)) return text === '' ? [] : [text];
  const parts: (string | MixedWord)[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const scripts = scriptsIn(word);
    if (scripts.length < 2) continue;
    if (index > from) parts.push(text.slice(from, index));
    parts.push({ mixed: word, scripts });
    from = index + word.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function scriptsIn(word: string): string[] {
  if (ASCII_ONLY.test(word)) return [];
  return Object.entries(SCRIPTS).flatMap(([name, script]) => (script.test(word) ? [name] : []));
}
