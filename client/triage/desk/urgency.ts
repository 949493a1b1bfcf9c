import { URGENCIES, type IsoDate, type OpenedReport, type Urgency } from '../../../crypto/index.ts';
import { answerOf, answersOf, whenOf } from './answers.ts';

/** Why an urgency is proposed. Each has words in the page's catalogue. */
export const URGENCY_REASONS = [
  'danger-now',
  'children-held',
  'move-soon',
  'danger-soon',
  'going-on',
  'asks-for-safety',
  'threatened',
  'held-now',
  'children',
  'long-ago',
] as const;
export type UrgencyReason = (typeof URGENCY_REASONS)[number];

export interface ProposedUrgency {
  readonly urgency: Urgency;
  /** Those that led to it. None: the answers say nothing of urgency. */
  readonly reasons: readonly UrgencyReason[];
}

/** What ended longer ago is low, if nobody asks for help now. */
const LONG_AGO_YEARS = 3;
/** Stages at which people are moved. */
const MOVES = ['recruitment', 'documents', 'border', 'transport', 'return'];

type Rule = readonly [Urgency, UrgencyReason, (answers: Answers) => boolean];

interface Answers {
  readonly danger: string;
  readonly children: boolean;
  readonly goesOn: boolean;
  readonly isOver: boolean;
  readonly until: string;
  readonly today: IsoDate;
  readonly stage: readonly string[];
  readonly act: readonly string[];
  readonly control: readonly string[];
  readonly help: readonly string[];
}

const RULES: readonly Rule[] = [
  ['critical', 'danger-now', ({ danger }) => danger === 'now'],
  ['critical', 'children-held', (it) => it.children && !it.isOver && (it.goesOn || it.danger === 'soon')],
  // Where nobody said that it is over, children and a way of holding people are enough.
  ['critical', 'children-held', (it) => it.children && !it.isOver && it.control.length > 0],
  ['critical', 'move-soon', ({ danger, stage }) => danger === 'soon' && stage.some((each) => MOVES.includes(each))],
  ['high', 'danger-soon', ({ danger }) => danger === 'soon'],
  ['high', 'going-on', ({ goesOn }) => goesOn],
  ['high', 'held-now', (it) => !it.isOver && it.stage.includes('exploitation') && it.control.length > 0],
  ['high', 'asks-for-safety', ({ help }) => help.some((each) => each === 'safety' || each === 'protect-family')],
  ['high', 'threatened', ({ act, isOver }) => !isOver && act.some((each) => each.startsWith('threatened-'))],
  ['high', 'children', ({ children, isOver }) => children && !isOver],
  ['low', 'long-ago', ({ isOver, until, today, danger }) => danger !== 'soon' && isOver && isLongAgo(until, today)],
];

/** How urgent a report seems by its answers, and why. A person decides; this only puts the likely ones first. */
export function proposedUrgency(report: OpenedReport, today: IsoDate): ProposedUrgency {
  const answers = answersFor(report, today);
  const holding = RULES.filter(([, , holds]) => holds(answers));
  const urgency = URGENCIES.find((each) => holding.some(([proposed]) => proposed === each)) ?? 'normal';
  const reasons = holding.filter(([proposed]) => proposed === urgency).map(([, reason]) => reason);
  return { urgency, reasons: [...new Set(reasons)] };
}

function answersFor(report: OpenedReport, today: IsoDate): Answers {
  const { ongoing, until } = whenOf(report);
  const thisMonth = today.slice(0, until.length);
  return {
    danger: answerOf(report, 'danger'),
    children: answerOf(report, 'children') === 'yes',
    goesOn: ongoing === 'yes',
    isOver: ongoing === 'no' || (ongoing !== 'yes' && until !== '' && until < thisMonth),
    until,
    today,
    stage: answersOf(report, 'stage'),
    act: answersOf(report, 'act'),
    control: answersOf(report, 'control'),
    help: answersOf(report, 'help'),
  };
}

/** `until` is a year or a month; nothing said is not long ago. */
function isLongAgo(until: string, today: IsoDate): boolean {
  const year = Number(until.slice(0, 4));
  return year > 0 && Number(today.slice(0, 4)) - year > LONG_AGO_YEARS;
}
