import * as z from 'zod/mini';

import { fill } from '../../messages/fill.ts';
import { TEMPLATES } from './templates/index.ts';
import { TEMPLATE_KINDS, type TemplateKind } from './templates/texts.ts';

export { TEMPLATE_KINDS, type TemplateKind };

/** Those in which there is a draft. */
export const TEMPLATE_LANGUAGES: readonly string[] = Object.keys(TEMPLATES);

const TEXT_CHARACTERS_MAX = 5_000;
const FALLBACK_LANGUAGE = 'en';

/** A template of the office's own. */
export const officeTemplateSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  kind: z.enum(TEMPLATE_KINDS),
  language: z.string().check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)),
  text: z.string().check(z.minLength(1), z.maxLength(TEXT_CHARACTERS_MAX)),
});

export type OfficeTemplate = z.infer<typeof officeTemplateSchema>;

export interface Template {
  readonly kind: TemplateKind;
  readonly language: string;
  readonly text: string;
  /** Of an office's own. */
  readonly name: string | null;
  /** One of the drafts that come with the desk, which no native speaker has read yet. */
  readonly isDraft: boolean;
}

/** What can be written in a language for a purpose: the office's own first, then the draft. A language unknown here falls back to English. */
export function templatesFor(
  kind: TemplateKind,
  language: string,
  ofOffice: readonly OfficeTemplate[] | null,
): readonly Template[] {
  const own = (ofOffice ?? [])
    .filter((template) => template.kind === kind && mainOf(template.language) === mainOf(language))
    .map(({ text, name, language: tag }): Template => ({ kind, language: tag, text, name, isDraft: false }));
  const tag = draftLanguage(language) ?? (own.length > 0 ? null : FALLBACK_LANGUAGE);
  const draft = tag === null ? undefined : TEMPLATES[tag]?.[kind];
  return draft === undefined || tag === null
    ? own
    : [...own, { kind, language: tag, text: draft, name: null, isDraft: true }];
}

/** The text with what is known filled in. What is not stays visible as a `{place}`: see {@link placesLeftIn}. */
export function fillTemplate(text: string, known: Readonly<Record<string, string | null>>): string {
  const filled = Object.entries(known).filter((place): place is [string, string] => (place[1] ?? '') !== '');
  return fill(text, Object.fromEntries(filled));
}

/** Places that somebody still has to fill in: a reply with one is not ready to be sealed. */
export function placesLeftIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place))];
}

function draftLanguage(language: string): string | null {
  return Object.keys(TEMPLATES).find((tag) => mainOf(tag) === mainOf(language)) ?? null;
}

function mainOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
