import { digitsIn } from '../../../../crypto/index.ts';

/** Numbers and names that machines gave: the same one in two reports is hardly chance. */
export type IdentifierKind = 'phone' | 'account' | 'email' | 'handle' | 'website' | 'vehicle';

export interface Identifier {
  readonly kind: IdentifierKind;
  /** The same however it was written. */
  readonly key: string;
  /** As it was written. */
  readonly shown: string;
}

const FOUND_MAX = 100;

/** Every identifier in a text. What is read as one kind is not read as another too. */
export function identifiersIn(text: string): Identifier[] {
  const found: Identifier[] = [];
  let rest = withPlainDigits(text.normalize('NFKC'));
  for (const { kind, sign, pattern, keyOf } of KINDS) {
    if (!sign.test(rest)) continue; // most texts have none, and to look for a sign costs little
    rest = rest.replace(pattern, (shown: string) => {
      const key = keyOf(shown);
      if (key === null || found.length >= FOUND_MAX) return shown;
      found.push({ kind, key: `${kind}:${key}`, shown: shown.trim() });
      return ' ';
    });
  }
  return found;
}

/** The plate in what somebody wrote of a vehicle. */
export function platesIn(text: string): Identifier[] {
  const plain = withPlainDigits(text.normalize('NFKC'));
  return [...plain.matchAll(PLATE)].flatMap(([shown]) => {
    const key = plateKey(shown);
    return key === null ? [] : [{ kind: 'vehicle' as const, key: `vehicle:${key}`, shown }];
  });
}

interface Kind {
  readonly kind: IdentifierKind;
  /** Without it there is none of this kind. */
  readonly sign: RegExp;
  /** No part of it can be matched in more ways than its bounds allow: texts are written by anybody. */
  readonly pattern: RegExp;
  /** `null`: it only looks like one. */
  readonly keyOf: (shown: string) => string | null;
}

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/giu;
const WALLET =
  /(?<![\p{L}\p{N}])(?:0x[0-9a-f]{40}|bc1[a-z0-9]{25,60}|[13T][1-9A-HJ-NP-Za-km-z]{25,33})(?![\p{L}\p{N}])/gu;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const HANDLE = /(?<![\p{L}\p{N}@])@[\p{L}\p{N}_.]{4,32}/gu;
const SITE = /(?:https?:\/\/)?(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:\/[^\s"'<>)\]،。]*)?/giu;
const DIGITS = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s().\-/]{6,30}\d(?![\p{L}\p{N}])/gu;
const PLATE =
  /(?<![\p{L}\p{N}])(?:\p{L}{1,3}[ -]?\d{1,4}[ -]?\p{L}{0,3}(?:[ -]?\d{1,3})?|\d{1,4}[ -]?\p{L}{1,3}[ -]?\d{0,4})(?![\p{L}\p{N}])/gu;
/** A plate written without a break: in a story, where words and numbers stand side by side by chance. */
const TIGHT_PLATE =
  /(?<![\p{L}\p{N}-])(?:\p{L}{1,3}-?\d{3,4}-?\p{L}{0,3}\d{0,3}|\d{2,4}-?\p{L}{2,3}-?\d{2,4})(?![\p{L}\p{N}-])/gu;

const KINDS: readonly Kind[] = [
  { kind: 'account', sign: /\d{2}/, pattern: IBAN, keyOf: ibanKey },
  { kind: 'account', sign: /\d/, pattern: WALLET, keyOf: (shown) => shown },
  { kind: 'email', sign: /@/, pattern: EMAIL, keyOf: (shown) => shown.toLowerCase() },
  { kind: 'handle', sign: /@/, pattern: HANDLE, keyOf: (shown) => shown.toLowerCase().replace(/[.]+$/, '') },
  { kind: 'website', sign: /\./, pattern: SITE, keyOf: siteKey },
  { kind: 'account', sign: /\d/, pattern: DIGITS, keyOf: accountKey },
  { kind: 'phone', sign: /\d/, pattern: DIGITS, keyOf: phoneKey },
  { kind: 'vehicle', sign: /\d/, pattern: TIGHT_PLATE, keyOf: plateKey },
];

/** ISO 13616: the check digits hold, so that it is one and was copied well. */
function ibanKey(shown: string): string | null {
  const iban = shown.replaceAll(' ', '').toUpperCase();
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1 ? iban : null;
}

/** Cards by their check digit, and numbers longer than telephones have. */
function accountKey(shown: string): string | null {
  const digits = shown.replace(/\D/g, '');
  if (digits.length >= 13 && digits.length <= 19 && !shown.startsWith('+') && isLuhn(digits)) return digits;
  return digits.length >= 16 && digits.length <= 30 ? digits : null;
}

function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

const PHONE_DIGITS_MIN = 8;
const PHONE_DIGITS_MAX = 15; // E.164
/** What stays the same with and without the country's and the long distance code. */
const SUBSCRIBER_DIGITS = 8;
const DATE =
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}\s?[-/]\s?(?:19|20)\d{2})$/;

function phoneKey(shown: string): string | null {
  const digits = shown.replace(/\D/g, '');
  if (digits.length < PHONE_DIGITS_MIN || digits.length > PHONE_DIGITS_MAX) return null;
  return DATE.test(shown.trim()) || /^(\d)\1*$/.test(digits) ? null : digits.slice(-SUBSCRIBER_DIGITS);
}

/** Sites on which everybody is: only what comes after the name tells. */
const SHARED_SITES =
  /^(?:(?:m|web|mobile)\.)?(?:facebook|fb|instagram|tiktok|twitter|x|youtube|youtu|vk|ok|telegram|t|wa|whatsapp|viber|line|wechat|qq|linkedin|google|gmail|yahoo|mail|yandex)\.[a-z]{2,4}$/;
/** A word, a dot left out a space: no site. Files are named, not visited. */
const NO_SITE = /\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|mp[34]|m4a|wav|zip|txt|heic|mov)$/;

function siteKey(shown: string): string | null {
  const [host = '', ...path] = shown
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split('/');
  const site = host.replace(/^www\./, '');
  const first = (path.find((part) => part !== '') ?? '').split(/[?#]/)[0] ?? '';
  if (SHARED_SITES.test(site)) return first === '' ? null : `${site}/${first.replace(/^@/, '')}`;
  const looksLikeOne =
    shown.includes('/') ||
    site !== host ||
    /\.(?:[a-z]{2}|com|net|org|info|biz|online|site|top|xyz|shop|club)$/.test(site);
  return looksLikeOne && !NO_SITE.test(site) && /[a-z]/.test(site.split('.')[0] ?? '') ? site : null;
}

/** Letters that look the same in Latin and Cyrillic stand on plates for each other. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
};
const PLATE_DIGITS_MIN = 2;
const PLATE_CHARACTERS_MIN = 5;

function plateKey(shown: string): string | null {
  const plate = Array.from(shown.toUpperCase(), (each) => LOOKALIKES[each] ?? each)
    .join('')
    .replace(/[ -]/g, '');
  const digits = plate.replace(/[^0-9]/g, '');
  return digits.length >= PLATE_DIGITS_MIN && plate.length >= PLATE_CHARACTERS_MIN && plate !== digits ? plate : null;
}

/** Digits of other scripts as those of this one, and no invisible characters between them. */
export function withPlainDigits(text: string): string {
  if (LATIN_ONLY.test(text)) return text;
  return text.replace(UNPLAIN, (each) => (IS_DIGIT.test(each) ? digitsIn(each) : ''));
}

// eslint-disable-next-line no-control-regex -- ASCII as a whole
const LATIN_ONLY = /^[\u0000-\u007f]*$/;
const UNPLAIN = /\p{Default_Ignorable_Code_Point}|(?![0-9])\p{Nd}/gu;
const IS_DIGIT = /\p{Nd}/u;
