import type { IsoDate, JournalContents } from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import type { LetterOutcome } from '../calls/helper-calls.ts';
import type { Failure } from '../calls/line.ts';
import type { Memory } from './memory.ts';

/** What a bundle says of a letter, and when it came. */
export interface LetterRecord {
  readonly day: IsoDate | null;
  readonly cells: number;
  readonly bundle: string;
  readonly taken: IsoDate;
  readonly givenBy?: string;
}

/** What came of a letter, and of what a letter between reviewers held. */
export interface Settled {
  readonly as: 'opened' | 'known' | 'journal' | 'waiting' | 'notForThisKey' | 'failed';
  readonly entries: number;
  readonly refused: number;
}

/** Keeps what came of one letter. */
export async function settle(memory: Memory, outcome: LetterOutcome, record: LetterRecord): Promise<Settled> {
  const { letter } = outcome;
  switch (outcome.kind) {
    case 'opened': {
      const { caseLocator, caseFault, report, ...opened } = outcome.opened;
      const followUp = caseLocator !== null && report['followUp'] === true;
      const kept = { ...opened, ...record, letter, report, caseLocator, followUp };
      return as(memory.addReport(caseFault ? { ...kept, caseFault } : kept) ? 'opened' : 'known');
    }
    case 'journal':
      memory.journalLetters.add(letter);
      return { as: 'journal', ...(await takeStatements(memory, outcome.content)) };
    case 'waiting':
      await memory.addShared({ letter, ...record, ...outcome.share }, outcome.bytes);
      return as('waiting');
    case 'not-mine':
      memory.notMine.add(letter);
      return as('notForThisKey');
    case 'failed':
      memory.unopened.set(letter, { letter, day: record.day, bundle: record.bundle, failure: outcome.failure });
      return as('failed');
  }
}

function as(kind: Settled['as']): Settled {
  return { as: kind, entries: 0, refused: 0 };
}

/** What colleagues said, gave and released: each is believed by its own signature. What is not is counted and told, never kept. */
async function takeStatements(memory: Memory, { journal, grants, releases }: JournalContents) {
  const { added, refused } = await memory.journal.addForeign(journal);
  const failures: Failure[] = [...refused];
  for (const [statements, values] of [
    [memory.grants, grants],
    [memory.releases, releases],
  ] as const) {
    for (const value of values) {
      await statements.take(value).catch((error: unknown) => failures.push(failureOf(error)));
    }
  }
  memory.refused.push(...failures);
  return { entries: added, refused: failures.length };
}
