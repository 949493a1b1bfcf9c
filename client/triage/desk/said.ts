import type { JournalContent, JournalEntry } from './journal-types.ts';
import type { Said } from './types.ts';

type Kind = JournalContent['kind'];
type ContentOf<K extends Kind> = Extract<JournalContent, { kind: K }>;
/** What an entry of one kind says, with who said it and when. */
export type SaidOf<K extends Kind> = Said & Omit<ContentOf<K>, 'kind'>;

/** What the entries of one kind say. Those sealed to reports that are unknown here say nothing. */
export function saidOf<K extends Kind>(entries: readonly JournalEntry[], kind: K): SaidOf<K>[] {
  return entries.flatMap(({ id, author, at, content }) => {
    if (content?.kind !== kind) return [];
    return [{ ...withoutKind(content as ContentOf<K>), by: author, at, entry: id }];
  });
}

function withoutKind<Content extends JournalContent>(content: Content): Omit<Content, 'kind'> {
  return Object.fromEntries(Object.entries(content).filter(([member]) => member !== 'kind')) as Omit<Content, 'kind'>;
}

/** By time, then by id: an order that is the same on every machine, as it asks nothing but the entries. */
export function bySaying(a: Said, b: Said): number {
  return compareText(a.at, b.at) || compareText(a.entry, b.entry);
}

/** Each entry once, by time, author and number: the same on every machine. */
export function inOrder(entries: Iterable<JournalEntry>): JournalEntry[] {
  const distinct = new Map<string, JournalEntry>();
  for (const entry of entries) {
    const known = distinct.get(entry.id);
    if ((known?.content ?? null) === null) distinct.set(entry.id, entry); // the same, before and after its key came
  }
  return [...distinct.values()].sort(
    (a, b) =>
      compareText(a.at, b.at) || compareText(a.author, b.author) || a.number - b.number || compareText(a.id, b.id),
  );
}

/** By code units, not by a language: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
