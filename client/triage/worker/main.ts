import type { DeskCalls } from '../calls/desk-calls.ts';
import { answerCalls } from '../calls/answering.ts';
import { Caller } from '../calls/caller.ts';
import type { HelperCalls } from '../calls/helper-calls.ts';
import type { Line } from '../calls/line.ts';
import type { PageCalls } from '../calls/page-calls.ts';
import type { Role } from '../calls/role.ts';
import { deskHandlers } from './desk-handlers.ts';
import { helperHandlers } from './helper.ts';
import { Memory } from './memory.ts';

/** The one script of all workers: the first message says what this one is. After that it listens to its lines alone. */
const scope = globalThis as unknown as Line;

scope.onmessage = ({ data }: MessageEvent<Role>) => {
  scope.onmessage = null;
  if (data.role === 'helper') {
    answerCalls<HelperCalls>(data.line, helperHandlers());
    return;
  }
  const memory = new Memory(new Caller<PageCalls>(data.page));
  answerCalls<DeskCalls>(data.line, deskHandlers(memory));
};
