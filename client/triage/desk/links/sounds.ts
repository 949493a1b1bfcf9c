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
export const ARABIC_ARTICLE = /^ال(?=\p{L}{3})/u;
export const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u;
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
  const heard = words.flatMap(partsOf).flatMap((word) => hear(word) ?? []);
  const telling = heard.filter(({ isArticle }) => !isArticle);
  return (telling.length >= 2 ? telling : heard).map(({ sound }) => sound);
}

interface Heard {
  readonly sound: Sound;
  readonly isArticle: boolean;
}

/** Ranks, units and names come again and again. */
const known = new Map<string, Heard | null>();
const KNOWN_MAX = 50_000;

/** `null`: nothing to hear, such as marks alone. */
function hear(word: string): Heard | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const ascii = asciiOf(word);
  const heard = { sound: soundOf(ascii, !FULLY_SPELT.test(word)), isArticle: ARTICLES.test(ascii) };
  known.set(word, ascii === '' ? null : heard);
  return ascii === '' ? null : heard;
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
  if (letters === 'c' && /^[eiy]?$/.test(next)) return SOFT_C;
  if (letters === 'w' && isLoose) return LOOSE_W;
  const readings = several ?? [letters[0] ?? ''];
  // Where vowels are left out, there may be one between the two.
  return isLoose && letters.startsWith(letters.charAt(1)) ? readings.flatMap((each) => [each, each + each]) : readings;
}

const SOFT_C = ['s', 'k'];
const LOOSE_W = ['', 'f'];
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

/** Which reading is taken for each kind of sound that has several. */
type Choice = ReadonlyMap<string, number>;
const NO_CHOICE: Choice = new Map();

/** What has several readings is read the same way throughout a word: `jwrjy` is `srs` or `krk`, and not `srk`. */
function choicesOf(parts: readonly (readonly string[])[]): Choice[] {
  const kinds = [...new Set(parts.filter(({ length }) => length > 1).map((readings) => readings.join()))];
  return kinds.reduce<Choice[]>(
    (choices, kind) =>
      kind
        .split(',')
        .flatMap((_, i) => choices.map((each) => new Map(each).set(kind, i)))
        .slice(0, READINGS_MAX),
    [NO_CHOICE],
  );
}

function read(parts: readonly (readonly string[])[], choice: Choice): Reading {
  let whole = '';
  let skeleton = '';
  let afterVowel = false;
  for (const readings of parts) {
    const part = (readings.length > 1 ? readings[choice.get(readings.join()) ?? 0] : readings[0]) ?? '';
    const isVowel = part === 'a' || part === 'e' || part === 'u';
    // Neighbouring vowels are one: transliterations differ in how many letters a diphthong takes.
    if (!isVowel || !afterVowel) whole += part;
    if (!isVowel) skeleton += part;
    if (part !== '') afterVowel = isVowel;
  }
  return { whole, skeleton: skeleton === '' ? whole : skeleton };
}
