import type { Handlers } from '../calls/answering.ts';
import type { ReadingCalls, ReadReport } from '../calls/reading-calls.ts';
import type { Cases } from './cases.ts';
import type { DeskIndex } from './desk-index.ts';
import { Listing } from './listing.ts';
import { noteOpened } from './marking.ts';
import type { KeptReport, Memory } from './memory.ts';
import { isRecused } from './recusal.ts';
import { relatedReports } from './related.ts';
import { rowOf } from './row.ts';

const ROWS_MAX = 500;

export function readingHandlers(memory: Memory, cases: Cases, index: DeskIndex): Handlers<ReadingCalls> {
  const listing = new Listing(index);
  return {
    list({ selected, filter, order }) {
      listing.ask(filter, order);
      const tags = listing.tags();
      const at = selected === null ? -1 : tags.indexOf(selected);
      return {
        total: memory.reports.size,
        shown: tags.length,
        unread: memory.reports.size - memory.read.size,
        waiting: index.waiting,
        at: at < 0 ? null : at,
      };
    },

    rows({ from, count }) {
      const tags = listing.tags().slice(from, from + Math.min(count, ROWS_MAX));
      return tags.flatMap((tag) => {
        const report = memory.reports.get(tag);
        return report ? [rowOf(report, memory, cases, index)] : [];
      });
    },

    report(tag) {
      const kept = memory.reports.get(tag);
      return kept ? readReport(kept, memory, cases) : null;
    },

    markRead({ tags, isRead }) {
      const before = memory.read.size;
      for (const tag of tags) {
        if (isRead && memory.reports.has(tag)) memory.read.add(tag);
        else memory.read.delete(tag);
        index.touched(tag);
        if (isRead) void noteOpened(memory, tag);
      }
      if (memory.read.size !== before) memory.touch();
      return null;
    },
  };
}

function readReport(kept: KeptReport, memory: Memory, cases: Cases): ReadReport {
  const { tag, letter, day, bundle, report, caseLocator, followUp, caseFault } = kept;
  const others = cases.of(caseLocator).filter((other) => other.tag !== tag);
  const isHidden = isRecused(memory, tag);
  return {
    tag,
    letter,
    day,
    bundle,
    report: isHidden ? HIDDEN : withoutKeys(report),
    ofCase: relatedReports(
      memory,
      others.map((other) => other.tag),
    ),
    caseLocator,
    followUp,
    caseFault: caseFault ?? null,
    isUnread: !memory.read.has(tag),
    isRecused: isHidden,
    evidence: isHidden ? 'none' : evidenceState(kept, memory),
  };
}

const HIDDEN: KeptReport['report'] = { version: 1, story: '' };

/** The key of the evidence stays in this worker: the page has no use for it. */
function withoutKeys(report: KeptReport['report']): KeptReport['report'] {
  if (!report.evidence) return report;
  return { ...report, evidence: { ...report.evidence, key: '' } };
}

function evidenceState({ report, cells, letter }: KeptReport, memory: Memory): ReadReport['evidence'] {
  if (!report.evidence) return 'none';
  if (cells === 0) return 'missing';
  return memory.places.has(letter) ? 'at-hand' : 'not-at-hand';
}
