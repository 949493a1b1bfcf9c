import type { TemplateTexts } from './texts.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fil } from './fil.ts';
import { fr } from './fr.ts';
import { ka } from './ka.ts';
import { mn } from './mn.ts';
import { nb } from './nb.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { tn } from './tn.ts';
import { uk } from './uk.ts';
import { zhHans } from './zh-hans.ts';

/** Every language that reports are asked for in, by its BCP 47 tag. No native speaker has read these drafts yet: the desk says so. */
export const TEMPLATES: Readonly<Record<string, TemplateTexts>> = {
  ar,
  de,
  en,
  es,
  fil,
  fr,
  ka,
  mn,
  nb,
  pt,
  ro,
  ru,
  tn,
  uk,
  'zh-Hans': zhHans,
};
