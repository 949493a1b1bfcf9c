import type { EvidenceList } from '../../../crypto/index.ts';
import { FileNames } from '../../shared/file-names.ts';
import type { ExportAsked, PackedPreview, Preview } from '../calls/export-calls.ts';
import { leaveEach, type Chosen, type Leaving, type ShownLeaving } from '../export/leaving.ts';
import { chosenOf } from './choosing.ts';
import { factsOf, leavingOptions, piecesOf } from './export-file.ts';
import type { Memory } from './memory.ts';

/** Of a long selection so many are shown before they leave: nobody reads more, and all are made in the same way. */
const REPORTS_SHOWN_MAX = 20;
const CHARACTERS_SHOWN_MAX = 40_000;

/** What leaves, made by what will make it, and given to nobody. Throws as `chosenOf`. */
export function previewOf(memory: Memory, asked: ExportAsked): Preview {
  const chosen = chosenOf(memory, asked.tags);
  const leaving = firstOf(leaveEach(chosen, leavingOptions(asked)), REPORTS_SHOWN_MAX);
  const counts = { shown: leaving.length, of: chosen.length };
  if (asked.form === 'print' || asked.form === 'package') {
    const files = asked.form === 'package' ? packedPreviews(memory, chosen, leaving) : [];
    return { ...counts, kind: 'reports', reports: leaving.map(withoutHiding), files };
  }
  let text = '';
  for (const piece of piecesOf(asked, leaving, factsOf(memory))) {
    text += piece;
    if (text.length > CHARACTERS_SHOWN_MAX) break;
  }
  const isWhole = text.length <= CHARACTERS_SHOWN_MAX && counts.shown === counts.of;
  return { ...counts, kind: 'text', text: text.slice(0, CHARACTERS_SHOWN_MAX).toWellFormed(), isWhole };
}

function firstOf<Item>(items: Iterable<Item>, count: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.push(item) >= count) break;
  }
  return first;
}

export function withoutHiding(leaving: Leaving): ShownLeaving {
  const { reference, received, report, triage, withheldFiles, leftOut } = leaving;
  return { reference, received, report, triage, withheldFiles, leftOut };
}

function packedPreviews(memory: Memory, [chosen]: readonly Chosen[], [leaving]: readonly Leaving[]): PackedPreview[] {
  if (!chosen || !leaving) return [];
  const list = chosen.desk.report.evidence as EvidenceList | undefined;
  const isAtHand = memory.places.has(chosen.desk.letter);
  const names = new FileNames();
  return (leaving.report.evidence?.files ?? []).map(({ name }, index) => {
    const isOut = leaving.withheldFiles.has(index);
    return {
      index,
      name: isOut ? name : names.take(name, index).name,
      bytes: isOut ? 0 : (list?.files[index]?.size ?? 0),
      state: isOut ? 'out' : isAtHand ? 'packed' : 'not-at-hand',
    };
  });
}
