import { describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';
import type { OfficeSetting } from '../../client/triage/desk/journal-types.ts';
import { isDisputed } from '../../client/triage/desk/registers.ts';
import { foldSettings, readSetting } from '../../client/triage/desk/settings.ts';
import { fillTemplate, placesLeftIn, TEMPLATE_KINDS, templatesFor } from '../../client/triage/desk/templates.ts';
import { TEMPLATES } from '../../client/triage/desk/templates/index.ts';
import { COUNSELLOR, entry } from './desk-entries.ts';

function office(
  id: string,
  name: OfficeSetting,
  value: unknown,
  replaces: string[] = [],
  more: Parameters<typeof entry>[2] = {},
) {
  return entry(id, { kind: 'office', name, value: JSON.stringify(value), replaces }, { about: null, ...more });
}

describe('what the office agreed on', () => {
  const embassy = [{ id: 'assessing/waiting-for-embassy', name: 'Waiting for the embassy' }];

  test('is what was said last, and names what was said beside it', () => {
    const first = office('a', 'sub-statuses', embassy);
    const other = office('b', 'sub-statuses', [], [], { author: COUNSELLOR, at: '2026-04-01T09:00Z' });
    expect(foldSettings([first]).subStatuses).toMatchObject({ value: embassy, conflict: [] });
    const both = foldSettings([other, first]).subStatuses;
    expect(both).toMatchObject({ value: [], conflict: [{ value: embassy }] });
    expect(isDisputed(both)).toBe(true);
    expect(foldSettings([other, first])).toEqual(foldSettings([first, other]));
  });

  test('is not undone by an entry in a form that a later version may know', () => {
    const first = office('a', 'labels', [{ name: 'night' }]);
    const newer = office('b', 'labels', { version: 2, labels: [] }, ['a']);
    const settings = foldSettings([first, newer]);
    expect(settings.labels.value).toEqual([{ name: 'night' }]);
    expect(settings.unreadable).toMatchObject([{ entry: 'b', name: 'labels' }]);
  });

  test.each<[OfficeSetting, unknown]>([
    ['sub-statuses', [{ id: 'dreaming/of-the-sea', name: 'x' }]],
    ['sub-statuses', [...embassy, ...embassy]],
    ['labels', [{ name: ' ' }]],
    ['labels', [{ name: 'a', colour: 'red' }]],
    ['filters', [{ name: 'mine', filter: { nobody: true } }]],
    ['templates', [{ id: 'a', name: 'a', kind: 'threat', language: 'en', text: 'x' }]],
    ['templates', { a: 1 }],
  ])('in another form is refused: %s %j', (name, value) => {
    expect(readSetting(name, JSON.stringify(value))).toBeNull();
  });

  test('that is no JSON is refused', () => {
    expect(readSetting('labels', '[')).toBeNull();
  });
});

describe('templates', () => {
  test('are there in every language of the form, for every kind', () => {
    expect(Object.keys(TEMPLATES).sort()).toEqual(LANGUAGES.map(({ tag }) => tag).sort());
    for (const texts of Object.values(TEMPLATES)) expect(Object.keys(texts).sort()).toEqual([...TEMPLATE_KINDS].sort());
  });

  test('have the same places in every language', () => {
    for (const [language, texts] of Object.entries(TEMPLATES)) {
      for (const kind of TEMPLATE_KINDS) {
        const places = [...placesLeftIn(texts[kind])].sort();
        expect(places, `${language} ${kind}`).toEqual([...placesLeftIn(TEMPLATES['en']?.[kind] ?? '')].sort());
      }
    }
  });

  test('say that they are drafts; the office’s own stand before them', () => {
    const own = { id: 'thanks', name: 'Thanks', kind: 'closing' as const, language: 'es-MX', text: 'Gracias.' };
    expect(templatesFor('closing', 'es', [own])).toMatchObject([
      { text: 'Gracias.', name: 'Thanks', isDraft: false },
      { language: 'es', isDraft: true },
    ]);
    expect(templatesFor('question', 'es', [own])).toHaveLength(1);
    expect(templatesFor('closing', 'zh-Hant-TW', null)).toMatchObject([{ language: 'zh-Hans' }]);
    expect(templatesFor('closing', 'yo', null)).toMatchObject([{ language: 'en', isDraft: true }]);
  });

  test('leave in sight what nobody filled in, and fill nothing twice', () => {
    const filled = fillTemplate('On {received}: {done}', { received: '1 March', done: null, other: 'x' });
    expect(filled).toBe('On 1 March: {done}');
    expect(placesLeftIn(filled)).toEqual(['done']);
    expect(fillTemplate('{done}', { done: '{received}', received: 'never' })).toBe('{received}');
  });
});
