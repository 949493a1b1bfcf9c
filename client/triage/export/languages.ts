import { page as arPage } from '../../messages/ar/page.ts';
import { questions as arQuestions } from '../../messages/ar/questions.ts';
import { page as enPage } from '../../messages/en/page.ts';
import { questions as enQuestions } from '../../messages/en/questions.ts';
import { page as esPage } from '../../messages/es/page.ts';
import { questions as esQuestions } from '../../messages/es/questions.ts';
import { page as frPage } from '../../messages/fr/page.ts';
import { questions as frQuestions } from '../../messages/fr/questions.ts';
import { page as ruPage } from '../../messages/ru/page.ts';
import { questions as ruQuestions } from '../../messages/ru/questions.ts';
import { page as zhPage } from '../../messages/zh-hans/page.ts';
import { questions as zhQuestions } from '../../messages/zh-hans/questions.ts';
import { Wording, type WordingLanguage } from './wording.ts';

export type ExportLanguageTag = 'en' | 'es' | 'fr' | 'ru' | 'ar' | 'zh-Hans';

export interface ExportLanguage extends WordingLanguage {
  readonly tag: ExportLanguageTag;
  /** Its name in itself. */
  readonly ownName: string;
}

/** The languages that exports speak, whatever the page speaks. */
export const EXPORT_LANGUAGES: readonly ExportLanguage[] = [
  { tag: 'en', ownName: 'English', direction: 'ltr', texts: { page: enPage, questions: enQuestions } },
  { tag: 'ar', ownName: 'العربية', direction: 'rtl', texts: { page: arPage, questions: arQuestions } },
  { tag: 'es', ownName: 'Español', direction: 'ltr', texts: { page: esPage, questions: esQuestions } },
  { tag: 'fr', ownName: 'Français', direction: 'ltr', texts: { page: frPage, questions: frQuestions } },
  { tag: 'ru', ownName: 'Русский', direction: 'ltr', texts: { page: ruPage, questions: ruQuestions } },
  { tag: 'zh-Hans', ownName: '简体中文', direction: 'ltr', texts: { page: zhPage, questions: zhQuestions } },
];

/** English for any other tag. */
export function wordingIn(tag: string): Wording {
  const [english] = EXPORT_LANGUAGES;
  const language = EXPORT_LANGUAGES.find((each) => each.tag === tag) ?? english;
  if (!language) throw new Error('exports without a language');
  return new Wording(language);
}
