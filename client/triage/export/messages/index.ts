import { ar } from './ar.ts';
import { en, type ExportTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { zhHans } from './zh-hans.ts';

export type { ExportTexts } from './en.ts';

/** The languages that exports speak: those of the desk, the six of the United Nations. */
const EXPORT_TEXTS: Readonly<Record<string, ExportTexts>> = { ar, en, es, fr, ru, 'zh-Hans': zhHans };

/** The texts of a language of the desk; English for any other. */
export function exportTexts(tag: string): ExportTexts {
  return EXPORT_TEXTS[tag] ?? en;
}
