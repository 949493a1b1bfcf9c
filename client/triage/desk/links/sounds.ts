import anyAscii from 'any-ascii';

/**
 * One word of a name, written so that spellings of it in several scripts and transliterations can be compared. Consonants are put into a
 * few classes that transliterations keep apart badly (b p, d t, g k q, v w f, and all that hisses); vowels are kept apart only roughly.
 */
export interface Sound {
  /** Classes of consonants and vowels: `Щербаков`, `Shcherbakov` and `Schtscherbakow` are all `serbakuf`. */
  readonly whole: string;
  /** Consonants alone, in each reading that the spelling allows; the likeliest first. */
  readonly skeletons: readonly string[];
  /** The script leaves vowels out, or the transliteration does: only consonants can be compared. */
  readonly isLoose: boolean;
}

const SKELETONS_MAX = 8;
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

/** The words of a name. Particles and articles, which come and go between spellings, are left out. */
export function soundsOf(name: string): Sound[] {
  const words = name.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').match(WORD) ?? [];
  return words.flatMap(partsOf).flatMap((word) => {
    const ascii = asciiOf(word);
    return ascii === '' || ARTICLES.test(ascii) ? [] : [soundOf(ascii, !FULLY_SPELT.test(word))];
  });
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
  return several ?? [letters[0] ?? ''];
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
  const consonants: (readonly string[])[] = [];
  let whole = '';
  let offset = 0;
  for (const each of letters) {
    offset += each.length;
    const vowel = VOWELS[each[0] ?? ''];
    if (vowel === undefined) {
      const readings = readingsOf(each, ascii[offset] ?? '', isLoose);
      consonants.push(readings);
      whole += readings[0] ?? '';
    } else if (!/[aeu]$/.test(whole)) {
      whole += vowel;
    }
  }
  const skeletons = skeletonsOf(consonants);
  return { whole, skeletons: skeletons.length > 0 ? skeletons : [whole], isLoose };
}

/** Consonants of several readings are read the same way throughout a word: `jwrjy` is `srs` or `krk`, and not `srk`. */
function skeletonsOf(consonants: readonly (readonly string[])[]): string[] {
  const kinds = [...new Set(consonants.map((readings) => readings.join()))];
  let choices: Map<string, number>[] = [new Map()];
  for (const kind of kinds) {
    const count = kind.split(',').length;
    choices = Array.from({ length: count }, (_, i) => choices.map((each) => new Map(each).set(kind, i)))
      .flat()
      .slice(0, SKELETONS_MAX);
  }
  const read = (choice: Map<string, number>) =>
    consonants.map((readings) => readings[choice.get(readings.join()) ?? 0] ?? '').join('');
  return [...new Set(choices.map(read))].filter((skeleton) => skeleton !== '');
}
