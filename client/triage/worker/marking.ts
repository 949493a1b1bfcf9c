import { dayOf, fromHex, sealOpened, systemRandom, toBase64 } from '../../../crypto/index.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { caseOf } from './case-of.ts';
import { isListed } from './conversation.ts';
import type { KeptReport, Memory } from './memory.ts';
import { isRecused } from './recusal.ts';

/**
 * Who read a report first is part of what is kept of it, and its reporter is told once, if they can be: somebody may delete their copies then.
 * So nobody is told of a report whose files did not come with it.
 */
export function noteOpened(memory: Memory, tag: ReportTag): Promise<void> {
  return memory.inTurn(async () => {
    const kept = memory.reports.get(tag);
    if (!kept || isRecused(memory, tag)) return;
    const { journal, session } = memory;
    await journal.write(tag, () => {
      const isNoted = journal.triageOf(tag).opened.some(({ by }) => by === session?.identity);
      return isNoted ? null : { kind: 'opened', letter: kept.letter };
    });
    await queueMark(memory, kept);
  });
}

async function queueMark(memory: Memory, kept: KeptReport): Promise<void> {
  const { tag, letter, report, cells } = kept;
  const of = caseOf(kept);
  const lacksFiles = report.evidence !== undefined && cells === 0;
  if (of === null || lacksFiles || memory.outbox.marks.has(tag) || !isListed(memory)) return;
  const day = dayOf(new Date());
  const mark = await sealOpened(fromHex(letter), day, memory.unlocked().keys.seed, of.openedKey, systemRandom);
  memory.outbox.addMark({ tag, day, mark: toBase64(mark) });
}
