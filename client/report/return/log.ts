import {
  AmparoError,
  decodeLogEntry,
  isoDateOfDay,
  logPublicKey,
  openNote,
  openOpened,
  rebuildReceipt,
  toHex,
  type Bytes,
  type Case,
  type NoteKey,
  type Roster,
} from '../../../crypto/index.ts';

import type { LogFindings } from './log-state.ts';

type Found = Pick<LogFindings, 'letters' | 'opened'>;

/** What entries of the log show to whoever holds a case's code. Throws `log-entry-malformed`. */
export async function findInLog(
  entries: readonly Bytes[],
  of: Case,
  roster: Roster,
  { publicKey }: NoteKey,
): Promise<Found> {
  const letters: Found['letters'][number][] = [];
  const opened: Found['opened'][number][] = [];
  for (const bytes of entries) {
    const entry = decodeLogEntry(bytes);
    const day = isoDateOfDay(entry.day);
    if (entry.kind === 'received') {
      const contents = await openNote(entry.note, of.noteKey);
      if (contents === null) continue;
      // Anybody can send a letter of their own with a note that the log shows: a copied note proves nothing, and disproves nothing.
      const rebuilt = await orNull(rebuildReceipt(contents, entry, logPublicKey(publicKey)));
      if (rebuilt) letters.push({ report: rebuilt.receipt.report, day, receipt: rebuilt.envelope });
    } else {
      // Nor does a mark by nobody on the roster say anything.
      const mark = await orNull(openOpened(entry.mark, entry.day, of.openedKey, roster));
      if (mark !== null) opened.push({ report: toHex(mark.report), reviewer: mark.reviewer.name, day });
    }
  }
  return { letters, opened };
}

async function orNull<Opened>(opening: Promise<Opened>): Promise<Opened | null> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof AmparoError) return null;
    throw error;
  }
}
