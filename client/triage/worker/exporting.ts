import type { Handlers } from '../calls/answering.ts';
import type { ExportCalls } from '../calls/export-calls.ts';
import { leave } from '../export/leaving.ts';
import { CallError } from '../calls/line.ts';
import { chosenOf, selectionOf } from './choosing.ts';
import type { DeskIndex } from './desk-index.ts';
import { exportFile, leavingOptions, noteLeaving, receiverOf } from './export-file.ts';
import { figuresOf } from './figures.ts';
import type { Memory } from './memory.ts';
import { Packing } from './packing.ts';
import { previewOf, withoutHiding } from './previewing.ts';
import { redactionOf, setMarks } from './redacting.ts';

/** A page that holds more of them at once is slow to print, and nobody carries that much paper. */
const PRINTED_MAX = 300;

/** What leaves the desk, and what is taken out of it first. */
export function exportHandlers(memory: Memory, index: DeskIndex): Handlers<ExportCalls> {
  const packing = new Packing(memory);
  return {
    shown: ({ filter, order }) => index.find(filter, order).map(({ tag }) => tag),
    selection: (tags) => selectionOf(memory, tags),
    redaction: ({ tag, language }) => redactionOf(memory, tag, language),
    setMarks({ tag, marks }) {
      setMarks(memory, tag, marks);
      return null;
    },
    preview: (asked) => previewOf(memory, asked),
    exportFile: (asked, control) => exportFile(memory, asked, control),
    async printed(asked) {
      if (asked.tags.length > PRINTED_MAX) throw new CallError({ code: 'print-too-many' });
      const chosen = chosenOf(memory, asked.tags);
      const leaving = leave(chosen, leavingOptions(asked)).map(withoutHiding);
      await noteLeaving(memory, chosen, { kind: 'custody', act: 'exported', ...receiverOf(asked) }, () => undefined);
      return leaving;
    },
    beginPackage: (asked) => packing.begin(asked),
    nextPiece: (id, control) => packing.next(id, control),
    dropPackage(id) {
      packing.drop(id);
      return null;
    },
    figures: (asked) => figuresOf(memory, asked),
  };
}
