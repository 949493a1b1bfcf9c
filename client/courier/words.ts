import { fill, type Plural } from '../messages/index.ts';
import type { Language, Texts } from './messages/index.ts';
import type { Trouble } from './trouble.ts';

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** The page's language: its texts, and numbers and days as that language writes them. */
export class Words {
  readonly language: Language;
  readonly #numbers: Intl.NumberFormat;
  readonly #days: Intl.DateTimeFormat;
  readonly #plurals: Intl.PluralRules;

  constructor(language: Language) {
    const { tag } = language;
    this.language = language;
    this.#numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
    this.#days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
    this.#plurals = new Intl.PluralRules(tag);
  }

  get t(): Texts {
    return this.language.texts;
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** `day`: days since 1970-01-01. */
  day(day: number): string {
    return this.#days.format(day * 86_400_000);
  }

  count({ forms }: Plural, count: number): string {
    return fill(forms[this.#plurals.select(count)] ?? forms.other, { count: this.number(count) });
  }

  size(bytes: number): string {
    const step = Math.min(Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)), UNITS.length - 1);
    return fill(this.t.units[UNITS[step] ?? 'bytes'], { size: this.number(bytes / 1000 ** step) });
  }

  trouble({ code, seconds }: Trouble): string {
    const { failures } = this.t;
    const text = code in failures ? failures[code as keyof typeof failures] : failures.unforeseen;
    return fill(text, { code, seconds: this.number(seconds ?? 1) });
  }
}
