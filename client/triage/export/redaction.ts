import type { Range } from './folding.ts';
import { Hiding, wantedIn, type Wanted } from './hiding.ts';
import type { LeavingReport } from './leaving-report.ts';
import { checkMark, isRecord, markedTexts, ownMember, type Mark, type Path } from './marks.ts';
import { secretsOf, type Subject } from './secrets.ts';
import { REPORT_SHAPE, type Shape } from './shape.ts';

/** What stands where something was taken out, unless the reviewer's language has other words. */
export const REDACTED = '[redacted]';

export interface Redacted {
  readonly report: LeavingReport;
  /** Takes the same out of what is said about the report: labels, notes, the custody record. */
  readonly hiding: Hiding;
  /** Files that were taken out, by their number in the report. */
  readonly withheldFiles: ReadonlySet<number>;
  /** How many members were left out because this version does not know what they are. */
  readonly leftOut: number;
}

/** Members that never leave, and are no loss to a reader. */
const SILENT = new Set(['version', 'case', 'signature', 'key', 'cells', 'offset']);

/**
 * The only way out of the desk: a new report that holds nothing of what is marked, wherever it stood, and none of the keys.
 * Codes of the questionnaire stay unless their answer is marked: they are our words and not the reporter's. Throws RangeError where a mark
 * covers nothing. `wanted`: what is looked for, where several reports leave together and what is marked in one is in none of them.
 */
export function redact(
  subject: Subject,
  marks: readonly Mark[],
  shown: string = REDACTED,
  wanted: readonly Wanted[] = wantedIn(markedTexts(subject.report, marks)),
): Redacted {
  const { report } = subject;
  for (const mark of marks) checkMark(report, mark);
  const hiding = new Hiding(wanted, shown, secretsOf(subject));
  const picking = new Picking(marks, hiding);
  const picked = picking.pick(report, { kind: 'record', members: REPORT_SHAPE }, []);
  const withheldFiles = new Set(marks.flatMap((mark) => (mark.kind === 'file' ? [mark.index] : [])));
  return { report: picked as LeavingReport, hiding, withheldFiles, leftOut: picking.leftOut };
}

/** Copies what has a place in the shape, and nothing else. */
class Picking {
  leftOut = 0;
  readonly #hiding: Hiding;
  readonly #whole: ReadonlySet<string>;
  readonly #ranges = new Map<string, Range[]>();

  constructor(marks: readonly Mark[], hiding: Hiding) {
    this.#hiding = hiding;
    this.#whole = new Set(
      marks.flatMap((mark) => {
        if (mark.kind === 'answer') return [nameOf(mark.path)];
        return mark.kind === 'file' ? [nameOf(['evidence', 'files', mark.index])] : [];
      }),
    );
    for (const mark of marks) {
      if (mark.kind !== 'words') continue;
      const path = nameOf(mark.path);
      this.#ranges.set(path, [...(this.#ranges.get(path) ?? []), mark]);
    }
  }

  pick(value: unknown, shape: Shape, path: Path): unknown {
    if (value === undefined) return undefined;
    if (this.#whole.has(nameOf(path))) return this.#inPlaceOf(shape);
    const picked = this.#copy(value, shape, path);
    if (picked === undefined) this.leftOut += 1;
    return picked;
  }

  #copy(value: unknown, shape: Shape, path: Path): unknown {
    switch (shape.kind) {
      case 'record':
        return isRecord(value) ? this.#record(value, shape.members, path) : undefined;
      case 'list':
        return Array.isArray(value) ? this.#list(value, shape.of, path) : undefined;
      case 'textOrTexts':
        return Array.isArray(value) ? this.#list(value, { kind: 'text' }, path) : this.#text(value, path);
      case 'text':
        return this.#text(value, path);
      case 'fileName':
        return typeof value === 'string' ? this.#hiding.hideName(value, this.#rangesAt(path)) : undefined;
      case 'code':
        return typeof value === 'string' && shape.codes.includes(value) ? value : this.#text(value, path);
      case 'flag':
        return typeof value === 'boolean' ? value : undefined;
      case 'number':
        return Number.isSafeInteger(value) && Number(value) >= 0 ? value : undefined;
    }
  }

  #record(value: Readonly<Record<string, unknown>>, members: Readonly<Record<string, Shape>>, path: Path): object {
    this.leftOut += Object.keys(value).filter((name) => !Object.hasOwn(members, name) && !SILENT.has(name)).length;
    const picked = Object.entries(members).map(
      ([name, shape]) => [name, this.pick(ownMember(value, name), shape, [...path, name])] as const,
    );
    return Object.fromEntries(picked.filter(([, each]) => each !== undefined));
  }

  #list(items: readonly unknown[], of: Shape, path: Path): unknown[] {
    return items.map((item, i) => this.pick(item, of, [...path, i])).filter((item) => item !== undefined);
  }

  /** Numbers too, where a newer form may have them in place of digits. */
  #text(value: unknown, path: Path): string | undefined {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    return this.#hiding.hide(String(value), this.#rangesAt(path));
  }

  #rangesAt(path: Path): readonly Range[] | undefined {
    return this.#ranges.get(nameOf(path));
  }

  #inPlaceOf(shape: Shape): unknown {
    const { shown } = this.#hiding;
    if (shape.kind === 'list') return [shown];
    const isFile = shape.kind === 'record' && shape.members['name']?.kind === 'fileName';
    return isFile ? { name: shown } : shown;
  }
}

function nameOf(path: Path): string {
  return JSON.stringify(path);
}
