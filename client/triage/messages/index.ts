import type { QuestionTexts } from '../../messages/index.ts';
import { questions as arQuestions } from '../../messages/ar/questions.ts';
import { questions as enQuestions } from '../../messages/en/questions.ts';
import { questions as esQuestions } from '../../messages/es/questions.ts';
import { questions as frQuestions } from '../../messages/fr/questions.ts';
import { questions as ruQuestions } from '../../messages/ru/questions.ts';
import { questions as zhHansQuestions } from '../../messages/zh-hans/questions.ts';
import type { Texts } from './catalogue.ts';
import { ar } from './ar/index.ts';
import { en } from './en.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { ru } from './ru/index.ts';
import { zhHans } from './zh-hans/index.ts';

export type { Texts } from './catalogue.ts';

/** The six official languages of the United Nations. */
export type LanguageTag = 'en' | 'es' | 'fr' | 'ru' | 'ar' | 'zh-Hans';

export interface Language {
  readonly tag: LanguageTag;
  /** Its name in itself. */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly reviewedByNativeSpeaker: boolean;
  readonly texts: Texts;
  /** The questions of the form, and the words for its answers. */
  readonly questions: QuestionTexts;
}

/** Every language that the page speaks. Another one is a catalogue and an entry here. */
export const LANGUAGES: readonly Language[] = [
  {
    tag: 'en',
    ownName: 'English',
    direction: 'ltr',
    reviewedByNativeSpeaker: false,
    texts: en,
    questions: enQuestions,
  },
  {
    tag: 'es',
    ownName: 'Español',
    direction: 'ltr',
    reviewedByNativeSpeaker: false,
    texts: es,
    questions: esQuestions,
  },
  {
    tag: 'fr',
    ownName: 'Français',
    direction: 'ltr',
    reviewedByNativeSpeaker: false,
    texts: fr,
    questions: frQuestions,
  },
  {
    tag: 'zh-Hans',
    ownName: '简体中文',
    direction: 'ltr',
    reviewedByNativeSpeaker: false,
    texts: zhHans,
    questions: zhHansQuestions,
  },
  {
    tag: 'ru',
    ownName: 'Русский',
    direction: 'ltr',
    reviewedByNativeSpeaker: false,
    texts: ru,
    questions: ruQuestions,
  },
  {
    tag: 'ar',
    ownName: 'العربية',
    direction: 'rtl',
    reviewedByNativeSpeaker: false,
    texts: ar,
    questions: arQuestions,
  },
];

export function languageOf(tag: LanguageTag): Language {
  const [first] = LANGUAGES;
  const found = LANGUAGES.find((language) => language.tag === tag) ?? first;
  if (!found) throw new Error('a page without a language');
  return found;
}

/** The first of the languages that somebody prefers in which the page speaks, else the first that it has. */
export function chooseLanguage(preferred: readonly string[]): LanguageTag {
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const wanted of preferred) {
    const found = LANGUAGES.find(({ tag }) => base(tag) === base(wanted));
    if (found) return found.tag;
  }
  return languageOf('en').tag;
}
