import type { OpenedReport } from '../../../crypto/index.ts';
import { fill } from '../../messages/fill.ts';
import { isRecord, itemShape, ownMember, type Mark, type Path } from './marks.ts';
import { REPORT_SHAPE, type ReportMember, type Shape } from './shape.ts';
import type { Wording } from './wording.ts';

/** A text of a report, where it stands, and what its part is called. */
export interface PartText {
  readonly path: Path;
  readonly label: string | null;
  /** As it was sent where somebody wrote it, in words where it was chosen. */
  readonly text: string;
  readonly isWritten: boolean;
}

/** What can be taken out whole: an answer, one official of several, a file. */
export interface Part {
  readonly whole: Mark;
  readonly title: string;
  readonly texts: readonly PartText[];
}

interface Of {
  readonly member: ReportMember;
  readonly wording: Wording;
}

/** All of a report that could leave, in the order of the questionnaire. Texts are the reporter's own: not yet made inert. */
export function partsOf(report: OpenedReport, wording: Wording): Part[] {
  return (Object.keys(REPORT_SHAPE) as ReportMember[]).flatMap((member) => {
    const value = ownMember(report, member);
    if (value === undefined) return [];
    if (member === 'evidence') return fileParts(report, wording);
    const of = { member, wording };
    const shape: Shape = REPORT_SHAPE[member];
    const each = itemShape(shape);
    const isEach = member === 'officials' || member === 'answers';
    if (isEach && each && Array.isArray(value)) {
      return value.map((item: unknown, i) =>
        answerPart([member, i], titleOfItem(item, i, of), textsOf(item, each, [member, i], of)),
      );
    }
    return [answerPart([member], wording.title(member), textsOf(value, shape, [member], of))];
  });
}

function answerPart(path: Path, title: string, texts: readonly PartText[]): Part {
  return { whole: { kind: 'answer', path }, title, texts };
}

function titleOfItem(item: unknown, index: number, { member, wording }: Of): string {
  if (member === 'officials') return wording.person(index + 1);
  const asked = isRecord(item) ? ownMember(item, 'asked') : undefined;
  return typeof asked === 'string' && asked !== '' ? asked : wording.title(member);
}

function fileParts(report: OpenedReport, wording: Wording): Part[] {
  return (report.evidence?.files ?? []).map((file, index) => {
    const at = ['evidence', 'files', index];
    const { name, note } = file;
    const of = { member: 'evidence', wording } as const;
    return {
      whole: { kind: 'file', index },
      title: fill(wording.texts.fileNumber, { number: wording.number(index + 1) }),
      texts: [
        written(name, [...at, 'name'], wording.part('evidence', 'name')),
        ...(typeof note === 'string' && note !== '' ? textsOf(note, { kind: 'text' }, [...at, 'note'], of) : []),
      ],
    };
  });
}

function written(text: string, path: Path, label: string | null): PartText {
  return { path, label, text, isWritten: true };
}

function textsOf(value: unknown, shape: Shape, path: Path, of: Of): PartText[] {
  const each = itemShape(shape);
  if (Array.isArray(value) && each) {
    return value.flatMap((item: unknown, i) => textsOf(item, each, [...path, i], of));
  }
  if (isRecord(value) && shape.kind === 'record') {
    return Object.entries(shape.members).flatMap(([name, inner]) =>
      textsOf(ownMember(value, name), inner, [...path, name], of),
    );
  }
  const name = nameOf(path);
  const label = name === undefined ? null : of.wording.part(of.member, name);
  if (typeof value === 'string') {
    const isChosen = shape.kind === 'code' && shape.codes.includes(value);
    if (!isChosen) return value === '' ? [] : [written(value, path, label)];
    return [{ path, label, text: of.wording.value(of.member, name, value), isWritten: false }];
  }
  if (typeof value !== 'boolean' && typeof value !== 'number') return [];
  return [{ path, label, text: of.wording.value(of.member, name, value), isWritten: false }];
}

/** What a part of an answer is called within it; nothing for an answer that is one text or a list of them. */
function nameOf(path: Path): string | undefined {
  return path.slice(1).findLast((step) => typeof step === 'string');
}
