import { describe, expect, test } from 'vitest';

import { identifiersIn, platesIn } from '../../client/triage/desk/links/identifiers.ts';
import { isNearText, sketchKeys, sketchOf } from '../../client/triage/desk/links/near-text.ts';
import { LinkIndex } from '../../client/triage/desk/links.ts';
import type { DeskReport } from '../../client/triage/desk/types.ts';
import type { OpenedReport } from '../../crypto/index.ts';
import { deskReport } from './desk-entries.ts';

function keysIn(text: string): string[] {
  return identifiersIn(text).map(({ key }) => key);
}

describe('identifiers in a text', () => {
  test.each([
    ['call +373 69 123 456', 'call 0 69-123-456', 'اتصل ٠٠٣٧٣٦٩١٢٣٤٥٦', 'тел. (069) 123 456'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'to de89370400440532013000.'],
    ['write to Boss@Example.ORG', 'boss@example.org wrote'],
    ['see https://www.good-jobs.example/apply?x=1', 'good-jobs.example/other'],
    ['t.me/good_jobs', 'https://t.me/good_jobs?start=1'],
    ['card 4111 1111 1111 1111', '4111-1111-1111-1111'],
    ['TRX TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', 'wallet: TJRabPrwbZy45sbavfcjinPJC18kjpRTv8'],
  ])('are the same however they are written: %s', (...texts) => {
    const [first, ...others] = texts.map(keysIn);
    expect(first).toHaveLength(1);
    for (const other of others) expect(other).toEqual(first);
  });

  test.each([
    'on 12.03.2026 and 2026-03-12, in 2024-2025',
    'at 9 in the morning we were 12 people, 20 000 each',
    'photo.jpg and letter.pdf',
    'facebook.com is where they are',
    'I said no.But he went on',
    'it was 11111111 times',
  ])('are not found in: %s', (text) => {
    expect(keysIn(text)).toEqual([]);
  });

  test('are looked for in a bounded time, whatever somebody repeats a hundred thousand times', () => {
    for (const part of ['a', 'a.', 'a@', '@a.', '1 ', '(1', '-a.', 'http://a', 'bc1q', 'x@y.z.', 'DE12 1A ', 'AB12 ']) {
      expect(identifiersIn(part.repeat(100_000 / part.length)).length, part).toBeLessThanOrEqual(100);
    }
  });

  test('cannot be hidden by characters that nobody sees', () => {
    expect(keysIn('069\u200b123\u2060456 7')).toEqual(keysIn('069123456 7'));
  });

  test('plates are the same in letters that look the same', () => {
    expect(platesIn('black van А 123 ВС')[0]?.key).toBe(platesIn('A123BC')[0]?.key);
    expect(platesIn('a red car')).toEqual([]);
  });
});

describe('near-duplicates', () => {
  const story =
    'They took our papers at the border post and said that we would get them back after the harvest. The officer who stamped them ' +
    'counted money in front of us. We were eleven people, and nobody dared to say a word until the bus had left.';
  const chinese =
    '他们在边境口岸拿走了我们的证件，说收割以后就还给我们。盖章的官员当着我们的面数钱。我们一共十一个人，大巴开走之前谁也不敢说话。后来我们被带到一个仓库，门从外面锁上了，每天只给一顿饭。' +
    '有一个穿制服的人每个星期都来拿信封，老板叫他队长，他的车停在后门，我们从窗户里看见过好几次，所以记得很清楚。';

  function shareKey(a: string, b: string): boolean {
    const [one, other] = [sketchOf(a), sketchOf(b)];
    return (
      one !== null &&
      other !== null &&
      isNearText(one, other) &&
      sketchKeys(one).some((key) => sketchKeys(other).includes(key))
    );
  }

  test('are known where little was changed, in any script', () => {
    expect(shareKey(story, story.toUpperCase().replace('eleven', 'twelve').replace('. ', ' — '))).toBe(true);
    expect(shareKey(chinese, chinese.replace('十一', '十二').replaceAll('，', ' '))).toBe(true);
  });

  test('are not seen in other texts, nor in short ones', () => {
    expect(shareKey(story, story.split(' ').reverse().join(' '))).toBe(false);
    expect(sketchOf('They let us through.')).toBeNull();
  });
});

describe('suggested links', () => {
  let made = 0;
  function report(answers: Partial<OpenedReport>, more: Partial<DeskReport> = {}): DeskReport {
    made += 1;
    return deskReport({ story: '', ...answers }, { tag: String(made).padStart(32, '0'), caseLocator: null, ...more });
  }

  function kindsBetween(one: DeskReport, other: DeskReport): string[] {
    const index = new LinkIndex();
    index.add(one);
    index.add(other);
    return index
      .suggest(one)
      .flatMap(({ other: tag, reasons }) => (tag === other.tag ? reasons.map(({ kind }) => kind) : []));
  }

  test('name what the two have in common, as each wrote it', () => {
    const one = report({ officials: [{ name: 'Щербаков Юрий', unit: 'пост Отачь', rank: 'капитан' }] });
    const other = report({ officials: [{ name: 'Yuri Shcherbakov', place: 'Otaci' }] });
    const index = new LinkIndex();
    index.add(one);
    index.add(other);
    expect(index.suggest(one)).toMatchObject([
      {
        other: other.tag,
        reasons: [{ kind: 'official', mine: 'Щербаков Юрий', theirs: 'Yuri Shcherbakov', isPart: false }],
      },
    ]);
    expect(index.suggest(other).map(({ other: tag }) => tag)).toEqual([one.tag]);
  });

  test.each<[string, Partial<OpenedReport>, Partial<OpenedReport>]>([
    ['crossing', { route: { through: [{ crossing: 'Otaci' }] } }, { route: { to: { crossing: 'КПП Отачь' } } }],
    ['vehicle', { officials: [{ vehicle: 'white van, ABC 123' }] }, { story: 'The van was ABC-123.' }],
    ['phone', { story: 'He called from +373 69 123 456.' }, { toldText: '069123456' }],
    ['badge', { officials: [{ badge: 'No. 45-17' }] }, { officials: [{ badge: 'no 4517' }] }],
    [
      'website',
      { story: 'on good-jobs.example/a' },
      { answers: [{ id: 'advert', asked: 'Where?', answer: 'https://good-jobs.example/b' }] },
    ],
    [
      'recruiter',
      { answers: [{ id: 'recruiter', asked: 'Who?', answer: 'გიორგი ბერიძე' }] },
      { answers: [{ id: 'agency-name', asked: 'Who?', answer: ['Giorgi Beridze'] }] },
    ],
    [
      'rank',
      { officials: [{ rank: 'captain', unit: 'Alpha' }] },
      { officials: [{ rank: 'Captain', unit: 'unit Alpha' }] },
    ],
  ])('%s', (kind, one, other) => {
    expect(kindsBetween(report(one), report(other))).toContain(kind);
  });

  test('find the other reports of one case, even where nothing else is alike', () => {
    const caseLocator = 'e'.repeat(64);
    expect(kindsBetween(report({}, { caseLocator }), report({}, { caseLocator }))).toEqual(['case']);
  });

  test('do not come from what every report has', () => {
    expect(
      kindsBetween(
        report({ officials: [{ unit: 'border police' }] }),
        report({ officials: [{ unit: 'Border Police' }] }),
      ),
    ).toEqual([]);
    expect(
      kindsBetween(report({ route: { to: { country: 'MD' } } }), report({ route: { to: { country: 'MD' } } })),
    ).toEqual([]);
  });

  test('do not come from units that have other numbers', () => {
    const [one, other] = [report({ officials: [{ unit: 'Alpha 4' }] }), report({ officials: [{ unit: 'Alpha 7' }] })];
    expect(kindsBetween(one, other)).toEqual([]);
  });

  test('pass over a name that a hundred others share, but not over a telephone number that somebody spreads to hide a link', () => {
    const index = new LinkIndex();
    const one = report({ story: 'Call 069123456', officials: [{ name: 'Ivan Ivanov' }] });
    const two = report({ story: 'From 069123456', officials: [{ name: 'Иванов Иван' }] });
    for (const each of [one, two]) index.add(each);
    for (let i = 0; i < 150; i++) {
      index.add(report({ officials: [{ name: 'Ivan Ivanov' }] }));
      index.add(report({ story: '069123456' }));
    }
    const [first] = index.suggest(one);
    expect(first).toMatchObject({ other: two.tag, reasons: [{ kind: 'phone' }, { kind: 'official' }] });
    expect(index.suggest(report({ officials: [{ name: 'Ivan Ivanov' }] }))).toEqual([]);
  });

  test('leave out a report that was taken away', () => {
    const index = new LinkIndex();
    const [one, other] = [report({ story: '+37369123456' }), report({ story: '069123456' })];
    index.add(one);
    index.add(other);
    index.remove(other.tag);
    expect(index.suggest(one)).toEqual([]);
  });

  test('do not fail on answers in a form that nobody expects', () => {
    const strange = report({
      officials: 'many',
      route: [1],
      answers: [{ id: 7 }, null],
      case: 3,
    });
    expect(kindsBetween(strange, report({}))).toEqual([]);
  });
});
