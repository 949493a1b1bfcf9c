import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { inert, inertParts } from '../../client/shared/inert.ts';
import { lookalikeParts } from '../../client/triage/view/lookalikes.ts';
import { isTooDeep } from '../../client/triage/worker/depth.ts';
import { kindOf } from '../../client/triage/worker/file-kind.ts';

const ACTS_OR_HIDES = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

describe('a text of a stranger in parts', () => {
  test('has nothing in it that acts or hides, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parts = inertParts(text);
        for (const part of parts) if (typeof part === 'string') expect(part).not.toMatch(ACTS_OR_HIDES);
        const again = parts.map((part) =>
          typeof part === 'string' ? part : String.fromCodePoint(Number.parseInt(part.named.slice(2), 16)),
        );
        expect(again.join('')).toBe(text);
      }),
    );
  });

  test('says the same as on a terminal', () => {
    const text = 'a\u202Eb\u200Bc\u200Dd';
    const shown = inertParts(text).map((part) => (typeof part === 'string' ? part : `⟨${part.named}⟩`));
    expect(shown.join('')).toBe(inert(text));
  });
});

describe('words of several alphabets', () => {
  const mixedIn = (text: string) =>
    lookalikeParts(text).flatMap((part) => (typeof part === 'string' ? [] : [part.mixed]));

  test('are found, wherever the foreign letter stands', () => {
    expect(mixedIn('Smіrnov and pаypal, Αdmin.')).toEqual(['Smіrnov', 'pаypal', 'Αdmin']);
  });

  test('words of one alphabet are none, also side by side and with accents', () => {
    expect(mixedIn('Смирнов Smirnov Σμιρνώφ café Ñuñoa Владимир-City 東京tower הברית')).toEqual([]);
  });

  test('lose nothing of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(
          lookalikeParts(text)
            .map((part) => (typeof part === 'string' ? part : part.mixed))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('what a file is', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'text'],
    ['<!doctype html><script></script>', 'text'],
    ['GIF89a<script>', 'image'],
    ['%PDF-1.7 \0\0', 'nothing'],
    ['PK\u0003\u0004\0\0', 'nothing'],
    ['MZ\0\0', 'nothing'],
    ['', 'text'],
  ])('%s is shown as %s', (start, shownAs) => {
    expect(kindOf(bytes(start), true).shownAs).toBe(shownAs);
  });

  test('a character that is cut in two at the end of what was looked at is still text', () => {
    const start = bytes('ж'.repeat(10)).subarray(0, 19);
    expect(kindOf(start, false).shownAs).toBe('text');
    expect(kindOf(start, true).shownAs).toBe('nothing');
  });
});

test('a value is too deep where walking through it could break something, and not before', () => {
  const nested = (depth: number): unknown => JSON.parse(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`);
  expect(isTooDeep(nested(30))).toBe(false);
  expect(isTooDeep(nested(40))).toBe(true);
  expect(isTooDeep(JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toBe(true);
});
