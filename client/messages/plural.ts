/** A text that differs with a number: one form for each plural category of the language (CLDR). */
export interface Plural {
  readonly forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
}

export function plural(forms: Plural['forms']): Plural {
  return { forms };
}
