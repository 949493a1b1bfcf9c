import type { IsoDate } from '../../../crypto/index.ts';
import { ASSIGNED_TO_ME, ASSIGNED_TO_NOBODY, mainLanguage, mainStatus, type Filter, type Viewer } from './filters.ts';
import type { Row } from './rows.ts';

/** What has one of a few values in a row, and is therefore kept as that value's number. */
const CODED = ['status', 'reason', 'urgency', 'assignee', 'language'] as const;
type Coded = (typeof CODED)[number];

const FLAGS = ['isUnread', 'isRecused', 'hasEvidence', 'isDisputed', 'hasInterest', 'isFollowUp'] as const;
const FLAG_FILTERS = ['unread', 'recused', 'evidence', 'disputed', 'interest', 'followUp'] as const;
const FIRST_CAPACITY = 1024;
const NO_DAY = -1;

/** Rows once more, a column for each member: a filter runs through a few short arrays instead of through a hundred thousand objects. */
export class Columns {
  readonly #coded = Object.fromEntries(CODED.map((member) => [member, new Coding()])) as Record<Coded, Coding>;
  #day = new Int32Array(FIRST_CAPACITY);
  #due = new Int32Array(FIRST_CAPACITY);
  #flags = new Uint8Array(FIRST_CAPACITY);

  set(document: number, row: Row): void {
    if (document >= this.#day.length) this.#grow(document);
    for (const member of CODED) this.#coded[member].set(document, row[member]);
    this.#day[document] = row.day === null ? NO_DAY : dayNumber(row.day);
    this.#due[document] = row.due === null ? NO_DAY : dayNumber(row.due);
    this.#flags[document] = FLAGS.reduce((flags, flag, bit) => flags | (Number(row[flag]) << bit), 0);
  }

  /** Whether a document passes all that a filter asks for in these columns; its words and lists are looked at elsewhere. */
  testOf(filter: Filter, { me, today }: Viewer): (document: number) => boolean {
    const tests = [
      ...this.#valueTest(
        'status',
        filter.status,
        (wanted, status) => wanted.has(status) || wanted.has(mainStatus(status)),
      ),
      ...this.#valueTest('reason', filter.reason),
      ...this.#valueTest('urgency', filter.urgency),
      ...this.#valueTest(
        'language',
        filter.language,
        (wanted, tag) => wanted.has(tag) || wanted.has(mainLanguage(tag)),
      ),
      ...this.#valueTest('assignee', filter.assignee, (wanted, identity) =>
        identity === ''
          ? wanted.has(ASSIGNED_TO_NOBODY)
          : wanted.has(identity) || (identity === me && wanted.has(ASSIGNED_TO_ME)),
      ),
      ...this.#flagTest(filter),
      ...this.#dayTests(filter, today),
    ];
    return (document) => {
      for (const test of tests) if (!test(document)) return false;
      return true;
    };
  }

  #valueTest(
    member: Coded,
    values: readonly string[] | undefined,
    fits: (wanted: ReadonlySet<string>, value: string) => boolean = (wanted, value) => wanted.has(value),
  ): ((document: number) => boolean)[] {
    if (values === undefined) return [];
    const wanted = new Set(values);
    return [this.#coded[member].testOf((value) => fits(wanted, value))];
  }

  #flagTest(filter: Filter): ((document: number) => boolean)[] {
    let asked = 0;
    let wanted = 0;
    FLAG_FILTERS.forEach((member, bit) => {
      const value = filter[member];
      if (value === undefined) return;
      asked |= 1 << bit;
      wanted |= Number(value) << bit;
    });
    return asked === 0 ? [] : [(document) => ((this.#flags[document] ?? 0) & asked) === wanted];
  }

  #dayTests({ from, to, overdue }: Filter, today: IsoDate): ((document: number) => boolean)[] {
    const [day, due, now] = [this.#day, this.#due, dayNumber(today)];
    const first = from === undefined ? 0 : dayNumber(from);
    const last = to === undefined ? Number.MAX_SAFE_INTEGER : dayNumber(to);
    const isOverdue = (document: number) => (due[document] ?? NO_DAY) !== NO_DAY && (due[document] ?? 0) < now;
    const isWithin = (document: number) => (day[document] ?? NO_DAY) >= first && (day[document] ?? 0) <= last;
    return [
      ...(overdue === undefined ? [] : [(document: number) => isOverdue(document) === overdue]),
      ...(from === undefined && to === undefined ? [] : [isWithin]), // what has no day is within none
    ];
  }

  #grow(document: number): void {
    const capacity = Math.max(document + 1, this.#day.length * 2);
    this.#day = copied(this.#day, new Int32Array(capacity));
    this.#due = copied(this.#due, new Int32Array(capacity));
    this.#flags = copied(this.#flags, new Uint8Array(capacity));
  }
}

/** One column of values that are few: each is kept once, and stands in the rows as its number. */
class Coding {
  readonly #values: string[] = [];
  readonly #codes = new Map<string, number>();
  #column = new Uint32Array(FIRST_CAPACITY);

  /** `null` counts as the empty text. */
  set(document: number, value: string | null): void {
    if (document >= this.#column.length) {
      this.#column = copied(this.#column, new Uint32Array(Math.max(document + 1, this.#column.length * 2)));
    }
    this.#column[document] = this.#codeOf(value ?? '');
  }

  testOf(fits: (value: string) => boolean): (document: number) => boolean {
    const fitting = Uint8Array.from(this.#values, (value) => Number(fits(value)));
    const column = this.#column;
    return (document) => fitting[column[document] ?? 0] === 1;
  }

  #codeOf(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.push(value) - 1;
    this.#codes.set(value, code);
    return code;
  }
}

/** Grows with the day; months are taken to have 31. */
export function dayNumber(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 372 + Number(day.slice(5, 7)) * 31 + Number(day.slice(8, 10));
}

function copied<Column extends Int32Array | Uint32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
