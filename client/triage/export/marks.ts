import type { OpenedReport } from '../../../crypto/index.ts';
import { WITHIN_WORDS_MIN } from './hiding.ts';
import { wholeCharacters } from './ranges.ts';
import { REPORT_SHAPE, type Shape } from './shape.ts';

/** Where in a report: `['officials', 0, 'name']`. */
export type Path = readonly (string | number)[];

/** What a reviewer takes out before a report leaves. What is taken out in one place is taken out wherever it occurs. */
export type Mark =
  /** A stretch of a text, in UTF-16 code units; half characters become whole ones. */
  | { readonly kind: 'words'; readonly path: Path; readonly start: number; readonly end: number }
  /** Somebody or something, however it is written. */
  | { readonly kind: 'name'; readonly text: string }
  /** An answer with all that is in it. */
  | { readonly kind: 'answer'; readonly path: Path }
  /** A file with its name and note. */
  | { readonly kind: 'file'; readonly index: number };

export interface Place {
  readonly value: unknown;
  readonly shape: Shape;
}

const WHOLE: Shape = { kind: 'record', members: REPORT_SHAPE };

/** What stands at a path; `null` where nothing does that could leave. */
export function placeAt(report: OpenedReport, path: Path): Place | null {
  let place: Place = { value: report, shape: WHOLE };
  for (const step of path) {
    const next = stepInto(place, step);
    if (next?.value === undefined) return null;
    place = next;
  }
  return place;
}

function stepInto({ value, shape }: Place, step: string | number): Place | null {
  if (Array.isArray(value) && typeof step === 'number') {
    const of = itemShape(shape);
    return of === undefined ? null : { value: value[step] as unknown, shape: of };
  }
  const inner = shape.kind === 'record' && typeof step === 'string' ? ownMember(shape.members, step) : undefined;
  return inner && isRecord(value) ? { value: ownMember(value, step as string), shape: inner } : null;
}

/** Of the items, where the shape allows a list. */
export function itemShape(shape: Shape): Shape | undefined {
  if (shape.kind === 'textOrTexts') return { kind: 'text' };
  return shape.kind === 'list' ? shape.of : undefined;
}

/** A mark that hides nothing is a mistake that must not pass in silence: somebody relies on it. Throws RangeError. */
export function checkMark(report: OpenedReport, mark: Mark): void {
  if (!isGood(report, mark)) throw new RangeError(`nothing is at a mark of kind ${mark.kind}`);
}

/** Whether there is something at it. */
export function isGood(report: OpenedReport, mark: Mark): boolean {
  switch (mark.kind) {
    case 'name':
      return mark.text.trim() !== '';
    case 'file':
      return report.evidence?.files[mark.index] !== undefined;
    case 'answer':
      return placeAt(report, mark.path) !== null && mark.path.length > 0 && !isOfAllFiles(mark.path);
    case 'words': {
      const text = placeAt(report, mark.path)?.value;
      return typeof text === 'string' && mark.start >= 0 && mark.start < mark.end && mark.end <= text.length;
    }
  }
}

/** Files are marked each by itself, so that the others keep their places. */
function isOfAllFiles(path: Path): boolean {
  return path[0] === 'evidence' && (path.length < 3 || (path.length === 3 && path[1] === 'files'));
}

/** All that marks take out as texts: what they cover must not stand elsewhere either. Throws as `checkMark`. */
export function markedTexts(report: OpenedReport, marks: readonly Mark[]): string[] {
  for (const mark of marks) checkMark(report, mark);
  return marks.flatMap((mark) => {
    switch (mark.kind) {
      case 'name':
        return [mark.text.trim()];
      case 'file': {
        const { name = '', note = '' } = report.evidence?.files[mark.index] ?? {};
        return [name, note].map((text) => text.trim()).filter(isTelling);
      }
      case 'answer': {
        const place = placeAt(report, mark.path);
        const texts = place ? textsIn(place) : [];
        return texts.map((text) => text.trim()).filter(isTelling);
      }
      case 'words': {
        const text = placeAt(report, mark.path)?.value as string;
        const { start, end } = wholeCharacters(text, mark);
        return [text.slice(mark.start, mark.end).trim(), text.slice(start, end).trim()].filter(isTelling);
      }
    }
  });
}

/** One or two characters occur everywhere, and say nothing there. */
function isTelling(text: string): boolean {
  return text.trim().length >= WITHIN_WORDS_MIN;
}

/** What somebody wrote, without the codes of the questionnaire. */
function textsIn({ value, shape }: Place): string[] {
  if (typeof value === 'string') return shape.kind === 'code' && shape.codes.includes(value) ? [] : [value];
  if (Array.isArray(value)) {
    const of = itemShape(shape) ?? shape;
    return value.flatMap((item: unknown) => textsIn({ value: item, shape: of }));
  }
  if (!isRecord(value) || shape.kind !== 'record') return [];
  return Object.entries(shape.members).flatMap(([name, inner]) =>
    textsIn({ value: ownMember(value, name), shape: inner }),
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Never what an object inherits: reports are strangers' JSON. */
export function ownMember<Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
