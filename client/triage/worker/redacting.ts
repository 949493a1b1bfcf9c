import type { OpenedReport } from '../../../crypto/index.ts';
import { CallError } from '../calls/line.ts';
import type { Redaction, ShownMark, ShownPart } from '../calls/export-calls.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { Hiding, wantedIn } from '../export/hiding.ts';
import { wordingIn } from '../export/languages.ts';
import { isGood, markedTexts, placeAt, type Mark, type Path } from '../export/marks.ts';
import { partsOf, type Part } from '../export/parts.ts';
import { secretsOf } from '../export/secrets.ts';
import { suggestionsIn } from '../export/suggestions.ts';
import type { KeptReport, Memory } from './memory.ts';
import { isRecused } from './recusal.ts';

/** More of what a mark covers is not shown beside it. */
const COVERED_CHARACTERS = 120;

/** Throws `report-unknown`, `recused`. */
export function redactionOf(memory: Memory, tag: ReportTag, language: string): Redaction {
  const kept = markable(memory, tag);
  const { report, letter } = kept;
  const parts = partsOf(report, wordingIn(language));
  const all = memory.redactions.get(tag) ?? [];
  const marks = all.filter((mark) => isGood(report, mark));
  const hiding = new Hiding(wantedIn(markedTexts(report, marks)), '', secretsOf(kept));
  const outlined = parts.map((part) => outlinedPart(part, marks, hiding));
  return {
    tag,
    letter,
    parts: outlined,
    marks: all.map((mark) => shownMark(mark, report, parts)),
    suggestions: suggestionsIn(report).filter(({ text }) => hiding.hidden(text).length === 0),
  };
}

/** Throws as `redactionOf`, and `mark-void` where one covers nothing. */
export function setMarks(memory: Memory, tag: ReportTag, marks: readonly Mark[]): void {
  const { report, letter } = markable(memory, tag);
  if (!marks.every((mark) => isGood(report, mark)))
    throw new CallError({ code: 'mark-void', detail: letter.slice(0, 8) });
  if (marks.length === 0) memory.redactions.delete(tag);
  else memory.redactions.set(tag, marks);
  memory.touch();
}

function markable(memory: Memory, tag: ReportTag): KeptReport {
  memory.unlocked();
  const kept = memory.reports.get(tag);
  if (!kept) throw new CallError({ code: 'report-unknown' });
  if (isRecused(memory, tag)) throw new CallError({ code: 'recused' });
  return kept;
}

function outlinedPart(part: Part, marks: readonly Mark[], hiding: Hiding): ShownPart {
  const isOut = marks.some((mark) => isSame(mark, part.whole));
  const texts = part.texts.map((each) => {
    const whole = [{ start: 0, end: each.text.length }];
    if (isOut || marks.some((mark) => mark.kind === 'answer' && isWithin(each.path, mark.path)))
      return { ...each, out: whole };
    if (!each.isWritten) return { ...each, out: [] };
    const words = marks.filter((mark) => mark.kind === 'words').filter(({ path }) => isSame(path, each.path));
    const out = hiding.hidden(each.text, words);
    // A file's name goes as a whole.
    return { ...each, out: out.length > 0 && isFileName(each.path) ? whole : out };
  });
  return { ...part, isOut, texts };
}

function isFileName(path: Path): boolean {
  return path[0] === 'evidence' && path.at(-1) === 'name';
}

function shownMark(mark: Mark, report: OpenedReport, parts: readonly Part[]): ShownMark {
  if (!isGood(report, mark)) return { mark, text: '', places: 0 };
  const texts = parts.flatMap((part) => part.texts).filter(({ isWritten }) => isWritten);
  switch (mark.kind) {
    case 'answer':
    case 'file': {
      const part = parts.find(({ whole }) => isSame(whole, mark));
      return { mark, text: part?.title ?? '', places: 1 };
    }
    case 'words':
    case 'name': {
      const text = mark.kind === 'name' ? mark.text : textAt(report, mark.path).slice(mark.start, mark.end);
      const hiding = new Hiding(wantedIn(markedTexts(report, [mark])), '');
      const found = texts.reduce((total, each) => total + hiding.hidden(each.text).length, 0);
      const places = mark.kind === 'words' ? Math.max(1, found) : found;
      return { mark, text: text.slice(0, COVERED_CHARACTERS).toWellFormed(), places };
    }
  }
}

function textAt(report: OpenedReport, path: Path): string {
  const value = placeAt(report, path)?.value;
  return typeof value === 'string' ? value : '';
}

function isWithin(path: Path, whole: Path): boolean {
  return whole.every((step, i) => path[i] === step);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
