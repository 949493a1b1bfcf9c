import type { Report } from '../../crypto/index.ts';

import { all, byId } from './dom.ts';
import { itemsOf } from './repeat.ts';
import { language } from './texts.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A question as it stands on its screen. */
export interface AskedQuestion {
  readonly id: string;
  readonly title: string;
  readonly section: HTMLElement;
  readonly isOwn: boolean;
  /** The answer as a report carries it. `undefined`: left empty, or not asked after the other answers. */
  readonly answer: unknown;
}

/** All that the form asks between its first screen and the choice of readers, in that order. */
export function askedQuestions(form: HTMLFormElement): AskedQuestion[] {
  return all('[data-question]', form)
    .filter((section) => !section.hidden)
    .map((section) => ({
      id: section.dataset['question'] ?? '',
      title: section.dataset['title'] ?? '',
      section,
      isOwn: section.dataset['own'] !== undefined,
      answer: answerOf(section),
    }));
}

/** The report that the form holds now, without its files. */
export function reportOf(form: HTMLFormElement): Report {
  const questions = askedQuestions(form).filter(({ answer }) => answer !== undefined);
  const known = questions.filter(({ isOwn }) => !isOwn).map(({ id, answer }) => [id, answer] as const);
  const own = questions.filter(({ isOwn }) => isOwn).map(({ id, title, answer }) => ({ id, asked: title, answer }));
  // What the protocol does not know is refused when it is sealed: the page itself was checked when it was made.
  return {
    version: 1,
    language: language(),
    story: byId('story', HTMLTextAreaElement).value.toWellFormed(),
    ...Object.fromEntries(known),
    ...(own.length > 0 && { answers: own }),
  } as Report;
}

/** Whether anything was written or chosen that would be lost. */
export function isBegun(form: HTMLFormElement): boolean {
  return (
    byId('story', HTMLTextAreaElement).value !== '' || askedQuestions(form).some(({ answer }) => answer !== undefined)
  );
}

function answerOf(section: HTMLElement): unknown {
  const id = section.dataset['question'] ?? '';
  switch (section.dataset['kind']) {
    case 'one':
      return chosen(section, id)[0];
    case 'several':
      return someOf(chosen(section, id));
    case 'text':
      return written(section, id);
    case 'officials':
      return someOf(itemsOf(section.querySelector('.repeat') ?? section).flatMap((item) => fieldsOf(item) ?? []));
    case 'route':
      return routeOf(section);
    case 'when':
      return whenOf(section);
    case 'contact':
      return contactOf(section);
    default:
      throw new Error(`no such kind of question: ${section.dataset['kind'] ?? ''}`);
  }
}

function routeOf(section: HTMLElement): object | undefined {
  const through = itemsOf(section.querySelector('.repeat') ?? section).flatMap((item) => fieldsOf(item) ?? []);
  return filled({ from: placeOf(section, 'from'), through: someOf(through), to: placeOf(section, 'to') });
}

function placeOf(section: HTMLElement, item: string): object | undefined {
  const place = section.querySelector(`[data-item="${item}"]`);
  return place ? fieldsOf(place) : undefined;
}

function whenOf(section: HTMLElement): object | undefined {
  const since = monthOf(section, 'since');
  const until = monthOf(section, 'until');
  const words = [since.words, until.words, written(section, 'detail')].filter((each) => each !== undefined);
  return filled({
    since: since.date,
    until: until.date,
    ongoing: chosen(section, 'ongoing')[0],
    detail: words.length === 0 ? undefined : words.join(' – '),
  });
}

/** `YYYY` or `YYYY-MM`, from digits of any script. "About 2019" is no year, and kept as words. */
function monthOf(section: HTMLElement, item: string): { readonly date?: string; readonly words?: string } {
  const fields = section.querySelector(`[data-item="${item}"]`);
  const year = fields ? written(fields, 'year') : undefined;
  if (!fields || year === undefined) return {};
  const plain = plainDigits(year);
  if (!/^\d{4}$/.test(plain)) return { words: year };
  const month = written(fields, 'month');
  return { date: month === undefined ? plain : `${plain}-${month}` };
}

function contactOf(section: HTMLElement): object | undefined {
  const allowed = chosen(section, 'allowed')[0];
  if (allowed === undefined) return undefined;
  if (allowed === 'no') return { allowed: false };
  return {
    allowed: true,
    ...filled({ days: someOf(chosen(section, 'days')), languages: someOf(chosen(section, 'languages')) }),
  };
}

/** What was written in the fields of one item, by their names. */
function fieldsOf(item: ParentNode): object | undefined {
  const names = all<Control>('input[name], select[name], textarea[name]', item).map(({ name }) => name);
  return filled(Object.fromEntries(names.map((name) => [name, written(item, name)])));
}

function chosen(within: ParentNode, name: string): string[] {
  return all<HTMLInputElement>(`input[name="${name}"]:checked`, within).flatMap(({ value }) =>
    value === '' ? [] : [value],
  );
}

function written(within: ParentNode, name: string): string | undefined {
  const value = within.querySelector<Control>(`[name="${name}"]`)?.value.toWellFormed().trim();
  return value === '' ? undefined : value;
}

function filled(members: Readonly<Record<string, unknown>>): object | undefined {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function someOf<Value>(values: Value[]): Value[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** The ten digits of every script stand next to each other in Unicode, zero first. */
export function plainDigits(written: string): string {
  return written.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}
