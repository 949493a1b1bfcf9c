import type { Changed } from '../calls/page-calls.ts';
import { givenLetters } from './granted.ts';
import type { Memory } from './memory.ts';
import { asksOf, releasedTo } from './together.ts';

/** What the page tells of at a glance. */
export function teamCounts(memory: Memory): Pick<Changed, 'waiting' | 'asks' | 'given' | 'hasForks'> {
  return {
    waiting: memory.shared.waiting().length,
    asks: unansweredAsks(memory),
    given: [...givenLetters(memory).values()].reduce((total, letters) => total + letters, 0),
    hasForks: memory.journal.hasForks,
  };
}

function unansweredAsks(memory: Memory): number {
  const { session } = memory;
  if (!session) return 0;
  let asks = 0;
  for (const shared of memory.shared.all()) {
    const released = releasedTo(memory, shared);
    asks += asksOf(memory, shared).filter(({ by }) => by !== session.identity && !released.has(by)).length;
  }
  return asks;
}
