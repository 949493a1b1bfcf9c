import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { areAlike, likeness, nameKeys } from '../../client/triage/desk/links/names.ts';
import { outlineOf, outlinesOf } from '../../client/triage/desk/links/outline.ts';
import { soundsOf } from '../../client/triage/desk/links/sounds.ts';

/** Each row is one person, as people write them in several scripts. */
const SAME = [
  ['Щербаков Юрий', 'Shcherbakov Yury', 'Schtscherbakow Juri', 'Iouri Chtcherbakov'],
  ['Иванов Иван Иванович', 'Ivan Ivanov', 'Iwan Iwanow', 'ivanov, IVAN'],
  ['محمد عبد الله', 'Mohammed Abdullah', 'Muhammad Abdallah', 'Мухаммад Абдулла'],
  ['خالد محمود', 'Khaled Mahmoud', 'Chaled Machmud', 'Халед Махмуд'],
  ['جمال الحسن', 'Gamal al-Hassan', 'Jamal Hassan', 'Djamal El Hassan'],
  ['გიორგი ბერიძე', 'Giorgi Beridze', 'Георгий Беридзе', 'جورجي بيريدزه'],
  ['王小明', 'Wang Xiaoming', 'Xiaoming WANG', 'Ван Сяомин'],
  ['欧阳娜娜', 'Ouyang Nana'],
  ['김철수', 'Kim Cheolsu', 'Kim Chol-su'],
  ['Jovanović Đorđe', 'Jovanovic Djordje', 'Йованович Джордже'],
  ['Ștefan Țurcanu', 'Stefan Turcanu', 'Штефан Цуркану'],
  ['Nguyễn Văn Hùng', 'Nguyen Van Hung'],
  ['Олександр Шевченко', 'Oleksandr Shevchenko', 'Oleksandr Schewtschenko'],
  ['Bağış Çelik', 'Bagis Celik', 'Багиш Челик'],
  ["O'Brien Seán", 'OBRIEN sean'],
  ['Цагдаа Батбаяр', 'Batbayar Tsagdaa'],
];

const PEOPLE = [
  'Ivan Ivanov',
  'Marin Rusu',
  'Moran Russo-Bianchi',
  'Mohammed Abdullah',
  'Giorgi Beridze',
  '王小明',
  '李大明',
  'Ștefan Țurcanu',
  'Anna Petrova',
  'Олександр Шевченко',
  'فاطمة الزهراء',
];

/** Kept simple, so that what decides cheaply is compared with what decides well. */
function words(name: string): string[] {
  return name.split(/[ ,-]+/);
}

test('words that sound alike never have other outlines', () => {
  for (const names of SAME) {
    for (const one of names.flatMap(words)) {
      for (const other of names.flatMap(words)) {
        const [sound] = soundsOf(other);
        if (!sound || !soundsOf(one).some((each) => areAlike(each, sound))) continue;
        const outline = outlineOf(one);
        if (outline !== null) expect(outlinesOf(sound), `${one} / ${other}`).toContain(outline);
      }
    }
  }
});

describe('a name', () => {
  test.each(SAME)('is found again as it is written elsewhere: %s', (...names) => {
    for (const one of names) {
      for (const other of names) {
        expect(likeness(one, other), `${one} / ${other}`).toBe('same');
        const shared = nameKeys(one).filter((key) => nameKeys(other).includes(key));
        expect(shared, `${one} / ${other}`).not.toEqual([]);
      }
    }
  });

  test('is not taken for another', () => {
    for (const one of PEOPLE) {
      for (const other of PEOPLE) if (one !== other) expect(likeness(one, other), `${one} / ${other}`).toBeNull();
    }
  });

  test('of one word is alike in part to one that has it', () => {
    expect(likeness('Rusnak', 'Ion Rusnac')).toBe('part');
    expect(likeness('Li', 'Li Daming')).toBeNull();
    expect(likeness('Ivan Petrov', 'Ivan Sidorov')).toBeNull();
    expect(likeness('the bald one', 'Ion Rusnac')).toBeNull();
  });

  test('of any text is like itself, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (a, b) => {
          expect(likeness(a, b)).toBe(likeness(b, a));
          expect(likeness(a, a)).toBe(nameKeys(a).length === 0 ? null : 'same');
          nameKeys(b);
        },
      ),
    );
  });
});
