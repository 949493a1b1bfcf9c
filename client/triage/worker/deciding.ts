import type { KnownContent } from '../../../crypto/index.ts';
import { CallError } from '../calls/line.ts';
import type { FieldSet, Marked, NoteWritten, Recusing, Unmarked } from '../calls/triage-calls.ts';
import type { JournalField, ReportTag } from '../desk/journal-types.ts';
import { isDisputed, settledBy } from '../desk/registers.ts';
import type { Register, Triage } from '../desk/types.ts';
import type { DeskIndex } from './desk-index.ts';
import type { Memory } from './memory.ts';

/** Sets a value, in place of all that stand side by side. What is so already, and undisputed, is not said again. */
export async function setField({ journal }: Memory, { tag, field, value }: FieldSet): Promise<void> {
  await journal.write(tag, () => {
    const register = registerOf(journal.triageOf(tag), field);
    const isSo = register.value === value && !isDisputed(register);
    return isSo ? null : { kind: 'set', field, value, replaces: settledBy(register) };
  });
}

/** Says that it repeats another, and closes it under that one. `null`: it does not after all, and is to be looked at again. */
export async function setDuplicate(memory: Memory, index: DeskIndex, tag: ReportTag, of: ReportTag | null) {
  if (of === null) {
    await setField(memory, { tag, field: 'duplicate-of', value: null });
    const { status, reason } = memory.journal.triageOf(tag);
    if (status.value?.split('/')[0] !== 'closed' || reason.value !== 'duplicate') return;
    await setField(memory, { tag, field: 'status', value: 'assessing' });
    return;
  }
  if (!memory.reports.has(of)) throw new CallError({ code: 'report-unknown' });
  index.row(of);
  if (of === tag || index.duplicates.originalOf(of) === tag) throw new CallError({ code: 'duplicate-of-itself' });
  await setField(memory, { tag, field: 'duplicate-of', value: of });
  await setField(memory, { tag, field: 'reason', value: 'duplicate' });
  await setField(memory, { tag, field: 'status', value: 'closed' });
}

/** The same label twice says nothing more. */
export async function mark({ journal }: Memory, { tag, to, value, why }: Marked): Promise<void> {
  if (to === 'link' && value === tag) throw new CallError({ code: 'link-to-itself' });
  await journal.write(tag, () => {
    const { labels, links } = journal.triageOf(tag);
    if ((to === 'label' ? labels : links).some((each) => each.value === value)) return null;
    return { kind: 'add', to, value, ...(why !== undefined && why !== '' && { why }) };
  });
}

/** Takes away every add of it that is known here. A link may have been made from the other report. */
export async function unmark({ journal }: Memory, { tag, to, value }: Unmarked): Promise<void> {
  await journal.write(tag, () => {
    const { labels, links } = journal.triageOf(tag);
    const own = links.filter(({ fromOther }) => !fromOther);
    return removalOf((to === 'label' ? labels : own).find((each) => each.value === value)?.entries);
  });
  if (to !== 'link' || !journal.triageOf(tag).links.some((link) => link.fromOther && link.value === value)) return;
  await journal.write(value, () => {
    const { links } = journal.triageOf(value);
    return removalOf(links.find((link) => !link.fromOther && link.value === tag)?.entries);
  });
}

/** A reviewer changes their own notes only. */
export async function note({ journal, session }: Memory, { tag, text, replaces }: NoteWritten): Promise<void> {
  await journal.write(tag, () => {
    if (replaces === null) return { kind: 'note', text };
    const before = journal.triageOf(tag).notes.find(({ entry }) => entry === replaces);
    if (before?.by !== session?.identity) throw new CallError({ code: 'note-of-another' });
    return before?.text === text ? null : { kind: 'note', text, replaces: [replaces] };
  });
}

export async function recuse({ journal, session }: Memory, { tag, on, why }: Recusing): Promise<void> {
  await journal.write(tag, () => {
    const own = journal.triageOf(tag).recusals.find(({ by }) => by === session?.identity);
    if ((own?.on ?? false) === on) return null;
    return { kind: 'recuse', on, replaces: [...(own?.heads ?? [])], ...(why !== '' && { why }) };
  });
}

function registerOf(triage: Triage, field: JournalField): Register<string> {
  return field === 'duplicate-of' ? triage.duplicateOf : triage[field];
}

function removalOf(entries: readonly string[] | undefined): KnownContent | null {
  return entries === undefined || entries.length === 0 ? null : { kind: 'remove', entries: [...entries] };
}
