import type { Handlers } from '../calls/answering.ts';
import type { ReadingCalls, ReadReport, RelatedReport } from '../calls/reading-calls.ts';
import { Cases } from './cases.ts';
import { Listing } from './listing.ts';
import type { KeptReport, Memory } from './memory.ts';
import { excerptOf, rowOf } from './row.ts';

const ROWS_MAX = 500;

export function readingHandlers(memory: Memory): Handlers<ReadingCalls> {
  const listing = new Listing(memory);
  const cases = new Cases(memory);
  return {
    list({ selected }) {
      const tags = listing.tags();
      const at = selected === null ? -1 : tags.indexOf(selected);
      return {
        total: memory.reports.size,
        shown: tags.length,
        unread: memory.reports.size - memory.read.size,
        at: at < 0 ? null : at,
      };
    },

    rows({ from, count }) {
      const tags = listing.tags().slice(from, from + Math.min(count, ROWS_MAX));
      return tags.flatMap((tag) => {
        const report = memory.reports.get(tag);
        return report ? [rowOf(report, memory, cases)] : [];
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
      }
      if (memory.read.size !== before) memory.touch();
      return null;
    },
  };
}

function readReport(kept: KeptReport, memory: Memory, cases: Cases): ReadReport {
  const { tag, letter, day, bundle, report, caseLocator, followUp, caseFault } = kept;
  const others = cases.of(caseLocator).filter((other) => other.tag !== tag);
  return {
    tag,
    letter,
    day,
    bundle,
    report: withoutKeys(report),
    ofCase: others.map(related),
    caseLocator,
    followUp,
    caseFault: caseFault ?? null,
    isUnread: !memory.read.has(tag),
    evidence: evidenceState(kept, memory),
  };
}

/** The key of the evidence stays in this worker: the page has no use for it. */
function withoutKeys(report: KeptReport['report']): KeptReport['report'] {
  if (!report.evidence) return report;
  return { ...report, evidence: { ...report.evidence, key: '' } };
}

function related({ tag, letter, day, report, followUp }: KeptReport): RelatedReport {
  return { tag, letter, day, excerpt: excerptOf(report.story), followUp };
}

function evidenceState({ report, cells, letter }: KeptReport, memory: Memory): ReadReport['evidence'] {
  if (!report.evidence) return 'none';
  if (cells === 0) return 'missing';
  return memory.places.has(letter) ? 'at-hand' : 'not-at-hand';
}
