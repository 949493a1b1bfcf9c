import { describe, expect, test } from 'vitest';

import { foldReport } from '../../client/triage/desk/fold.ts';
import { InterestFinder, recusedFrom } from '../../client/triage/desk/interests.ts';
import { isOfKind } from '../../client/triage/desk/referral-kinds.ts';
import { referralWarnings } from '../../client/triage/desk/referral.ts';
import { LANGUAGES } from '../../client/messages/index.ts';
import { CLERK, deskReport, entry } from './desk-entries.ts';

function reviewer(slot: number, name: string, role = 'reads reports') {
  return { slot, name, role, languages: ['en'], identity: `identity-${String(slot)}` };
}

const finder = new InterestFinder({
  office: 'Example Office against Trafficking',
  reviewers: [
    reviewer(0, 'Shcherbakov Yuri', 'Inspectorate Delta'),
    reviewer(1, 'مريم حداد'),
    reviewer(2, 'Counsellor'),
    reviewer(3, '王小明'),
  ],
});

function found(answers: Parameters<typeof deskReport>[0]) {
  return finder.interestsIn(deskReport(answers).report).map(({ name, because }) => `${name}: ${because}`);
}

describe('a report that names somebody of the office', () => {
  test('among the officials is flagged, in any script', () => {
    expect(found({ officials: [{ name: 'Юрий Щербаков' }] })).toEqual(['Shcherbakov Yuri: named']);
    expect(found({ officials: [{ name: 'Mariam Haddad' }] })).toEqual(['مريم حداد: named']);
    expect(found({ officials: [{ name: 'Shcherbakov' }] })).toEqual(['Shcherbakov Yuri: named-in-part']);
    expect(found({ officials: [{ name: 'Олег Петренко' }] })).toEqual([]);
  });

  test('in what it tells is flagged', () => {
    expect(found({ story: 'Потом пришёл Юрий Иванович Щербаков и забрал деньги.' })).toEqual([
      'Shcherbakov Yuri: in-text',
    ]);
    expect(found({ story: 'Yuri was there. Much later somebody spoke of Shcherbakov.' })).toEqual([]);
    expect(found({ story: 'My counsellor told me to write.' })).toEqual([]);
    expect(found({ story: '那天晚上王小明在场。' })).toEqual(['王小明: in-text']);
    expect(found({ story: 'It was Wang Xiaoming who let them go.' })).toEqual(['王小明: in-text']);
    expect(found({ story: 'كانت مريم  حداد هناك' })).toEqual(['مريم حداد: in-text']);
    expect(found({ evidenceElsewhere: 'Ask Mariam Haddad.' })).toEqual(['مريم حداد: in-text']);
  });

  test('by the unit of a reviewer or by the office itself is flagged', () => {
    expect(found({ officials: [{ unit: 'inspectorate delta' }] })).toEqual(['Shcherbakov Yuri: unit']);
    expect(found({ officials: [{ unit: 'Example Office Against Trafficking' }] })).toEqual([
      'Example Office against Trafficking: unit',
    ]);
  });
});

test('who took themselves off a report is known, until they take it back', () => {
  const on = entry('y', { kind: 'recuse', on: true, replaces: [] });
  expect(recusedFrom(foldReport([on]))).toEqual([CLERK]);
  expect(
    recusedFrom(foldReport([on, entry('n', { kind: 'recuse', on: false, replaces: ['y'] }, { number: 2 })])),
  ).toEqual([]);
});

describe('a referral', () => {
  const consent = 'without-details';

  function because(organisation: string, answers: Parameters<typeof deskReport>[0]) {
    return referralWarnings(organisation, deskReport({ consent, ...answers }).report)
      .map((warning) => warning.because)
      .filter((each) => each !== 'consent');
  }

  test('to the body that is accused is warned of', () => {
    expect(because('Полиция города Отачь', { official: ['police'] })).toEqual(['official-kind']);
    expect(because('Border Inspectorate Otaci', { officials: [{ unit: 'пост Отачь' }] })).toEqual(['unit']);
    expect(because('Delta', { officials: [{ place: 'delta' }] })).toEqual(['place']);
    expect(because('Foundation of Ion Rusnac', { officials: [{ name: 'Rusnac Ion' }] })).toEqual(['name']);
    expect(because('A shelter for women', { official: ['police'], officials: [{ unit: 'post Otaci' }] })).toEqual([]);
  });

  test.each(LANGUAGES)('knows the words for each kind of official in $ownName', ({ texts }) => {
    const { choices } = texts.questions.official;
    const unnamed = Object.entries(choices).filter(([code, words]) => code !== 'unknown' && !isOfKind(words, code));
    // Not names of organisations but descriptions in whole sentences, whose words differ in every language.
    const described = ['transport-staff', 'recruiter-licensing', 'private-with-public-duty'];
    expect(unnamed.filter(([code]) => !described.includes(code))).toEqual([]);
  });

  test('without consent, or to others than those named, is warned of', () => {
    const warnings = (answers: Parameters<typeof deskReport>[0]) =>
      referralWarnings('Shelter Lotus', deskReport(answers).report);
    expect(warnings({ consent: 'to-nobody' })).toEqual([{ because: 'consent', consent: 'to-nobody' }]);
    expect(warnings({})).toEqual([{ because: 'consent', consent: 'none' }]);
    expect(warnings({ consent: 'to-named', consentNamed: 'the embassy' })).toEqual([
      { because: 'consent', consent: 'to-named' },
    ]);
    expect(warnings({ consent: 'to-named', consentNamed: 'Lotus' })).toEqual([]);
  });
});
