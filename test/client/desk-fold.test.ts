import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { EntrySet } from '../../client/triage/desk/entry-set.ts';
import { foldReport } from '../../client/triage/desk/fold.ts';
import type { JournalContent, JournalEntry } from '../../client/triage/desk/journal-types.ts';
import { isDisputed, settledBy } from '../../client/triage/desk/registers.ts';
import { CLERK, COUNSELLOR, entry, OTHER_TAG, shuffled, TAG } from './desk-entries.ts';

const IDS = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'];
const someIds = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 });

const content: fc.Arbitrary<JournalContent | null> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    field: fc.constantFrom('status' as const, 'urgency' as const, 'assignee' as const),
    value: fc.constantFrom('new', 'assessing', 'high', null),
    replaces: someIds,
  }),
  fc.record({
    kind: fc.constant('add' as const),
    to: fc.constantFrom('label' as const, 'link' as const),
    value: fc.constantFrom(OTHER_TAG, 'night shift'),
  }),
  fc.record({ kind: fc.constant('remove' as const), entries: someIds }),
  fc.record({ kind: fc.constant('note' as const), text: fc.constantFrom('one', 'two'), replaces: someIds }),
  fc.record({ kind: fc.constant('recuse' as const), on: fc.boolean(), replaces: someIds }),
  fc.constant({ kind: 'unknown' as const }),
  fc.constant(null),
);

/** What reviewers may have written in any week, clocks that go wrong and ids that name nothing included. */
const entries = fc
  .array(fc.record({ content, author: fc.constantFrom(CLERK, COUNSELLOR), minute: fc.nat(3), about: fc.nat(2) }), {
    maxLength: IDS.length,
  })
  .map((all) =>
    all.map(({ content, author, minute, about }, i) =>
      entry(IDS[i] ?? '', content, {
        author,
        number: i + 1,
        at: `2026-03-01T09:0${String(minute)}Z`,
        about: about === 0 ? OTHER_TAG : TAG,
      }),
    ),
  );

function merged(...sets: readonly (readonly JournalEntry[])[]): EntrySet {
  const all = new EntrySet();
  for (const each of sets.flat()) all.add(each);
  return all;
}

function seen(set: EntrySet) {
  return [TAG, OTHER_TAG].map((tag) => set.triageOf(tag));
}

describe('a merge of what two machines hold', () => {
  test('does not depend on the order of entries, of machines, or on repeats', () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
        fc.nat(10),
        fc.nat(10),
        (all, order, a, b) => {
          const one = all.slice(0, a);
          const two = all.slice(Math.min(a, b));
          const three = shuffled(all, order);
          const whole = seen(merged(all));
          expect(seen(merged(three))).toEqual(whole);
          expect(seen(merged(three, two, one, two))).toEqual(whole);
          expect(seen(merged(one, two))).toEqual(seen(merged(two, one)));
          expect(seen(merged(merged1(one, two), three))).toEqual(seen(merged(one, merged1(two, three))));
          expect(foldReport(three)).toEqual(foldReport(all));
        },
      ),
    );
  });

  test('an entry that was read between others leaves no trace of when', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (all, looks) => {
        const watched = new EntrySet();
        all.forEach((each, i) => {
          watched.add(each);
          if (looks[i]) seen(watched);
        });
        expect(seen(watched)).toEqual(seen(merged(all)));
      }),
    );
  });

  test('a key that comes later makes entries readable, as if it had been there from the start', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (all, held) => {
        const late = new EntrySet();
        all.forEach((each, i) => late.add(held[i] ? each : { ...each, content: null }));
        seen(late);
        for (const each of all) late.unseal(each);
        expect(seen(late)).toEqual(seen(merged(all)));
        const blind = all.map((each) => ({ ...each, content: null }));
        expect(foldReport([...blind, ...all])).toEqual(foldReport([...all, ...blind]));
      }),
    );
  });
});

function merged1(...sets: readonly (readonly JournalEntry[])[]): JournalEntry[] {
  return [...new Map(sets.flat().map((each) => [each.id, each])).values()];
}

describe('two reviewers a week apart', () => {
  const first = entry('f', { kind: 'set', field: 'status', value: 'acknowledged', replaces: [] });
  const clerks = entry(
    'c',
    { kind: 'set', field: 'status', value: 'investigating', replaces: ['f'] },
    { number: 2, at: '2026-03-03T09:00Z' },
  );
  const counsellors = entry(
    'd',
    { kind: 'set', field: 'status', value: 'closed', replaces: ['f'] },
    { author: COUNSELLOR, at: '2026-03-05T09:00Z' },
  );

  test('see the later word, and the other one beside it', () => {
    for (const all of [
      [first, clerks, counsellors],
      [counsellors, clerks, first],
    ]) {
      const { status } = foldReport(all);
      expect(status).toMatchObject({ value: 'closed', by: COUNSELLOR, entry: 'd' });
      expect(status.conflict).toEqual([{ value: 'investigating', by: CLERK, at: '2026-03-03T09:00Z', entry: 'c' }]);
      expect(isDisputed(status)).toBe(true);
    }
  });

  test('end the conflict by a word that replaces both, whatever the clock of its writer says', () => {
    const { status } = foldReport([first, clerks, counsellors]);
    const settled = entry(
      's',
      { kind: 'set', field: 'status', value: 'assessing', replaces: settledBy(status) },
      { number: 3, at: '2001-01-01T00:00Z' },
    );
    expect(foldReport([settled, counsellors, first, clerks]).status).toMatchObject({
      value: 'assessing',
      conflict: [],
    });
  });

  test('do not disagree where both said the same', () => {
    const same = entry('x', { kind: 'set', field: 'status', value: 'closed', replaces: ['f'] }, { number: 2 });
    expect(isDisputed(foldReport([first, same, counsellors]).status)).toBe(false);
  });

  test('are not overruled by a clock set far ahead: what it hides is shown as a conflict', () => {
    const ahead = entry(
      'z',
      { kind: 'set', field: 'status', value: 'closed', replaces: [] },
      { author: COUNSELLOR, at: '9999-12-31T23:59Z' },
    );
    const { status } = foldReport([first, clerks, ahead]);
    expect(status.value).toBe('closed');
    expect(status.conflict.map(({ value }) => value)).toEqual(['investigating']);
  });
});

test('an entry of one field does not replace one of another', () => {
  const status = entry('s', { kind: 'set', field: 'status', value: 'assessing', replaces: [] });
  const urgency = entry('u', { kind: 'set', field: 'urgency', value: 'low', replaces: ['s'] }, { number: 2 });
  expect(foldReport([status, urgency]).status.value).toBe('assessing');
});

describe('labels and links', () => {
  const mine = entry('m', { kind: 'add', to: 'label', value: 'night shift', why: 'all at night' });
  const hers = entry('h', { kind: 'add', to: 'label', value: 'night shift' }, { author: COUNSELLOR });
  const gone = entry('g', { kind: 'remove', entries: ['m'] }, { number: 2 });

  test('a label that another reviewer added unseen survives a removal', () => {
    expect(foldReport([mine, gone]).labels).toEqual([]);
    expect(foldReport([mine, hers, gone]).labels).toMatchObject([
      { value: 'night shift', by: COUNSELLOR, entries: ['h'] },
    ]);
  });

  test('a removal goes before what it removes, and still removes it', () => {
    expect(foldReport([gone, mine]).labels).toEqual([]);
  });

  test('a link is seen from both ends, until it is removed', () => {
    const link = entry('l', { kind: 'add', to: 'link', value: OTHER_TAG, why: 'same lorry' });
    const set = new EntrySet();
    set.add(link);
    expect(set.triageOf(TAG).links).toMatchObject([{ value: OTHER_TAG, fromOther: false, why: ['same lorry'] }]);
    expect(set.triageOf(OTHER_TAG).links).toMatchObject([{ value: TAG, fromOther: true, entries: ['l'] }]);
    set.add(entry('r', { kind: 'remove', entries: ['l'] }, { number: 2 }));
    expect(set.triageOf(OTHER_TAG).links).toEqual([]);
  });
});

describe('notes', () => {
  const note = entry('n', { kind: 'note', text: 'Two lorries.' });
  const better = entry('b', { kind: 'note', text: 'Three lorries.', replaces: ['n'] }, { number: 2 });

  test('keep what stood there before', () => {
    expect(foldReport([better, note]).notes).toMatchObject([
      { text: 'Three lorries.', isForked: false, earlier: [{ text: 'Two lorries.', entry: 'n' }] },
    ]);
  });

  test('of one reviewer cannot be replaced by another', () => {
    const other = entry('o', { kind: 'note', text: 'No lorry.', replaces: ['n'] }, { author: COUNSELLOR });
    expect(
      foldReport([note, other])
        .notes.map(({ text }) => text)
        .sort(),
    ).toEqual(['No lorry.', 'Two lorries.']);
  });

  test('that were changed on two machines both stand, and say so', () => {
    const also = entry('a', { kind: 'note', text: 'Four lorries.', replaces: ['n'] }, { number: 2 });
    expect(foldReport([note, better, also]).notes).toMatchObject([{ isForked: true }, { isForked: true }]);
  });
});

describe('recusals', () => {
  const on = entry('y', { kind: 'recuse', on: true, replaces: [], why: 'a cousin' });

  test('are one for each reviewer, and can be taken back', () => {
    expect(foldReport([on]).recusals).toMatchObject([{ by: CLERK, on: true, why: 'a cousin' }]);
    const off = entry('n', { kind: 'recuse', on: false, replaces: ['y'] }, { number: 2 });
    expect(foldReport([off, on]).recusals).toMatchObject([{ by: CLERK, on: false }]);
  });

  test('cannot be taken back by somebody else', () => {
    const off = entry(
      'n',
      { kind: 'recuse', on: false, replaces: ['y'] },
      { author: COUNSELLOR, at: '2027-01-01T00:00Z' },
    );
    expect(foldReport([on, off]).recusals.find(({ by }) => by === CLERK)?.on).toBe(true);
  });

  test('stand where the same reviewer said both unaware', () => {
    const off = entry('n', { kind: 'recuse', on: false, replaces: [] }, { number: 2, at: '2027-01-01T00:00Z' });
    expect(foldReport([on, off]).recusals[0]?.on).toBe(true);
  });
});

test('kinds that a later version adds are kept in the history and say nothing', () => {
  const triage = foldReport([entry('q', { kind: 'unknown' })]);
  expect(triage.history).toHaveLength(1);
  expect(triage.status.value).toBeNull();
});
