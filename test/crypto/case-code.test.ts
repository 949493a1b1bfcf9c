import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  caseSecret,
  codeDigits,
  codeWords,
  fromHex,
  hasDigits,
  readCodeDigits,
  readCodeWords,
  toBytes,
  type CaseSecret,
} from '../../crypto/index.ts';

const anySecret = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes): CaseSecret => caseSecret(toBytes(bytes)));
const LISTS = { english, spanish, french, portuguese, chinese };

describe('in digits', () => {
  test('ten groups of five give the secret back, the least and the greatest too', async () => {
    for (const secret of ['00'.repeat(16), 'ff'.repeat(16)].map((hex) => caseSecret(fromHex(hex)))) {
      const groups = await codeDigits(secret);
      expect(groups.map((group) => group.length)).toEqual(Array(10).fill(5));
      expect(await readCodeDigits(groups.join(' '))).toEqual({ secret });
    }
    await fc.assert(
      fc.asyncProperty(anySecret, async (secret) => {
        expect(await readCodeDigits((await codeDigits(secret)).join('-'))).toEqual({ secret });
      }),
    );
  });

  test.each([
    ['Arabic', 0x660],
    ['Persian', 0x6f0],
    ['Devanagari', 0x966],
    ['Bengali', 0x9e6],
    ['Khmer', 0x17e0],
    ['Mongolian', 0x1810],
    ['full-width', 0xff10],
    ['mathematical bold, after other runs of digits', 0x1d7ec],
  ])('%s digits are read', async (_script, zero) => {
    const secret = caseSecret(fromHex('00112233445566778899aabbccddeeff'));
    const typed = (await codeDigits(secret))
      .join('')
      .replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
    expect(await readCodeDigits(`  ${typed.slice(0, 14)}\n${typed.slice(14)} .`)).toEqual({ secret });
  });

  test('a wrong digit, two neighbours exchanged, and groups out of place are named by place', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySecret,
        fc.nat(9),
        fc.nat(4),
        fc.integer({ min: 1, max: 9 }),
        async (secret, place, at, by) => {
          const groups = await codeDigits(secret);
          const group = groups[place] ?? '';
          const wrong = group.slice(0, at) + String((Number(group[at]) + by) % 10) + group.slice(at + 1);
          expect(await readCodeDigits(groups.with(place, wrong).join(' '))).toEqual({
            slip: 'places',
            places: [place + 1],
          });

          const next = Math.min(at + 1, 4);
          if (group[at] === group[next]) return;
          const swapped = group.slice(0, at) + (group[next] ?? '') + (group[at] ?? '') + group.slice(next + 1);
          expect(await readCodeDigits(groups.with(place, swapped).join(' '))).toEqual({
            slip: 'places',
            places: [place + 1],
          });
        },
      ),
    );
    const groups = await codeDigits(caseSecret(fromHex('00112233445566778899aabbccddeeff')));
    const exchanged = groups.with(2, groups[6] ?? '').with(6, groups[2] ?? '');
    expect(await readCodeDigits(exchanged.join(' '))).toEqual({ slip: 'places', places: [3, 7] });
  });

  test('too few and too many groups are told as a number', async () => {
    const groups = await codeDigits(caseSecret(fromHex('00112233445566778899aabbccddeeff')));
    expect(await readCodeDigits(groups.slice(1).join(' '))).toEqual({ slip: 'count', given: 9, expected: 10 });
    expect(await readCodeDigits([...groups, '12345'].join(' '))).toEqual({ slip: 'count', given: 11, expected: 10 });
    expect(await readCodeDigits('')).toEqual({ slip: 'count', given: 0, expected: 10 });
  });

  test('groups that are right alone, of two codes, seldom pass together', async () => {
    let passed = 0;
    const tries = 400;
    for (let i = 0; i < tries; i += 1) {
      const [a, b] = await Promise.all([i, i + tries].map((n) => codeDigits(secretFrom(n))));
      const reading = await readCodeDigits([...(a ?? []).slice(0, 5), ...(b ?? []).slice(5)].join(' '));
      if ('secret' in reading) passed += 1;
      else expect(reading).toEqual({ slip: 'together', suspects: [] });
    }
    expect(passed / tries).toBeLessThan(2 / 29); // one in 29 is expected
    expect(passed).toBeGreaterThan(0);
  });
});

describe('in words', () => {
  test.each(Object.entries(LISTS))('twelve of the %s list give the secret back', (_name, list) => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const words = codeWords(secret, list);
        expect(words).toHaveLength(12);
        const others = Object.values(LISTS).filter((other) => other !== list);
        expect(readCodeWords(words.join(' '), [...others, list])).toEqual({ secret });
      }),
      { numRuns: 20 },
    );
  });

  test('BIP-39 gives the words that it publishes', () => {
    const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    expect(codeWords(caseSecret(fromHex('7f'.repeat(16))), english).join(' ')).toBe(words);
  });

  test('case, spacing, numbering and composition make no difference', () => {
    const secret = caseSecret(fromHex('f0e1d2c3b4a5968778695a4b3c2d1e0f'));
    const typed = codeWords(secret, french).map((word) => `  ${word.normalize('NFC').toUpperCase()},\n`);
    expect(readCodeWords(typed.join(''), [english, french])).toEqual({ secret });
    expect(readCodeWords(codeWords(secret, chinese).join(''), [english, chinese])).toEqual({ secret });
  });

  test('words that stand in no list are named by place', () => {
    const words = codeWords(caseSecret(fromHex('7f'.repeat(16))), english);
    const typed = words.with(2, 'thnak').with(11, 'yelow').join(' ');
    expect(readCodeWords(typed, [spanish, english])).toEqual({ slip: 'places', places: [3, 12] });
  });

  test('where all are words, those that one slip may have changed are named', () => {
    const words = codeWords(caseSecret(fromHex('7f'.repeat(16))), english);
    const place = words.indexOf('year');
    const reading = readCodeWords(words.with(place, 'wear').join(' '), [english]);
    if (!('slip' in reading)) return expect.unreachable('the check bits of this example do not fit');
    expect(reading.slip).toBe('together');
    if (reading.slip === 'together') expect(reading.suspects).toContain(place + 1);
  });

  test('too few and too many are told as a number', () => {
    const words = codeWords(caseSecret(fromHex('7f'.repeat(16))), english);
    expect(readCodeWords(words.slice(1).join(' '), [english])).toEqual({ slip: 'count', given: 11, expected: 12 });
    expect(readCodeWords('', [english])).toEqual({ slip: 'count', given: 0, expected: 12 });
  });
});

function secretFrom(n: number): CaseSecret {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(4, Math.imul(n + 1, 2654435761) >>> 0);
  new DataView(bytes.buffer).setUint32(12, Math.imul(n + 7, 40503) >>> 0);
  return caseSecret(bytes);
}

test('words that were numbered are words; digits between words that name them are digits', async () => {
  const secret = caseSecret(fromHex('00112233445566778899aabbccddeeff'));
  for (const list of Object.values(LISTS)) {
    const numbered = codeWords(secret, list).map((word, i) => `${String(i + 1)}. ${word}`);
    for (const text of [numbered.join('\n'), numbered.join(' '), numbered.slice(0, 3).join(' ')]) {
      expect(hasDigits(text)).toBe(false);
    }
    expect(readCodeWords(numbered.join('\n'), Object.values(LISTS))).toEqual({ secret });
  }
  const groups = await codeDigits(secret);
  for (const text of [
    groups.join(' '),
    groups.slice(0, 1).join(),
    groups.map((group) => `Gruppe ${group}`).join(' '),
  ]) {
    expect(hasDigits(text)).toBe(true);
  }
});
