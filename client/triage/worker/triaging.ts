import type { Handlers } from '../calls/answering.ts';
import { CallError } from '../calls/line.ts';
import type { TriageCalls } from '../calls/triage-calls.ts';
import { referralWarnings } from '../desk/referral.ts';
import { mark, note, recuse, setDuplicate, setField, unmark } from './deciding.ts';
import type { DeskIndex } from './desk-index.ts';
import type { Memory } from './memory.ts';
import { setOffice } from './office-settings.ts';
import { officeUse, renameLabel } from './office-use.ts';
import { isRecused } from './recusal.ts';
import { relatedReport } from './related.ts';
import { deskChoices, shownTriage, suggestionsFor } from './shown-triage.ts';

/** What reviewers decide about reports, and what they are shown of it. */
export function triageHandlers(memory: Memory, index: DeskIndex): Handlers<TriageCalls> {
  return {
    triage: (tag) => shownTriage(memory, index, tag),
    choices: () => deskChoices(memory),
    suggestions: (tag) => suggestionsFor(memory, index, tag),

    setField: done(async (asked) => {
      await setField(memory, asked);
    }),
    close: done(async ({ tag, status, reason }) => {
      await setField(memory, { tag, field: 'reason', value: reason });
      await setField(memory, { tag, field: 'status', value: status });
    }),
    setDuplicate: done(async ({ tag, of }) => {
      await setDuplicate(memory, index, tag, of);
    }),
    mark: done((asked) => mark(memory, asked)),
    unmark: done((asked) => unmark(memory, asked)),
    note: done((asked) => note(memory, asked)),
    recuse: done((asked) => recuse(memory, asked)),
    setOffice: done((asked) => setOffice(memory, asked)),
    officeUse: () => officeUse(memory),
    renameLabel: done((asked) => renameLabel(memory, asked)),

    referralWarnings({ tag, to }) {
      const kept = memory.reports.get(tag);
      return kept && !isRecused(memory, tag) && to.trim() !== '' ? referralWarnings(to, kept.report) : [];
    },
    refer: done(async ({ tag, to, consent }) => {
      if (isRecused(memory, tag)) throw new CallError({ code: 'recused' });
      await memory.journal.write(tag, () => ({ kind: 'referred', to, consent }));
      await setField(memory, { tag, field: 'status', value: 'referred' });
    }),

    byNumber(number) {
      const wanted = number.trim().toLowerCase();
      if (!/^[0-9a-f]{8,64}$/.test(wanted)) return null;
      const found = [...memory.letters].filter(([letter]) => letter.startsWith(wanted));
      // Two that begin alike are not told apart by guessing.
      return found.length === 1 && found[0] ? relatedReport(memory, found[0][1]) : null;
    },
  };
}

/** The page is told that it is done, and asks for what it shows. */
function done<Argument>(act: (asked: Argument) => Promise<void>): (asked: Argument) => Promise<null> {
  return async (asked) => {
    await act(asked);
    return null;
  };
}
