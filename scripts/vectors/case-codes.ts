import { fromHex, toHex } from '../../crypto/bytes.ts';
import { caseSecret, CODE_GROUP_DIGITS, codeDigits, readCodeDigits, type CaseSecret } from '../../crypto/case-code.ts';
import { codeWords, readCodeWords } from '../../crypto/case-words.ts';
import { WORD_LISTS, type WordLanguage } from '../../client/shared/word-lists.ts';
import type { Slip, Vectors } from './vector.ts';

const SECRET = caseSecret(fromHex('00112233445566778899aabbccddeeff'));
const LISTS = Object.values(WORD_LISTS);
const ARABIC_ZERO = 0x660;

/** All vectors of kind `case-code`. */
export async function caseCodeVectors(): Promise<Vectors> {
  return new Map([...(await digitVectors()), ...wordVectors()]);
}

function add(vectors: Vectors, name: string, about: string, code: string, outcome: CaseSecret | Slip): void {
  const isSlip = 'slip' in outcome;
  vectors.set(`case-code-${name}`, {
    kind: 'case-code',
    about,
    expect: isSlip ? outcome : 'opens',
    code,
    ...(!isSlip && { opens: { secret: toHex(outcome) } }),
  });
}

async function digitVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const groups = await codeDigits(SECRET);
  const code = groups.join(' ');
  const slip = (name: string, about: string, text: string, outcome: Slip) => {
    add(vectors, `digits-${name}`, about, text, outcome);
  };
  const good = (name: string, about: string, text: string, secret = SECRET) => {
    add(vectors, `digits-${name}`, about, text, secret);
  };
  good('opens', 'ten groups of five digits', code);
  good('run-together', 'without anything between them', groups.join(''));
  const arabic = code.replace(/\d/g, (digit) => String.fromCodePoint(ARABIC_ZERO + Number(digit)));
  good('arabic', 'Arabic-Indic digits', arabic);
  good(
    'words-between',
    'with words between, which are passed over',
    groups.map((group) => `group ${group}`).join('\n'),
  );
  for (const [name, byte] of [
    ['least', '00'],
    ['greatest', 'ff'],
  ] as const) {
    const secret = caseSecret(fromHex(byte.repeat(16)));
    good(name, `the ${name} secret of all`, (await codeDigits(secret)).join(' '), secret);
  }

  const at = (place: number, change: (group: string) => string) =>
    groups.map((group, i) => (i === place - 1 ? change(group) : group)).join(' ');
  const bump = (group: string, digit: number) =>
    group.slice(0, digit) + String((Number(group[digit]) + 1) % 10) + group.slice(digit + 1);
  slip('group-missing', 'nine groups', groups.slice(1).join(' '), { slip: 'count', given: 9, expected: 10 });
  slip('digit-missing', 'the last digit left out', code.slice(0, -1), { slip: 'count', given: 10, expected: 10 });
  slip('digit-more', 'a digit too many', `${code}0`, { slip: 'count', given: 11, expected: 10 });
  slip(
    'digit-wrong',
    'one wrong digit',
    at(3, (group) => bump(group, 1)),
    { slip: 'places', places: [3] },
  );
  slip(
    'check-wrong',
    'one wrong check digit',
    at(10, (group) => bump(group, 4)),
    { slip: 'places', places: [10] },
  );
  const place = 1 + groups.findIndex((group) => group[1] !== group[2]);
  const exchanged = at(place, ([a = '', b = '', c = '', ...rest]) => a + c + b + rest.join(''));
  slip('neighbours-exchanged', 'two neighbours exchanged', exchanged, { slip: 'places', places: [place] });
  const [second = '', seventh = ''] = [groups[1], groups[6]];
  const moved = groups.with(1, seventh).with(6, second).join(' ');
  slip('groups-exchanged', 'two groups in each other’s place', moved, { slip: 'places', places: [2, 7] });
  const other = bump(groups[4] ?? '', 3);
  const together = { slip: 'together', suspects: [] } as const;
  slip('together', 'a group that its own check lets through', await checked(groups, 5, other.slice(0, 4)), together);
  let beyond = groups;
  for (let i = 1; i <= groups.length; i += 1) beyond = (await checked(beyond, i, '9999')).split(' ');
  slip('beyond', 'a number beyond all secrets, each group checked', beyond.join(' '), together);
  return vectors;
}

/** The groups, one of them exchanged for four digits with the check digit that is right for them there. */
async function checked(groups: readonly string[], place: number, data: string): Promise<string> {
  for (let digit = 0; digit < 10; digit += 1) {
    const code = groups.with(place - 1, data + String(digit)).join(' ');
    if (code.length !== groups.length * (CODE_GROUP_DIGITS + 1) - 1) throw new Error('four digits expected');
    const reading = await readCodeDigits(code);
    if (!('slip' in reading && reading.slip === 'places' && reading.places.includes(place))) return code;
  }
  throw new Error('every group has a check digit');
}

function wordVectors(): Vectors {
  const vectors: Vectors = new Map();
  const of = (language: WordLanguage) => codeWords(SECRET, WORD_LISTS[language]);
  const slip = (name: string, about: string, words: readonly string[], outcome: Slip) => {
    add(vectors, `words-${name}`, about, words.join(' '), outcome);
  };
  for (const language of Object.keys(WORD_LISTS) as WordLanguage[]) {
    add(vectors, `words-${language}`, `twelve words: ${language}`, of(language).join(' '), SECRET);
  }
  const english = of('en');
  const numbered = english.map((word, i) => `${String(i + 1)}. ${word}`);
  add(vectors, 'words-numbered', 'with their numbers, one a line', numbered.join('\n'), SECRET);
  add(vectors, 'words-capitals', 'in capitals, with commas', english.join(', ').toUpperCase(), SECRET);
  add(vectors, 'words-composed', 'accents as keyboards give them: NFC', of('es').join(' ').normalize('NFC'), SECRET);
  add(vectors, 'words-no-spaces', 'Chinese without anything between', of('zh').join(''), SECRET);

  slip('missing', 'eleven words', english.slice(1), { slip: 'count', given: 11, expected: 12 });
  slip('more', 'thirteen words', [...english, 'zoo'], { slip: 'count', given: 13, expected: 12 });
  slip('unknown', 'one word that no list has', english.with(4, 'qwrtz'), { slip: 'places', places: [5] });
  const mixed = of('es').with(3, 'zoo');
  slip('mixed', 'an English word among Spanish ones', mixed, { slip: 'places', places: [4] });
  slip('exchanged', 'two words in each other’s place', ...exchangedWords(english));
  slip('one-letter', 'a word for another that is one letter away', ...oneLetterAway(english));
  return vectors;
}

/** Two words whose exchange the check bits tell. */
function exchangedWords(words: readonly string[]): [readonly string[], Slip] {
  for (let i = 1; i < words.length; i += 1) {
    const made = words.with(0, words[i] ?? '').with(i, words[0] ?? '');
    const reading = readCodeWords(made.join(' '), LISTS);
    if ('slip' in reading && reading.slip === 'together' && reading.suspects.length === 0) return [made, reading];
  }
  throw new Error('another secret');
}

/** A slip whose place is named, among the places at which another word would fit as well. */
function oneLetterAway(words: readonly string[]): [readonly string[], Slip] {
  for (const [i] of words.entries()) {
    for (const other of WORD_LISTS.en) {
      const made = words.with(i, other);
      const reading = readCodeWords(made.join(' '), LISTS);
      if ('slip' in reading && reading.slip === 'together' && reading.suspects.includes(i + 1)) return [made, reading];
    }
  }
  throw new Error('another secret');
}
