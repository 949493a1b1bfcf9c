import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkChains, nextInChain, NO_ENTRY, type ChainLink } from '../../crypto/index.ts';

const ID = 'ab'.repeat(32);

describe('chains', () => {
  const link = (author: string, number: number, id: string, previous: string): ChainLink => ({
    author,
    number,
    id,
    previous,
  });
  const idOf = (author: string, number: number) => `${author}${String(number)}`;
  const chain = (author: string, length: number) =>
    Array.from({ length }, (_, i) => link(author, i + 1, idOf(author, i + 1), i === 0 ? NO_ENTRY : idOf(author, i)));

  test('that are whole show no fault', () => {
    expect(checkChains([...chain('b', 3), ...chain('a', 2)])).toEqual([
      { author: 'a', gaps: [], forks: [], broken: [] },
      { author: 'b', gaps: [], forks: [], broken: [] },
    ]);
    expect(checkChains([])).toEqual([]);
  });

  test('show what was kept back, without counting to four thousand million', () => {
    const [first, , third, , , sixth] = chain('a', 6) as [ChainLink, ...ChainLink[]];
    const far = link('a', 2 ** 32 - 1, 'far', ID);
    expect(checkChains([first, third, sixth, far].filter((each) => each !== undefined))).toEqual([
      {
        author: 'a',
        gaps: [
          { first: 2, last: 2 },
          { first: 4, last: 5 },
          { first: 7, last: 2 ** 32 - 2 },
        ],
        forks: [],
        broken: [],
      },
    ]);
    expect(checkChains([sixth ?? expect.unreachable()])).toMatchObject([{ gaps: [{ first: 1, last: 5 }] }]);
  });

  test('show two entries with one number, and let either be gone on from', () => {
    const [first, second] = chain('a', 2) as [ChainLink, ChainLink];
    const twin = link('a', 2, 'twin', first.id);
    for (const before of [second, twin]) {
      const third = link('a', 3, 'third', before.id);
      expect(checkChains([first, second, twin, third])).toMatchObject([{ gaps: [], forks: [2], broken: [] }]);
    }
  });

  test('show an entry that names another one before it than is known', () => {
    const [first] = chain('a', 1) as [ChainLink];
    const second = link('a', 2, 'second', ID);
    expect(checkChains([first, second])).toMatchObject([{ gaps: [], forks: [], broken: [2] }]);
    expect(checkChains([first, second, link('b', 1, ID, NO_ENTRY)])[0]).toMatchObject({ broken: [2] });
  });

  test('go on from their highest entry', () => {
    expect(nextInChain([], 'a')).toEqual({ number: 1, previous: NO_ENTRY });
    const links = [...chain('a', 3), ...chain('b', 5)];
    expect(nextInChain(links, 'a')).toEqual({ number: 4, previous: 'a3' });
    expect(nextInChain([...links, link('a', 3, 'z', 'a2')].reverse(), 'a')).toEqual({ number: 4, previous: 'z' });
  });

  test('are judged alike in whatever order and however often their entries come', () => {
    const links = [...chain('a', 6), ...chain('b', 4), link('a', 2, 'twin', 'a1'), link('b', 3, 'lost', ID)];
    const some = fc.subarray(links).chain((kept) => fc.tuple(fc.constant(kept), fc.shuffledSubarray(kept)));
    fc.assert(
      fc.property(some, ([kept, again]) => {
        const shuffled = [...again, ...kept, ...again];
        expect(checkChains(shuffled)).toEqual(checkChains(kept));
        for (const author of ['a', 'b']) expect(nextInChain(shuffled, author)).toEqual(nextInChain(kept, author));
      }),
    );
  });
});
