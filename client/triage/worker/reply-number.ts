import type { Cases } from './cases.ts';
import type { KeptReport, Memory } from './memory.ts';

/** This reviewer's replies to the case, counted from 1: those that the journal tells of, and those that are kept here. */
export function nextNumber(
  { journal, outbox, session }: Memory,
  cases: Cases,
  { caseLocator, tag }: KeptReport,
): number {
  const tags = new Set([tag, ...cases.of(caseLocator).map((report) => report.tag)]);
  const told = [...tags].flatMap((each) => journal.triageOf(each).replies).filter(({ by }) => by === session?.identity);
  const written = [...outbox.replies.values()].filter((reply) => tags.has(reply.tag));
  return [...told, ...written].reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}
