import { fill } from '../../messages/fill.ts';
import type { PageTexts, QuestionTexts } from '../../messages/index.ts';
import type { Plural } from '../../messages/plural.ts';
import { exportTexts, type ExportTexts } from './messages/index.ts';
import { isRecord, ownMember } from './marks.ts';
import type { ReportMember } from './shape.ts';

interface Question {
  readonly title?: string;
  readonly choices?: Readonly<Record<string, string>>;
}

/** What of a language an export needs. */
export interface WordingLanguage {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: {
    readonly questions: QuestionTexts;
    readonly page: Pick<PageTexts, 'storyTitle' | 'dangerTitle' | 'evidenceTitle'>;
  };
}

/** The words of an export in one language: those of the questionnaire, and ours. */
export class Wording {
  readonly texts: ExportTexts;
  readonly language: WordingLanguage;
  readonly #questions: QuestionTexts;

  constructor(language: WordingLanguage) {
    this.language = language;
    this.texts = exportTexts(language.tag);
    this.#questions = language.texts.questions;
  }

  /** A text of several forms, with its number. */
  count(forms: Plural, number: number): string {
    const form = forms.forms[new Intl.PluralRules(this.language.tag).select(number)] ?? forms.forms.other;
    return fill(form, { number: this.number(number) });
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.language.tag).format(value);
  }

  /** What was asked. */
  title(member: ReportMember): string {
    const { page } = this.language.texts;
    switch (member) {
      case 'language':
        return this.texts.languageOfPage;
      case 'story':
        return page.storyTitle;
      case 'danger':
        return page.dangerTitle;
      case 'evidence':
        return page.evidenceTitle;
      case 'followUp':
        return this.texts.followUp;
      case 'answers':
        return this.texts.ownQuestions;
      default:
        return this.#question(member).title ?? member;
    }
  }

  /** What a part of an answer is called: `rank` of `officials`. */
  part(member: ReportMember, name: string): string {
    const { fileType, fileNote, file, fileSize, tellsStory } = this.texts;
    const ofFiles = { files: file, name: file, type: fileType, size: fileSize, note: fileNote, story: tellsStory };
    const of: unknown = member === 'evidence' ? ofFiles : this.#questions[member as keyof QuestionTexts];
    const label = isRecord(of) ? ownMember(of, name) : undefined;
    return typeof label === 'string' ? label : member === 'contact' ? this.title(member) : name;
  }

  /** A value as people read it: a code of the questionnaire, a country, yes or no. Anything else stays as it is. */
  value(member: ReportMember, name: string | undefined, value: string | boolean | number): string {
    if (typeof value === 'boolean') return value ? this.#questions.yes : this.#questions.no;
    if (typeof value === 'number') return this.number(value);
    switch (name) {
      case undefined:
        return member === 'language' ? this.languageName(value) : (own(this.#question(member).choices, value) ?? value);
      case 'country':
        return this.country(value);
      case 'languages':
        return this.languageName(value);
      case 'days':
        return own(this.#questions.contact.dayChoices, value) ?? value;
      case 'ongoing':
        return own(this.#questions.when.choices, value) ?? value;
      case 'since':
      case 'until':
        return this.month(value);
      default:
        return value;
    }
  }

  /** The n-th of several officials. */
  person(number: number): string {
    return fill(this.#questions.officials.person, { number: this.number(number) });
  }

  country(code: string): string {
    return /^[A-Z]{2}$/.test(code) ? this.#nameOf('region', code) : code;
  }

  languageName(tag: string): string {
    return isLanguageTag(tag) ? this.#nameOf('language', tag) : tag;
  }

  /** `2019`, or `2019-05` as the month is called. */
  month(value: string): string {
    const [, year = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value) ?? [];
    if (year === '') return value;
    const format = new Intl.DateTimeFormat(this.language.tag, { year: 'numeric', month: 'long', timeZone: 'UTC' });
    return format.format(new Date(Date.UTC(Number(year), Number(month) - 1, 15)));
  }

  date(value: string): string {
    const format = new Intl.DateTimeFormat(this.language.tag, { dateStyle: 'long', timeZone: 'UTC' });
    return format.format(new Date(`${value}T00:00:00Z`));
  }

  /** Status, reason and urgency; what stands below a status is the office's own word, and stays. */
  triage(kind: 'statuses' | 'reasons' | 'urgencies', value: string): string {
    const [first = '', ...rest] = value.split('/');
    return [own(this.texts[kind], first) ?? first, ...rest].join(' / ');
  }

  #question(member: ReportMember): Question {
    return (this.#questions as unknown as Readonly<Record<string, Question>>)[member] ?? {};
  }

  /** In English where the browser has no name in this language. */
  #nameOf(type: 'region' | 'language', code: string): string {
    for (const tag of [this.language.tag, 'en']) {
      const name = new Intl.DisplayNames([tag], { type, fallback: 'none' }).of(code);
      if (name !== undefined) return name;
    }
    return code;
  }
}

function own(of: Readonly<Record<string, string>> | undefined, code: string): string | undefined {
  return of && Object.hasOwn(of, code) ? of[code] : undefined;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
