import { fill, type Plural } from '../../messages/index.ts';
import type { Failure } from '../calls/line.ts';
import { languageOf, type Language } from '../messages/index.ts';
import { useAppState } from '../app/app.ts';

/** The page's language: its texts, and numbers, days and names as that language writes them. */
export class Words {
  readonly language: Language;
  readonly #numbers: Intl.NumberFormat;
  readonly #days: Intl.DateTimeFormat;
  readonly #plurals: Intl.PluralRules;
  readonly #countries: Intl.DisplayNames;
  readonly #languages: Intl.DisplayNames;

  constructor(language: Language) {
    const { tag } = language;
    this.language = language;
    this.#numbers = new Intl.NumberFormat(tag);
    this.#days = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
    this.#plurals = new Intl.PluralRules(tag);
    this.#countries = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
    this.#languages = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' });
  }

  get t() {
    return this.language.texts;
  }

  get q() {
    return this.language.questions;
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.language.tag, { style: 'percent' }).format(share);
  }

  /** A day in UTC, as the server gave it; anything that is no day stays as it is. */
  day(day: string): string {
    const time = Date.parse(day);
    return Number.isNaN(time) ? day : this.#days.format(time);
  }

  count(text: Plural, count: number): string {
    const { forms } = text;
    return fill(forms[this.#plurals.select(count)] ?? forms.other, { count: this.number(count) });
  }

  country(code: string): string {
    return nameOf(this.#countries, code);
  }

  languageName(tag: string): string {
    return nameOf(this.#languages, tag);
  }

  bytes(size: number): string {
    const units = Object.entries(this.t.evidence.bytes);
    const step = Math.min(Math.max(0, Math.floor(Math.log10(Math.max(size, 1)) / 3)), units.length - 1);
    const value = size / 1000 ** step;
    const digits = step === 0 || value >= 10 ? 0 : 1;
    const shown = new Intl.NumberFormat(this.language.tag, { maximumFractionDigits: digits }).format(value);
    return `${shown}\u00A0${units[step]?.[1] ?? ''}`;
  }

  duration(milliseconds: number): string {
    const { seconds, minutes, hours } = this.t.opening.duration;
    const s = Math.max(1, Math.round(milliseconds / 1000));
    if (s < 60) return fill(seconds, { count: this.number(s) });
    if (s < 3600) return fill(minutes, { count: this.number(Math.round(s / 60)) });
    return fill(hours, { count: this.number(Math.round(s / 360) / 10) });
  }

  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.language.tag, { type: 'unit', style: 'short' }).format(items);
  }

  failure({ code }: Failure): string {
    const { failures } = this.t;
    return code in failures ? failures[code as keyof typeof failures] : failures.unforeseen;
  }
}

/** A code comes from a stranger: what is none stays as it is. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const words = new Map<string, Words>();

export function useWords(): Words {
  const tag = useAppState((state) => state.language);
  const known = words.get(tag) ?? new Words(languageOf(tag));
  words.set(tag, known);
  return known;
}

/** Eight digits tell the reports of an office apart, as the command line shows them. */
export function shortId(letter: string): string {
  return letter.slice(0, 8);
}
