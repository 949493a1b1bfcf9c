import { csvRow } from './csv-cell.ts';
import type { Leaving } from './leaving.ts';
import { isRecord, ownMember } from './marks.ts';
import { REPORT_SHAPE, type ReportMember, type Shape } from './shape.ts';
import type { Wording } from './wording.ts';

export interface CsvOptions {
  /** Headings and codes in these words. Without: ids and codes, the same in every language. */
  readonly wording?: Wording;
  /** A byte order mark, by which spreadsheets know UTF-8. */
  readonly mark?: boolean;
}

const BYTE_ORDER_MARK = '\uFEFF';
const CUT = '[cut: the rest is in the JSON export]';
/** Between several values in one cell. */
const BETWEEN = '; ';

interface Column {
  /** `route.from.country` */
  readonly id: string;
  readonly member: ReportMember;
  /** Within the member. */
  readonly path: readonly string[];
}

/** From the questionnaire, so that a new question is a new column. */
const COLUMNS: readonly Column[] = (Object.keys(REPORT_SHAPE) as ReportMember[])
  .filter((member) => member !== 'answers')
  .flatMap((member) => columnsOf(member, REPORT_SHAPE[member], []));

function columnsOf(member: ReportMember, shape: Shape, path: readonly string[]): Column[] {
  if (shape.kind !== 'record') return [{ id: [member, ...path].join('.'), member, path }];
  return Object.entries(shape.members).flatMap(([name, inner]) => columnsOf(member, inner, [...path, name]));
}

/** One row a report, as one goes; questions of the office's own stand in columns at the end. Lines end as RFC 4180 has it. */
export function* csvLines(leaving: readonly Leaving[], { wording, mark = true }: CsvOptions = {}): Generator<string> {
  const cut = wording?.texts.cut ?? CUT;
  const own = ownQuestions(leaving);
  const headings = [
    ...triageHeadings(wording),
    ...COLUMNS.map((column) => (wording ? headingOf(column, wording) : column.id)),
    ...[...own].map(([id, asked]) => (wording ? asked : `answers.${id}`)),
  ];
  yield (mark ? BYTE_ORDER_MARK : '') + csvRow(headings, cut);
  for (const each of leaving) {
    const cells = [
      ...triageCells(each, wording),
      ...COLUMNS.map((column) => cellOf(each, column, wording)),
      ...[...own.keys()].map((id) => ownCell(each, id)),
    ];
    yield csvRow(cells, cut);
  }
}

function triageHeadings(wording?: Wording): string[] {
  const of = wording?.texts;
  return of
    ? [of.reference, of.received, of.status, of.reason, of.urgency, of.labels, of.notes]
    : ['reference', 'received', 'status', 'reason', 'urgency', 'labels', 'notes'];
}

function triageCells({ reference, received, triage }: Leaving, wording?: Wording): string[] {
  const said = (kind: 'statuses' | 'reasons' | 'urgencies', value: string | null) =>
    value === null ? '' : (wording?.triage(kind, value) ?? value);
  return [
    reference,
    received ?? '',
    said('statuses', triage.status),
    said('reasons', triage.reason),
    said('urgencies', triage.urgency),
    triage.labels.join(BETWEEN),
    triage.notes.join('\n'),
  ];
}

function headingOf({ member, path }: Column, wording: Wording): string {
  return [wording.title(member), ...path.map((name) => wording.part(member, name))].join(': ');
}

function cellOf({ report }: Leaving, { member, path }: Column, wording?: Wording): string {
  let value: unknown = report[member];
  for (const name of path) {
    // An answer that was taken out whole says so in each of its columns.
    if (typeof value === 'string') return value;
    value = isRecord(value) ? ownMember(value, name) : undefined;
  }
  return written(value, { member, name: path.at(-1), wording });
}

interface Of {
  readonly member: ReportMember;
  readonly name: string | undefined;
  readonly wording: Wording | undefined;
}

function written(value: unknown, of: Of): string {
  const { member, name, wording } = of;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' || typeof value === 'boolean')
    return wording?.value(member, name, value) ?? String(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown) => written(item, of)).join(value.some(isRecord) ? '\n' : BETWEEN);
  }
  if (!isRecord(value)) return '';
  return Object.entries(value)
    .map(([part, each]) => `${wording?.part(member, part) ?? part}: ${written(each, { ...of, name: part })}`)
    .join(BETWEEN);
}

/** By id, in the order in which they were met, with the question as it was asked first. */
function ownQuestions(leaving: readonly Leaving[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { report } of leaving) {
    for (const own of report.answers ?? []) {
      if (typeof own !== 'string' && own.id !== undefined && !found.has(own.id)) found.set(own.id, own.asked ?? own.id);
    }
  }
  return found;
}

/** All answers of that id: where ids were taken out, several questions share one. */
function ownCell({ report }: Leaving, id: string): string {
  return (report.answers ?? [])
    .flatMap((own) => (typeof own !== 'string' && own.id === id ? [[own.answer ?? []].flat().join(BETWEEN)] : []))
    .join('\n');
}
