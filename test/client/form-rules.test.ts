import { describe, expect, test } from 'vitest';

import { plainDigits } from '../../client/report/answers.ts';
import { plainName, untellingName } from '../../client/report/files/file-name.ts';
import * as limits from '../../client/report/limits.ts';
import * as protocol from '../../crypto/index.ts';

test("the page's limits are the protocol's", () => {
  for (const [name, value] of Object.entries(limits)) expect(protocol[name as keyof typeof limits], name).toBe(value);
});

describe('names of files', () => {
  test.each([
    ['photo.jpg', 'photo.jpg'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'], // right-to-left override: would be shown as "invoiceexe.jpg"
    ['a\u0000b\nc\u2028d.png', 'abcd.png'],
    ['\u2066\u200b', '?'],
    ['\ud800half.jpg', '\ufffdhalf.jpg'],
    ['صورة.jpg', 'صورة.jpg'],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(249)}….jpeg`],
  ])('%j is shown and sent as %j', (name, plain) => {
    expect(plainName(name)).toBe(plain);
    expect(plainName(name).length).toBeLessThanOrEqual(255);
  });

  test.each([
    ['IMG_20260501_101112.jpg', '7.jpg'],
    ['WhatsApp Image 2026-05-01 at 10.11.12.jpeg', '7.jpeg'],
    ['passport page 12.jpg', 'passport page 12.jpg'],
  ])('%j, once cleaned, is called %j', (name, untelling) => {
    expect(untellingName(name, 7)).toBe(untelling);
  });
});

test.each([
  ['2025', '2025'],
  ['٢٠٢٥', '2025'],
  ['२०२५', '2025'],
  ['２０２５', '2025'],
  ['about 2025', 'about 2025'],
])('%j is read as %j', (written, plain) => {
  expect(plainDigits(written)).toBe(plain);
});
