import { isoDateOf, systemRandom } from '../../../crypto/index.ts';
import type { Handlers } from '../calls/answering.ts';
import type { DeskCalls } from '../calls/desk-calls.ts';
import { hashElsewhere } from './argon2id.ts';
import { outboxHandlers } from './bundling.ts';
import { Cases } from './cases.ts';
import { ceremonyHandlers } from './ceremony/handlers.ts';
import { DeskIndex } from './desk-index.ts';
import { evidenceHandlers } from './evidence.ts';
import { exportHandlers } from './exporting.ts';
import { keepingHandlers } from './keeping.ts';
import type { Memory } from './memory.ts';
import { openingHandlers } from './opening.ts';
import { readingHandlers } from './reading.ts';
import { replyHandlers } from './replying.ts';
import { teamHandlers } from './team.ts';
import { triageHandlers } from './triaging.ts';
import { unlockHandlers } from './unlocking.ts';

/** All that the page can ask for: one set of handlers for each kind of work. */
export function deskHandlers(memory: Memory): Handlers<DeskCalls> {
  const cases = new Cases(memory);
  const index = new DeskIndex(memory, cases);
  return {
    ...unlockHandlers(memory),
    ...openingHandlers(memory),
    ...readingHandlers(memory, cases, index),
    ...triageHandlers(memory, index),
    ...teamHandlers(memory, index),
    ...evidenceHandlers(memory),
    ...keepingHandlers(memory),
    ...ceremonyHandlers({
      argon2id: hashElsewhere(memory.page),
      random: systemRandom,
      today: () => isoDateOf(new Date()),
    }),
    ...replyHandlers(memory, cases, index),
    ...outboxHandlers(memory),
    ...exportHandlers(memory, index),
  };
}
