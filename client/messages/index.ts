import { en, type Catalogue } from './en.ts';
import { es } from './es.ts';

export type { Catalogue, TextKey } from './en.ts';

export interface Language {
  /** BCP 47; also the folder of its pages. */
  readonly tag: string;
  /** Its name in itself. */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly reviewedByNativeSpeaker: boolean;
  readonly texts: Catalogue;
}

/** Every language that pages are made in. Another one is a catalogue and a line here. */
export const LANGUAGES: readonly Language[] = [
  { tag: 'en', ownName: 'English', direction: 'ltr', reviewedByNativeSpeaker: false, texts: en },
  { tag: 'es', ownName: 'Español', direction: 'ltr', reviewedByNativeSpeaker: false, texts: es },
];

/** A text with its `{places}` filled in. */
export function fill(text: string, places: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}
