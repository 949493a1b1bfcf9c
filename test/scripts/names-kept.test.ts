import { expect, test } from 'vitest';

import { FileNames } from '../../client/shared/file-names.ts';
import { reportText } from '../../scripts/lib/report-text.ts';

const FACTS = { id: 'a'.repeat(64), day: '2026-11-23', files: [], problems: [] };

test('codes are written out, and what people wrote stays as they spelt it', () => {
  const text = reportText(
    {
      version: 1,
      story: 'al-hassan',
      act: ['false-documents'],
      industry: ['O_PublicAdministrationAndDefence'],
      consent: 'ask-me-first',
      officials: [{ name: 'McDonald', place: 'porto-novo' }],
      route: { from: { crossing: 'DeLaRey' } },
      toldText: 'anne-marie',
      consentNamed: 'VanDijk',
      somethingNewer: 'still-as-sent',
    },
    FACTS,
  );
  for (const written of ['- false documents', '- Public administration and defence', '  | ask me first'])
    expect(text).toContain(written);
  for (const kept of [
    'al-hassan',
    'name: McDonald',
    'place: porto-novo',
    'DeLaRey',
    'anne-marie',
    'VanDijk',
    'still-as-sent',
  ])
    expect(text).toContain(kept);
});

test.each(['CON .txt', 'com1 \u00A0.tar.gz', 'nul '])('the device name %j is one in no spelling', (sent) => {
  expect(new FileNames().take(sent, 0).name).toMatch(/^_/);
});

test('a name that was cut does not end in what Windows drops', () => {
  const long = new FileNames().take(`${'a'.repeat(199)}.${'b'.repeat(60)}`, 0).name;
  expect(long).toBe('a'.repeat(199));
});

test.each(['\u200D', '\u200C \u200D', '\u3164', '\u034F\uFE0F'])(
  'the name %j, which shows nothing, is replaced',
  (sent) => {
    expect(new FileNames().take(sent, 0)).toEqual({ name: 'file-1', renamed: 'unsafe' });
  },
);

test('a joiner within a word stays', () => {
  const name = 'می\u200Cخواهم.jpg';
  expect(new FileNames().take(name, 0)).toEqual({ name });
});
