import type { Plural, ReturnTexts } from '../../messages/index.ts';

import { pluralAt, textAt, type Places } from '../texts.ts';

type Texts = ReturnTexts['script'];
type KeysOf<Kind> = { [Key in keyof Texts]: Texts[Key] extends Kind ? Key : never }[keyof Texts];

export type ReturnTextKey = KeysOf<string>;
export type ReturnPluralKey = KeysOf<Plural>;

/** Begins the names of the texts that only this page has. */
export const RETURN_TEXTS = 'return.';

export function returnText(key: ReturnTextKey, places: Places = {}): string {
  return textAt(RETURN_TEXTS + key, places);
}

export function returnPlural(key: ReturnPluralKey, count: number, places: Places = {}): string {
  return pluralAt(RETURN_TEXTS + key, count, places);
}
