import type { Handlers } from '../calls/answering.ts';
import type { DeskCalls } from '../calls/desk-calls.ts';
import { evidenceHandlers } from './evidence.ts';
import { keepingHandlers } from './keeping.ts';
import type { Memory } from './memory.ts';
import { openingHandlers } from './opening.ts';
import { readingHandlers } from './reading.ts';
import { unlockHandlers } from './unlocking.ts';

/** All that the page can ask for: one set of handlers for each kind of work. */
export function deskHandlers(memory: Memory): Handlers<DeskCalls> {
  return {
    ...unlockHandlers(memory),
    ...openingHandlers(memory),
    ...readingHandlers(memory),
    ...evidenceHandlers(memory),
    ...keepingHandlers(memory),
  };
}
