import anyAscii from 'any-ascii';

/**
 * One word of a name, written so that spellings of it in several scripts and transliterations can be compared. Consonants are put into a
 * few classes that transliterations keep apart badly (b p, d t, g k q, v w f, and all that hisses); vowels are kept apart only roughly.
 */
export interface Sound {
  /** As the spelling may be meant, the likeliest first. */
  readonly readings: readonly Reading[];
  /** The script leaves vowels out, or the transliteration does: only consonants can be compared. */
  readonly isLoose: boolean;
}

export interface Reading {
  /** Consonants alone: `srbkf` is `Щербаков`, `Shcherbakov` and `Schtscherbakow`. */
  readonly skeleton: string;
  /** With vowels: `serbakuf`. */
  readonly whole: string;
}

const READINGS_MAX = 8;
const APOSTROPHES = /['’ʼʻ`´]/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const ARTICLES = /^(?:al|el|ul|de|da|di|do|dos|del|van|von|der|la|le)$/;
const ARABIC_ARTICLE = /^ال(?=\p{L}{3})/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u;
/** Family names of two characters; all others have one. */
const LONG_FAMILY_NAMES =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|남궁|황보|제갈|선우|독고)/u;
const FULLY_SPELT =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Ethiopic}\p{M}]+$/u;

/** Letters whose sign says more than the letter that any-ascii leaves of them. */
const SIGNED = new Map(
  Object.entries({
    č: 'ch',
    ć: 'ch',
    ç: 'ch',
    š: 'sh',
    ș: 'sh',
    ş: 'sh',
    ś: 'sh',
    ž: 'zh',
    ź: 'zh',
    ż: 'zh',
    đ: 'dj',
    ț: 'ts',
    ţ: 'ts',
  }),
);

/** The words of a name. Particles and articles, which come and go between spellings, are left out where two words remain. */
export function soundsOf(name: string): Sound[] {
  const words = name.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').match(WORD) ?? [];
  const spelt = words
    .flatMap(partsOf)
    .map((word) => ({ ascii: asciiOf(word), isLoose: !FULLY_SPELT.test(word) }))
    .filter(({ ascii }) => ascii !== '');
  const telling = spelt.filter(({ ascii }) => !ARTICLES.test(ascii));
  return (telling.length >= 2 ? telling : spelt).map(({ ascii, isLoose }) => soundOf(ascii, isLoose));
}

/** Chinese and Korean names are written together: family name, then given name. */
function partsOf(word: string): string[] {
  if (!EAST_ASIAN.test(word)) return [word];
  const familyLength = LONG_FAMILY_NAMES.test(word) && word.length > 2 ? 2 : 1;
  return [word.slice(0, familyLength), word.slice(familyLength)];
}

function asciiOf(word: string): string {
  const plain = Array.from(word.replace(ARABIC_ARTICLE, ''), (letter) => SIGNED.get(letter) ?? letter).join('');
  return anyAscii(plain)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** Letters that are one sound, longest first; a letter written twice is one. */
const SOUNDS =
  /shch|schtsch|chtch|stsch|tsch|dsch|sch|dzh|tch|tsh|dz|dj|zh|sh|ch|ts|tz|cz|sz|kh|gh|th|dh|ph|ck|ng|([a-z])\1?/g;

/** How a consonant may be meant. The first is the likeliest; none is a letter of its own in other spellings. */
function readingsOf(letters: string, next: string, isLoose: boolean): readonly string[] {
  const several = READINGS[letters] ?? READINGS[letters[0] ?? ''];
  if (letters.startsWith('c') && letters.length === 1) return /^[eiy]?$/.test(next) ? ['s', 'k'] : ['k'];
  if (letters === 'w' && isLoose) return ['', 'f'];
  const readings = several ?? [letters[0] ?? ''];
  // Where vowels are left out, there may be one between the two.
  return isLoose && letters[0] === letters[1] ? readings.flatMap((each) => [each, each + each]) : readings;
}

const READINGS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['shch', 'chtch', 'sch', 'tch', 'dsch', 'zh', 'sh', 'cz', 'sz', 's', 'z'].map((it) => [it, ['s']]),
  ),
  ts: ['s', 't'],
  tsch: ['s'],
  tsh: ['s'],
  tz: ['s', 't'],
  dz: ['s'],
  dzh: ['s', 'k'],
  dj: ['s', 'k', 't'],
  ch: ['s', 'k', ''],
  j: ['', 's', 'k'],
  c: ['k'],
  kh: ['k', ''],
  q: ['k', 's'],
  x: ['s', 'ks'],
  g: ['k'],
  w: ['f'],
  v: ['f'],
  ph: ['f'],
  p: ['b'],
  d: ['t'],
  h: [''],
  ng: ['n', 'nk'],
};

const VOWELS: Readonly<Record<string, string>> = { a: 'a', e: 'e', i: 'e', y: 'e', o: 'u', u: 'u' };

function soundOf(ascii: string, isLoose: boolean): Sound {
  const letters = ascii.match(SOUNDS) ?? [];
  const parts: (readonly string[])[] = [];
  let offset = 0;
  for (const each of letters) {
    offset += each.length;
    const vowel = VOWELS[each[0] ?? ''];
    parts.push(vowel === undefined ? readingsOf(each, ascii[offset] ?? '', isLoose) : [vowel]);
  }
  return { readings: choicesOf(parts).map((choice) => read(parts, choice)), isLoose };
}

/** What has several readings is read the same way throughout a word: `jwrjy` is `srs` or `krk`, and not `srk`. */
function choicesOf(parts: readonly (readonly string[])[]): ReadonlyMap<string, number>[] {
  const kinds = [...new Set(parts.filter(({ length }) => length > 1).map((readings) => readings.join()))];
  return kinds.reduce<ReadonlyMap<string, number>[]>(
    (choices, kind) =>
      kind
        .split(',')
        .flatMap((_, i) => choices.map((each) => new Map(each).set(kind, i)))
        .slice(0, READINGS_MAX),
    [new Map()],
  );
}

function read(parts: readonly (readonly string[])[], choice: ReadonlyMap<string, number>): Reading {
  let whole = '';
  for (const readings of parts) {
    const part = readings[choice.get(readings.join()) ?? 0] ?? '';
    // Neighbouring vowels are one: transliterations differ in how many letters a diphthong takes.
    if (!(IS_VOWEL.test(part) && IS_VOWEL.test(whole.slice(-1)))) whole += part;
  }
  const skeleton = whole.replace(/[aeu]/g, '');
  return { whole, skeleton: skeleton === '' ? whole : skeleton };
}

const IS_VOWEL = /^[aeu]$/;
