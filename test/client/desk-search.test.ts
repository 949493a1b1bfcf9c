import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { EntrySet } from '../../client/triage/desk/entry-set.ts';
import { filterSchema, testOf, type Filter } from '../../client/triage/desk/filters.ts';
import { Finder } from '../../client/triage/desk/finder.ts';
import { UNTOUCHED } from '../../client/triage/desk/fold.ts';
import type { JournalContent } from '../../client/triage/desk/journal-types.ts';
import { rowOf } from '../../client/triage/desk/rows.ts';
import { SearchIndex } from '../../client/triage/desk/search.ts';
import { SEGMENT_TEXTS } from '../../client/triage/desk/search/segment.ts';
import { foldedText } from '../../client/triage/desk/search/words.ts';
import type { DeskReport } from '../../client/triage/desk/types.ts';
import { CLERK, COUNSELLOR, deskReport, entry } from './desk-entries.ts';

function finds(text: string, query: string): boolean {
  const index = new SearchIndex();
  index.add(0, text);
  return index.find(query)?.has(0) ?? true;
}

describe('a search', () => {
  test.each([
    ['They crossed at Otaci by night.', 'OTACI night'],
    ['They crossed at Otaci by night.', 'night otac'],
    ['Poliția de frontieră l-a văzut pe Ștefan', 'politia stefan'],
    ['Полицейский взял наш паспорт у ёлки', 'паспорт елки'],
    ['Пограничник Щербаков', 'щерб'],
    ['أخذ الشُّرطيّ جوازات السفر عند الحدود', 'الشرطي الحدود'],
    ['رأيته في إدارة الهجرة', 'ادارة'],
    ['მესაზღვრემ პასპორტი წაიღო', 'პასპორტი წაი'],
    ['他们在边境口岸拿走了我们的证件', '口岸'],
    ['他们在边境口岸拿走了我们的证件', '证'],
    ['队长叫王小明，车停在后门', '小明'],
    ['警察はパスポートを取り上げた', 'パスポート'],
    ['경찰이 여권을 가져갔다', '여권'],
    ['ตำรวจชื่อสมชายยึดหนังสือเดินทาง', 'สมชาย'],
    ['ตำรวจชื่อสมชายยึดหนังสือเดินทาง', 'ตำรวจ'],
    ['ပုလိပ်က ကျွန်တော်တို့ကို ဖမ်းတယ်', 'ဖမ်း'],
    ['पुलिस ने हमारे पासपोर्ट ले लिए', 'पासपोर्ट'],
    ['cùng Nguyễn Văn Hùng qua biên giới', 'nguyen hung'],
    ['le numéro ٠٦٩١٢٣ sur l’homme', '069123 homme'],
    ['Straße nach Łódź, sjøen', 'strasse lodz sjoen'],
    ['ＡＢＣ１２３', 'abc123'],
    ['a hid\u200bden wo\u00adrd', 'hidden word'],
    ['Дарьҗан 2026', '2026 дар'],
  ])('of "%s" finds it by "%s"', (text, query) => {
    expect(finds(text, query)).toBe(true);
  });

  test.each([
    ['They crossed at Otaci by night.', 'otaci day'],
    ['They crossed at Otaci by night.', 'nigh otaci'], // only the last word may be unfinished
    ['They crossed at Otaci by night.', 'taci'],
    ['他们在边境口岸拿走了我们的证件', '证口'],
    ['ตำรวจชื่อสมชาย', 'สมหญิง'],
    ['पुलिस', 'पलस'], // a vowel sign of Hindi is a letter, and no decoration
  ])('of "%s" does not find it by "%s"', (text, query) => {
    expect(finds(text, query)).toBe(false);
  });

  test('without words leaves nothing out', () => {
    expect(new SearchIndex().find(' … ')).toBeNull();
    expect(finds('anything', '?!')).toBe(true);
  });

  test('finds every part of a text that has no spaces, and every word of one that has', () => {
    const chinese = fc.string({
      unit: fc.constantFrom(...Array.from('的一是不了人我在有他这为之大来以个中上们')),
      minLength: 1,
      maxLength: 30,
    });
    const thai = fc.string({
      unit: fc.constantFrom(...Array.from('กขคงจฉชซญณดตถทธนบปพมยรลวสหอะาเแโ')),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.oneof(chinese, thai), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        expect(finds(text, text.slice(start, end))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1 }),
        fc.nat(),
        (words, i) => {
          expect(finds(words.join(' '), words[i % words.length] ?? '')).toBe(true);
        },
      ),
    );
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldedText(foldedText(text))).toBe(foldedText(text));
      }),
    );
  });

  test('gives the same before and after a part of the index is packed, with texts of one document in several parts', () => {
    const index = new SearchIndex();
    const count = SEGMENT_TEXTS + 10;
    for (let i = 0; i < count; i++) index.add(i, `common number${String(i)} ${i % 2 === 0 ? 'even' : 'odd'}`);
    index.add(3, 'a later note on lorries');
    const all = (query: string) => {
      const found = index.find(query);
      return Array.from({ length: count }, (_, i) => i).filter((i) => found?.has(i));
    };
    expect(all('common')).toHaveLength(count);
    expect(all('common even')).toHaveLength(count / 2);
    expect(all('number7 odd')).toEqual([7]); // a prefix is meant at the end only
    expect(all('odd number7')).toEqual(
      Array.from({ length: count }, (_, i) => i).filter((i) => i % 2 === 1 && String(i).startsWith('7')),
    );
    expect(all('odd lorr')).toEqual([3]);
    expect(all('number3 note')).toEqual([3]);
  });
});

describe('a filter', () => {
  const viewer = { me: CLERK, today: '2026-03-20' };

  function desk(...reports: readonly [DeskReport, ...JournalContent[]][]): Finder {
    const finder = new Finder();
    const entries = new EntrySet();
    for (const [report, ...contents] of reports) {
      contents.forEach((content, i) =>
        entries.add(entry(`${report.tag}${String(i)}`, content, { about: report.tag, number: i + 1 })),
      );
      const triage = contents.length === 0 ? UNTOUCHED : entries.triageOf(report.tag);
      finder.add(report, rowOf(report, triage, { ...viewer, isUnread: contents.length === 0 }));
    }
    return finder;
  }

  function report(
    tag: string,
    answers: Parameters<typeof deskReport>[0] = {},
    more: Partial<DeskReport> = {},
  ): DeskReport {
    return deskReport(answers, { ...more, tag });
  }

  const one = report('one', {
    danger: 'now',
    stage: ['border'],
    official: ['police'],
    language: 'pt-BR',
    route: { from: { country: 'MD' } },
  });
  const two = report(
    'two',
    { stage: ['transport'], language: 'ru', story: 'ночью' },
    { day: '2026-03-18', followUp: true },
  );
  const three = report('three', { story: 'brought by hand' }, { day: null, caseLocator: null });
  const finder = desk(
    [one],
    [
      two,
      { kind: 'set', field: 'status', value: 'assessing/embassy', replaces: [] },
      { kind: 'set', field: 'urgency', value: 'low', replaces: [] },
      { kind: 'set', field: 'assignee', value: CLERK, replaces: [] },
      { kind: 'add', to: 'label', value: 'night' },
      { kind: 'recuse', on: true, replaces: [] },
    ],
    [three, { kind: 'set', field: 'assignee', value: COUNSELLOR, replaces: [] }],
  );

  test.each<[Filter, string[]]>([
    [{}, ['three', 'two', 'one']],
    [{ status: ['new'] }, ['three', 'one']],
    [{ status: ['assessing'] }, ['two']],
    [{ status: ['assessing/other'] }, []],
    [{ urgency: ['critical', 'low'] }, ['two', 'one']],
    [{ label: ['night', 'day'] }, ['two']],
    [{ assignee: ['me'] }, ['two']],
    [{ assignee: ['nobody'] }, ['one']],
    [{ assignee: ['me', COUNSELLOR] }, ['three', 'two']],
    [{ stage: ['border'] }, ['one']],
    [{ official: ['police'] }, ['one']],
    [{ country: ['MD'] }, ['one']],
    [{ language: ['pt'] }, ['one']],
    [{ overdue: true }, ['one']],
    [{ overdue: false }, ['three', 'two']],
    [{ unread: true }, ['one']],
    [{ recused: true }, ['two']],
    [{ evidence: true }, []],
    [{ followUp: true }, ['two']],
    [{ from: '2026-03-02' }, ['two']],
    [{ to: '2026-03-02' }, ['one']],
    [{ words: 'ночной' }, []],
    [{ words: 'ноч', stage: ['transport'] }, ['two']],
  ])('%j', (filter, tags) => {
    expect(finder.find(filter, viewer).map(({ tag }) => tag)).toEqual(tags);
    expect(filterSchema.parse(filter)).toEqual(filter);
    if (filter.words === undefined) {
      const plainly = finder.find({}, viewer).filter(testOf(filter, viewer));
      expect(plainly.map(({ tag }) => tag)).toEqual(tags);
    }
  });

  test('orders by urgency and by what is owed first', () => {
    const tags = (order: 'urgent' | 'due') => finder.find({}, viewer, order).map(({ tag }) => tag);
    expect(tags('urgent')).toEqual(['one', 'three', 'two']);
    expect(tags('due')).toEqual(['one', 'two', 'three']);
  });

  test('follows what changes', () => {
    const changing = desk([one], [two]);
    const row = changing.row('one');
    if (row) changing.update({ ...row, status: 'closed' });
    changing.addText('two', 'a note about the embassy');
    expect(changing.find({ status: ['closed'] }, viewer)).toHaveLength(1);
    expect(changing.find({ words: 'embass' }, viewer).map(({ tag }) => tag)).toEqual(['two']);
    changing.remove('two');
    expect(changing.find({ words: 'embass' }, viewer)).toEqual([]);
    expect(changing.row('two')).toBeNull();
  });

  test('gives what the plain reading of it gives, in order, whatever changed before', () => {
    const some = <T>(...values: T[]) =>
      fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined });
    const maybe = fc.option(fc.boolean(), { nil: undefined });
    const day = fc.option(fc.constantFrom('2026-01-31', '2026-02-01', '2026-03-19', '2026-03-20'), { nil: undefined });
    const filters: fc.Arbitrary<Filter> = fc
      .record({
        status: some('new', 'assessing', 'assessing/embassy', 'closed'),
        reason: some('resolved', 'duplicate'),
        urgency: some('critical', 'low'),
        assignee: some('me', 'nobody', COUNSELLOR),
        language: some('pt', 'ru', 'pt-BR'),
        country: some('MD'),
        ...{ overdue: maybe, unread: maybe, recused: maybe, evidence: maybe, interest: maybe, from: day, to: day },
      })
      .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));
    const rows = fc.record({
      day: fc.constantFrom(null, '2026-01-31', '2026-02-01', '2026-03-20'),
      due: fc.constantFrom(null, '2026-01-31', '2026-03-20', '2026-03-21'),
      status: fc.constantFrom('new', 'assessing', 'assessing/embassy'),
      reason: fc.constantFrom(null, 'resolved'),
      urgency: fc.constantFrom('critical' as const, 'high' as const, 'low' as const),
      assignee: fc.constantFrom(null, CLERK, COUNSELLOR),
      language: fc.constantFrom('', 'pt', 'pt-BR', 'ru'),
      countries: fc.constantFrom([], ['MD', 'RO']),
      ...{ isUnread: fc.boolean(), isRecused: fc.boolean(), hasEvidence: fc.boolean(), hasInterest: fc.boolean() },
    });
    fc.assert(
      fc.property(
        fc.array(rows, { minLength: 8, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(7), rows)),
        filters,
        (first, changes, filter) => {
          const whole = (tag: string, row: (typeof first)[number]) => ({
            ...{ tag, isProposed: false, labels: [], stages: [], officials: [], isDisputed: false, isFollowUp: false },
            ...row,
          });
          const built = new Finder();
          first.forEach((row, i) => {
            built.add(report(String(i)), whole(String(i), row));
          });
          for (const [i, row] of changes) {
            for (const order of ['newest', 'urgent', 'due'] as const) built.find({}, viewer, order);
            built.update(whole(String(i), row));
          }
          const fresh = new Finder();
          first.forEach((_, i) => {
            const row = built.row(String(i));
            if (row) fresh.add(report(String(i)), row);
          });
          for (const order of ['newest', 'urgent', 'due'] as const) {
            const found = built.find(filter, viewer, order);
            expect(found).toEqual(fresh.find({}, viewer, order).filter(testOf(filter, viewer)));
          }
        },
      ),
    );
  });

  test('of another form is refused', () => {
    for (const wrong of [{ stauts: ['new'] }, { status: [] }, { from: '2026-13-01' }, { overdue: 'yes' }, [], null]) {
      expect(filterSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });
});
