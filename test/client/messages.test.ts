import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';

/** One text of a catalogue with its path, such as `script.storyLeft.forms.one`. */
type Entry = readonly [path: string, text: string];

function entriesOf(texts: object, path = ''): Entry[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): Entry[] => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value]] : entriesOf(value as object, here);
  });
}

const english = LANGUAGES.find(({ tag }) => tag === 'en');
if (!english) throw new Error('no English');
const ENGLISH = new Map(entriesOf(english.texts));
const others = LANGUAGES.filter(({ tag }) => tag !== 'en');

/** The languages of DOMAIN.md: the UN's six, and those of the countries that the office's cases come from. */
const PROMISED = ['ar', 'de', 'en', 'es', 'fil', 'fr', 'ka', 'mn', 'nb', 'pt', 'ro', 'ru', 'tn', 'uk', 'zh-Hans'];

test('every promised language is there, under a tag that Intl knows, and by its own name', () => {
  expect(LANGUAGES.map(({ tag }) => tag).sort()).toEqual(PROMISED);
  for (const { tag } of LANGUAGES) expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  expect(new Set(LANGUAGES.map(({ ownName }) => ownName)).size).toBe(LANGUAGES.length);
});

test('only Arabic runs from right to left', () => {
  expect(LANGUAGES.filter(({ direction }) => direction === 'rtl').map(({ tag }) => tag)).toEqual(['ar']);
});

describe.each(others.map((language) => [language.tag, language] as const))('%s', (tag, { texts }) => {
  const entries = entriesOf(texts);
  /** Forms of a plural are compared with the form for all other numbers. */
  const englishOf = (path: string) => ENGLISH.get(path) ?? ENGLISH.get(path.replace(/\.forms\.\w+$/, '.forms.other'));

  test('no text is empty but those that are empty in English', () => {
    expect(entries.filter(([path, text]) => (text.trim() === '') !== (englishOf(path) === ''))).toEqual([]);
  });

  test('no English is left', () => {
    const isName = (path: string) => path.startsWith('questions.recruitmentSites.choices.');
    const same = entries.filter(([path, text]) => text !== '' && !isName(path) && text === englishOf(path));
    expect(same.filter(([, text]) => text !== 'No' && text !== 'Name')).toEqual([]);
  });

  test('every text keeps the places that are filled in', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    const wrong = entries.filter(([path, text]) => {
      const wanted = places(englishOf(path) ?? '');
      // "One file" and "two files" may say their number in words.
      const given = places(text);
      return path.includes('.forms.')
        ? given.some((place) => !wanted.includes(place)) ||
            wanted.some((place) => place !== '{count}' && !given.includes(place))
        : given.join() !== wanted.join();
    });
    expect(wrong).toEqual([]);
  });

  test('plurals have the forms of the language, and no other', () => {
    const categories = [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort();
    const { groupCount, wordCount, groupsWrong, wordsWrong, suspects } = texts.returning.script;
    const returning = [groupCount, wordCount, groupsWrong, wordsWrong, suspects];
    for (const plural of [texts.script.storyLeft, texts.script.files, texts.script.readersTogether, ...returning]) {
      expect(Object.keys(plural.forms).sort()).toEqual(categories);
    }
  });
});

/** The US school grade that a text asks for (Flesch and Kincaid 1975). Twelve-year-olds read grade 6. */
const GRADE_MAX = 6;

test(`English asks for no more than grade ${String(GRADE_MAX)}`, () => {
  const sentences = [...ENGLISH]
    .filter(([path, text]) => !path.startsWith('questions.recruitmentSites') && /[.?!]$/.test(text))
    .map(([, text]) => text.replace(/\{\w+\}/g, 'it'));
  expect(sentences.length).toBeGreaterThan(100);
  expect(gradeOf(sentences)).toBeLessThan(GRADE_MAX);
  // The measure does tell: a sentence of the law on the same matter is far beyond it.
  expect(
    gradeOf([
      'Notwithstanding the aforementioned provisions, confidentiality obligations apply irrespective of jurisdictional considerations.',
    ]),
  ).toBeGreaterThan(15);
});

function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.match(/[\p{L}']+/gu) ?? []);
  const sentence = texts.reduce((sum, text) => sum + (text.match(/[.?!…:]+/g)?.length ?? 1), 0);
  return fleschKincaid({
    sentence,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

test('a missing text fails the build', () => {
  const catalogue = readFileSync(join(import.meta.dirname, '../../client/messages/catalogue.ts'), 'utf8');
  expect(catalogue).toContain('Like<typeof en>');
  // @ts-expect-error -- a catalogue without its questions is none
  const broken: (typeof LANGUAGES)[number]['texts'] = { page: english.texts.page, script: english.texts.script };
  expect(broken).toBeDefined();
});
