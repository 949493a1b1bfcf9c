import { ar } from './ar.ts';
import type { Texts } from './catalogue.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { zhHans } from './zh-hans.ts';

export type { Texts } from './catalogue.ts';

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself. */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly reviewedByNativeSpeaker: boolean;
  readonly texts: Texts;
}

const english = drafted('en', 'English', en);

/** Every language that the page speaks. Another one is a catalogue and a line here. */
export const LANGUAGES: readonly Language[] = [
  drafted('ar', 'العربية', ar, 'rtl'),
  english,
  drafted('es', 'Español', es),
  drafted('fr', 'Français', fr),
  drafted('ru', 'Русский', ru),
  drafted('zh-Hans', '简体中文', zhHans),
];

function drafted(tag: string, ownName: string, texts: Texts, direction: 'ltr' | 'rtl' = 'ltr'): Language {
  return { tag, ownName, direction, reviewedByNativeSpeaker: false, texts };
}

/** The first of the languages that somebody prefers in which the page speaks, else English. */
export function languageFor(preferred: readonly string[]): Language {
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const wanted of preferred) {
    const found = LANGUAGES.find(({ tag }) => base(tag) === base(wanted));
    if (found) return found;
  }
  return english;
}
