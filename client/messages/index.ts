import type { Catalogue } from './catalogue.ts';
import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fil } from './fil/index.ts';
import { fr } from './fr/index.ts';
import { ka } from './ka/index.ts';
import { mn } from './mn/index.ts';
import { nb } from './nb/index.ts';
import { pt } from './pt/index.ts';
import { ro } from './ro/index.ts';
import { ru } from './ru/index.ts';
import { tn } from './tn/index.ts';
import { uk } from './uk/index.ts';
import { zhHans } from './zh-hans/index.ts';

export type {
  Catalogue,
  CodeTexts,
  Like,
  PageTexts,
  QuestionTexts,
  ReturnTexts,
  ScriptTexts,
  SpokenTexts,
} from './catalogue.ts';
export { fill } from './fill.ts';
export { plural, type Plural } from './plural.ts';

export interface Language {
  /** BCP 47; also the folder of its pages. */
  readonly tag: string;
  /** Its name in itself. */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly reviewedByNativeSpeaker: boolean;
  readonly texts: Catalogue;
}

/** Every language that pages are made in, by its own name. Another one is a catalogue and a line here. */
export const LANGUAGES: readonly Language[] = [
  drafted('ar', 'العربية', ar, 'rtl'),
  drafted('de', 'Deutsch', de),
  drafted('en', 'English', en),
  drafted('es', 'Español', es),
  drafted('fil', 'Filipino', fil),
  drafted('fr', 'Français', fr),
  drafted('ka', 'ქართული', ka),
  drafted('mn', 'Монгол', mn),
  drafted('nb', 'Norsk', nb),
  drafted('pt', 'Português', pt),
  drafted('ro', 'Română', ro),
  drafted('ru', 'Русский', ru),
  drafted('tn', 'Setswana', tn),
  drafted('uk', 'Українська', uk),
  drafted('zh-Hans', '简体中文', zhHans),
];

/** A catalogue that no native speaker has reviewed yet: the page says so. */
function drafted(tag: string, ownName: string, texts: Catalogue, direction: Language['direction'] = 'ltr'): Language {
  return { tag, ownName, direction, reviewedByNativeSpeaker: false, texts };
}
