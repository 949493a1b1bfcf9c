import { isoDateOf } from '../../../crypto/index.ts';
import { failureOf, type Handlers } from '../calls/answering.ts';
import type { OpeningCalls } from '../calls/opening-calls.ts';
import { Crew } from './crew.ts';
import type { Memory } from './memory.ts';
import { officeFacts, takeDirectory } from './office.ts';
import { OpeningRun } from './opening-run.ts';
import { openTogether } from './together.ts';

/** Two openers keep two cores busy while this thread reads on; more than that only wait for the disk. */
const HELPERS_MAX = 2;

export function openingHandlers(memory: Memory): Handlers<OpeningCalls> {
  return {
    async open(files, { tell, signal }) {
      const { keys } = memory.unlocked();
      const helpers = Math.max(1, Math.min(HELPERS_MAX, navigator.hardwareConcurrency));
      const crew = await Crew.start(memory.page, helpers, keys.epochs);
      try {
        const run = new OpeningRun(memory, crew, tell, signal);
        return await run.openAll(files);
      } finally {
        await crew.end();
      }
    },

    unopened: () => [...memory.unopened.values()],

    async office() {
      return memory.office && officeFacts(memory.office);
    },

    async pin({ isRight }) {
      if (!memory.office) return null;
      memory.office = isRight ? { ...memory.office, isPinned: true } : null;
      if (!isRight) memory.rosters.clear();
      memory.touch();
      return memory.office && officeFacts(memory.office);
    },

    async takeDirectory(file) {
      try {
        const failure = await takeDirectory(memory, JSON.parse(await file.text()), isoDateOf(new Date()));
        await openTogether(memory);
        return failure;
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}
