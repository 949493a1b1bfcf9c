import fc from 'fast-check';
import { expect, test } from 'vitest';

import { FileNames } from '../../client/shared/file-names.ts';
import { inert } from '../../scripts/lib/inert.ts';
import { readableSecret } from '../../server/review/readable-secret.ts';
import { reportText } from '../../scripts/lib/report-text.ts';
import { quoted } from '../../scripts/lib/shell.ts';
import { systemRandom } from '../../crypto/index.ts';

const ACTING = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]/u;

test.each([
  ['../../x', 'file-1', 'escapes'],
  ['a/b', 'file-1', 'escapes'],
  ['..\\..\\boot.ini', 'file-1.ini', 'escapes'],
  ['C:\\windows\\x.exe', 'file-1.exe', 'escapes'],
  ['..', 'file-1', 'escapes'],
  ['.', 'file-1', 'escapes'],
  ['', 'file-1', 'escapes'],
  ['   ', 'file-1', 'escapes'],
  ['\u202Egpj.exe', 'gpj.exe', 'unsafe'],
  ['a\u0000b\u001B[2J.txt', 'ab[2J.txt', 'unsafe'],
  ['CON', '_CON', 'unsafe'],
  ['nul.txt', '_nul.txt', 'unsafe'],
  ['COM1.tar.gz', '_COM1.tar.gz', 'unsafe'],
  ['name. . ', 'name', 'unsafe'],
  ['-rf', '_-rf', 'unsafe'],
  ['.bashrc', '_.bashrc', 'unsafe'],
  ['a:b?.txt', 'a_b_.txt', 'unsafe'],
  ['\u200B\u202E', 'file-1', 'unsafe'],
  ['photo of the guard.jpg', 'photo of the guard.jpg', undefined],
  ['صورة الحارس.jpg', 'صورة الحارس.jpg', undefined],
])('the file name %j becomes %j', (sent, name, renamed) => {
  expect(new FileNames().take(sent, 0)).toEqual(renamed === undefined ? { name } : { name, renamed });
});

test('a long name is cut and keeps its extension', () => {
  const { name } = new FileNames().take(`${'é'.repeat(300)}.jpeg`, 0);
  expect(name).toMatch(/^é+\.jpeg$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
});

test('names that a disk would take for one another are told apart', () => {
  const names = new FileNames();
  const taken = ['a.txt', 'a.txt', 'A.TXT', 'a (2).txt', '\u00E9', 'e\u0301'].map(
    (sent, i) => names.take(sent, i).name,
  );
  expect(taken).toEqual(['a.txt', 'a (2).txt', 'A (3).TXT', 'a (2) (2).txt', '\u00E9', '\u00E9 (2)']);
});

test('no names, whatever they are, leave the folder, act, or meet', () => {
  const sent = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('..', '../x', 'con', 'a', 'A', 'a ', '\u202Ea'),
  );
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 20 }), (all) => {
      const names = new FileNames();
      const saved = all.map((name, i) => names.take(name, i).name);
      for (const name of saved) {
        expect(name).not.toMatch(/[/\\\0]/);
        expect(name).not.toMatch(/^\.|^-|^\s|[. ]$|^$/);
        expect(name).not.toMatch(ACTING);
        expect(Buffer.byteLength(`${name}.damaged`)).toBeLessThanOrEqual(255);
      }
      expect(new Set(saved.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(saved.length);
    }),
  );
});

test('text from outside loses its power and nothing else', () => {
  expect(inert('a\u202Eb\u001B[31mc\u0000\u2028\uD800')).toBe('a⟨U+202E⟩b⟨U+001B⟩[31mc⟨U+0000⟩⟨U+2028⟩⟨U+D800⟩');
  const persian = 'می\u200Cخواهم 👩\u200D👧';
  expect(inert(persian)).toBe(persian);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !ACTING.test(inert(text))));
});

test('a report cannot write lines of its own into its text', () => {
  const facts = { id: 'a'.repeat(64), day: '2026-11-23', files: [], problems: [] };
  const text = reportText({ version: 1, story: 'x\n\nFiles\n  | files/other\r\rTaken in on', code: 'spoof' }, facts);
  expect(text).toContain('  | Files\n');
  expect(text).not.toContain('\nFiles\n');
  expect(text).toContain('⟨U+000D⟩');
  expect(text).toContain('Unknown to this version: code\n  | spoof');
});

test('any JSON that passes for a report becomes text', () => {
  const facts = { id: 'a'.repeat(64), day: '2026-11-23', files: [], problems: [] };
  const report = fc
    .dictionary(fc.string(), fc.jsonValue({ maxDepth: 12 }))
    .map((more) => ({ ...more, version: 2, story: 's', evidence: undefined }));
  fc.assert(
    fc.property(report, (value) => {
      const text = reportText(value, facts);
      expect(text.replace(/[\n\t]/g, '')).not.toMatch(ACTING);
      expect(text).toContain('  | s\n');
    }),
  );
});

test('made pass phrases are six groups of four, each another', () => {
  const made = Array.from({ length: 100 }, () => readableSecret(systemRandom));
  for (const passphrase of made) expect(passphrase).toMatch(/^(?:[2-9a-hjkmnp-tv-z]{4}-){5}[2-9a-hjkmnp-tv-z]{4}$/);
  expect(new Set(made).size).toBe(100);
  expect(new Set(made.join('').replaceAll('-', '')).size).toBe(30);
});

test('words are quoted for a shell', () => {
  expect(['data/demo/a.key', 'Case worker', "it's", '$(x)'].map(quoted)).toEqual([
    'data/demo/a.key',
    "'Case worker'",
    `'it'\\''s'`,
    `'$(x)'`,
  ]);
});
