import type { Figures, FiguresAsked } from '../calls/export-calls.ts';
import { statistics } from '../export/statistics.ts';
import type { KeptReport, Memory } from './memory.ts';
import { isRecused } from './recusal.ts';

/** Nothing is withheld from the office itself. */
const ALL = 0;

/**
 * Both counts are of the same reports. One that whoever looks has taken themself off is in neither: the difference would tell what it says.
 */
export function figuresOf(memory: Memory, asked: FiguresAsked | null): Figures {
  memory.unlocked();
  const all = [...memory.reports.values()];
  const open = all.filter(({ tag }) => !isRecused(memory, tag));
  const dated = open.filter(({ day }) => day !== null);
  const known = monthsKnown(dated);
  const period = asked ?? known ?? { from: '2000-01', to: '2000-01' };
  return {
    known,
    office: statistics(dated, period, ALL),
    published: statistics(dated, period),
    recused: all.length - open.length,
    undated: open.length - dated.length,
  };
}

function monthsKnown(reports: readonly KeptReport[]): FiguresAsked | null {
  const months = reports.map(({ day }) => (day ?? '').slice(0, 7)).sort();
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
