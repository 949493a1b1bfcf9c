import { fill } from '../messages/fill.ts';
import type { Plural, SpokenTexts } from '../messages/index.ts';

import { byId } from './dom.ts';

type Nested<Group extends 'failures' | 'findings'> = `${Group}.${keyof SpokenTexts[Group] & string}`;
type KeysOf<Kind> = { [Key in keyof SpokenTexts]: SpokenTexts[Key] extends Kind ? Key : never }[keyof SpokenTexts];

export type TextKey = KeysOf<string> | Nested<'failures'> | Nested<'findings'>;
export type PluralKey = KeysOf<Plural>;
export type Places = Readonly<Record<string, string>>;

/** A text in the page's language, from the page itself, with its `{places}` filled in. */
export function text(key: TextKey, places: Places = {}): string {
  return textAt(key, places);
}

/** The form that goes with a number, which stands in it as `{count}`. */
export function pluralText(key: PluralKey, count: number, places: Places = {}): string {
  return pluralAt(key, count, places);
}

/** For texts that only some pages have: each names its own keys. */
export function textAt(key: string, places: Places): string {
  return fill(entry(key) ?? missing(key), places);
}

export function pluralAt(key: string, count: number, places: Places): string {
  const form = entry(`${key}.${new Intl.PluralRules(language()).select(count)}`) ?? entry(`${key}.other`);
  return fill(form ?? missing(key), { count: number(count), ...places });
}

export function language(): string {
  return document.documentElement.lang;
}

/** Small whole numbers are written with the page's own digits: the first use of Intl keeps an old phone busy for a third of a second. */
export function number(value: number): string {
  const { digits = '' } = byId('texts', HTMLTemplateElement).dataset;
  if (Number.isInteger(value) && value >= 0 && value < KILO) {
    return String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  }
  return new Intl.NumberFormat(language()).format(value);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

const KILO = 1000;
const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function size(bytes: number): string {
  const power = Math.min(SIZE_UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO)));
  return amount(bytes / KILO ** power, SIZE_UNITS[power] ?? 'byte', 'short');
}

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;

/** A country or a language by its name; in English where the browser has none in the page's language, such as Setswana. */
export function displayName(type: 'region' | 'language', code: string): string {
  return displayNames(type)(code);
}

/** The same for many: the browser takes longer to look up where names are than to give one. */
export function displayNames(type: 'region' | 'language'): (code: string) => string {
  const names = [language(), 'en'].map((tag) => new Intl.DisplayNames([tag], { type, fallback: 'none' }));
  return (code) => {
    for (const known of names) {
      const name = known.of(code);
      if (name !== undefined) return name;
    }
    return code;
  };
}

/** How long something will take, no finer than anybody can know it. */
export function duration(seconds: number): string {
  if (seconds < MINUTE_SECONDS) return text('lessThanMinute');
  if (seconds < HOUR_SECONDS) return amount(Math.ceil(seconds / MINUTE_SECONDS), 'minute', 'long');
  return amount(Math.ceil(seconds / HOUR_SECONDS), 'hour', 'long');
}

/** A length as players show it: minutes and seconds. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = new Intl.NumberFormat(language(), { minimumIntegerDigits: 2 });
  return `${number(Math.floor(whole / MINUTE_SECONDS))}:${two.format(whole % MINUTE_SECONDS)}`;
}

/** A day as the page's language writes it; in English where the browser does not know the language. */
export function dayInWords(day: string): string {
  const format = new Intl.DateTimeFormat([language(), 'en'], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Values after one another; with the language's "and" where the browser knows it. */
export function list(values: readonly string[]): string {
  const isKnown = Intl.ListFormat.supportedLocalesOf(language()).length > 0;
  return isKnown ? new Intl.ListFormat(language(), { type: 'conjunction' }).format(values) : values.join(', ');
}

function amount(value: number, unit: string, unitDisplay: 'short' | 'long'): string {
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(
    value,
  );
}

function entry(key: string): string | undefined {
  return byId('texts', HTMLTemplateElement).content.querySelector(`[data-text="${key}"]`)?.textContent;
}

function missing(key: string): never {
  throw new Error(`the page has no text ${key}`);
}
