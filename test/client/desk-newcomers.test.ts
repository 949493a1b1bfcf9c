import { describe, expect, test } from 'vitest';

import { epochOf } from '../../crypto/index.ts';
import { cameBefore, sealedUntil, standingOf, type List } from '../../client/triage/desk/newcomers.ts';

const list = (version: number, issued: string, ...people: readonly string[]): List => ({
  version,
  issued,
  reviewers: people.map((identity) => ({ identity })),
});

describe('since when somebody could be excluded', () => {
  const lists = [
    list(1, '2026-01-05', 'clerk'),
    list(2, '2026-02-01', 'clerk', 'adviser'),
    list(3, '2026-03-10', 'clerk', 'adviser', 'newcomer'),
  ];

  test('is the day of the first list that names them, in whatever order the lists came', () => {
    expect(standingOf('newcomer', lists)).toEqual({ since: '2026-03-10', missing: [] });
    expect(standingOf('adviser', lists.toReversed())).toEqual({ since: '2026-02-01', missing: [] });
    expect(standingOf('clerk', lists)).toEqual({ since: '2026-01-05', missing: [] });
  });

  test('goes by the first time of whoever left and came back', () => {
    const back = [
      list(1, '2026-01-05', 'clerk', 'newcomer'),
      list(2, '2026-02-01', 'clerk'),
      list(3, '2026-03-10', 'clerk', 'newcomer'),
    ];
    expect(standingOf('newcomer', back)).toEqual({ since: '2026-01-05', missing: [] });
  });

  test('is as early as a list may be that never came here', () => {
    expect(standingOf('newcomer', [lists[0], lists[2]] as List[])).toEqual({
      since: '2026-01-05',
      missing: [{ first: 2, last: 2 }],
    });
  });

  test('is not known where the first lists never came here', () => {
    expect(standingOf('newcomer', lists.slice(1))).toEqual({ since: null, missing: [{ first: 1, last: 1 }] });
    expect(standingOf('newcomer', [list(9, '2026-03-10', 'newcomer')])).toEqual({
      since: null,
      missing: [{ first: 1, last: 8 }],
    });
  });

  test('is no matter of lists that are missing after they came', () => {
    const later = [...lists, list(7, '2026-05-01', 'clerk', 'newcomer')];
    expect(standingOf('newcomer', later)).toEqual({ since: '2026-03-10', missing: [] });
  });

  test('is not known of somebody whom no list names', () => {
    expect(standingOf('nobody', lists)).toEqual({ since: null, missing: [] });
  });
});

describe('a report came before somebody', () => {
  const standing = { since: '2026-03-10', missing: [] };

  test('if it was here the day before, and not if it was here that day', () => {
    expect(cameBefore({ taken: '2026-03-09' }, standing)).toBe(true);
    expect(cameBefore({ taken: '2026-03-10' }, standing)).toBe(false);
  });

  test('if its month was over, however late it was fetched', () => {
    const january = { epoch: epochOf('2026-01-15'), taken: '2026-06-01' };
    expect(sealedUntil(january)).toBe('2026-02-28');
    expect(cameBefore(january, standing)).toBe(true);
    expect(cameBefore({ epoch: epochOf('2026-02-15'), taken: '2026-06-01' }, standing)).toBe(false); // until the end of March
  });

  test('not if nothing tells when it came, nor if nobody knows since when they could be excluded', () => {
    expect(cameBefore({}, standing)).toBe(false);
    expect(cameBefore({ taken: '2020-01-01', epoch: 0 }, { since: null, missing: [] })).toBe(false);
  });
});
